"""Where a harm was that is told without a place: "A storm hit Fiji. About 4,200 homes were destroyed"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_STRICKEN = ("Country", "Province", "City", "District", "Region")
_OTHERS = ("Company", "Facility", "TransportCorridor")
_LYING = frozenset(["in", ",", "of", "'s", "’s"])
_WIDTH = {"District": 0, "City": 0, "Province": 1, "Region": 2, "Country": 3}
_NEAR = 5  # words between a place and the land in which it lies
_THROUGH = frozenset(["through", "across", "over", "into", "off"])
_INITIALS = 3  # letters: "UAE" is no town in capitals
_SPEECH = load_lexicon("scope").get("speech")


def find_struck(arguments: ArgumentFinder, parse: Parse, sentence: int) -> Mention | None:
    """ "A quake shook western Peru, killing 40": the only place that a sentence names, as what is struck."""
    places = _list_named(arguments, parse, sentence, ("Place",))
    places = _drop_outer(arguments, parse, places)
    if len({arguments.find_first(m) for m in places}) != 1:
        return None
    place = places[0]
    tokens = range(*arguments.ranges[place])
    struck = any(_is_struck(parse, t) for t in tokens) and place.kind is MentionKind.NAME
    return place if struck and arguments.fits(place, _STRICKEN) else None


def _is_struck(parse: Parse, token: int) -> bool:
    """Whether a token is the object of a verb, or of "through" and the like, or stands beside such a one."""
    above = parse.heads[token]
    if parse.deps[token] == "appos":
        return parse.deps[above] == "dobj"
    through = parse.deps[token] == "pobj" and parse.words[above].lower() in _THROUGH
    return parse.deps[token] == "dobj" or through


def find_stricken(arguments: ArgumentFinder, parse: Parse, sentence: int) -> Mention | None:
    """The only place named in the sentence before; none where a firm or another place stands near."""
    before = sentence - 1
    if before < 0 or _list_named(arguments, parse, sentence, ("Place", "Organization")):
        return None
    places = _drop_outer(arguments, parse, _list_named(arguments, parse, before, ("Place",)))
    firms = _list_named(arguments, parse, before, _OTHERS)
    one = len({arguments.find_first(m) for m in places}) == 1 and not firms
    return places[0] if one and arguments.fits(places[0], _STRICKEN) else None


def _list_named(
    arguments: ArgumentFinder, parse: Parse, sentence: int, kinds: tuple[str, ...]
) -> list[Mention]:
    """What a sentence names of some kinds, without who tells it."""
    found = [
        m
        for t in range(*parse.sentences[sentence])
        for m in arguments.by_token.get(t, ())
        if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE} and arguments.fits(m, kinds)
    ]
    return [m for m in dict.fromkeys(found) if not _is_apart(arguments, parse, m)]


def _is_apart(arguments: ArgumentFinder, parse: Parse, mention: Mention) -> bool:
    """ "ZENDA, March 2 - ": where a text was written; "the Red Cross said": who tells it."""
    start, end = arguments.ranges[mention]
    opens = start == parse.sentences[parse.sentence_of[start]][0]
    if opens and mention.text.isupper() and len(mention.text) > _INITIALS:
        return True
    heads = [t for t in range(start, end) if parse.deps[t] == "nsubj"]
    return any(parse.lemmas[parse.heads[t]] in _SPEECH for t in heads)


def _drop_outer(
    arguments: ArgumentFinder, parse: Parse, places: Sequence[Mention]
) -> list[Mention]:
    """Without the lands in which another lies: "Lima in Peru", "Lima, Peru", "Peru's Lima", "southern Peru"."""
    outer = set()
    for inner in places:
        first, end = arguments.ranges[inner]
        for land in places:
            start, past = arguments.ranges[land]
            between = {w.lower() for w in parse.words[min(end, past) : max(first, start)]}
            around = first <= start and past <= end and past - start < end - first
            wider = _WIDTH.get(inner.type, 0) < _WIDTH.get(land.type, 0)
            if around or (wider and len(between) < _NEAR and not between.isdisjoint(_LYING)):
                outer.add(land)
    return [m for m in places if m not in outer]
