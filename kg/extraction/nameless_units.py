"""Units without a name that their parent tells: "the Polish unit of Norvik", "Norvik's shipping arm"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_UNITS = load_lexicon("triggers").get("nameless_units")
_NAMES = frozenset(["NNP", "NNPS"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "NNP", "NNPS", "HYPH", "VBN", "POS", "NNS"])
_SAID_OF = frozenset(["nsubj", "nsubjpass", "dobj"])
_BEFORE = frozenset(["by", "from", "to", "with", "for", "in"])
_FAR = 8  # words of what describes the parent: "the Danish shipping giant"


def is_of_parent(parse: Parse, start: int, end: int, places: Container[int] = ()) -> bool:
    """Whether the nominal over tokens start to end is one unit, beside the name or "its" of whose it is.

    `places` are tokens of places' names, which name no unit: "its Kenya subsidiary".
    """
    if parse.lemmas[end - 1].lower() not in _UNITS or parse.tags[end - 1] != "NN":
        return False
    if any(parse.tags[k] in _NAMES and k not in places for k in range(start, end)):
        return False
    if not _is_doing(parse, end - 1):
        return False
    if start and parse.words[start - 1].lower() == "its":
        return not _is_called(parse, end)
    if parse.words[end : end + 1] == ["of"]:
        return _is_named(parse, end + 1)
    owned = start > 1 and parse.words[start - 1] in {"'s", "’s"}
    return owned and parse.tags[start - 2] in _NAMES and not _is_called(parse, end)


def _is_doing(parse: Parse, head: int) -> bool:
    """Whether something is said of the unit itself: "X is a unit of Y", "X, a unit of Y" tell of X."""
    if parse.deps[head] == "pobj":
        return parse.lemmas[parse.heads[head]] in _BEFORE
    return parse.deps[head] in _SAID_OF


def _is_named(parse: Parse, first: int) -> bool:
    """Whether a name ends the noun phrase from `first`: "the Danish shipping giant Norvik"."""
    last = first
    while last < min(first + _FAR, len(parse.words)) and parse.tags[last] in _DESCRIBING:
        last += 1
    return last > first and parse.tags[last - 1] in _NAMES and not _is_called(parse, last)


def _is_called(parse: Parse, end: int) -> bool:
    """ "a unit of Norvik, Zenda Ferries": a name of its own follows."""
    return parse.words[end : end + 1] in ([","], ["("]) and parse.tags[end + 1 : end + 2] == ["NNP"]
