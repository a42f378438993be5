"""Mentions that name nothing by themselves: "German" of "German makers", "Zenda" of "the Zenda Hall"."""

from collections.abc import Sequence

from kg.model.claim import Claim
from kg.model.mention import INNER_PLACE, Mention, MentionKind
from kg.model.recognized import Recognized

_BY_ADJECTIVE = frozenset(["Region", "Country"])


def find_bare(recognized: Recognized, claims: Sequence[Claim]) -> frozenset[Mention]:
    """Adjectives of places that the text never names, and places within names, which no claim needs.

    What a pronoun or noun takes up stays, and with one adjective of a place all of them.
    """
    named = {m.known_as for m in recognized.mentions if m.kind is MentionKind.NAME}
    bare = {m for m in recognized.mentions if _is_bare(m, named)}
    if not bare:
        return frozenset()
    needed = {m for claim in claims for m in claim.list_mentions()}
    for link in recognized.coreferences:
        if link.mention not in bare or link.antecedent not in bare:
            needed |= {link.mention, link.antecedent}
    places = {m.known_as for m in bare & needed if m.kind is MentionKind.ADJECTIVE}
    return frozenset(m for m in bare - needed if not _is_of(m, places))


def _is_bare(mention: Mention, named: set[str | None]) -> bool:
    adjective = mention.kind is MentionKind.ADJECTIVE and mention.type in _BY_ADJECTIVE
    unnamed = mention.type == "Region" or mention.known_as not in named
    return (adjective and unnamed) or mention.origin == INNER_PLACE


def _is_of(mention: Mention, places: set[str | None]) -> bool:
    return mention.kind is MentionKind.ADJECTIVE and mention.known_as in places
