"""Changes told without the value that they led to, and whose what they are."""

from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_FAR = 200  # characters from a value to its change


def is_bare_change(candidate: Candidate) -> bool:
    """Whether a candidate has no value but its change."""
    change = next((q.value for q in candidate.qualifiers if q.name == "change"), None)
    value = candidate.object.value if isinstance(candidate.object, Mention) else None
    return (
        isinstance(change, Quantity)
        and isinstance(value, Quantity)
        and value.unit == "%"
        and abs(change.value) == abs(value.value)
    )


def key_of(candidate: Candidate, arguments: ArgumentFinder) -> tuple[str, ...] | None:
    """Whose what changed by how much; None where nothing changed."""
    known = {q.name: q.value for q in candidate.qualifiers}
    change, measure = known.get("change"), str(known.get("measure", ""))
    if not isinstance(change, Quantity) or candidate.subject is None:
        return None
    first = arguments.find_first(candidate.subject)
    words = measure.lower().split(" to ")[0].split(" of ")[0].split()
    return (first.known_as or first.text, words[-1] if words else "", str(change.value))


def list_retold(candidates: list[Candidate], change_nouns: frozenset[str]) -> list[Candidate]:
    """ "reached 5 billion, a growth of 24 percent": the growth, which is the change of what was reached."""
    changes = {
        (c.object.span, abs(q.value.value))
        for c in candidates
        for q in c.qualifiers
        if q.name == "change" and isinstance(q.value, Quantity) and isinstance(c.object, Mention)
    }
    return [c for c in candidates if _is_retold(c, changes, change_nouns)]


def _is_retold(
    candidate: Candidate, changes: set[tuple[Span, Decimal]], change_nouns: frozenset[str]
) -> bool:
    """Whether a percentage of no measure but a change is that of a value told not far before it."""
    value = candidate.object
    if not isinstance(value, Mention) or value.origin != "percent":
        return False
    amount, named = value.value, candidate.measure.lower().split()
    if not isinstance(amount, Quantity) or change_nouns.isdisjoint(named[-1:]):
        return False
    start = value.span.start
    return any(
        0 < start - span.end <= _FAR and changed == abs(amount.value) for span, changed in changes
    )
