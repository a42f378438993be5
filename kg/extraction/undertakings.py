"""What "the contract", "the works" are about: the only thing that is built, told just before."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_NEAR = 2  # sentences back
_BUILT = ("Facility", "TransportCorridor", "Project", "EconomicZone")
_PLACES = frozenset(["in", "at", "near", "from", "to", "of", "outside"])


def find_undertaking(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only such thing of the sentences before `token`; where others only tell its place, the first."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    found: dict[Mention, Mention] = {}
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        back = sentence - parse.sentence_of[start]
        if start >= token or not 0 <= back <= _NEAR or not arguments.fits(mention, _BUILT):
            continue
        if mention.kind is not MentionKind.NAME and not arguments.is_referring(mention):
            continue
        before = {w.lower() for w in parse.words[max(start - 2, 0) : start]}
        if before & _PLACES and mention.kind is MentionKind.NAME:
            continue
        found.setdefault(arguments.find_first(mention), mention)
    return next(iter(found.values())) if len(found) == 1 else None
