"""What a value is compared with in brackets: "… 12% lower than in the same period of 2008 (3.3 billion)"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.year_back import a_year_back
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_FAR = 26  # tokens from a value to such brackets
_NAMED = 6  # tokens before them in which the time stands
_COMPARING = frozenset(["than", "compared", "comparison", "from", "against", "versus", "over"])
_YEAR = 4  # digits
_LAST = frozenset(["last", "previous", "prior", "preceding"])


def find_bracketed(value: Mention, arguments: ArgumentFinder) -> Mention | None:
    """The value in brackets behind the time that a value is compared with, in its unit."""
    quantity, words = value.value, arguments.lower
    end = arguments.ranges[value][1]
    last = arguments.parse.sentences[arguments.parse.sentence_of[end - 1]][1]
    reach = range(end, min(end + _FAR, last - 1))
    bracket = next((k for k in reach if words[k] == "(" and _is_timed(k, end, arguments)), None)
    if bracket is None or _COMPARING.isdisjoint(words[end:bracket]):
        return None
    told = (m for m in arguments.by_token.get(bracket + 1, ()) if m.kind is MentionKind.QUANTITY)
    other = next((m for m in told if arguments.ranges[m][0] == bracket + 1), None)
    if other is None or not isinstance(other.value, Quantity) or not isinstance(quantity, Quantity):
        return None
    closed = words[arguments.ranges[other][1] : arguments.ranges[other][1] + 1] == [")"]
    alike = other.value.unit == quantity.unit and value.origin == other.origin
    return other if closed and alike and value.origin != "percent" else None


def read_bracketed_period(own: object, other: Mention, arguments: ArgumentFinder) -> Period | None:
    """The time before the brackets; of "the same period of 2008" that of the first value in that year."""
    bracket = arguments.ranges[other][0] - 1
    words = arguments.lower[max(bracket - _NAMED, 0) : bracket]
    if not isinstance(own, Period) and "same" in words:
        return None
    told = [m.value for m in arguments.by_token.get(bracket - 1, ()) if isinstance(m.value, Period)]
    if isinstance(own, Period) and "year" in words and not _LAST.isdisjoint(words):
        return a_year_back(own)
    if not told or "same" not in words:
        return told[0] if told else None
    return _move(own, told[0]) if isinstance(own, Period) else None


def _move(own: Period, year: Period) -> Period | None:
    """A stretch of time in another year, if that is the one before."""
    back = a_year_back(own)
    return back if back is not None and back.edtf[:_YEAR] == year.edtf[:_YEAR] else year


def _is_timed(bracket: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether a time stands right before the brackets: "of 2008 (", "last year ("."""
    words = arguments.lower[max(bracket - 2, end) : bracket]
    named = arguments.find_period_around(bracket - 1) is not None
    return named or (bool(words) and words[-1] in {"year", "month", "quarter", "earlier"})
