"""Who speaks where a parser takes a place for it: "ZARNO, May 5 Norvik said", "the Ministry of X of Zarno says"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_OF_BODIES = frozenset(["of", "from", "at", "with", "for"])
_BODIES, _PERSONS = ("Organization",), ("Person",)
_FAR = 6  # tokens from the day of a dateline to the name behind it


def find_said_for(place: Mention, arguments: ArgumentFinder) -> Mention | None:
    """The body that is told to be of the place, or the first agent behind a dateline; None for a place that speaks.

    In "CEO [X] of Norvik said" it is X.
    """
    if (person := _find_member(place, arguments)) is not None:
        return person
    if not arguments.fits(place, ("Place",)):
        return None
    start, end = arguments.ranges[place]
    words = arguments.lower
    of = start - 1 - (words[start - 1 : start] == ["the"])
    if of > 0 and words[of] == "of":
        return arguments.find_name_before(of, _BODIES)
    if words[start - 1 : start] == ["in"]:
        return _find_set_off(start, arguments)
    if start and arguments.parse.sentence_of[start - 1] == arguments.parse.sentence_of[start]:
        return None
    return _find_behind_dateline(end, arguments)


def _find_member(body: Mention, arguments: ArgumentFinder) -> Mention | None:
    """ "CEO [X] of Norvik": the person named right before the body or place that he is of."""
    if arguments.fits(body, ("Person",)):
        return None
    start, _ = arguments.ranges[body]
    link = start - 1 - (arguments.lower[start - 1 : start] == ["the"])
    if link < 1 or arguments.lower[link] not in _OF_BODIES:
        return None
    return arguments.find_name_before(link, _PERSONS)


def _find_set_off(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "[X], chair of Norvik, a mill in Zenda told Fox": the person before the comma that opens such words."""
    first = arguments.parse.sentences[arguments.parse.sentence_of[token]][0]
    for k in range(token - 1, first, -1):
        if arguments.lower[k] == "," and (found := arguments.find_name_before(k, _PERSONS)):
            return found
    return None


def _find_behind_dateline(end: int, arguments: ArgumentFinder) -> Mention | None:
    if arguments.lower[end : end + 1] != [","]:
        return None
    days = [m for m in arguments.by_token.get(end + 1, ()) if m.kind is MentionKind.PERIOD]
    behind = arguments.ranges[days[0]][1] if days else end
    named = (m for t in range(behind, behind + _FAR) for m in arguments.by_token.get(t, ()))
    return next((m for m in named if days and _is_agent(m, arguments, "Agent")), None)


def _is_agent(mention: Mention, arguments: ArgumentFinder, kind: str) -> bool:
    return mention.kind is MentionKind.NAME and arguments.fits(mention, (kind,))
