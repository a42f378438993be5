"""Words that no rule takes for a name of its own: towns that a service leads to, persons, ranks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.cast_posts import stands_behind_post
from kg.lexicon import load_lexicon
from kg.model.ailments import owns_ailment

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_FORMS = frozenset(form.rstrip(".") for form in load_lexicon("names").get("company_suffixes"))
_QUOTES = frozenset(['"', "“", "«", "``", "„"])
_GOING_ON = frozenset(["'s", "’s", "and"])
_ADDRESSES = frozenset(["mr", "mrs", "ms", "miss", "mx"])
_RANK = re.compile(r"(?:no|nr)\.\d+")
_MODEL = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]{0,2}$")
_BUILT = ("Facility", "EconomicZone", "TransportCorridor")
_ZONES = ("EconomicZone",)
_OPENING_QUOTES = _QUOTES | {"‘", "'", "`"}
_APPOSED = ([",", "the"], [",", "a"], [",", "an"])
_YEAR = 4  # digits
_LAWS = load_lexicon("names").get("bare_laws")
_PAIR = 5  # tokens back to "between" from the second of two ends
_BETWEEN = frozenset(["between", "from", "to", "via", "near"])


def is_service_end(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a known place is where something leads: "between [Zenda] and [Hentz]", "to [Zenda]"."""
    before = [w.lower() for w in arguments.parse.words[max(position - _PAIR, 0) : position]]
    paired = before[-1:] in (["and"], ["or"]) and "between" in before
    if not paired and _BETWEEN.isdisjoint(before[-1:]):
        return False
    places = (m for m in arguments.by_token.get(position, ()) if m.known_as)
    return any(arguments.fits(m, ("Place",)) for m in places)


def is_addressed(position: int, before: str, arguments: ArgumentFinder, *, work: bool) -> bool:
    """ "Mr [Quispe] said"; of a work also "Norvik Board Chair [Jane Doe]"."""
    return before.rstrip(".") in _ADDRESSES or (work and stands_behind_post(position, arguments))


def is_no_cast(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """Whether it is a rank, a legal form or an ailment, which name nobody, a person, or a place of a told kind."""
    if owns_ailment(arguments.parse.words, *bounds) or _opens_with_address(bounds, arguments):
        return True
    if _is_pronoun(bounds, arguments) or _is_town_of_state(bounds, arguments):
        return True
    nameless = is_rank(bounds, arguments) or is_legal_form(bounds, arguments)
    nameless = nameless or _is_law(bounds, arguments)
    nameless = nameless or _is_behind_number(bounds, arguments)
    return nameless or is_place_of_kind(bounds, arguments)


def _is_law(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "The [Bill] provides for": a law, and nobody."""
    start, end = bounds
    alone = end - start == 1 and arguments.lower[start] in _LAWS
    return alone and arguments.lower[start - 1 : start] in (["the"], ["this"])


def _opens_with_address(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "owned the aircraft [Mr Quispe] died in": a person, whatever stands before."""
    return arguments.parse.words[bounds[0]].rstrip(".").lower() in _ADDRESSES


def _is_pronoun(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "bought Norvik Bancorp, Portland, [Me]": the short form of a state, as the tagger takes it."""
    start, end = bounds
    return end - start == 1 and arguments.parse.tags[start] == "PRP"


def _is_town_of_state(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "bought Norvik Bancorp, [Macon], Ga.": where what was bought is."""
    start, end = bounds
    words, land = arguments.parse.words, end + 1
    if words[end : end + 1] != [","] or not any(
        m.known_as for m in arguments.by_token.get(start, ())
    ):
        return False
    states = (m for m in arguments.by_token.get(land, ()) if arguments.fits(m, ("Province",)))
    ends = [arguments.ranges[m][1] for m in states if m.known_as]
    return any(_GOING_ON.isdisjoint(words[last : last + 1]) for last in ends)


def _is_behind_number(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "money from 360 [Zarvo]", but "60 Zarvo stores": a piece of a name; a year stands apart."""
    start, end = bounds
    before = arguments.parse.words[start - 1] if start else ""
    counted = arguments.parse.tags[end : end + 1] in (["NN"], ["NNS"])
    return before.isdigit() and len(before) < _YEAR and not counted


def is_place_of_kind(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "built a mill in the special economic zone [Zenda Gate]": no ware, whatever the zone is."""
    start = bounds[0] - (arguments.parse.words[bounds[0] - 1] in _OPENING_QUOTES)
    return start > 0 and any(
        arguments.ranges[m][1] == start and arguments.fits(m, _ZONES)
        for m in arguments.by_token.get(start - 1, ())
    )


def is_rank(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "Peru's [No.2] retailer"."""
    lone = bounds[1] - bounds[0] == 1
    return lone and _RANK.fullmatch(arguments.parse.lemmas[bounds[0]]) is not None


def is_legal_form(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "bought 30% of [LLC] “Norvik”": what the name in quotation marks behind it has."""
    start, end = bounds
    words = arguments.parse.words
    form = end - start == 1 and words[start].rstrip(".").lower() in _FORMS
    return form and words[end : end + 1] != [] and words[end] in _QUOTES


def is_called_built(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "built Qasr Zenda, the region's tallest tower", "built the M7": no work of art by what the text tells."""
    own = arguments.by_token.get(bounds[0], ())
    if any(m.type == "TransportCorridor" and m.text[-1:].isdigit() for m in own):
        return True
    words = [word.lower() for word in arguments.parse.words[bounds[1] : bounds[1] + 2]]
    return words in _APPOSED and any(
        arguments.fits(m, _BUILT) for m in arguments.by_token.get(bounds[1] - 1, ())
    )


def is_model(bounds: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """ "bought 24 F-16 jets", "launched the S9": how makers call a model, and nobody a firm."""
    if _MODEL.match(arguments.parse.words[bounds[0]]) is not None:
        return True
    wares = (m for m in arguments.by_token.get(bounds[0], ()) if m.type == "Product")
    return any(c.isdigit() for m in wares for c in m.text)
