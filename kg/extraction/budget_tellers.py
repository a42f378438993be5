"""Who tells its own budget: "Peru put spending at 4 billion"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause

_BUDGET = frozenset(["revenue", "spending", "expenditure", "deficit", "surplus", "budget", "debt"])
_GOVERNING = ("Country", "Province", "City", "GovernmentBody")


def tells_own_budget(clause: Clause, noun: int, arguments: ArgumentFinder) -> bool:
    """Whether a place or its government tells of a noun that is of its own budget."""
    budget = arguments.parse.lemmas[noun] in _BUDGET and not clause.passive
    own = (m for t in clause.subjects for m in arguments.find_all(t, _GOVERNING))
    return budget and next(own, None) is not None
