"""Lists of mentions told side by side: "A, B and C", "Kenya's A, the port of B and C"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.pattern_gaps import skip_brackets
from kg.model.mention import Mention, MentionKind

_REACH = 5  # tokens that may stand before a member: "the Ruritanian shipping group X"
_BEFORE = ("DT", "JJ", "NN", "POS", "PRP$", "HYPH", "CD")
_ENDS = frozenset(["and", "or", "&"])
_REPEATED = frozenset(["at", "of", "for", "with", "in", "from"])


def find_lists(
    first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[tuple[Mention, ...]]:
    """The lists of mentions of these types that begin with `first`, the longest first.

    A list of several ends with "and" or "or"; without it only the first is sure to belong.
    """
    members = [first]
    complete: list[tuple[Mention, ...]] = [(first,)]
    while True:
        end = skip_brackets(arguments.ranges[members[-1]][1], arguments)
        joined = _read_joint(end, arguments)
        following = _find_member(joined[0], types, arguments) if joined else None
        if joined is None or following is None or following in members:
            return complete[::-1]
        members.append(following)
        if joined[1]:
            complete.append(tuple(members))


def may_stand(mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a mention is a thing of its own: "the port" before "of X" only tells what X is."""
    if mention.kind is not MentionKind.NOMINAL:
        return True
    end = arguments.ranges[mention][1]
    words = arguments.parse.words[end : end + 2]
    after = end + 1 + (words[1:] == ["the"]) if words[:1] == ["of"] else end
    named = any(
        m.kind is MentionKind.NAME and arguments.ranges[m][0] == after
        for m in arguments.by_token.get(after, ())
    )
    return not named and arguments.is_referring(mention)


def _read_joint(position: int, arguments: ArgumentFinder) -> tuple[int, bool] | None:
    """Where the next member may begin after "," or "and", and whether that one is the last."""
    words = arguments.parse.words
    rest = [w.lower() for w in words[position : position + 4]]
    comma = int(rest[:1] == [","])
    if rest[comma : comma + 1] and rest[comma] in _ENDS:
        again = rest[comma + 1 : comma + 2] and rest[comma + 1] in _REPEATED  # "at A and at B"
        return position + comma + 1 + bool(again), True
    if rest[comma : comma + 3] == ["as", "well", "as"]:
        return position + comma + 3, True
    return (position + 1, False) if comma else None


def _find_member(
    position: int, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The mention that begins at `position` or after words that only describe it."""
    parse = arguments.parse
    for k in range(position, min(position + _REACH + 1, len(parse.words))):
        for mention in arguments.by_token.get(k, ()):
            if mention.kind is MentionKind.PRONOUN or arguments.ranges[mention][0] != k:
                continue
            owner = parse.tags[arguments.ranges[mention][1] : arguments.ranges[mention][1] + 1]
            if owner == ["POS"] or mention.kind is MentionKind.ADJECTIVE:
                continue
            if arguments.fits(mention, types) and may_stand(mention, arguments):
                return mention
        # "A and his wife, B"
        apposed = k > position and parse.words[k] == "," and parse.tags[position] == "PRP$"
        passed = apposed or (k > position and parse.lemmas[k] == "of")
        if not parse.tags[k].startswith(_BEFORE) and not passed:
            return None
    return None
