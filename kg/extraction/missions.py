"""Journeys of those whose country no word tells: they go to another one, and who goes along is of their own."""

from collections.abc import Collection

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_holder_behind
from kg.extraction.home import HomeFinder
from kg.extraction.only_told import read_key
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_ALONG = frozenset(["accompanied", "joined", "flanked", "escorted"])
_AUXILIARIES = frozenset(["aux", "auxpass"])
_TOLD = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_STEPS = 4  # from a journey's noun to its verb: "is on a visit to"


def goes_there(
    title: int, land: Mention, home: HomeFinder, seats: Collection[Mention] = ()
) -> bool:
    """ "Minister X will fly to [Peru]", "a mission led by Minister X visited [Peru]": X is of elsewhere.

    So is who goes to one of the `seats` of the land: "visited [Lima]".
    """
    parse, arguments = home.parse, home.arguments
    _, last = parse.sentences[parse.sentence_of[title]]
    key = read_key(land, arguments)
    for place in {m for k in range(title, last) for m in arguments.by_token.get(k, ())}:
        told = place.type == "Country" and place.kind in _TOLD and read_key(place, arguments) == key
        if not told and place not in seats:
            continue
        verb = home.find_journey(arguments.ranges[place][1] - 1)
        for _ in range(_STEPS):
            if verb is None or parse.tags[verb][:2] == "VB":
                break
            verb = parse.heads[verb]
        if verb is not None and title < verb and not _is_told_between(title, verb, arguments):
            return True
    return False


def _is_told_between(first: int, verb: int, arguments: ArgumentFinder) -> bool:
    """Whether another verb stands there: "Minister X said that the guest will visit"."""
    parse = arguments.parse
    return any(
        parse.tags[k] in FINITE and parse.deps[k] not in _AUXILIARIES for k in range(first, verb)
    )


def find_leader_title(title: int, arguments: ArgumentFinder) -> int | None:
    """ "[President] X left. He was accompanied by Trade Minister Y": where the title of X begins."""
    parse = arguments.parse
    by = title - 1 - (parse.words[title - 1].lower() == "the" if title else 0)
    if by < 1 or parse.words[by] != "by" or parse.words[by - 1].lower() not in _ALONG:
        return None
    subjects = parse.list_subjects(by - 1, passive=True)
    led = [m for s in subjects for m in arguments.by_token.get(s, ())]
    for leader in led:
        name = arguments.find_first(leader)
        for post in arguments.recognized.public_posts:
            start, end = arguments.ranges[post]
            holder = find_holder_behind(end, arguments)
            if start < title and holder is not None and arguments.find_first(holder) == name:
                return start
    return None
