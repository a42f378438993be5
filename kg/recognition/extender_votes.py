"""What the noun behind a name tells of it: "Zenda county", "the Mirovsky palace", "the Velden valley"."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_STRONG, _FAIR, _HINT = 2.0, 1.0, 0.5
_NATURAL = frozenset(["NaturalFeature", "TransportCorridor", "Port", "Airport"])
_SURE = _NATURAL | {"District", "Province"}  # told by several words as well
_LONGEST = 3  # words: "local government area"


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
        if tokens.lower[end : end + 3 : 2] == [
            "(",
            ")",
        ]:  # "Velden Port-Zenda-Transport (VEZET) corridor"
            after = end + 3
        words = tokens.lower[after : after + _LONGEST]
        kinds = (self.extenders.get(" ".join(words[:n])) for n in range(len(words), 0, -1))
        extended = next((kind for kind in kinds if kind), "")
        if extended not in _SURE and self.extenders.get(tokens.lower_at(after)) != extended:
            extended = ""  # "the Velden wind farm" tells of no town
        article = tokens.lower_at(start - 1) == "the"
        if after > end and extended == "TransportCorridor":
            found[extended] += _STRONG + _FAIR
        elif extended in {"District", "Province"}:
            found[extended] += _STRONG
        elif article and tokens.lower_at(end) in self.monuments:
            found["Facility"] += _FAIR
        elif extended in _NATURAL and article and tokens.lower_at(end) != "line":
            found["City"] += _FAIR
        elif extended and self.ontology.is_a(extended, "Place"):
            found["City"] += _HINT
