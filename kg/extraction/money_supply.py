"""Money for all banks or all of an economy, invested in nothing: "pumped cash into the banking system"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_INVESTING = frozenset(["investsIn"])
_OF_BANKS = frozenset(
    "banking financial interbank monetary credit money currency forex fx exchange open debt bond".split()  # noqa: SIM905
)
_WHOLES = frozenset(["system", "sector", "market", "markets"])
_ECONOMIES = frozenset(["economy", "treasury", "coffers", "exchequer"])
_GIVING = frozenset(["inject", "pump", "pour", "put", "infuse", "flood", "channel", "release"])
_BEFORE = 16  # tokens from what is done to where the money goes


def drop_money_supply(
    candidates: Iterable[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without investments in what only gets more money to go round."""
    return drop_false(candidates, _INVESTING, lambda _, target: _is_supply(target, arguments))


def _is_supply(target: Mention, arguments: ArgumentFinder) -> bool:
    words = target.text.lower().split()
    whole = words[-1] in _WHOLES and not _OF_BANKS.isdisjoint(words[:-1])
    if target not in arguments.ranges or not (whole or words[-1] in _ECONOMIES):
        return False
    start, parse = arguments.ranges[target][0], arguments.parse
    return not _GIVING.isdisjoint(parse.lemmas[max(start - _BEFORE, 0) : start])
