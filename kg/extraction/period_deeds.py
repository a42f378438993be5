"""Times that are those of a deed beside the figure: "[pledged in 2021] to cut emissions by 40 percent"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.goal_periods import TO_COME
from kg.extraction.where_owners import parse_up
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_TENSED = frozenset(["VBD"])
_HAD = frozenset(["have"])
_NOW = frozenset(["now", "currently", "today", "nowadays"])
_SINCE, _LED = "since", 4  # tokens behind "since" in which its time stands


def is_of_deed_beside(parse: Parse, at: int, noun: int, value: int, modality: Modality) -> bool:
    """Whether a time at `at` is that of a pledge about the figure, or of an aim beside it.

    "In 2021 Norvik pledged to cut emissions by 40 percent" tells no emissions of 2021, and "has 40 stores and
    wants to enter Peru by 2026" no stores of 2026.
    """
    verb, deed = parse_up(parse, noun), parse_up(parse, at)
    if verb is None or deed is None or deed == verb:
        return False
    below = parse.hangs_on(verb, deed)
    if modality in TO_COME:
        return below and _is_past(parse, deed) and not _is_past(parse, verb)
    aim = parse.tags[deed] in {"VB", "VBN"} and any(
        parse.tags[c] == "TO" for c in parse.children[deed]
    )
    return aim and not below and at > noun and not parse.hangs_on(value, deed)


def is_of_next(arguments: ArgumentFinder, period: Mention) -> bool:
    """ "[December]'s 4% rise": a time that owns the value behind it."""
    parse, period_end = arguments.parse, arguments.ranges[period][1]
    owned = parse.tags[period_end : period_end + 1] == ["POS"]
    behind = period_end + owned
    ends = owned or parse.words[period_end - 1].endswith(("'s", "’s"))
    told = arguments.by_token.get(behind, ()) if ends else ()
    return any(m.kind is MentionKind.QUANTITY for m in told)


def is_told_of_now(arguments: ArgumentFinder, period: Mention, value: int) -> bool:
    """ "opened its first store in 2012 and now has 62": what is now is not of the year before it."""
    words = arguments.parse.words[arguments.ranges[period][1] : value]
    return not _NOW.isdisjoint(word.lower() for word in words)


def tells_since(arguments: ArgumentFinder, end: int) -> bool:
    """ "has fallen 40% [since the beginning of the year], and": a time of its own that is no period."""
    parse = arguments.parse
    limit = parse.sentences[parse.sentence_of[end - 1]][1]
    if end >= limit or parse.words[end].lower() != _SINCE:
        return False
    return not any(
        m.kind is MentionKind.PERIOD
        for k in range(end + 1, min(end + 1 + _LED, limit))
        for m in arguments.by_token.get(k, ())
    )


def _is_past(parse: Parse, verb: int) -> bool:
    """ "pledged", "has pledged"."""
    if parse.tags[verb] in _TENSED:
        return True
    helped = any(parse.lemmas[c] in _HAD for c in parse.children[verb])
    return parse.tags[verb] == "VBN" and helped
