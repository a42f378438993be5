"""Phrase rules: words and mentions side by side, without a parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.anchors import cannot_open, describes_next, is_no_doer, is_told
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.brackets import leaves_bracket
from kg.extraction.candidate import Candidate
from kg.extraction.casting import find_openings
from kg.extraction.constants import ConstantFinder
from kg.extraction.deal_sides import describes_other, is_no_deal
from kg.extraction.joined_higher import may_meet
from kg.extraction.listing import find_beside
from kg.extraction.match_clause import make_date
from kg.extraction.pattern_before import match_before
from kg.extraction.pattern_walking import Binding, match_slot_from
from kg.extraction.phrase_scope import read_modality
from kg.extraction.post_conflicts import LATER, is_nameless
from kg.extraction.restricting import allows_mention, is_owner, list_heads, names_place
from kg.extraction.roles import get_role_types
from kg.extraction.rule import Restriction, Rule, RuleSet
from kg.extraction.rule_edges import Beginnings, Opening, index_openings
from kg.extraction.scope import ScopeReader
from kg.extraction.speaking import SpeakerFinder
from kg.extraction.title_gaps import crosses_title
from kg.extraction.titled_members import bears_title, drop_titled
from kg.extraction.titles import TitleReader
from kg.extraction.told_posts import ToldPosts
from kg.extraction.weakening import weaken
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class _Match:
    """A rule laid over tokens start to end."""

    rule: Rule
    start: int
    end: int
    anchor: Mention
    binding: Binding

    @property
    def has_constant(self) -> bool:
        return self.rule.emit["object"].startswith("@")

    def find_title(self) -> Mention | None:
        return self.find_first(self.rule.emit.get("title"))

    def find_first(self, role: str | None) -> Mention | None:
        """The mention of a role, the first one of a list."""
        return next(iter(self.binding.get(role, ())), None) if role else None

    def find_others(self, part: str) -> tuple[Mention, ...]:
        """The members of a list after the first."""
        return self.binding.get(self.rule.emit[part], ())[1:]


class PhraseMatcher:
    """Matches phrase rules, each anchored at its first mention slot."""

    def __init__(self, rules: RuleSet, ontology: Ontology) -> None:
        self.ontology = ontology
        self.titles = TitleReader()
        self.types = {rule.id: get_role_types(rule, ontology) for rule in rules.phrases}
        self.index = index_openings(rules.phrases)

    def match(
        self,
        arguments: ArgumentFinder,
        constants: ConstantFinder,
        scope: ScopeReader,
        speakers: SpeakerFinder,
        trace: list[str] | None = None,
    ) -> Iterator[Candidate]:
        """Candidates of all phrase rules over a document."""
        found: list[_Match] = []
        beginnings = Beginnings(self.index, arguments)
        for mention in (*arguments.recognized.mentions, *find_openings(arguments)):
            last: Mention | None = None
            told = False
            for opening, first in beginnings.find(mention, every=trace is not None):
                if first is not last:
                    last, told = first, is_told(first, arguments)
                match = None if told else self._match_at(opening, first, arguments)
                if match is not None and self._is_allowed(match, arguments):
                    found.append(match)
                elif trace is not None:
                    trace.append(f"{opening.rule.id}: the words around '{mention.text}' differ")
        for match in self._drop_constants(_keep_longest(found), arguments):
            yield from self._emit(match, arguments, constants, scope, speakers)

    def _drop_constants(self, found: list[_Match], arguments: ArgumentFinder) -> list[_Match]:
        """A constant serves only where the document never names the body of that holder's post."""

        def key(match: _Match) -> tuple[Mention, str] | None:
            title, holder = match.find_title(), match.find_first(match.rule.emit["subject"])
            if title is None or holder is None:
                return None
            return arguments.find_first(holder), self.titles.format(title).casefold()

        sure = [(m, m.find_first(m.rule.emit["object"])) for m in found if not m.has_constant]
        told = ToldPosts(key(m) for m, body in sure if not is_nameless(body, arguments))
        return [m for m in found if not m.has_constant or not told.has(key(m))]

    def _match_at(
        self, opening: Opening, mention: Mention, arguments: ArgumentFinder
    ) -> _Match | None:
        if cannot_open(opening.rule, opening.anchor, mention, arguments):
            return None
        before = match_before(opening.before, arguments.ranges[mention][0], arguments)
        if before is None:
            return None
        after = match_slot_from(opening.first, mention, arguments, {})
        if after is None or (len(after[0]) > 1 and is_owner(after[1], arguments)):
            return None
        return _Match(opening.rule, before, after[1], mention, after[0])

    def _is_allowed(self, match: _Match, arguments: ArgumentFinder) -> bool:
        """Whether every role keeps the restrictions that `where` sets."""
        rule, types = match.rule, self.types[match.rule.id]
        body = match.find_first(rule.emit["object"])
        crossed = crosses_title(match.find_title(), body, arguments, match.binding)
        if crossed or leaves_bracket(arguments.parse.words[match.start : match.end - 1]):
            return False  # "X (owner of Y, [Z]) bought W"
        if is_no_deal(rule, match.anchor, match.binding, (match.start, match.end), arguments):
            return False
        for role, mention in ((r, m) for r, members in match.binding.items() for m in members):
            if role in types and not arguments.fits(mention, types[role]):
                return False
            if describes_next(rule, role, match.binding, arguments):
                return False
            doer = role == rule.emit["subject"] or mention == match.anchor
            bounds = match.start, match.end
            if doer and is_no_doer(rule, role, mention, bounds, arguments):
                return False
            restriction = rule.restrictions.get(role)
            if restriction and not self._allows(restriction, mention, match, arguments):
                return False
        return True

    def _allows(
        self,
        restriction: Restriction,
        mention: Mention,
        match: _Match,
        arguments: ArgumentFinder,
    ) -> bool:
        if not allows_mention(restriction, mention, arguments):
            return False
        asked = not restriction.nouns_at or any(
            arguments.fits(m, restriction.nouns_at)
            for m in match.binding.get(match.rule.emit["object"], ())
        )
        return not (
            asked
            and restriction.nouns
            and mention.text.split()[0].lower() not in restriction.nouns  # "Bursa Malaysia"
            and not self._is_one_of(mention, restriction.nouns, arguments)
        ) and not (
            restriction.not_nouns
            and self._is_one_of(mention, restriction.not_nouns, arguments)
            and not names_place(arguments.ranges[mention][1] - 1, arguments)
        )

    def _is_one_of(
        self, mention: Mention, nouns: frozenset[str], arguments: ArgumentFinder
    ) -> bool:
        if mention.kind is MentionKind.POST:
            return self.titles.matches(mention, nouns)
        return not nouns.isdisjoint(list_heads(mention, arguments))

    def _emit(
        self,
        match: _Match,
        arguments: ArgumentFinder,
        constants: ConstantFinder,
        scope: ScopeReader,
        speakers: SpeakerFinder,
    ) -> Iterator[Candidate]:
        rule, title = match.rule, match.find_title()
        token = arguments.ranges[match.anchor][0]
        bound = self._bind(match, arguments, constants)
        if bound is None:
            return
        literal = self.ontology.get_predicate(rule.predicate).takes_literal
        modality = (
            Modality(rule.modality)
            if rule.modality
            else read_modality((match.start, match.end), match.binding, scope, arguments, rule)
        )
        details = self._qualify(rule, bound)
        if title is not None:
            if self.titles.is_future(title, match.start, arguments):
                modality = weaken(modality, Modality.PLANNED)
            if "endTime" not in rule.constants and self.titles.is_former(
                title, match.start, arguments
            ):
                details.append(Qualifier(name="endTime", value=".."))
        subjects, objects = self._find_ends(match, bound, title, arguments)
        for subject, object_ in may_meet(subjects, objects, arguments):
            yield Candidate(
                rule=rule,
                subject=subject,
                object=make_date(object_) if literal else object_,
                token=token,
                qualifiers=list(details),
                modality=modality,
                speaker=speakers.find(token),
                confidence=rule.confidence,
            )

    def _find_ends(
        self,
        match: _Match,
        bound: dict[str, Mention],
        title: Mention | None,
        arguments: ArgumentFinder,
    ) -> tuple[list[Mention], list[Mention]]:
        """Members of lists and who shares a plural title; of "ministers of A and B, X and Y" each has his own."""
        mine = match.rule.emit["subject"]
        others = {m for role, found in match.binding.items() for m in found if role != mine}
        spread = self._spread(bound["subject"], title, arguments)
        subjects = [*(m for m in spread if m not in others), *match.find_others("subject")]
        listed = match.find_others("object")
        listed = tuple(m for m in listed if not describes_other(match.rule, m, arguments))
        objects = [bound["object"], *(m for m in listed if not bears_title(m, arguments))]
        return drop_titled(match.rule, subjects, arguments), objects

    def _bind(
        self, match: _Match, arguments: ArgumentFinder, constants: ConstantFinder
    ) -> dict[str, Mention] | None:
        """The mention of each part of the claim; None where subject or object is open or unfit."""
        types = self.types[match.rule.id]
        token = arguments.ranges[match.anchor][0]
        bound: dict[str, Mention] = {}
        for part, role in match.rule.emit.items():
            constant = role.startswith("@")
            found = constants.find(role, token) if constant else match.find_first(role)
            if found is not None:
                found = bound[part] = arguments.unfold(found)
            if part not in {"subject", "object"}:
                continue
            if found is None or (role in types and not arguments.fits(found, types[role])):
                return None
            if found.kind is MentionKind.NOMINAL and not arguments.is_referring(found):
                opened = arguments.open.take(found, types.get(role, (found.type,)))
                if opened is None:
                    return None
                bound[part] = opened
        return bound if bound["subject"] != bound["object"] else None

    def _spread(
        self, first: Mention, title: Mention | None, arguments: ArgumentFinder
    ) -> list[Mention]:
        """All holders of a plural title: "State Ministers A, B and C", "A and B, directors of C"."""
        holders = [first]
        if title is None or not self.titles.is_plural(title):
            return holders
        for step in (1, -1):
            last = first
            while (beside := find_beside(last, step, arguments)) is not None:
                holders.append(last := beside)
        return holders

    def _qualify(self, rule: Rule, bound: dict[str, Mention]) -> list[Qualifier]:
        found = [Qualifier(name=n, value=value) for n, value in sorted(rule.constants.items())]
        for part, mention in bound.items():
            if part in {"subject", "object"}:
                continue
            if mention.value is not None:
                found.append(Qualifier(name=part, value=mention.value))
            elif part in {"place", "via"}:
                found.append(Qualifier(name=part, value=mention))
            elif mention.kind is MentionKind.POST:
                found.append(Qualifier(name=part, value=self.titles.format(mention)))
            else:
                found.append(Qualifier(name=part, value=mention.text))
        return found


def _keep_longest(found: list[_Match]) -> list[_Match]:
    """Of the readings of one title for one holder the longest: the more is told, the surer it is."""
    best: dict[tuple[str, Mention, Mention], int] = {}

    def key(match: _Match) -> tuple[str, Mention, Mention] | None:
        title, holder = match.find_title(), match.find_first(match.rule.emit["subject"])
        apart = match.rule.emit["object"] in LATER  # settled with all others, later
        return (match.rule.predicate, holder, title) if title and holder and not apart else None

    def weigh(match: _Match) -> int:
        return 2 * (match.end - match.start) - 4 * match.has_constant

    for match in found:
        if (place := key(match)) is not None:
            best[place] = max(best.get(place, 0), weigh(match))
    return [m for m in found if (place := key(m)) is None or weigh(m) == best[place]]
