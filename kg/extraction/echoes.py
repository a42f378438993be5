"""Bare plans of what the text tells as done, too: "will buy Y … the purchase of Y, completed in May"."""

from collections import defaultdict
from collections.abc import Callable, Hashable

from kg.model.claim import Claim, Modality
from kg.model.mention import Mention

_TO_COME = frozenset([Modality.PLANNED, Modality.POSSIBLE])
_FIGURES = "observes"


def drop_echoes(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims without bare plans of what the same text tells as done; one with an own amount stays."""

    def read_key(claim: Claim) -> Hashable:
        target = claim.object
        return (
            find_first(claim.subject),
            claim.predicate,
            find_first(target) if isinstance(target, Mention) else target,
        )

    done: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality is Modality.ACTUAL:
            done[read_key(claim)].append(claim)
    return [
        c
        for c in claims
        if c.modality not in _TO_COME
        or c.predicate == _FIGURES
        or not any(_adds_nothing(c, told) for told in done.get(read_key(c), ()))
    ]


def _adds_nothing(claim: Claim, told: Claim) -> bool:
    """Whether all details of a claim are those of another."""
    return all(qualifier in told.qualifiers for qualifier in claim.qualifiers)
