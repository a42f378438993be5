"""Figures that a headline only rounds: "exports top 17 billion", of which the text tells 17.3 billion."""

from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_ROUNDED = Decimal("0.06")  # share of a value by which its rounding may differ


def list_rounded(found: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates of the headline whose value the text tells more exactly, of the same owner."""
    text = arguments.recognized.document.text
    end = text.find("\n")
    if end < 0:
        return []
    ahead = [c for c in found if isinstance(c.object, Mention) and c.object.span.end <= end]
    below = [c for c in found if c not in ahead] if ahead else []
    return [c for c in ahead if any(_is_exact(c, other, arguments) for other in below)]


def _is_exact(rough: Candidate, exact: Candidate, arguments: ArgumentFinder) -> bool:
    one, other = _value_of(rough), _value_of(exact)
    if one is None or other is None or one.unit != other.unit or one.unit == "%" or not one.unit:
        return False
    first = arguments.find_first
    if first(rough.subject).text != first(exact.subject).text or one.value == other.value:
        return False
    near = abs(one.value - other.value) <= _ROUNDED * other.value
    above, under = one.comparator in {">", ">="}, one.comparator in {"<", "<="}
    fits = (not above or other.value > one.value) and (not under or other.value < one.value)
    return near and fits and one.value > 1 and rough.modality == exact.modality


def _value_of(candidate: Candidate) -> Quantity | None:
    value = candidate.object.value if isinstance(candidate.object, Mention) else None
    return value if isinstance(value, Quantity) else None
