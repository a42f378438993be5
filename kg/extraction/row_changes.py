"""The change of what goes on with a row: "down 8 percent in Peru, [5 percent] in Chile" fell as the one before."""

from collections.abc import Iterator

from kg.extraction.bare_changes import is_bare_change
from kg.extraction.candidate import Candidate
from kg.extraction.observing import Observer, signed
from kg.extraction.rule import Rule
from kg.model.mention import Mention
from kg.model.quantity import Quantity


def tell_alike(
    observer: Observer,
    rule: Rule,
    before: Candidate,
    value: Mention,
    owner: Mention | None,
    change: Quantity | None = None,
) -> Iterator[Candidate]:
    """The measure of the figure before, of another value: as sure as that one, and perhaps of another owner."""
    for candidate in observer.observe(
        rule,
        before.token,
        before.token,
        value,
        owner=owner,
        measure=before.measure,
        change=change,
    ):
        candidate.modality = before.modality
        yield candidate


def change_alike(before: Candidate, percent: Mention) -> Quantity | None:
    """A percentage as a change in the way of the figure before; None where that one told none.

    A percentage that was reached, "fell to 5% in Peru, 6% in Chile", is followed by others that were.
    """
    told = next((q.value for q in before.qualifiers if q.name == "change"), None)
    known = before.object
    if not isinstance(told, Quantity) or not isinstance(known, Mention):
        return None
    if known.origin == "percent" and not is_bare_change(before):
        return None
    return signed(percent, told.value < 0)


def is_of_goods(before: Candidate, commodities: frozenset[str]) -> bool:
    """ "Nickel prices fell 4 percent, zinc 2": the price of nickel is followed by that of other goods."""
    return before.subject is not None and before.subject.text.lower() in commodities
