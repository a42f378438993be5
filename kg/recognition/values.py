"""Quantities and periods of a text together: what is a period is no quantity."""

import datetime

from kg.recognition.period_contexts import is_money_of
from kg.recognition.periods import PeriodMatch, read_period_shapes
from kg.recognition.quantities import QuantityMatch, read_quantities
from kg.recognition.scanning import scan


def find_values(
    text: str, reference: datetime.date | None
) -> tuple[list[QuantityMatch], list[PeriodMatch]]:
    """The quantities and periods of a text, each sorted; no two of either kind overlap."""
    source = scan(text)
    shapes = read_period_shapes(source, reference)
    quantities = read_quantities(source, [(shape.start, shape.end) for shape in shapes])
    return quantities, [
        shape.match
        for shape in shapes
        if shape.match and not is_money_of(source.folded, shape.start, shape.end)
    ]
