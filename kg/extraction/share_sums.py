"""Sums for each share of a firm: "earned $1.20 a share", "a dividend of 26 cents per share"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.parse import Parse

PER_SHARE = "per share"
_EACH = (["a", "share"], ["per", "share"], ["a", "unit"], ["per", "unit"])
_NEAR = 8  # tokens from a sum to its "or 15 cents per share"


def name_each_share(arguments: ArgumentFinder, value: Mention, text: str) -> str:
    """The measure with "per share", where the sum is one for each share and the measure does not tell it."""
    told = value.origin == "money" and is_each_share(arguments.parse, arguments.ranges[value][1])
    return f"{text} {PER_SHARE}" if told and "share" not in text.lower() else text


def is_each_share(parse: Parse, token: int) -> bool:
    """Whether "a share" or "per share" stands at a token."""
    return [w.lower() for w in parse.words[token : token + 2]] in _EACH


def is_result(arguments: ArgumentFinder, value: Mention) -> bool:
    """ "gained $704 million, [or fifteen cents per share]": a profit, as it is told for each share, too."""
    parse, end = arguments.parse, arguments.ranges[value][1]
    words = [w.lower() for w in parse.words[end : end + 2]]
    if words[:1] != ["or"] and words != [",", "or"]:
        return False
    last = min(parse.sentences[parse.sentence_of[end]][1], end + _NEAR)
    return any(is_each_share(parse, token) for token in range(end + 1, last))
