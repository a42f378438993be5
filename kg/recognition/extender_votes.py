"""What the noun behind a name tells of it: "Zenda county", "the Mirovsky palace", "the Velden valley"."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_STRONG, _FAIR, _HINT = 2.0, 1.0, 0.5
_NATURAL = frozenset(["NaturalFeature", "TransportCorridor", "Port", "Airport"])
_SURE = _NATURAL | {"District", "Province"}  # told by several words as well
_HYPHENS = frozenset(["-", "–"])
_WORKS = frozenset(["project", "projects", "scheme", "schemes"])
_ROW = 8  # tokens of "and C-D" behind "A-B"
_LONGEST = 3  # words: "local government area"
_NOUNS = (["NN"], ["NNS"], ["NNP"])


class ExtenderReader:
    """Votes for what a noun in small letters may close; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        names = load_lexicon("names")
        self.ontology = ontology
        self.extenders = names.get_mapping("extenders")
        self.monuments = names.get("monuments")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        after = end
        if way := self._find_way(tokens, start, end):
            found[way] += _STRONG + _FAIR
            return
        if tokens.lower[end : end + 3 : 2] == [
            "(",
            ")",
        ]:  # "Velden Port-Zenda-Transport (VEZET) corridor"
            after = end + 3
        size, extended = self._find_closer(tokens, after)
        if extended not in _SURE and self.extenders.get(tokens.lower_at(after)) != extended:
            extended = ""  # "the Velden wind farm" tells of no town
        article = tokens.lower_at(start - 1) == "the"
        if after > end and extended == "TransportCorridor":
            found[extended] += _STRONG + _FAIR
        elif extended in {"District", "Province"}:
            goes_on = tokens.tags[after + size : after + size + 1] in _NOUNS
            found[extended] += _STRONG + _FAIR * (not goes_on)  # but "the Zenda state bank"
        elif article and tokens.lower_at(end) in self.monuments:
            found["Facility"] += _FAIR
        elif extended in _NATURAL and article and tokens.lower_at(end) != "line":
            found["City"] += _FAIR
        elif extended and self.ontology.is_a(extended, "Place"):
            found["City"] += _HINT

    def _find_closer(self, tokens: Tokens, start: int) -> tuple[int, str]:
        """How many words the longest noun at token `start` has that may close a name, and its type."""
        words = tokens.lower[start : start + _LONGEST]
        for size in range(len(words), 0, -1):
            if kind := self.extenders.get(" ".join(words[:size])):
                return size, kind
        return 0, ""

    def _find_way(self, tokens: Tokens, start: int, end: int) -> str | None:
        """What the ends of a way make: "the [A-B] railway" goes on, "[A-B] and [C-D] railways" are two ways."""
        if not any(tokens.words[k] in _HYPHENS for k in range(start + 1, end - 1)):
            return None
        k = end
        while k < end + _ROW and k < len(tokens.words) and self._goes_on(tokens, k, end):
            k += 1
        words = tokens.lower[k : k + _LONGEST]
        for n in range(len(words), 0, -1):
            noun, following = " ".join(words[:n]), tokens.lower_at(k + n)
            if self.extenders.get(noun.removesuffix("s")) != "TransportCorridor":
                continue
            if k > end or noun.endswith("s") or following in _WORKS:
                return "TransportCorridor"
            many = sum(word in _HYPHENS for word in tokens.words[start:end]) > 1
            return "City" if many or noun != "line" else None  # "the Zenda-Tarn line of cars"
        return None

    def _goes_on(self, tokens: Tokens, k: int, end: int) -> bool:
        """Whether the token belongs to "and C-D" behind the name."""
        if k == end:
            return tokens.lower[k] == "and"
        return tokens.capital[k] or tokens.words[k] in _HYPHENS
