"""What acts in a document is no ware: "bought its former parent Norvik" tells of no product Norvik."""

from kg.extraction.casting import CAST
from kg.model.claim import Claim
from kg.model.mention import Mention, MentionKind

_MAKING = "produces"
_ACTING = frozenset(  # predicates whose subject acts
    ["acquires", "cooperatesWith", "foundedBy", "headquarteredIn", "holdsPost", "investsIn", "memberOf"]
    + ["operatesIn", "owns", "subsidiaryOf"]
)  # fmt: skip
_HOLDING = frozenset(["acquires", "affiliatedWith", "holdsPost", "subsidiaryOf"])  # … whose object does


def drop_acting_wares(claims: list[Claim]) -> list[Claim]:
    """The claims without those that take a name for a ware which other claims, or the same one, let act.

    A name becomes a ware by the words around it alone, so what the rest of the document says of it counts more.
    """
    acting: set[str] = set()
    for claim in claims:
        sides = (
            (claim.subject, claim.predicate in _ACTING),
            (claim.object, claim.predicate in _HOLDING),
        )
        acting.update(
            side.text.casefold()
            for side, acts in sides
            if acts and isinstance(side, Mention) and side.kind is MentionKind.NAME
        )
    return [claim for claim in claims if not _is_acting(claim, acting)]


def _is_acting(claim: Claim, acting: set[str]) -> bool:
    made = claim.object
    if claim.predicate != _MAKING or not isinstance(made, Mention) or made.origin != CAST:
        return False
    return made.text.casefold() in acting | {claim.subject.text.casefold()}
