"""What "the contract", "the works" are about: the only thing that is built, told just before."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_NEAR = 2  # sentences back
_BUILT = ("Facility", "TransportCorridor", "Project", "EconomicZone")
_BUILDING = load_lexicon("triggers").get("building_nouns")
_PLACES = frozenset(["in", "at", "near", "from", "to", "of", "outside"])


def find_undertaking(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only such thing of the sentences before `token`; where others only tell its place, the first."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    found: dict[Mention, Mention] = {}
    placed: set[Mention] = set()
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        back = sentence - parse.sentence_of[start]
        if start >= token or not 0 <= back <= _NEAR or not arguments.fits(mention, _BUILT):
            continue
        if mention.kind is not MentionKind.NAME and not arguments.is_referring(mention):
            continue
        if mention.kind is MentionKind.NAME and _is_place(start, parse):
            placed.add(arguments.find_first(mention))
            continue
        if arguments.find_first(mention) in placed:  # "at the Tarn Trade Port (TTP)"
            continue
        found.setdefault(arguments.find_first(mention), mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_place(start: int, parse: Parse) -> bool:
    """ "at the [Tarn Port]" tells where; "the construction of the [Tarn Port]" what is built."""
    before = [w.lower() for w in parse.words[max(start - 3, 0) : start]]
    built = before[-3:-1] if before[-1:] == ["the"] else before[-2:]
    if built[-1:] == ["of"] and built[0] in _BUILDING:
        return False
    return not _PLACES.isdisjoint(before[-2:])
