"""What acts in a document is no ware: where "Norvik bought Tarka" is told, "its unit Tarka" is none that it makes."""

from collections import defaultdict
from collections.abc import Callable

from kg.extraction.casting import CAST
from kg.model.claim import Claim, Modality
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind

_MAKING = "produces"
_ACTING = frozenset(  # predicates whose subject acts
    [
        "acquires",
        "cooperatesWith",
        "headquarteredIn",
        "holdsPost",
        "investsIn",
        "memberOf",
        "operatesIn",
        "owns",
        "subsidiaryOf",
    ]
)
_SUPPLYING = ("produces-told/supplies-wares",)
_TO_COME = frozenset([Modality.PLANNED, Modality.POSSIBLE])
_GENITIVES = ("'s", "’s")
_HOLDING = frozenset(["acquires", "affiliatedWith", "holdsPost"])  # … whose object does


def drop_acting_wares(claims: list[Claim], find_first: Callable[[Mention], Mention]) -> list[Claim]:
    """The claims without those that take a name for a ware which other sentences let act.

    A name becomes a ware by the words around it alone, so what the rest of the document says of it counts more.
    In its own sentence counts only that the maker itself buys or holds it: "will buy its former parent Norvik".
    """
    acting: dict[str, set[Span]] = defaultdict(set)
    tied: set[tuple[Mention, str]] = set()
    called = _find_founders(claims)
    for claim in claims:
        sides = (
            (claim.subject, claim.predicate in _ACTING),
            (claim.object, claim.predicate in _HOLDING),
        )
        for side, acts in sides:
            if acts and isinstance(side, Mention) and _is_told(side):
                acting[side.text.casefold()].add(claim.evidence)
        if isinstance(claim.object, Mention) and claim.predicate == "acquires":
            tied.add((find_first(claim.subject), claim.object.text.casefold()))
        elif isinstance(claim.object, Mention) and claim.predicate == "subsidiaryOf":
            tied.add((find_first(claim.object), claim.subject.text.casefold()))

    def is_acting(claim: Claim) -> bool:
        made = claim.object
        if claim.rules == _SUPPLYING and claim.modality in _TO_COME:
            return True  # "will supply two transformers": once, whoever makes them
        if claim.predicate != _MAKING or not isinstance(made, Mention):
            return False
        if claim.subject.span.start in called:
            return True
        if made.origin != CAST:
            return False
        name, maker = made.text.casefold(), claim.subject
        told = acting.get(name, set()) - {claim.evidence}
        return bool(told) or name == maker.text.casefold() or (find_first(maker), name) in tied

    return [claim for claim in claims if not is_acting(claim)]


def _find_founders(claims: list[Claim]) -> set[int]:
    """Where wares begin that are called by a founder: "Tarka's whisky" is no whisky of a Tarka."""
    return {
        claim.object.span.start
        for claim in claims
        if claim.predicate == _MAKING
        and isinstance(claim.object, Mention)
        and any(mark in claim.object.text for mark in _GENITIVES)
    }


def _is_told(side: Mention) -> bool:
    """Whether a name was found there for itself; one that a rule takes for a firm tells no more than the other."""
    return side.kind is MentionKind.NAME and side.origin != CAST
