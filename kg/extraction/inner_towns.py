"""Towns that works and bodies without a name are called by: "its Zenda paper mill", "the Zenda city council"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.token_ranges import find_tokens
from kg.model.mention import INNER_PLACE, Mention, MentionKind

_TOWNS = ("Province", "City", "District")
_PLACES = (*_TOWNS, "Country")  # "its Ruritania mine"


def is_town_of(mention: Mention, outer: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a known town in the phrase `outer` is where the one thing that it tells stands.

    Not in "the Zenda Times plant", "the University of Zenda campus" and "the Storz and Metz breweries".
    """
    known = mention.known_as is not None or mention.origin == INNER_PLACE
    if outer.kind is not MentionKind.NOMINAL or not known:
        return False
    if not arguments.fits(mention, _PLACES):
        return False
    parse, (start, end) = arguments.parse, arguments.ranges[outer]
    if outer.type == "GovernmentBody" and mention.span.start == outer.span.start:
        # "the Zenda district government", no "Zenda-Tarn Commission"
        return arguments.text[mention.span.end : mention.span.end + 1] == " "
    if outer.type == "Company" and mention.span.start == outer.span.start:
        # "the Zenda company", no "Zenda-Tarn operator"
        return arguments.text[mention.span.end :][1:2].islower()
    if not arguments.fits(outer, ("Facility",)):
        return False
    if parse.tags[end - 1] != "NN" or parse.words[start - 1 : start] == ["of"]:
        return False
    behind = find_tokens(mention, parse)[1]
    return behind < end and parse.words[behind].islower()
