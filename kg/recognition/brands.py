"""Firms with names of places: "Lushan" is Hunan Lushan Heavy Equipment, "Zenda" a miner."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.firm_rows import FirmRows, make_firms
from kg.recognition.name import Name
from kg.recognition.namesakes import NamesakeReader
from kg.recognition.short_firms import ShortFirms
from kg.recognition.tokens import Tokens

_PLACES = ("City", "District", "Province")


class BrandReader:
    """Retypes places that a document names as short forms of a firm; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.namesakes, self.rows, self.shorts = NamesakeReader(), FirmRows(), ShortFirms()
        names = load_lexicon("names")
        self.prepositions = names.get("place_prepositions") | {"at", "to", "from", "of", "between"}

    def retype(self, tokens: Tokens, names: list[Name], places: frozenset[int]) -> list[Name]:
        """The names, with firms for those of places that the document calls so.

        One is the second word of a firm's name and never told as a place; another is called a firm, or
        stands in a row of firms.
        `places` are the tokens of known places: the first word of such a name is one.
        """
        brands = {
            tokens.words[name.start + 1]
            for name in names
            if name.type == "Company" and name.end - name.start > 2 and name.start in places
        }
        told = {
            tokens.words[n.start]
            for n in names
            if n.type in _PLACES and self._is_told_as_place(tokens, n)
        }
        firms = self.namesakes.find(tokens, names) | self.shorts.find(tokens, names)
        firms |= {
            number
            for number, n in enumerate(names)
            if n.type in _PLACES and n.end - n.start == 1
            if tokens.words[n.start] in brands - told
        }
        return self.rows.retype(tokens, make_firms(names, firms))

    def _is_told_as_place(self, tokens: Tokens, name: Name) -> bool:
        before = tokens.lower_at(name.start - 1)
        return before in self.prepositions or name.start in tokens.datelines
