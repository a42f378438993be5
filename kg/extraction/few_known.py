"""A few that the text has told of or picks out, and no count: "the two brands", "the three most recent versions"."""

from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.model.quantity import Quantity

_FEW = 9
_KNOWN = frozenset(["the", "these", "those", "both"])


def is_told_apart(parse: Parse, noun: int, value: Mention) -> bool:
    """Whether a noun with a number means things that are told apart or known already."""
    children = parse.children[noun]
    words = {parse.words[c].lower() for c in children if c < noun}
    few = isinstance(value.value, Quantity) and value.value.value <= _FEW
    if few and not _KNOWN.isdisjoint(words) and not _goes_on(parse, noun):
        return True
    best = any(
        parse.tags[t] in {"JJS", "RBS"} and t < noun
        for c in children
        for t in (c, *parse.children[c])
    )
    return best and any(parse.words[c].lower() == "the" for c in children)


def _goes_on(parse: Parse, noun: int) -> bool:
    """ "the two plants in Peru", "the three mines that it owns": told here for the first time."""
    return any(parse.deps[c] in {"prep", "relcl", "acl"} and c > noun for c in parse.children[noun])
