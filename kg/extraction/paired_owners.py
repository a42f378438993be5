"""What two lands have in common by one possessive: "Kenya and Uganda's trade", "Kenya and Uganda's trade volume"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_AREAS = ("Country", "Region", "Province", "IntergovernmentalBody")
_OF_ONE = frozenset(["deficit", "surplus"])  # what is one's deficit is the other's surplus
_ROW = frozenset([",", "and", "&"])


def is_mutual(parse: Parse, noun: int) -> bool:
    """Whether two have a measure in common, by its noun or the one before it: "trade", "trade volume"."""
    mutual = load_lexicon("measures").get("mutual_nouns") - _OF_ONE
    return parse.lemmas[noun] in mutual or (
        parse.lemmas[noun - 1].lower() in mutual and parse.heads[noun - 1] == noun
    )


def find_two(arguments: ArgumentFinder, noun: int) -> tuple[Mention, Mention] | None:
    """The two lands that a noun's possessive names, where they are but two and share what the noun tells."""
    parse = arguments.parse
    owner = next((c for c in parse.children[noun] if parse.deps[c] == "poss"), 0)
    if owner < 2 or not is_mutual(parse, noun):
        return None
    second = _find_land(arguments, owner)
    joint = arguments.ranges[second][0] - 1 if second is not None else 0
    if second is None or joint < 1 or parse.words[joint] not in {"and", "&"}:
        return None
    first = _find_land(arguments, joint - 1)
    before = arguments.ranges[first][0] - 1 if first is not None else 0
    row = before > 0 and parse.words[before] in _ROW and _find_land(arguments, before - 1)
    return (first, second) if first is not None and not row else None


def _find_land(arguments: ArgumentFinder, last: int) -> Mention | None:
    """The land whose name ends with a token."""
    return next(
        (
            m
            for m in arguments.by_token.get(last, ())
            if m.kind is MentionKind.NAME
            and arguments.ranges[m][1] == last + 1
            and arguments.fits(m, _AREAS)
        ),
        None,
    )
