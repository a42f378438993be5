"""Owners of measures that stand in another clause or nearer: "Ghana, where inflation slowed"."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_PLACES = ("Country", "Province", "City", "District", "Facility", "EconomicZone")
_NEARER = ("Facility", "TransportCorridor", "Organization")
_PARTS = frozenset(["part", "half", "area", "region", "east", "west", "north", "south", "centre"])
_CLAUSE_PARTS = frozenset(["nsubj", "nsubjpass", "dobj", "attr"])
_CLIMBED = 6  # tokens up to the verb above one


def find_where(arguments: ArgumentFinder, noun: int) -> Mention | None:
    """ "Ghana, where inflation slowed": Ghana; not "the east of Ghana, where"."""
    parse = arguments.parse
    verb = parse_up(parse, noun)
    if verb is None or parse.deps[verb] != "relcl" or parse.deps[noun] not in _CLAUSE_PARTS:
        return None
    place = parse.heads[verb]
    led = any(parse.lemmas[c].lower() == "where" for c in parse.children[verb])
    above = parse.heads[parse.heads[place]]
    part = parse.deps[place] == "pobj" and parse.lemmas[above] in _PARTS
    found = arguments.find(place, _PLACES) if led and not part else None
    return found if found is not None and found.kind is MentionKind.NAME else None


def find_nearer(arguments: ArgumentFinder, noun: int, possessor: int) -> Mention | None:
    """ "Egypt's Suez Canal revenues": the canal's, whose name is nearer."""
    parse = arguments.parse
    found = (
        m
        for child in parse.children[noun]
        if parse.deps[child] == "compound" and child > possessor
        for m in arguments.by_token.get(child, ())
        if m.kind is MentionKind.NAME and arguments.fits(m, _NEARER)
    )
    firm = any(arguments.fits(m, ("Company",)) for m in arguments.by_token.get(possessor, ()))
    return None if firm else next(found, None)  # "the maker's Tarka jet deliveries": its brand


def parse_up(parse: Parse, token: int) -> int | None:
    """The token itself or the nearest verb above it."""
    return next(parse.list_verbs_above(token, _CLIMBED), None)


def list_inward(
    parse: Parse, noun: int, inflows: frozenset[str], inward: set[tuple[str, str]]
) -> Iterator[int]:
    """Where what flows goes to: "remittances to [Nepal]", "the number of tourists visiting [Peru]"."""
    children = parse.children
    counted = [c for link in children[noun] if parse.lemmas[link] == "of" for c in children[link]]
    if inflows.isdisjoint(parse.lemmas[t] for t in (noun, *counted)):
        return
    for child in children[noun]:
        if (parse.deps[child], parse.lemmas[child]) in inward:
            yield from (c for c in children[child] if parse.deps[c] in {"pobj", "dobj"})
