"""The body whose officers a roster tells: "The Tarka Club elected a board: X (president), Y (treasurer)"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.only_told import read_key
from kg.model.mention import Mention, MentionKind

_BOARDS = frozenset(
    ["officer", "officers", "board", "directors", "committee", "executive", "executives", "slate"]
)
_ELECTING = frozenset(["elect", "re-elect", "reelect", "install", "vote"])
_CHOOSING = _ELECTING.union(
    ["name", "appoint", "swear", "choose", "announce", "welcome", "introduce", "select"]
)
_OF = frozenset(["of", "from", "with", "at", "by"])
_BACK = 2  # sentences from a roster to the one that tells of whom
_NEAR = 10  # tokens from the start of an entry to its title
_NAMED = frozenset([MentionKind.NAME, MentionKind.NOMINAL])


def find_officered(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only body of the last sentence that tells of a board or officers chosen, if no other stands here."""
    parse = arguments.parse
    here = parse.sentence_of[token]
    if _is_of_next(token, parse.sentences[here][1], arguments):
        return None
    for number in range(here, max(here - _BACK, 0) - 1, -1):
        start, end = parse.sentences[number]
        bodies = _list_bodies(start, token if number == here else end, arguments)
        if _tells_choice(start, end, arguments) and bodies:
            return bodies[0] if len({read_key(b, arguments) for b in bodies}) == 1 else None
        if bodies:
            return None  # whose officers they are is told in another sentence
    return None


def _is_of_next(token: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "X, president, Norvik Bank": the title is of the body behind it."""
    near = range(token, min(token + _NEAR, end))
    posts = (m for t in near for m in arguments.by_token.get(t, ()) if m.kind is MentionKind.POST)
    post = next(posts, None)
    if post is None:
        return False
    behind = arguments.ranges[post][1]
    told = arguments.by_token.get(behind + 1, ()) if behind + 1 < end else ()
    joined = arguments.lower[behind : behind + 1] in ([","], ["of"], ["at"], ["with"])
    return joined and any(arguments.fits(m, ("Organization",)) for m in told)


def _tells_choice(start: int, end: int, arguments: ArgumentFinder) -> bool:
    deeds, words = set(arguments.parse.lemmas[start:end]), arguments.parse.words
    boards = [k for k in range(start, end) if words[k] in _BOARDS or words[k] == "Officers"]
    if boards:
        new = any(words[k - 1] == "new" for k in boards)
        return not deeds.isdisjoint(_CHOOSING) or (new and "have" in deeds)
    posts = (m for t in range(start, end) for m in arguments.by_token.get(t, ()))
    return not deeds.isdisjoint(_ELECTING) and any(m.kind is MentionKind.POST for m in posts)


def _list_bodies(start: int, end: int, arguments: ArgumentFinder) -> list[Mention]:
    """Organizations named from `start` to `end`, but for those that a person is told to be of."""
    told = dict.fromkeys(m for t in range(start, end) for m in arguments.by_token.get(t, ()))
    return [m for m in told if _is_body(m, arguments)]


def _is_body(mention: Mention, arguments: ArgumentFinder) -> bool:
    if mention.kind not in _NAMED or not arguments.fits(mention, ("Organization",)):
        return False
    resolved = mention.kind is MentionKind.NAME or mention in arguments.resolved
    before = arguments.ranges[mention][0] - 1
    before -= arguments.lower[before] == "the"
    person = arguments.lower[before] in _OF and any(
        arguments.fits(m, ("Person",)) for m in arguments.by_token.get(before - 1, ())
    )
    return resolved and not person
