"""Whose a figure is that stands in what a name is called: "Zenda Foods, a maker of tea with sales of 9 million"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_CLIMBED = 6  # heads above a noun
_PASSED = frozenset(["pobj", "prep", "conj"])


def find_described(arguments: ArgumentFinder, noun: int, kinds: tuple[str, ...]) -> Mention | None:
    """The name before an apposition that a noun stands in after "with"."""
    parse, token, led = arguments.parse, noun, False
    for _ in range(_CLIMBED):
        above = parse.heads[token]
        if parse.deps[token] == "appos" and above < token:
            thing = arguments.find(above, kinds) if led else None
            return thing if thing is not None and thing.kind is MentionKind.NAME else None
        if parse.deps[token] not in _PASSED:
            return None
        if parse.deps[token] == "prep" and parse.lemmas[token] != "of":
            if led or parse.lemmas[token] != "with":
                return None
            led = True
        token = above
    return None


def find_used(owner: Mention | None, noun: int, arguments: ArgumentFinder) -> Mention | None:
    """ "a [park] for Korean firms with an area of": of the thing, and not of the land of those that it is for."""
    parse = arguments.parse
    if owner is None or owner.kind is not MentionKind.ADJECTIVE or parse.deps[noun] != "pobj":
        return owner
    link = parse.heads[noun]
    above = parse.heads[link]
    if parse.words[link] != "for" or above > link or parse.tags[above][:1] != "N":
        return owner
    return arguments.find(above, WORKS_AND_ZONES)
