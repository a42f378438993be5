"""Which phrase rules a sentence can fit, and behind which tokens it has all that they need.

A rule needs words, and mentions of some types, behind the mention that it begins with. Each distinct
need is a bit; a sentence notes which are met from each of its tokens on, and looks only at the rules
whose rarest need it meets.
"""

from collections import Counter, defaultdict
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
_Met = tuple[int, list[int]]  # a mask of needs, and the rules whose rarest need is one of them


@dataclass(frozen=True, slots=True)
class Needs:
    """What one rule needs: anywhere in the sentence, and behind its first mention."""

    anywhere: tuple[Need, ...]
    behind: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The rules that a sentence fits by its words, and the needs that it does not meet from each token on."""

    rules: set[int]
    start: int
    unmet_from: list[int]

    def find_unmet_behind(self, token: int) -> int:
        """The mask of the needs that are not met behind a token."""
        return self.unmet_from[token + 1 - self.start]


def _count_uses(need: Need) -> int:
    """How often a need is met, roughly: a word that every sentence has counts as many others."""
    return sum(_COMMON if word in _EVERYDAY or not word.isalpha() else 1 for word in need)


class NeedIndex:
    """The needs of all rules, each a bit of a mask; the same for all documents."""

    def __init__(self, rules: Sequence[Needs]) -> None:
        uses = Counter(need for rule in rules for need in (*rule.anywhere, *rule.behind))
        # What many rules need has a low number, so that the masks of most rules are short.
        numbers = {need: n for n, (need, _) in enumerate(uses.most_common())}
        self.all = (1 << len(numbers)) - 1
        self.behind = [_join(rule.behind, numbers) for rule in rules]
        self.others = [_join((*rule.anywhere, *rule.behind), numbers) for rule in rules]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.types: list[tuple[int, Types]] = []
        for need, number in numbers.items():
            if isinstance(need, tuple):
                self.types.append((number, need))
            else:
                for word in need:
                    self.by_word[word].append(number)
        self._group(rules, numbers)
        self._known: dict[tuple[str, MentionKind, str], _Met] = {}
        self._met_by: dict[str, _Met] = {}

    def _group(self, rules: Sequence[Needs], numbers: dict[Need, int]) -> None:
        """The rules by the need that fewest words meet, and what else they need; some need nothing."""
        self.by_rarest: dict[int, list[int]] = defaultdict(list)
        self.free: list[int] = []
        for n, rule in enumerate(rules):
            words = [need for need in (*rule.anywhere, *rule.behind) if isinstance(need, frozenset)]
            needs: list[Need] = [*words] or [*rule.behind]
            if needs:
                rarest = numbers[min(needs, key=_count_uses)]
                self.by_rarest[rarest].append(n)
                self.others[n] ^= 1 << rarest
            else:
                self.free.append(n)

    def _meet(self, needs: list[int]) -> _Met:
        rules = [n for need in needs for n in self.by_rarest.get(need, ())]
        return sum(1 << need for need in {*needs}), rules

    def _find_met(self, mention: Mention, arguments: ArgumentFinder) -> _Met:
        """The needs that a mention meets."""
        key = mention.type, mention.kind, mention.origin
        found = self._known.get(key)
        if found is None:
            fitting = [number for number, types in self.types if arguments.fits(mention, types)]
            found = self._known[key] = self._meet(fitting)
        return found

    def _find_met_by(self, word: str) -> _Met:
        """The needs that a word meets as it is written or normalized; the same for all documents."""
        found = self._met_by.get(word)
        if found is None:
            forms = {word, normalize_word(word)}
            found = self._meet([n for form in forms for n in self.by_word.get(form, ())])
            if len(self._met_by) < _KEPT_WORDS:
                self._met_by[word] = found
        return found

    def read(self, sentence: int, arguments: ArgumentFinder) -> Fitting:
        """The rules all of whose needs a sentence meets."""
        start, end = arguments.parse.sentences[sentence]
        words, ranges = arguments.parse.words, arguments.ranges
        unmet_from, candidates = [self.all] * (end - start + 1), {*self.free}
        met, everything = 0, self.all
        for k in range(end - 1, start - 1, -1):
            mask, rules = self._find_met_by(words[k])
            met |= mask
            candidates.update(rules)
            for mention in arguments.by_token.get(k, ()):
                if ranges[mention][0] == k:
                    mask, rules = self._find_met(mention, arguments)
                    met |= mask
                    candidates.update(rules)
            unmet_from[k - start] = everything ^ met
        others, unmet = self.others, everything ^ met
        return Fitting({n for n in candidates if not others[n] & unmet}, start, unmet_from)


def _join(needs: Sequence[Need], numbers: dict[Need, int]) -> int:
    return sum(1 << number for number in {numbers[need] for need in needs})
