"""Who sold a firm or a share of one is no supplier: "Norvik bought 60 percent of Zenda Power from [Tarka]"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.named_units import drop_units_of_others
from kg.model.mention import Mention

_SUPPLIES, _ACQUIRES = "supplies", "acquires"


def drop_ties_of_others(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without units of other parents and suppliers that sold a firm."""
    return drop_units_of_others(drop_sellers_of_firms(candidates, arguments), arguments)


def drop_sellers_of_firms(
    candidates: list[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without suppliers that stand behind what their customer buys as a firm."""
    bought = [
        (c.subject, arguments.ranges[c.object])
        for c in candidates
        if c.rule.predicate == _ACQUIRES
        and isinstance(c.object, Mention)
        and c.object in arguments.ranges
    ]
    return [c for c in candidates if not (bought and _is_seller(c, bought, arguments))]


def _is_seller(
    candidate: Candidate, bought: list[tuple[Mention, tuple[int, int]]], arguments: ArgumentFinder
) -> bool:
    supplier, customer, ranges = candidate.subject, candidate.object, arguments.ranges
    if candidate.rule.predicate != _SUPPLIES or supplier not in ranges or customer not in ranges:
        return False
    behind = arguments.parse.words[ranges[supplier][0] - 1] == "from"
    return behind and any(
        buyer == customer and ranges[customer][1] <= start and end <= ranges[supplier][0]
        for buyer, (start, end) in bought
    )
