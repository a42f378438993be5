"""Names that begin alike and that the text tells apart: "Tarka set up a joint venture, Tarka Leasing"."""

import re
from collections.abc import Iterator

from kg.model.mention import Mention

_UNITS = r"(?:subsidiary|unit|arm|division|affiliate|offshoot)"
_UNIT_OF = re.compile(
    rf"(?: \([^)]*\))?(?:,| is| was)[^.;]{{0,60}}\b{_UNITS} of (?:the )?[^.,;]{{0,40}}"
)
_ITS_UNIT = re.compile(rf"['’]s? (?:[\w-]+ ){{0,3}}{_UNITS},? $")
_VENTURE = r"(?:joint venture|venture|subsidiary|new company|new firm|new unit|holding company)"
_NEW_ONE = re.compile(
    rf"[^.;\n]{{1,120}}\b{_VENTURE}(?:,| called| named| dubbed|, called|, named)? $"
)
_HAS = r"(?:owns?|owned|acquires?|acquired|bought|buys|sold|launched|founded|set up|established|created|spun off)"
_OWNS = re.compile(rf"(?: and [^.,;\n]{{1,40}})? (?:has |had |also )?{_HAS}(?: [^.;\n]{{0,60}})? $")
_FORMED = re.compile(
    r",? (?:which |that )?(?:was |is |were )?(?:formed|created|born|made) "
    r"(?:by|through|from|of|out of|in|via) "
)
_REACH = 4  # names between the short one and the one that it is told apart from


def find_apart(names: list[Mention], text: str) -> frozenset[tuple[str, str]]:
    """(short, long) names that are two things, in the words of the text."""
    readings = (_find_units, _find_new, _find_joined, _find_parents)
    return frozenset(pair for read in readings for pair in read(names, text))


def _find_units(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "Tarka Build, a unit of [Tarka]", "[Tarka]'s arm Tarka Build"."""
    for n, name in enumerate(names):
        for other in names[n + 1 : n + 3]:  # "a unit of Ruritania's Tarka" has one between
            between = text[name.span.end : other.span.start]
            if _UNIT_OF.fullmatch(between):
                yield other.text, name.text
            elif _ITS_UNIT.match(between):
                yield name.text, other.text


def _find_new(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "[Tarka] and Zenda set up a joint venture, Tarka Leasing", "[Tarka] owns half of Tarka Leasing"."""
    for n, name in enumerate(names):
        for other in names[n + 1 : n + _REACH]:
            if other.text.startswith(f"{name.text} "):
                between = text[name.span.end : other.span.start]
                if _NEW_ONE.fullmatch(between) or _OWNS.fullmatch(between):
                    yield name.text, other.text


def _find_joined(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "Tarka Zenda Life" where the text tells of "Tarka and Zenda Life": the latter is not the former."""
    texts = {name.text for name in names}
    for full in texts:
        words = full.split()
        for cut in range(1, len(words) - 1):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            both = first in texts and rest in texts
            if both and (f"{first} and {rest}" in text or f"{rest} and {first}" in text):
                yield rest, full
                yield first, full


def _find_parents(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "Tarka Build, formed by the merger of Tarka Zenda Build and Velm": a name with a word more is another."""
    for n, name in enumerate(names):
        for other in names[n + 1 : n + _REACH]:
            between = text[name.span.end : other.span.start]
            if _FORMED.match(between) and ". " not in between:
                yield name.text, other.text
                yield other.text, name.text
