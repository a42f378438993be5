"""Phrase rules: words and mentions side by side, without a parse."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.constants import ConstantFinder
from kg.extraction.match_clause import make_date
from kg.extraction.roles import get_role_types
from kg.extraction.rule import Item, Rule, RuleSet
from kg.extraction.scope import ScopeReader
from kg.extraction.speaking import SpeakerFinder
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology

Binding = dict[str, Mention]


class PhraseMatcher:
    """Matches phrase rules, each anchored at its first mention slot."""

    def __init__(self, rules: RuleSet, ontology: Ontology) -> None:
        self.ontology = ontology
        self.rules = rules.phrases
        self.types = {rule.id: get_role_types(rule, ontology) for rule in rules.phrases}
        self.anchors = {
            rule.id: next(n for n, item in enumerate(rule.items) if item.role) for rule in rules.phrases
        }

    def match(
        self,
        arguments: ArgumentFinder,
        constants: ConstantFinder,
        scope: ScopeReader,
        speakers: SpeakerFinder,
        trace: list[str] | None = None,
    ) -> Iterator[Candidate]:
        """Candidates of all phrase rules over a document."""
        for mention in arguments.recognized.mentions:
            if mention.kind is MentionKind.PRONOUN:
                continue
            for rule in self.rules:
                anchor = self.anchors[rule.id]
                item = rule.items[anchor]
                if not arguments.fits(mention, item.types):
                    continue
                binding = self._match_at(rule, anchor, mention, arguments)
                if binding is None:
                    if trace is not None:
                        trace.append(f"{rule.id}: the words around '{mention.text}' differ")
                    continue
                yield from self._emit(rule, binding, mention, arguments, constants, scope, speakers)

    def _match_at(
        self, rule: Rule, anchor: int, mention: Mention, arguments: ArgumentFinder
    ) -> Binding | None:
        start, end = arguments.ranges[mention]
        role = rule.items[anchor].role or ""
        before = self._match_before(rule.items[:anchor], start, arguments)
        if before is None:
            return None
        after = self._match_after(rule.items[anchor + 1 :], end, arguments, {role: mention})
        return after

    def _match_before(self, items: tuple[Item, ...], start: int, arguments: ArgumentFinder) -> int | None:
        """Literal words to the left of the anchor, right to left; None where they differ."""
        words = arguments.parse.words
        floor = arguments.parse.sentences[arguments.parse.sentence_of[start]][0]
        position = start
        for item in reversed(items):
            if position > floor and _is_word(words[position - 1], item):
                position -= 1
            elif not item.optional:
                return None
        return position

    def _match_after(
        self, items: tuple[Item, ...], position: int, arguments: ArgumentFinder, binding: Binding
    ) -> Binding | None:
        """The rest of the pattern from `position` on, with backtracking over optional items."""
        if not items:
            return binding
        item, rest = items[0], items[1:]
        parse = arguments.parse
        limit = parse.sentences[parse.sentence_of[max(position - 1, 0)]][1]
        if item.gap:
            for skip in range(item.gap + 1):
                if position + skip > limit or (
                    skip and parse.words[position + skip - 1] in {";", ".", "“", "”", "—"}
                ):
                    break
                found = self._match_after(rest, position + skip, arguments, binding)
                if found is not None:
                    return found
            return None
        if position < limit:
            if item.role:
                for mention in arguments.by_token.get(position, ()):
                    start, end = arguments.ranges[mention]
                    if start == position and mention.kind is not MentionKind.PRONOUN and arguments.fits(mention, item.types):
                        found = self._match_after(rest, end, arguments, {**binding, item.role: mention})
                        if found is not None:
                            return found
            elif _is_word(parse.words[position], item):
                found = self._match_after(rest, position + 1, arguments, binding)
                if found is not None:
                    return found
        return self._match_after(rest, position, arguments, binding) if item.optional else None

    def _emit(
        self,
        rule: Rule,
        binding: Binding,
        anchor: Mention,
        arguments: ArgumentFinder,
        constants: ConstantFinder,
        scope: ScopeReader,
        speakers: SpeakerFinder,
    ) -> Iterator[Candidate]:
        types = self.types[rule.id]
        token = arguments.ranges[anchor][0]
        bound: dict[str, Mention] = {}
        for part, role in rule.emit.items():
            found = constants.find(role, token) if role.startswith("@") else binding.get(role)
            if found is None and part in {"subject", "object"}:
                return
            if found is not None:
                bound[part] = found
        for part in ("subject", "object"):
            if rule.emit[part] in types and not arguments.fits(bound[part], types[rule.emit[part]]):
                return
            restriction = rule.restrictions.get(rule.emit[part])
            if restriction and any(arguments.fits(bound[part], (k,)) for k in restriction.not_types):
                return
            if bound[part].kind is MentionKind.NOMINAL and not arguments.is_referring(bound[part]):
                return
        if bound["subject"] == bound["object"]:
            return
        literal = self.ontology.get_predicate(rule.predicate).takes_literal
        yield Candidate(
            rule=rule,
            subject=bound["subject"],
            object=make_date(bound["object"]) if literal else bound["object"],
            token=token,
            qualifiers=_qualify(rule, bound),
            modality=Modality(rule.modality) if rule.modality else Modality.ACTUAL,
            speaker=speakers.find(token),
            confidence=rule.confidence,
        )


def _is_word(word: str, item: Item) -> bool:
    lower = word.lower().replace("’", "'")
    return lower in item.words or word in item.words


def _qualify(rule: Rule, bound: Binding) -> list[Qualifier]:
    found = [Qualifier(name=name, value=value) for name, value in sorted(rule.constants.items())]
    for part, mention in bound.items():
        if part in {"subject", "object"}:
            continue
        if mention.value is not None:
            found.append(Qualifier(name=part, value=mention.value))
        elif part in {"place", "via"}:
            found.append(Qualifier(name=part, value=mention))
        else:
            found.append(Qualifier(name=part, value=mention.text))
    return found


