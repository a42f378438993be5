"""Changes told without the value that they led to, and whose what they are."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention
from kg.model.quantity import Quantity


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
