"""Rows behind a word for firms: in "brands such as Norvik, Jane Roe and Zenda" each member is a firm."""

from collections.abc import Container
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_JOINTS = (
    [","], ["and"], ["or"], ["&"], [",", "and"], [",", "or"], ["and", "the"], [",", "the"],
    [",", "and", "the"], ["as", "well", "as"], [",", "as", "well", "as"],
)  # fmt: skip
_OPEN = frozenset(["Person", "City", "District", "NaturalFeature", "Region", "Product", "Event"])
_PLACES = frozenset(["City", "District", "Country", "Province", "Region"])
_REACH = 8  # tokens from the cue back to the noun: "firms by the end of 2014, including"
_LEAST, _MANY = 2, 3  # firms of a row that tell what the others are; that outweigh a person's name
_WIDE = 3  # words of a member at most


class FirmRows:
    """Retypes members of rows; holds no state."""

    def __init__(self) -> None:
        names, triggers = load_lexicon("names"), load_lexicon("triggers")
        self.kinds = triggers.get("company_rows")
        self.sides = frozenset(f"{noun}s" for noun in names.get("firm_sides"))
        self.cues = names.get("row_cues")
        self.given = load_lexicon("given_names").get("given")

    def retype(self, tokens: Tokens, names: list[Name]) -> list[Name]:
        """The names, with firms for what the word before their row and its other members make firms."""
        firms: set[int] = set()
        for row in _find_rows(tokens, names):
            kind = self._find_kind(tokens, names[row[0]].start)
            if kind:
                firms.update(self._find_firms(tokens, names, row, sure=kind in self.kinds))
        return make_firms(names, firms) if firms else names

    def _find_kind(self, tokens: Tokens, start: int) -> str:
        """The plural that a row is told by, or ""."""
        k = start - 1 - (tokens.lower_at(start - 1) == "the")
        k -= tokens.lower_at(k) == ":"
        if k >= 0 and tokens.lower[k] in self.kinds and tokens.tags[k] == "NNS":
            return tokens.lower[k]  # "the brands A, B and C"
        if tokens.lower_at(k) not in self.cues:
            return ""
        for back in range(k - 1, max(k - 1 - _REACH, -1), -1):
            word = tokens.lower[back]
            if word in self.kinds or word in self.sides:
                return word
            if tokens.tags[back].startswith("NN") or word in {".", ";"}:
                return ""
        return ""

    def _find_firms(
        self, tokens: Tokens, names: list[Name], row: list[int], *, sure: bool
    ) -> list[int]:
        """The members that are taken for firms; `sure` where the plural is said of firms alone."""
        open_ones = [n for n in row if self._may_be_firm(names[n])]
        persons = [n for n in open_ones if self._is_persons(tokens, names[n])]
        towns = [n for n in row if names[n].type in _PLACES]
        told = sum(names[n].type == "Company" for n in row)
        if told < _LEAST or told < max(len(persons), len(towns)):
            return []
        many = len(row) - len(persons) - len(towns) >= _MANY
        kept = set() if sure or (many and len(persons) == 1) else set(persons)
        if not sure and (told < _MANY or len(towns) > 1):
            kept.update(n for n in towns if names[n].known_as)
        return [n for n in open_ones if n not in kept]

    def _may_be_firm(self, name: Name) -> bool:
        return name.type in _OPEN and name.end - name.start <= _WIDE

    def _is_persons(self, tokens: Tokens, name: Name) -> bool:
        full = name.end - name.start > 1 and tokens.lower[name.start] in self.given
        return name.type == "Person" and full


def make_firms(names: list[Name], numbers: Container[int]) -> list[Name]:
    """The names, with firms for those of these numbers."""
    return [
        replace(n, type="Company", origin="context", known_as=None, kind=MentionKind.NAME)
        if number in numbers
        else n
        for number, n in enumerate(names)
    ]


def _find_rows(tokens: Tokens, names: list[Name]) -> list[list[int]]:
    """The numbers of names that stand in a row of three or more."""
    rows: list[list[int]] = []
    order = sorted(range(len(names)), key=lambda n: names[n].start)
    for n in order:
        last = names[rows[-1][-1]].end if rows else 0
        if rows and tokens.lower[last : names[n].start] in _JOINTS:
            rows[-1].append(n)
        else:
            rows.append([n])
    return [row for row in rows if len(row) > _LEAST]
