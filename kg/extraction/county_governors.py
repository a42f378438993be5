"""Posts of a state told beside a town or county of it: "in Zenda, Ohio Governor X said".

Governors are of the state in America, of the county itself where counties have them.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.post_classes import read_class
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_COUNTY = "county"
_GOVERNORS = ("governor", "gov.", "gov")
_MARKS = load_lexicon("post_classes").get("county_governors")  # of where counties have them
_OF_STATES = load_lexicon("post_classes").get("titles_of_states")
_LOWER = frozenset(["town", "council", "county", "school", "club"])
_GENERAL = "general secretary"  # of a union
_LINKS = ("of ", "of the ", "for ", "for the ")
_COMMA = len(", ")


def is_below_governor(title: str, body: Mention, arguments: ArgumentFinder) -> bool:
    """ "jobs in Tarka County, Governor X said": no "Tarka County Governor X", and no "governor of Tarka County"."""
    if not title.lower().endswith(_GOVERNORS) or _COUNTY not in body.text.lower().split():
        return False
    text = arguments.text
    behind = text[body.span.end :].lstrip().lower()
    if behind.startswith((title.lower(), "'s", "’s")) or text[: body.span.start].endswith(_LINKS):
        return False
    lower = text.lower()
    return not any(mark in lower for mark in _MARKS)


def lift_to_states(candidates: list[Candidate], arguments: ArgumentFinder) -> Iterator[Candidate]:
    """The candidates, such posts as those of the state behind the county, or left out where none is."""
    for candidate in candidates:
        if not _is_below(candidate, arguments):
            yield candidate
        elif (state := _find_state(candidate, arguments)) is not None:
            yield replace(candidate, object=state)


def _is_below(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    body = candidate.object
    if candidate.rule.predicate != "holdsPost" or not isinstance(body, Mention):
        return False
    title = next((q.value for q in candidate.qualifiers if q.name == "title"), None)
    if not isinstance(title, str):
        return False
    if is_below_governor(title, body, arguments):
        return True
    if not arguments.fits(body, ("City", "District")) or not _is_of_state(title):
        return False
    state = _find_state(candidate, arguments)
    behind = "" if state is None else arguments.text[state.span.end :].lstrip(" ,").lower()
    return behind.startswith(title.lower())


def _is_of_state(title: str) -> bool:
    """ "Commerce Secretary", "Attorney General": of a state or country, and of no town in it."""
    words = frozenset(title.lower().split())
    of_state = not words.isdisjoint(_OF_STATES) and read_class(title) not in _LOWER
    return of_state and not title.lower().endswith(_GENERAL)


def _find_state(candidate: Candidate, arguments: ArgumentFinder) -> Mention | None:
    """ "in Tarka County, Ohio, Gov. X said": what stands right behind the county."""
    county = candidate.object
    if not isinstance(county, Mention) or county not in arguments.ranges:
        return None
    behind = arguments.by_token.get(arguments.ranges[county][1] + 1, ())
    near = (m for m in behind if m.span.start == county.span.end + _COMMA)
    return next((m for m in near if arguments.fits(m, ("Province", "Country"))), None)
