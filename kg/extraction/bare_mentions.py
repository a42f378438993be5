"""Mentions that name nothing by themselves: "European" of "European makers", "Zenda" of "the Zenda Hall"."""

from collections.abc import Sequence

from kg.model.claim import Claim
from kg.model.mention import INNER_PLACE, Mention, MentionKind
from kg.model.recognized import Recognized


def find_bare(recognized: Recognized, claims: Sequence[Claim]) -> frozenset[Mention]:
    """Adjectives of regions and places within names that no claim needs and nothing takes up."""
    bare = {m for m in recognized.mentions if _is_bare(m)}
    if not bare:
        return frozenset()
    for link in recognized.coreferences:
        bare -= {link.mention, link.antecedent}
    for claim in claims:
        parts = (claim.subject, claim.object, claim.attributed_to)
        bare -= {part for part in parts if isinstance(part, Mention)}
        bare -= {q.value for q in claim.qualifiers if isinstance(q.value, Mention)}
    return frozenset(bare)


def _is_bare(mention: Mention) -> bool:
    adjective = mention.kind is MentionKind.ADJECTIVE and mention.type == "Region"
    return adjective or mention.origin == INNER_PLACE
