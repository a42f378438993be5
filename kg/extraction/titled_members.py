"""Members of lists that have a title of their own, and so do not share what the last of the list is of."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind

_INDEFINITE = frozenset(["a", "an"])


def drop_titled(rule: Rule, subjects: list[Mention], arguments: ArgumentFinder) -> list[Mention]:
    """ "[X], head of A, [Y], state secretary, and Z of B": who has a title of its own is not of B."""
    if rule.predicate != "affiliatedWith" or len(subjects) < 2:
        return subjects
    return [m for m in subjects if not _tells_title(m, arguments)]


def _tells_title(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, head of A", and "Norvik's head X": a title behind the name, or one with its body before it."""
    words, (begun, end) = arguments.parse.words, arguments.ranges[mention]
    if any(_is_of_body(m, begun, arguments) for m in arguments.by_token.get(begun - 1, ())):
        return True
    start = end + 1 + (words[end + 1 : end + 2] in (["the"], ["a"], ["an"]))
    lands = (m for m in arguments.by_token.get(start, ()) if arguments.fits(m, ("Place",)))
    starts = {start, *(arguments.ranges[m][1] for m in lands)}  # "X, Ruritanian Ambassador"
    told = any(arguments.find_post(at) is not None for at in starts)
    return words[end : end + 1] == [","] and told


def _is_of_body(post: Mention, end: int, arguments: ArgumentFinder) -> bool:
    start, last = arguments.ranges[post]
    before = start - 1 - (arguments.parse.tags[max(start - 1, 0)] == "POS")
    owners = arguments.by_token.get(before, ())
    titled = post.kind is MentionKind.POST and last == end
    return titled and any(arguments.fits(m, ("Organization", "Place")) for m in owners)


def bears_title(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, head of A, and [B] chief executive Y": the last of the list belongs to a title of its own.

    So it does in "head of A and a [B] deputy", whatever is said of its title.
    """
    start, end = arguments.ranges[mention]
    if arguments.parse.words[start - 1] in _INDEFINITE and mention.kind is MentionKind.NAME:
        return arguments.parse.tags[end : end + 1] == ["NN"]
    end += arguments.parse.tags[end : end + 1] == ["POS"]
    return arguments.find_post(end) is not None
