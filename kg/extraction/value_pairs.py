"""Two values of one measure: "from 82 to 25 percent"."""

from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.quantity import Quantity


def share_percent(arguments: ArgumentFinder, first: Mention, second: Mention) -> Mention:
    """ "from 82 to 25 percent": the first in percent, where the second is."""
    one, other = first.value, second.value
    bare = first.origin == "number" and second.origin == "percent"
    if not (bare and isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit:
        return first
    shared = replace(first, value=replace(one, unit=other.unit), origin="percent")
    arguments.ranges[shared] = arguments.ranges[first]
    return shared


def are_alike(first: Mention, second: Mention) -> bool:
    """Whether two values may be of one measure."""
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return first.origin == second.origin and (one.unit == other.unit or first.origin == "measure")
