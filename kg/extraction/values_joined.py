"""Values whose time is told behind the next one: "$5 million, [or 12 cents a share], in 2024"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.share_sums import is_each_share

_AGAINST = frozenset(["from", "with", "against", "versus", "to", "at"])
_TURNS = frozenset(["up", "down"])  # "at $17, down 10 percent or $2, on Monday"
_JOINING = frozenset(["and", "worth", "well"])
_OR = "or"


def joins_next(arguments: ArgumentFinder, end: int, following: int) -> bool:
    """Whether a value is joined to the next one: "5 tonnes [worth] $3", "$5 in loans, as [well] as $3"."""
    words = {w.lower() for w in arguments.parse.words[end:following]}
    if not _JOINING.isdisjoint(words):
        return True
    turned = not _TURNS.isdisjoint(words) and _AGAINST.isdisjoint(words)
    return _OR in words and (turned or _tells_share(arguments, following))


def _tells_share(arguments: ArgumentFinder, token: int) -> bool:
    ends = (arguments.ranges[m][1] for m in arguments.by_token.get(token, ()))
    return any(is_each_share(arguments.parse, end) for end in ends)
