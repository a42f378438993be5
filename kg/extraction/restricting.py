"""What `where` asks of a mention beside its type and head noun."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule import Restriction
from kg.model.mention import Mention, MentionKind


def allows_mention(
    restriction: Restriction | None, mention: Mention, arguments: ArgumentFinder
) -> bool:
    """Whether a mention is of no refused type, of an allowed kind, and beside nothing refused."""
    if restriction is None:
        return True
    if any(arguments.fits(mention, (kind,)) for kind in restriction.not_types):
        return False
    if restriction.kinds and mention.kind.value not in restriction.kinds:
        return False
    start, end = arguments.ranges[mention]
    if restriction.not_behind and _stands_behind(start, restriction.not_behind, arguments):
        return False
    following = arguments.parse.words[end : end + 1]
    return not (following and following[0].lower() in restriction.not_next)


def is_of_kind(restriction: Restriction, mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a mention that may fill a slot is of the types and has the head noun that are asked.

    A first word counts as head ("Bursa Malaysia"); titles are looked at later.
    """
    if mention.kind is MentionKind.POST:
        return True
    if any(arguments.fits(mention, (kind,)) for kind in restriction.not_types):
        return False
    if not restriction.nouns:
        return True
    head = arguments.head_lemma(arguments.ranges[mention][1] - 1)
    return head in restriction.nouns or mention.text.split()[0].lower() in restriction.nouns


def _stands_behind(start: int, types: tuple[str, ...], arguments: ArgumentFinder) -> bool:
    """Whether a mention of these types and a comma stand before a token: "Jane Doe, | head of"."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] in [["the"], ["a"], ["an"]])
    if k < 1 or words[k] != ",":
        return False
    return any(arguments.fits(m, types) for m in arguments.by_token.get(k - 1, ()))


def is_owner(end: int, arguments: ArgumentFinder) -> bool:
    """Whether the words of a rule end in the owner of what is meant: "the head of Tarka['s unit]"."""
    parse = arguments.parse
    if end >= len(parse.tags) or parse.tags[end] != "POS" or not arguments.by_token.get(end - 1):
        return False
    before = min(arguments.ranges[m][0] for m in arguments.by_token[end - 1]) - 1
    before -= before >= 0 and parse.tags[before] == "DT"
    return before >= 0 and parse.tags[before] == "IN"


def bears_title(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, head of A, and [B] chief executive Y": the last of the list belongs to a title of its own."""
    end = arguments.ranges[mention][1]
    end += arguments.parse.tags[end : end + 1] == ["POS"]
    return any(
        m.kind is MentionKind.POST and arguments.ranges[m][0] == end
        for m in arguments.by_token.get(end, ())
    )
