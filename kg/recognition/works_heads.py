"""Works told by a head and what is done, made or kept there: "a packing shed at Zenda", "a 120,000-tonne storage"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.works_words import HANDLING, read_head

if TYPE_CHECKING:
    from kg.recognition.nominals import Nominal

_WORKS, _PHASE = "Facility", "Project"
_NOUNS = frozenset(["NN", "NNS", "VBG", "NNP"])
_INSIDE = _NOUNS | {"JJ", "JJR", "CD", "HYPH", "VBN", "NNPS", "RB", "$"}
_NEW = frozenset(
    ["a", "an", "another", "one", "its", "their", "his", "her", "our", "whose", "'s", "'", "new"]
)
_PLACING = frozenset(["in", "at", "near", "outside", "off", "beside", "on", "above", "below"])
_AROUND = frozenset(["north", "south", "east", "west", "outskirts", "edge"])
_OWN = (["of", "its", "own"], ["of", "their", "own"])
_DONE = frozenset(["dobj", "nsubjpass", "pobj", "conj", "appos"])
_OWNERS = frozenset(["its", "their", "whose", "'s"])
_RELATIVE = frozenset(["that", "which", "where"])
_NEAR = 2  # tokens between an owner and the head
_REACH = 10  # tokens from the head back to its article


class WorksHeads:
    """Reads such phrases; holds no state."""

    def __init__(self) -> None:
        words = load_lexicon("works")
        self.heads, self.doing_heads = words.get("heads"), words.get("doing_heads")
        self.doings, self.none = words.get("doings"), words.get("no_works")
        self.bare, self.devices = words.get("bare_heads"), words.get("devices")
        self.two_faced, self.phases = words.get("two_faced"), words.get("phases")
        self.ordinals = load_lexicon("arguments").get("ordinals") | words.get("phase_words")

    def decide(self, tokens: Tokens, i: int, kind: str | None) -> str | None:
        """The type of the noun at i that is of a kind by itself: works, where the phrase tells so."""
        word = read_head(tokens, i)
        if kind == _WORKS and word in self.devices and tokens.tags[i] == "NNS":
            return None  # "makes electrolysers"
        if kind == "Company" and word in self.two_faced:
            return _WORKS if self._is_handled(tokens, i) else kind
        if kind == "Company" and word == "unit" and tokens.lower[i - 1] in self.doings:
            return kind if self._is_none(tokens, i, word) else _WORKS
        if kind is None and word in self.phases:
            ordinal = tokens.lower[i - 1] in self.ordinals
            return _PHASE if ordinal and tokens.lower_at(i + 1) != "of" else None
        return kind or self._find_works(tokens, i, word)

    def _find_works(self, tokens: Tokens, i: int, word: str) -> str | None:
        """A head with what is done there, or new and placed."""
        if word not in self.heads | self.doing_heads or self._is_none(tokens, i, word):
            return None
        before = tokens.lower[i - 1]
        doing = before in self.doings
        if word in self.doing_heads:
            told = doing and (self._is_new(tokens, i) or self._is_placed(tokens, i))
            carries = self._is_carrying(tokens, i) and self._is_placed(tokens, i)
            return _WORKS if told or carries else None
        thing = tokens.tags[i - 1] in _NOUNS and not tokens.capital[i - 1]
        new = self._is_new(tokens, i)
        placed = self._is_placed(tokens, i) and (new or thing or before == "the")
        bare = new and word in self.bare and self._is_told(tokens, i)
        return _WORKS if doing or placed or bare or (thing and new) else None

    def _is_told(self, tokens: Tokens, i: int) -> bool:
        """Whose it is or what is done with it: "their main [works]", "a [hall] that Norvik rents"."""
        behind = tokens.lower_at(i + 1) in _RELATIVE or tokens.tags[i + 1 : i + 2] == ["VBN"]
        return behind or not _OWNERS.isdisjoint(tokens.lower[max(i - _NEAR, 0) : i])

    def _is_none(self, tokens: Tokens, i: int, word: str) -> bool:
        """ "A back yard", "the works of Mozart", "a packing shed wall"."""
        own = tokens.lower[i + 1 : i + 4] in _OWN
        if tokens.lower_at(i + 1) == "of" and not own:
            return True
        going_on = tokens.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["HYPH"], ["NNP"], ["POS"])
        return going_on or f"{tokens.lower[i - 1]} {word}" in self.none

    def _is_new(self, tokens: Tokens, i: int) -> bool:
        """Whether an article, a number or an owner stands before the phrase."""
        k = i - 1
        while k > max(i - _REACH, 0) and tokens.tags[k] in _INSIDE and tokens.lower[k] not in _NEW:
            k -= 1
        return tokens.lower[k] in _NEW or "CD" in tokens.tags[k + 1 : i]

    def _is_carrying(self, tokens: Tokens, i: int) -> bool:
        """ "A 120,000-tonne storage"."""
        return any(
            tokens.tags[k] == "CD" and tokens.words[k + 1] == "-"
            for k in range(max(i - 5, 0), i - 1)
        )

    def _is_placed(self, tokens: Tokens, i: int) -> bool:
        """Whether a name of a place may follow: "in Zenda", "of its own at Hentz", "south of Tarn"."""
        k = i + 1 + 3 * (tokens.lower[i + 1 : i + 4] in _OWN)
        if tokens.lower_at(k) in _AROUND:
            k += 1
            return tokens.lower_at(k) == "of" and tokens.capital[k + 1 : k + 2] == [True]
        if tokens.lower_at(k) not in _PLACING:
            return False
        k += 1 + (tokens.lower_at(k + 1) == "the")
        return tokens.capital[k : k + 1] == [True] or tokens.lower_at(k) in _AROUND

    def _is_handled(self, tokens: Tokens, i: int) -> bool:
        """ "Opened a cheese [dairy] at Zenda": new, placed, and the object of what is done to works."""
        if not self._is_placed(tokens, i) or not self._is_new(tokens, i):
            return False
        parse, k = tokens.parse, i
        while parse.deps[k] in {"conj", "appos", "prep", "pobj"} and parse.heads[k] < k:
            k = parse.heads[k]
        verb = parse.heads[k] if parse.deps[k] in _DONE else k
        return parse.lemmas[verb] in HANDLING


def take_up(tokens: Tokens, i: int, found: "Sequence[Nominal]") -> str | None:
    """ "A wind farm ... [the farm]": a noun that only the whole kind told before types."""
    words = tokens.lower
    if (tokens.tags[i] != "NN" and words[i] != "works") or words[i - 1] not in {"the", "this"}:
        return None
    before = (n for n in reversed(found) if words[n.head] == words[i] and n.head - n.start > 0)
    return next((n.type for n in before), None)
