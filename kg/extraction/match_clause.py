"""Clause rules: a verb or noun with named arguments."""

from collections.abc import Iterator
from itertools import combinations

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.asked_nouns import (
    WARES,
    allows_noun,
    find_head,
    find_refused,
    leave_told,
    names_refused,
    refuses,
    stands_for_more,
    tells_noun,
)
from kg.extraction.beside import stands_beside
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.clause_limits import allows_clause
from kg.extraction.constants import ConstantFinder
from kg.extraction.denying import read_said
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.restricting import allows_mention
from kg.extraction.roles import get_role_types
from kg.extraction.rows import find_row
from kg.extraction.rule import CLAUSE, Rule, RuleSet, Slot
from kg.extraction.scope_nouns import furthers
from kg.extraction.sole_bearers import keep_sole
from kg.extraction.standing_for import is_in_name
from kg.extraction.turns import find_in_turn, give_own_count, take_turn
from kg.extraction.unsettled import read_unsettled
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Literal, Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.ontology import Ontology

_ANY = ("Any",)
_TEXT = ("NP",)
_TIE, _BUY, _TO_COME = (
    "cooperatesWith",
    "acquires",
    frozenset([Modality.PLANNED, Modality.POSSIBLE]),
)

Bound = dict[str, tuple[list[int], list[Mention]]]  # role → head tokens, mentions


_LINKED = frozenset(["place", "via", "agreement"])  # qualifiers that name things


class ClauseMatcher:
    """Matches clauses against the rules of their verb or noun."""

    def __init__(self, rules: RuleSet, ontology: Ontology) -> None:
        self.rules = rules
        self.ontology = ontology
        self.empty_nouns = load_lexicon("arguments").get("empty_nouns")
        own = [rule for rule in rules.rules if rule.kind == CLAUSE]
        self.types = {rule.id: get_role_types(rule, ontology) for rule in own}
        self.asked = {rule.id: _list_asked(rule) for rule in own}

    def match(
        self,
        clause: Clause,
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        constants: ConstantFinder,
        trace: list[str] | None = None,
    ) -> Iterator[Candidate]:
        """Candidates of all rules that fit; `trace` gathers why the others do not."""
        index = self.rules.by_verb if clause.kind == "verb" else self.rules.by_noun
        rules = index.get(clause.lemma, ())
        told = clause.list_slots() if rules else frozenset()
        if rules and clause.kind == "verb" and is_in_name(clause.token, arguments):
            return  # "Norvik [Shipping]" ships nothing
        for rule in rules:
            if trace is None and any(map(told.isdisjoint, self.asked[rule.id])):
                continue  # most rules of a verb ask for what few of its clauses have
            if not allows_clause(rule, clause, arguments):
                continue
            bound = self._bind(rule, clause, arguments, trace)
            if bound is not None:
                yield from self._emit(rule, clause, bound, arguments, qualifiers, constants)

    def _bind(
        self,
        rule: Rule,
        clause: Clause,
        arguments: ArgumentFinder,
        trace: list[str] | None,
    ) -> Bound | None:
        """Role → (head tokens, mentions); None with a note in the trace where a slot stays empty."""
        bound: Bound = {}
        for slot in rule.slots:
            wanted = self.types[rule.id].get(slot.role, _ANY)
            refused = find_refused(
                rule.restrictions.get(slot.role), slot, clause, arguments, wares=wanted == WARES
            )
            if refused:
                _note(trace, f"{rule.id}: '{refused}' is refused in {'|'.join(slot.names)}")
                return None
            tokens, mentions = self._fill(rule, slot, clause, arguments)
            if tokens:
                old = bound.get(slot.role, ([], []))
                bound[slot.role] = ([*old[0], *tokens], [*old[1], *mentions])
            elif not slot.optional:
                asked = "|".join(wanted)
                _note(trace, f"{rule.id}: nothing fitting ({asked}) in {' or '.join(slot.names)}")
                return None
        return bound

    def _fill(
        self, rule: Rule, slot: Slot, clause: Clause, arguments: ArgumentFinder
    ) -> tuple[list[int], list[Mention]]:
        """What the first fitting alternative of a slot holds."""
        wanted = self.types[rule.id].get(slot.role, _ANY)
        restriction = rule.restrictions.get(slot.role)
        tokens: list[int] = []
        mentions: list[Mention] = []
        for name in slot.names:
            for token in clause.slot(name):
                allowed = allows_noun(restriction, arguments, token)
                if not allowed and not stands_for_more(token, arguments):
                    continue
                if name != slot.names[0] and refuses(restriction, token, arguments):
                    continue  # "pledged 3 million for Kenya in aid"
                if wanted in (_ANY, _TEXT):
                    if not allowed or names_refused(restriction, token, arguments):
                        continue
                    if wanted == _ANY or not arguments.is_value(token):
                        tokens.append(token)
                    continue
                found = [
                    m
                    for m in find_row(token, wanted, arguments, clause.token)
                    if allows_mention(restriction, m, arguments)
                    and not (name == "compound" and tells_noun(m, clause.token, arguments))
                    and (allowed or allows_noun(restriction, arguments, find_head(m, arguments)))
                ]
                opened = None if found or not allowed else arguments.open.find(token, wanted)
                if opened is not None and allows_mention(restriction, opened, arguments):
                    found = [opened]
                if found:
                    tokens.append(token)
                    mentions.extend(leave_told(found, mentions, arguments))
            if tokens:
                bears = name == "bearer" and len(mentions) > 1
                mentions = keep_sole(mentions, clause.token, arguments) if bears else mentions
                break
        return tokens, mentions

    def _emit(
        self,
        rule: Rule,
        clause: Clause,
        bound: Bound,
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        constants: ConstantFinder,
    ) -> Iterator[Candidate]:
        subjects = self._resolve(rule, "subject", clause, bound, constants)
        objects = self._resolve(rule, "object", clause, bound, constants)
        literal = self.ontology.get_predicate(rule.predicate).takes_literal
        details = self._qualify(rule, bound, arguments)
        in_turn = find_in_turn(rule, bound, len(subjects))
        modality = _read_modality(rule, clause, arguments)
        sides = self._find_sides(rule, bound, arguments) if subjects == objects else []
        for subject, mention in _pair(subjects, objects):
            if any(subject in side and mention in side for side in sides):
                continue
            if stands_beside(subject, mention, arguments):
                continue
            candidate = Candidate(
                rule=rule,
                subject=subject,
                object=make_date(mention) if literal else mention,
                token=clause.token,
                qualifiers=give_own_count(
                    take_turn(details, in_turn, subjects.index(subject)),
                    bound.get(rule.emit.get("count", ""), ([], []))[1],
                    objects,
                    mention,
                    arguments.recognized.mentions,
                ),
                modality=modality,
                speaker=clause.speaker,
                confidence=rule.confidence,
            )
            qualifiers.complete(candidate, clause)
            yield candidate

    def _resolve(
        self,
        rule: Rule,
        part: str,
        clause: Clause,
        bound: Bound,
        constants: ConstantFinder,
    ) -> list[Mention]:
        role = rule.emit[part]
        if role.startswith("@"):
            found = constants.find(role, clause.token)
            return [found] if found is not None else []
        return bound.get(role, ([], []))[1]

    def _find_sides(
        self, rule: Rule, bound: Bound, arguments: ArgumentFinder
    ) -> list[list[Mention]]:
        """Those that one noun stands for, beside others: "between A and [the cities of B and C]"."""
        role = rule.emit["subject"]
        tokens = set(bound.get(role, ([], []))[0])
        wanted = self.types[rule.id].get(role, _ANY)
        many = [t for t in tokens if arguments.parse.tags[t] == "NNS"] if len(tokens) > 1 else []
        return [arguments.find_all(token, wanted) for token in many]

    def _qualify(
        self,
        rule: Rule,
        bound: Bound,
        arguments: ArgumentFinder,
    ) -> list[Qualifier]:
        found = [
            Qualifier(name=name, value=value) for name, value in sorted(rule.constants.items())
        ]
        for part, role in rule.emit.items():
            if part in {"subject", "object"} or role not in bound:
                continue
            tokens, mentions = bound[role]
            if part == "agreement" and not mentions:  # a named agreement before its bare noun
                mentions = arguments.find_all(tokens[0], ("Agreement",)) if tokens else []
            if mentions and mentions[0].value is not None:
                found.append(Qualifier(name=part, value=mentions[0].value))
            elif mentions and part in _LINKED and mentions[0].kind is not MentionKind.NOMINAL:
                found.append(Qualifier(name=part, value=mentions[0]))
            elif tokens:
                text = mentions[0].text if mentions else arguments.phrase_text(tokens[0])
                if text and text not in self.empty_nouns:  # "an agreement" says nothing more
                    found.append(Qualifier(name=part, value=text))
        return found


def _read_modality(rule: Rule, clause: Clause, arguments: ArgumentFinder) -> Modality:
    """That of the rule or else of the clause; a tie that is furthered is there, one not yet agreed is possible."""
    parse = arguments.parse
    modality = Modality(rule.modality) if rule.modality else clause.modality
    if rule.modality and modality is clause.modality is Modality.NEGATED:
        modality = Modality.POSSIBLE  # "did not cancel its plan to build"
    modality = weaken(modality, read_said(clause, parse, buying=rule.predicate == _BUY))
    if rule.predicate != _TIE:
        return modality
    if modality in _TO_COME and furthers(parse, clause.token):
        modality = Modality.ACTUAL
    for noun in clause.objects:
        modality = weaken(modality, read_unsettled(parse, noun))
    return modality


def _pair(subjects: list[Mention], objects: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Every subject with every object; where both are the same role ("A and B signed"), each two once."""
    if subjects == objects:
        yield from combinations(subjects, 2)
        return
    yield from ((s, o) for s in subjects for o in objects if s != o)


def make_date(mention: Mention) -> Literal:
    """A period mention as a date literal."""
    period = mention.value
    if not isinstance(period, Period):
        raise TypeError(f"'{mention.text}' is no period")
    return Literal(value=period.edtf, datatype="edtf", span=mention.span, period=period)


def _note(trace: list[str] | None, text: str) -> None:
    if trace is not None:
        trace.append(text)


def _list_asked(rule: Rule) -> tuple[frozenset[str], ...]:
    """The alternatives of each slot that a clause rule cannot do without."""
    return tuple(frozenset(slot.names) for slot in rule.slots if not slot.optional)
