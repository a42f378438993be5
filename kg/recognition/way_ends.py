"""Which names are the ends of ways, and which codes are roads: "the track between X and Y", "lorries on the M7"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_SECOND = frozenset(["and", "to", "with"])
_OPENING = frozenset(["between", "from"])
_THROUGH = frozenset(["through", "via", "towards"])
_LINKING = frozenset(["link", "connect"])
_BACK = 7  # tokens from the second end to the word before the first
_SURE = 8.0  # more than what the letters look like, a firm's or a model's
_CODE = re.compile(r"[A-Z]{1,2}-?\d{1,4}[A-Z]?")
_INDIAN = re.compile(r"(?:NH|SH|NE)-?\d{1,3}[A-Z]?")
_WORDS = load_lexicon("nominals").get("words_of_roads")
_DEEDS = load_lexicon("nominals").get("deeds_on_roads")
_ON = frozenset(["on", "along", "onto", "off"])
_PLACED = frozenset(["near", "outside", "through"])
_SECONDS = {"between": "and", "from": "to"}
_FAR_END = 6  # tokens from the first end of a road to the word before the second


class WayReader:
    """Reads the words before a name; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("nominals")
        self.nominals = lexicon.get_mapping("nominals")
        self.ways = lexicon.get("ways")
        self.going = lexicon.get("way_going")
        self.ends = load_lexicon("arguments").get("telling_ends")

    def is_end(self, tokens: Tokens, start: int) -> bool:
        """Whether the name that begins at `start` is an end of a way; ends are more often towns than not."""
        if tokens.tags[start - 1] == "POS" and tokens.lower_at(start - 3) in _SECOND:
            start -= 2  # "links X with Ruritania's Y"
        if tokens.lower_at(start - 1) in _SECOND:
            opened = range(start - 2, max(start - _BACK, 0), -1)
            start = next((k + 1 for k in opened if self._opens(tokens, k)), start)
        return self._opens(tokens, start - 1)

    def _opens(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at `k` leads to the first end."""
        if k < 1:
            return False
        lower, lemma = tokens.lower[k], tokens.lemma_at(k - 1)
        way = self.nominals.get(lemma) == "TransportCorridor" or lemma in self.ways
        if (way and lower in self.ends) or (_is_code(tokens, k - 1) and _goes_between(tokens, k)):
            return True
        if lower in _OPENING or lower in _THROUGH:  # "the ferry runs between X and Y"
            before = range(max(k - 5, 0), k)
            return tokens.lower_at(k - 1) in self.going and any(
                self.nominals.get(tokens.lemma_at(n)) == "TransportCorridor"
                or tokens.lemma_at(n) in self.ways
                or _is_code(tokens, n)
                for n in before
            )
        k -= tokens.tags[k] == "POS"  # "links Ruritania's X", "links Ruritanian X"
        if tokens.capital[k]:
            k -= 1
        return tokens.lemma_at(k) in _LINKING and tokens.tags[k].startswith("V")


class RoadCodeReader:
    """Votes for names of roads that look like models; holds no state."""

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        code = "".join(tokens.words[start:end])
        if not code[-2:-1].isdigit() and not code[-1].isdigit():
            return
        indian = _INDIAN.fullmatch(code) is not None
        if not indian and (_CODE.fullmatch(code) is None or tokens.lower_at(start - 1) != "the"):
            return
        if self._is_road(tokens, start - (not indian), end):
            vote(found, "TransportCorridor", _SURE)

    def _is_road(self, tokens: Tokens, start: int, end: int) -> bool:
        """`start` is that of the article, if one stands before it."""
        first, last = tokens.parse.sentences[tokens.parse.sentence_of[start]]
        told = not _WORDS.isdisjoint(tokens.lower[first:last])
        if told and (start == first or tokens.lower_at(start - 1) in _ON):
            return True
        before = tokens.lemma_at(start - 1)
        part = (
            before == "of" and tokens.lower_at(start - 2) in _WORDS
        )  # "the last section of the M7"
        if part or before in _DEEDS or _goes_between(tokens, end):
            return True
        following = tokens.lower_at(end)
        placed = following in _PLACED and any(tokens.capital[end + 1 : end + 2])
        return (placed and told) or _links(tokens, end)


def _is_code(tokens: Tokens, k: int) -> bool:
    """Whether the word at k may be a road's: "the M7", "NH-48"."""
    word = tokens.words[k] if k >= 0 else ""
    lettered = _CODE.fullmatch(word) is not None and tokens.lower_at(k - 1) == "the"
    return lettered or _INDIAN.fullmatch(word) is not None


def _links(tokens: Tokens, end: int) -> bool:
    """ "the M7 links Tarn and Zenda", "the E75, which connects Tarn with Zenda"."""
    k = end
    while tokens.lower_at(k) in {",", "which", "that", "also", "will"}:
        k += 1
    named = any(tokens.capital[k + 1 : k + 2])
    links = tokens.lower_at(k) in {"links", "connects", "joins"}  # whatever the tagger says
    return named and (links or tokens.lemma_at(k) in _LINKING)


def _goes_between(tokens: Tokens, end: int) -> bool:
    """ "the N31 between Tarn and Zenda", "the E75, which runs from Tarn to Zenda": both ends in capitals."""
    k = end
    while tokens.lower_at(k) in {",", "which", "that", "runs", "running", "stretches", "road"}:
        k += 1
    second = _SECONDS.get(tokens.lower_at(k))
    if second is None or not any(tokens.capital[k + 1 : k + 2]):
        return False
    reach = range(k + 2, min(k + 2 + _FAR_END, tokens.size - 1))
    n = next((n for n in reach if tokens.lower[n] == second), None)
    return n is not None and tokens.capital[n + 1] and all(tokens.capital[k + 1 : n])
