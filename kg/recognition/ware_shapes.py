"""How names of wares look: "TarnaPhone", "Velmo Pro", "Zenda RAV4", "the first zPhones"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.firm_shapes import is_designation
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_SURE, _STRONG, _FAIR = 4.0, 2.0, 1.0
_CRAFT = load_lexicon("names").get("counted_craft")
_REACH = 3  # tokens behind a name in which its verb stands
_HELPING = frozenset(["MD", "RB", "VBZ", "VBP"])
_CODE = re.compile(r"[A-Z]{1,4}\d{1,2}[A-Za-z]?")
_CAMEL_PLURAL = re.compile(r"[A-Za-z]*[a-z][A-Z][a-z]+s")
_SMALL_FIRST = re.compile(r"[a-z][A-Z][A-Za-z]+")
_COUNTED = frozenset(["CD", "JJ", "JJR", "JJS", "PRP$"])
_DEVICES = frozenset(
    ["licenses", "licences", "license", "licence", "subscription", "subscriptions"]
)


def is_number_of_craft(tokens: Tokens, start: int, end: int) -> bool:
    """ "126 Medium Combat Aircraft": a number of what the name ends with, which firms are called, too."""
    counted = start > 0 and tokens.words[start - 1].isdigit()
    return counted and end - start > 1 and tokens.lower[end - 1] in _CRAFT


class WareShapes:
    """Votes by the look of a name and what stands beside it; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        endings = "|".join(sorted(names.get("ware_endings")))
        self.ending = re.compile(rf".(?:{endings})s?", re.IGNORECASE)
        self.deeds = (
            names.get("company_verbs") | names.get("speech_verbs") | names.get("ware_strangers")
        )
        self.dealings = names.get("ware_strangers") | names.get("dealings")
        self.grades = names.get("ware_grades")
        self.tails = names.get("ware_tails")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        last = tokens.words[end - 1]
        weight = 0.0
        if self._ends_as_ware(last) or self._is_counted(tokens, start, end):
            weight += _SURE
        if end - start > 1 and self._is_graded(tokens, start, end):
            weight += _STRONG
        if end - start == 1 and _CODE.fullmatch(last):
            weight += _FAIR
        if tokens.lower_at(end) in _DEVICES:
            weight += _SURE
        joined = tokens.lower_at(end) == "-" and tokens.touches(end - 1)
        if joined and tokens.lower_at(end + 1) in self.tails:
            weight += _STRONG
        if weight:
            vote(found, "Product", weight)
        elif self._deals(tokens, end):
            vote(found, "Product", -_FAIR)

    def _deals(self, tokens: Tokens, end: int) -> bool:
        """ "Zarvo will invest", "Zarvo signed": no ware does."""
        for k in range(end, min(end + _REACH + 1, tokens.size)):
            helps = tokens.tags[k] in _HELPING
            if tokens.lemma_at(k) in self.dealings:
                return helps or k > end or tokens.tags[k] in {"VB", "VBD"}
            if not helps:
                return False
        return False

    def _ends_as_ware(self, word: str) -> bool:
        """ "TarnaPhone", "ZendaGPT": a word of two capitals that ends in what is made."""
        inner = next((k for k in range(1, len(word)) if word[k].isupper()), 0)
        whole = self.ending.fullmatch(word[inner - 1 :]) if inner else None
        return whole is not None and not word.isupper()

    def _is_counted(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "expensive zPads", "the first TarnaBoxes shipped": a plural of one word."""
        word = tokens.words[start]
        plural = end - start == 1 and tokens.tags[start] in {"NNS", "NNPS"}
        if not plural or not (_CAMEL_PLURAL.fullmatch(word) or _SMALL_FIRST.fullmatch(word)):
            return False
        return start > 0 and tokens.tags[start - 1] in _COUNTED

    def _is_graded(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Velmo Pro", "S9 Plus", "Zenda +": what makers call the better one of two."""
        graded = tokens.lower[end - 1] in self.grades and tokens.capital[end - 1]
        graded = graded and tokens.lemma_at(end) not in self.deeds  # "Tarna Plus agreed to buy"
        coded = is_designation(tokens.slice(start, end)) or _CODE.fullmatch(tokens.words[start])
        return graded or (tokens.words[end - 1] == "+" and bool(coded))
