"""Which phrase rules a sentence can fit, and before which token their first mention must begin.

A rule needs words, and mentions of some types, behind the mention that it begins with. Each distinct
need has a number; a sentence notes for each where it is last met, and looks only at the rules whose
rarest need it meets.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule_words import normalize_word
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_EVERYDAY = load_lexicon("phrases").get("everyday")
_KEPT_WORDS = 50_000  # words whose needs are kept: as many as a newspaper uses
_COMMON = 50  # how many times as often as another word one of these or a mark is met, roughly

Types = tuple[str, ...]
Need = frozenset[str] | Types  # the alternatives of a word, or the types of a mention


@dataclass(frozen=True, slots=True)
class Needs:
    """What one rule needs: anywhere in the sentence, and behind its first mention."""

    anywhere: tuple[Need, ...]
    behind: tuple[Need, ...]


def _count_uses(need: Need) -> int:
    """How often a need is met, roughly: a word that every sentence has counts as many others."""
    return sum(_COMMON if word in _EVERYDAY or not word.isalpha() else 1 for word in need)


class NeedIndex:
    """The needs of all rules, numbered; the same for all documents."""

    def __init__(self, rules: Sequence[Needs]) -> None:
        numbers: dict[Need, int] = {}
        self.anywhere = [[numbers.setdefault(n, len(numbers)) for n in r.anywhere] for r in rules]
        self.behind = [[numbers.setdefault(n, len(numbers)) for n in r.behind] for r in rules]
        self.all_needs = [{*a, *b} for a, b in zip(self.anywhere, self.behind, strict=True)]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.types: list[tuple[int, Types]] = []
        for need, number in numbers.items():
            if isinstance(need, tuple):
                self.types.append((number, need))
            else:
                for word in need:
                    self.by_word[word].append(number)
        self._group(rules, numbers)
        self._known: dict[tuple[str, MentionKind, str], list[int]] = {}
        self._met_by: dict[str, list[int]] = {}

    def _group(self, rules: Sequence[Needs], numbers: dict[Need, int]) -> None:
        """The rules by the need that fewest words meet; those that need nothing always fit."""
        self.by_rarest: dict[int, list[int]] = defaultdict(list)
        self.free: list[int] = []
        for n, rule in enumerate(rules):
            words = [need for need in (*rule.anywhere, *rule.behind) if isinstance(need, frozenset)]
            needs: list[Need] = [*words] or [*rule.behind]
            if needs:
                self.by_rarest[numbers[min(needs, key=_count_uses)]].append(n)
            else:
                self.free.append(n)

    def list_met(self, mention: Mention, arguments: ArgumentFinder) -> list[int]:
        """The needs that a mention meets."""
        key = mention.type, mention.kind, mention.origin
        found = self._known.get(key)
        if found is None:
            found = [number for number, types in self.types if arguments.fits(mention, types)]
            self._known[key] = found
        return found

    def _list_met_by(self, word: str) -> list[int]:
        """The needs that a word meets as it is written or normalized; the same for all documents."""
        found = self._met_by.get(word)
        if found is None:
            forms = {word, normalize_word(word)}
            found = [n for form in sorted(forms) for n in self.by_word.get(form, ())]
            if len(self._met_by) < _KEPT_WORDS:
                self._met_by[word] = found
        return found

    def find_limits(self, sentence: int, arguments: ArgumentFinder) -> dict[int, int]:
        """The token that the first mention must begin before, by the numbers of the rules that fit."""
        start, end = arguments.parse.sentences[sentence]
        last = self._find_last(start, end, arguments)
        by_rarest, all_needs, behind = self.by_rarest, self.all_needs, self.behind
        met = last.keys()
        limits = dict.fromkeys(self.free, end)
        for need in met & by_rarest.keys():
            for n in by_rarest[need]:
                if all_needs[n] <= met:
                    limit = min((last[k] for k in behind[n]), default=end)
                    if limit > start:
                        limits[n] = limit
        return limits

    def _find_last(self, start: int, end: int, arguments: ArgumentFinder) -> dict[int, int]:
        """Where each need that is met is met last."""
        last: dict[int, int] = {}
        words = arguments.parse.words
        for k in range(start, end):
            met = self._list_met_by(words[k])
            if met:
                last.update(dict.fromkeys(met, k))
            for mention in arguments.by_token.get(k, ()):
                if arguments.ranges[mention][0] == k:
                    last.update(dict.fromkeys(self.list_met(mention, arguments), k))
        return last
