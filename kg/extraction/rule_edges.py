"""Which phrase rules may begin with a mention, by the words beside it and what must stand behind it.

Nearly all rules that a sentence could fit fail there; looking first spares laying their patterns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.casting import CASTS, fit_first
from kg.extraction.passing import may_pass
from kg.extraction.pattern_steps import Step
from kg.extraction.rule import Item, Rule
from kg.extraction.rule_needs import Fitting, NeedIndex, Needs, Types
from kg.extraction.rule_words import FREE, list_needs, list_tokens, normalize_word
from kg.model.mention import Mention, MentionKind

_PASSED = ("(", "<", ",")  # how what is passed over behind a name begins


@dataclass(frozen=True, slots=True)
class Opening:
    """A rule with its anchor: the place of its first mention slot."""

    rule: Rule
    anchor: int
    types: Types
    before: tuple[Item, ...]  # what stands left of it
    first: Step  # the slot, and what stands right of it

    @classmethod
    def of(cls, rule: Rule) -> Self:
        """The opening of a phrase rule."""
        anchor = next(n for n, item in enumerate(rule.items) if item.role)
        sure = not any(role.startswith("@") for role in rule.emit.values())
        first = Step.chain(rule.items[anchor:], sure=sure, bare=not anchor)
        if first is None:
            raise ValueError(f"{rule.id} has no slot")
        return cls(rule, anchor, rule.items[anchor].types, rule.items[:anchor], first)

    @property
    def is_casting(self) -> bool:
        """Whether the rule may take other words than those of a mention for its first name."""
        return not CASTS.keys().isdisjoint(self.types)

    def list_needs(self) -> Needs:
        """The words that may not be missing, and the mentions behind the first; any word may be a cast one."""
        before, behind = self.rule.items[: self.anchor], self.rule.items[self.anchor + 1 :]
        slots = (item.types for item in behind if item.role and not item.optional)
        sure = (types for types in slots if CASTS.keys().isdisjoint(types))
        return Needs(anywhere=tuple(list_needs(before)), behind=(*list_needs(behind), *sure))

    def list_before(self) -> frozenset[str] | None:
        """The words one of which must stand before the mention; None if any may, or none."""
        return _list_nearest(reversed(self.rule.items[: self.anchor]))

    def list_behind(self) -> frozenset[str] | None:
        """The words one of which must stand behind it; None if any may, or the mention may be a longer one."""
        if self.rule.items[self.anchor].many:
            return None
        found = _list_nearest(self.rule.items[self.anchor + 1 :])
        return None if found is None else found.union(_PASSED)


def _list_nearest(items: Iterable[Item]) -> frozenset[str] | None:
    """The words one of which comes first, whatever optional ones are left out."""
    found: set[str] = set()
    for item in items:
        if not item.words or item.refused or item.words == FREE:
            return None
        found |= list_tokens(item)
        if not item.optional:
            return frozenset(found)
    return None


class _Side:
    """The numbers of openings by a word that may stand on one side of the mention."""

    def __init__(self, words: Sequence[frozenset[str] | None]) -> None:
        self.free = frozenset(n for n, found in enumerate(words) if found is None)
        by_word: dict[str, set[int]] = defaultdict(set)
        for n, found in enumerate(words):
            for word in found or ():
                by_word[word].add(n)
        self.by_word = {word: frozenset(numbers) for word, numbers in by_word.items()}

    def find(self, numbers: set[int], word: str | None) -> set[int]:
        """Those of `numbers` that may stand beside a word, or at the edge of a text."""
        found = numbers & self.free
        if word is None:
            return found
        for form in {word, normalize_word(word)}:
            fitting = self.by_word.get(form)
            if fitting is not None:
                found |= numbers & fitting
        return found


class OpeningIndex:
    """The openings of all phrase rules, in their order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.openings = [Opening.of(rule) for rule in rules]
        numbers: dict[Types, int] = {}
        self.kinds = [numbers.setdefault(o.types, len(numbers)) for o in self.openings]
        self.needs = NeedIndex([opening.list_needs() for opening in self.openings])
        behind = [opening.list_behind() for opening in self.openings]
        self.behind = behind
        # A rule may take more words for a name than those that were found.
        casting = [opening.is_casting for opening in self.openings]
        self.clauses = frozenset(n for n, o in enumerate(self.openings) if o.first.opens_clause)
        self.left = _Side([opening.list_before() for opening in self.openings])
        self.right = _Side([None if c else b for c, b in zip(casting, behind, strict=True)])
        self._known: dict[tuple[str, MentionKind, str], frozenset[int]] = {}

    def list_taking(self, mention: Mention, arguments: ArgumentFinder) -> frozenset[int]:
        """The openings whose first mention may be of a type, kind and origin like the mention's."""
        key = mention.type, mention.kind, mention.origin
        found = self._known.get(key)
        if found is None:
            anything = mention.kind is MentionKind.PRONOUN  # what it stands for is found later
            named = mention.kind is MentionKind.NAME
            found = self._known[key] = frozenset(
                n
                for n, opening in enumerate(self.openings)
                if anything
                or (named and opening.is_casting)
                or arguments.fits(mention, opening.types)
            )
        return found


_indexed: list[tuple[Sequence[Rule], OpeningIndex]] = []  # of the rules that were asked for last


def index_openings(rules: Sequence[Rule]) -> OpeningIndex:
    """The index of these rules; the same again for the same rules, as making it takes a while."""
    if not _indexed or _indexed[0][0] is not rules:
        _indexed[:] = [(rules, OpeningIndex(rules))]
    return _indexed[0][1]


class Beginnings:
    """The rules that may begin with the mentions of one document."""

    def __init__(self, index: OpeningIndex, arguments: ArgumentFinder) -> None:
        self.index = index
        self.arguments = arguments
        self.fitting: dict[int, Fitting] = {}  # by sentence

    def find(self, mention: Mention, *, every: bool) -> Iterator[tuple[Opening, Mention]]:
        """The rules with what each takes the mention for; `every` even where the words differ."""
        known: dict[int, Mention | None] = {}  # by the number of the types
        sentence = self.arguments.parse.sentence_of[self.arguments.ranges[mention][0]]
        numbers = self._list_all(sentence) if every else self._sift(mention, sentence)
        openings, kinds = self.index.openings, self.index.kinds
        for n in sorted(numbers):
            kind = kinds[n]
            if kind not in known:
                known[kind] = fit_first(mention, openings[n].types, self.arguments)
            first = known[kind]
            if first is not None and (every or first is mention or self._goes_on(n, first)):
                yield openings[n], first

    def _sift(self, mention: Mention, sentence: int) -> list[int]:
        """The rules whose words and other mentions stand on the right side of the mention."""
        told = self.fitting.get(sentence)
        if told is None:
            told = self.fitting[sentence] = self.index.needs.read(sentence, self.arguments)
        fitting = told.rules & self.index.list_taking(mention, self.arguments)
        words = self.arguments.parse.words
        start, end = self.arguments.ranges[mention]
        numbers = self.index.left.find(fitting, words[start - 1] if start else None)
        following = words[end] if end < len(words) else None
        passing = numbers & self.index.clauses if self._may_pass(end) else set()
        numbers = self.index.right.find(numbers, following) | passing
        needs, unmet = self.index.needs.behind, told.find_unmet_behind(start)
        return [n for n in numbers if not needs[n] & unmet]

    def _may_pass(self, position: int) -> bool:
        return position < len(self.arguments.parse.words) and may_pass(position, self.arguments)

    def _list_all(self, sentence: int) -> list[int]:
        """The rules all of whose words stand somewhere in the sentence."""
        start, end = self.arguments.parse.sentences[sentence]
        words = self.arguments.parse.words[start:end]
        told = {*words, *map(normalize_word, words)}
        return [
            n
            for n, opening in enumerate(self.index.openings)
            if not any(need.isdisjoint(told) for need in list_needs(opening.rule.items))
        ]

    def _goes_on(self, number: int, first: Mention) -> bool:
        """Whether the word behind what a rule takes for a name is one of its own."""
        behind, words = self.index.behind[number], self.arguments.parse.words
        end = self.arguments.ranges[first][1]
        if behind is None or (number in self.index.clauses and self._may_pass(end)):
            return True
        return end < len(words) and not behind.isdisjoint((words[end], normalize_word(words[end])))
