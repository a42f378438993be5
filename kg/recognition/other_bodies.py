"""Longer names that hold a shorter one whole and are of another thing: "Treasury Board Secretariat"."""

import re

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention
from kg.ontology import Ontology
from kg.recognition.acronyms import is_acronym

_NAMED_BY_FIRST = " of "  # "Bank of Tarn": all before and behind is part of what it is called
_FIELDLESS = 2  # words of a body without a field: "Treasury Department"
_KIN = frozenset(["family", "clan", "dynasty"])
_GROUP = re.compile(r" groups?\b(?! \w+ed\b| of )")


class OtherBodies:
    """Tells them from full names by the words that the longer name has more; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        names = load_lexicon("names")
        heads = names.get_mapping("heads")
        bodies = {h for h, kind in heads.items() if kind != "Company"} - names.get("cut_bodies")
        self.heads = bodies | names.get("chambers")
        self.parts = names.get("part_heads")
        self.organs = names.get("organ_heads")
        self.kept = names.get("kept_fronts")
        self.ranks = names.get("ranks_of_bodies")

    def is_other(self, short: Mention, full: Mention) -> bool:
        """Whether `full`, which has all words of `short` in order, is no fuller name of it."""
        mine = short.text.replace("’", "'").casefold().split()
        theirs = full.text.replace("’", "'").casefold().split()
        if theirs[-1] in _KIN:
            return True  # "Hentz" is no short form of "the Hentz family"
        if theirs[-2:] == ["business", "unit"] and mine[-1] != "unit":
            return True  # "Norvik" is no short form of the "Norvik Business Unit"
        if theirs[: len(mine)] == mine:
            if full.type == "GovernmentBody" and len(mine) == 1 and self._is_place(short, theirs):
                return True  # "Zenda" is no short form of the "Zenda Ports Authority"
            return self._is_part(mine, theirs, acronym=is_acronym(short.text))
        front = theirs[-len(mine) :] == mine
        if front and short.type in SETTLED:
            return True  # "Central Tarn City", "Upper Tarn Valley"
        if front and _NAMED_BY_FIRST in short.text and mine[0] in self.kept:
            return True  # "Royal Bank of Tarn" and "Bank of Tarn"
        more = [word for word in theirs if word not in mine]
        return any(word in self.ranks for word in more)

    def _is_place(self, short: Mention, theirs: list[str]) -> bool:
        """Whether a lone word before a field and its head may be no more than where the body is."""
        return len(theirs) > _FIELDLESS and not short.text.isupper() and theirs[0] not in self.heads

    def _is_part(self, mine: list[str], theirs: list[str], *, acronym: bool) -> bool:
        """ "Treasury Board" and its secretariat, the "House" and its committee on rules."""
        if acronym and theirs[-1] in self.organs:
            return True  # "NPC Standing Committee"
        body = mine[-1] in self.heads or " ".join(mine[-2:]) in self.heads
        return body and theirs[-1] in self.parts and mine[-1] != theirs[-1]


def is_group(text: str, name: Mention) -> bool:
    """Whether a firm's name has the word for all its firms behind it in small letters: "the Norvik group"."""
    return name.type == "Company" and _GROUP.match(text, name.span.end) is not None
