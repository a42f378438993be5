"""What the labels of the statistical model count as votes for the types of names."""

from collections.abc import Mapping

from kg.recognition.firm_shapes import is_designation
from kg.recognition.parsing import NamedSpan


def weigh_model(text: str, labels: Mapping[str, float]) -> dict[str, float]:
    """The model's labels as shares of one vote and a little more for more of them.

    A single word that it takes for a person is often none (it sees few companies), and a person is
    seldom told without a full name or a title, which count apart.
    """
    total = sum(labels.values())
    if not total:
        return {}
    weight = min(total, 1.0) + min(0.1 * (total - 1), 0.3) if total > 1 else total
    shares = {kind: weight * count / total for kind, count in labels.items()}
    if " " not in text and "Person" in shares:
        shares["Person"] *= 0.5
    for kind in ("Company", "Person") if is_designation(text) else ():
        shares["Product"] = shares.get("Product", 0.0) + shares.pop(kind, 0.0)
    return shares


def index_named(named: tuple[NamedSpan, ...]) -> dict[int, NamedSpan]:
    """The model's spans by token."""
    return {k: span for span in named for k in range(span.start, span.end)}


PERSONS = frozenset(["PERSON"])
BODIES = frozenset(["ORG", "EVENT", "FAC", "LOC"])


def is_seen(
    start: int,
    end: int,
    named: tuple[NamedSpan, ...],
    labels: frozenset[str],
    *,
    wider: bool = False,
) -> bool:
    """Whether the model saw one name of these labels in tokens start to end, or one that holds them."""
    return any(
        s.label in labels
        and (s.start <= start and s.end >= end if wider else (s.start, s.end) == (start, end))
        for s in named
    )
