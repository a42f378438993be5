"""Works taken up by another noun than they were told by: "a cattle ranch ... the 32,000-acre farm"."""

from collections import defaultdict
from collections.abc import Set
from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.called_nouns import find_echoed_noun
from kg.recognition.deal_roles import find_echoed_role
from kg.recognition.place_words import find_echoed_place
from kg.recognition.seated_firms import find_seated_firm
from kg.recognition.tokens import Tokens

_GOES_ON = frozenset(["of", "for", "at", "-"])  # behind the head of a name: "Port of Zenda"
_OCCASIONS = frozenset(["gathering", "convention"])
_BACK = 220  # tokens from such works to the noun that takes them up
_TELLING_APART = frozenset(["NN", "NNS", "NNP", "NNPS", "CD", "HYPH"])


@cache
def _read_tables() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The nouns that works may be told by, by the noun that takes them up; and the last words of those."""
    told_by: dict[str, set[str]] = defaultdict(set)
    for line in load_lexicon("nominals").get("works_alike"):
        first, _, second = line.partition("<")
        told = {word.strip() for word in (second or first).split("/")}
        for word in first.split("/"):
            told_by[word.strip()] |= told
    last_words = {word: {told.split()[-1] for told in alike} for word, alike in told_by.items()}
    return told_by, last_words


class WorksAlike:
    """Which nouns may stand for the same works; holds no state."""

    def __init__(self) -> None:
        self.told_by, self.last_words = _read_tables()

    def may_be(self, word: str, text: str, heads: Set[str]) -> bool:
        """Whether the noun may stand for works that are told so, or called so beside it (`heads`): "X, a ranch"."""
        alike = self.told_by.get(word)
        if not alike:
            return False
        words = text.lower().replace("-", " ").split()
        end = next((k for k, told in enumerate(words) if k and told in _GOES_ON), len(words))
        told = words[end - 1] in alike or " ".join(words[max(end - 2, 0) : end]) in alike
        return told or not alike.isdisjoint(heads - {*words})

    def find_echoed(self, tokens: Tokens, i: int) -> str | None:
        """The type of what a noun takes up that tells no thing by itself."""
        if self.echoes(tokens, i):
            return "Facility"
        if tokens.lower[i] in _OCCASIONS and tokens.lower_at(i - 1) in {"the", "this"}:
            return "Event"
        place = find_echoed_place(tokens, i) or find_echoed_role(tokens, i)
        return place or find_echoed_noun(tokens, i) or find_seated_firm(tokens, i)

    def echoes(self, tokens: Tokens, i: int) -> bool:
        """Whether a noun that tells no works by itself follows some of its like: "a supermarket ... [the shop]"."""
        ends = self.last_words.get(tokens.lower[i])
        if ends is None or tokens.tags[i] != "NN" or not _is_pointed_at(tokens, i):
            return False
        if tokens.tags[i + 1 : i + 2] in (["NN"], ["NNS"]) or tokens.lower_at(i + 1) in _GOES_ON:
            return False
        return not ends.isdisjoint(tokens.lower[max(i - _BACK, 0) : i])


def _is_pointed_at(tokens: Tokens, i: int) -> bool:
    """ "The shop", "the 300-seat venue"."""
    k = i - 1
    while k > 0 and tokens.tags[k] in _TELLING_APART and not tokens.capital[k]:
        k -= 1
    return tokens.lower_at(k) in {"the", "this"} and (k == i - 1 or "CD" in tokens.tags[k:i])
