"""Acronyms that stand before what they stand for: "Dstl (the Defence Science and Technology Laboratory)"."""

from collections.abc import Sequence

from kg.model.mention import Mention
from kg.ontology import Ontology
from kg.recognition.acronyms import is_spelt


def pair_spelt(
    n: int, inner: int, names: Sequence[Mention], ontology: Ontology
) -> tuple[int, int] | None:
    """(the one that takes its type from the other, the other) if the name at `inner` spells out that at n."""
    if not is_spelt(names[n].text, names[inner].text):
        return None
    return (n, inner) if ontology.is_a(names[inner].type, "Organization") else (inner, n)
