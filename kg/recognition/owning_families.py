"""Families as groups that own and found: "the Hentz family sold its stake", "the Hentz and Tarn families"."""

from collections.abc import Mapping

from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_WORDS = frozenset(["family", "families", "clan", "dynasty"])
_PARTICLES = frozenset(["de", "da", "di", "del", "van", "von", "der", "al", "bin", "-", "’", "'"])
_LONGEST = 4  # tokens of a family's name
_NO_FAMILIES = frozenset(
    "royal first holy imperial ruling christian muslim hindu jewish catholic linux google apple".split()  # noqa: SIM905
)
# "Join the Norvik family", "a part of the Norvik family": who works for a firm, or buys from it.
_JOINING = frozenset(["join", "welcome", "enter", "extend", "expand", "complete", "grow"])
_PARTS = frozenset(["part", "member", "addition"])
_DESCRIBING = frozenset(["JJ", "JJS", "VBG", "VBN", "NN", "RB", "HYPH"])
_REACH = 4  # words that describe it: "the billionaire", "the country's richest"
_WARES = frozenset(["NNS", "NN"])


class OwningFamilies:
    """Finds families by the word behind their name; holds no state."""

    def find(self, tokens: Tokens, known: Known) -> list[Name]:
        """The families in order; each of several is called as it is alone."""
        found: list[Name] = []
        for k, word in enumerate(tokens.lower):
            if word in _WORDS and tokens.words[k].islower() and self._closes(tokens, k):
                found += self._find_at(tokens, k, known)
        return found

    def _closes(self, tokens: Tokens, k: int) -> bool:
        """Whether no noun follows: "the Hentz family [trust]", "the Norvik family [of jets]"."""
        following = tokens.tags[k + 1 : k + 2]
        if following in (["NN"], ["NNS"], ["HYPH"], ["NNP"]):
            return False
        small = tokens.tags[k + 2 : k + 3]
        wares = tokens.lower_at(k + 1) == "of" and small and small[0] in _WARES
        return not (wares and not tokens.capital[k + 2])

    def _find_at(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        rows = [self._find_run(tokens, k)]
        if tokens.lower[k].endswith("ies") and tokens.lower_at(rows[0][0] - 1) == "and":
            rows.insert(0, self._find_run(tokens, rows[0][0] - 1))
        if any(start == end or self._is_none(tokens, start, end, known) for start, end in rows):
            return []
        if (tokens.lower[k].endswith("ies") and len(rows) == 1) or not _is_told(tokens, rows[0][0]):
            return []
        word = "family" if len(rows) > 1 else tokens.words[k]
        return [
            Name(
                start=start,
                end=end + (end == k),
                type="Organization",
                origin="family",
                called=f"{tokens.slice(start, end)} {word}",
            )
            for start, end in rows
        ]

    def _find_run(self, tokens: Tokens, end: int) -> tuple[int, int]:
        """The capitals right before a token, with what joins them."""
        start = end
        while start > max(0, end - _LONGEST) and (
            tokens.capital[start - 1] or (start < end and tokens.lower[start - 1] in _PARTICLES)
        ):
            start -= 1
        while start < end and (
            not (tokens.capital[start] or tokens.lower[start] in _PARTICLES)
            or tokens.tags[start] in {"DT", "PRP$", "IN"}
            or (tokens.words[start].istitle() and tokens.lower[start] == "the")
        ):
            start += 1
        return start, end

    def _is_none(self, tokens: Tokens, start: int, end: int, known: Known) -> bool:
        """Whether the capitals name a land, a faith, a model or a body, and no people."""
        words = tokens.words[start:end]
        coded = any(any(c.isdigit() for c in w) or (w.isupper() and len(w) < 5) for w in words)
        land = any(s in known for s in range(start, end))
        return coded or land or not _NO_FAMILIES.isdisjoint(w.lower() for w in words)


def _is_told(tokens: Tokens, start: int) -> bool:
    """ "the X family", "the billionaire X family", "India's X family", and none that somebody joins."""
    k = start - 1
    while k > max(0, start - _REACH) and tokens.tags[k] in _DESCRIBING and not tokens.capital[k]:
        k -= 1
    if tokens.lower_at(k) not in {"the", "'s", "’s"}:
        return False
    before = tokens.lower_at(k - 1)
    joined = tokens.lemma_at(k - 1) in _JOINING or before == "into"
    joined = joined or (before == "to" and tokens.lower_at(k - 2) == "welcome")
    return not (joined or (before == "of" and tokens.lower_at(k - 2) in _PARTS))
