"""Where a period stands: right before what is measured ("had [2024] sales of"), in a part that is set off."""

from collections.abc import Set as AbstractSet

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.parse import Parse

_AT_A_TIME = frozenset(["in", "during", "for", "of", "since", "by", "until"])
_NEAR = 3  # tokens from a year to the noun: "2024 net income"


def is_before_measure(parse: Parse, begin: int, end: int, measured: AbstractSet[str]) -> bool:
    """Whether a period stands before a measured noun as its adjective: not "in 2024 sales rose"."""
    if not begin or parse.words[begin - 1].lower() in _AT_A_TIME:
        return False
    for token in range(end, min(end + _NEAR, len(parse.words))):
        if parse.tags[token][0] not in "NJ":
            return False
        if parse.lemmas[token] in measured:
            return True
    return False


def is_of_occasion(arguments: ArgumentFinder, period: Mention) -> bool:
    """ "The first fair, which opened in 2004, drew 700 visitors": when it was held is when they came."""
    parse, token = arguments.parse, arguments.ranges[period][0]
    while parse.deps[token] not in {"relcl", "acl"}:
        if parse.heads[token] == token:
            return False
        token = parse.heads[token]
    return arguments.find(parse.heads[token], ("Event",)) is not None


def is_set_off(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of a relative clause or of a participle behind a comma."""
    participle = parse.deps[verb] == "acl" and parse.tags[verb] == "VBN"
    return parse.deps[verb] == "relcl" or (participle and parse.words[verb - 1] == ",")
