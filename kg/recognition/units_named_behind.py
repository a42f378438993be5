"""What is named behind the name of whose it is: "a unit of Norvik, Tarka Foods, makes jam"."""

from kg.lexicon import load_lexicon
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_UNITS = load_lexicon("triggers").get("unit_nouns") | {"affiliate", "associate"}
_VENTURES = frozenset(["venture", "jv", "consortium", "tie-up"])
_LINKS = frozenset(["of", "with", "between"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_BEFORE = frozenset(["NN", "JJ", "HYPH", "VBN", "RB", "NNP", "CD", ":", "SYM"])
_OWNERS = frozenset(["PRP$", "POS"])
_PARENT = frozenset(["NN", "JJ", "NNP", "NNPS", "DT", "POS", "CC"])
_BEHIND = frozenset(["MD", "VBZ", "VBD", "VBP"])


def is_unit_named_behind(nominal: Nominal, start: int, last: int, tokens: Tokens) -> bool:
    """Whether the name in the tokens start to last is that of a nameless unit or venture, told before a verb."""
    word, link = tokens.lower_at(nominal.head), tokens.lower_at(nominal.head + 1)
    venture = word in _VENTURES and link in _LINKS
    if tokens.words[start - 1] != "," or not (venture or (word in _UNITS and link == "of")):
        return False
    parent = range(nominal.head + 2, start - 1)
    if not parent or any(tokens.tags[k] not in _PARENT for k in parent):
        return False
    if not tokens.capital[start - 2] or tokens.lower_at(last + 1) != ",":
        return False
    behind = last + 2 + (tokens.tags[last + 2 : last + 3] == ["RB"])
    told = "".join(tokens.tags[behind : behind + 1]) in _BEHIND or tokens.lower_at(behind) == "and"
    return told and _is_one_of_several(nominal, tokens, owned=venture)


def _is_one_of_several(nominal: Nominal, tokens: Tokens, *, owned: bool) -> bool:
    """ "A unit", "one affiliate"; a venture may be somebody's: "its 51:49 venture"."""
    k = nominal.head
    while k > 0 and tokens.tags[k - 1] in _BEFORE:
        k -= 1
    return tokens.lower_at(k - 1) in _INDEFINITE or (owned and tokens.tags[k - 1] in _OWNERS)
