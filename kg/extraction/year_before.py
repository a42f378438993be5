"""Where a period stands: right before what is measured ("had [2024] sales of"), in a part that is set off."""

import itertools
from collections.abc import Set as AbstractSet

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse

_AT_A_TIME = frozenset(["in", "during", "for", "of", "since", "by", "until"])
_MARKED = 3  # tokens before a year in which a word of comparison stands: "down from its 2022 peak"
_HELD = frozenset(
    ["from", "than", "below", "above", "under", "over", "against", "beyond", "with", "to"]
)
_UNDATING = load_lexicon("measures").get("undating_nouns")
_DUE = frozenset(
    [
        "bond",
        "bonds",
        "note",
        "notes",
        "eurobond",
        "eurobonds",
        "sukuk",
        "gilt",
        "gilts",
        "debenture",
        "debentures",
        "maturity",
        "maturities",
        "convertible",
        "convertibles",
    ]
)
# … a time that nothing dates: "and 3 percent the year after".
_YEARS_AFTER = [["the", "year", "after"], ["the", "year", "following"], ["a", "year", "later"]]
_RECORDED = 7  # tokens from "since records began in" to its year
_RECORDS = frozenset(
    [
        "records",
        "record",
        "record-keeping",
        "data",
        "statistics",
        "measurements",
        "monitoring",
        "polling",
        "series",
        "figures",
    ]
)
_OWN_PHRASE = 6  # tokens of "by the end of the year"
SPANS = frozenset(["year", "month", "quarter", "week", "season", "decade"])
_EXPECTED = frozenset(
    [
        "expected",
        "due",
        "scheduled",
        "slated",
        "set",
        "planned",
        "projected",
        "supposed",
        "forecast",
    ]
)
_RELATIVE = frozenset(["last", "this", "next", "previous", "current", "following"])
ALIKE = frozenset(["same", "corresponding", "comparable"])
_PARTED = frozenset(["which", "them", "these"])
_NEAR = 3  # tokens from a year to the noun: "2024 net income"


def modifies_other(parse: Parse, begin: int, end: int, measured: AbstractSet[str]) -> bool:
    """Whether a period tells of which time something is that is not measured: "its [2024] forecast"."""
    led = begin and parse.words[begin - 1].lower() in _AT_A_TIME
    noun = parse.tags[end : end + 1] and parse.tags[end][0] in "NJ"
    return bool(noun) and not led and not is_before_measure(parse, begin, end, measured)


def is_before_measure(parse: Parse, begin: int, end: int, measured: AbstractSet[str]) -> bool:
    """Whether a period stands before a measured noun as its adjective: not "in 2024 sales rose"."""
    if not begin or parse.words[begin - 1].lower() in _AT_A_TIME:
        return False
    for token in range(end, min(end + _NEAR, len(parse.words))):
        if parse.tags[token][0] not in "NJ":
            return False
        if parse.lemmas[token] in measured:
            return True
    return False


_ANNOUNCED = frozenset(["announce", "unveil", "present", "approve", "adopt"])


def is_of_no_figure(parse: Parse, begin: int, end: int) -> bool:
    """ "the highest since records began in 1997", "its 2025 bond yielded": a year of something else than a figure.

    So is that of "under plans announced in January, 450 jobs will go".
    """
    told = max(begin - 2, 0)
    if parse.lemmas[told] in _ANNOUNCED and parse.deps[told] == "acl" and parse.tags[told] == "VBN":
        return True
    behind = {w.lower() for w in parse.words[end : end + 1]}
    if not behind.isdisjoint(_DUE) or not _UNDATING.isdisjoint(parse.lemmas[end : end + 1]):
        return True
    before = [w.lower() for w in parse.words[max(begin - _RECORDED, 0) : begin]]
    return "since" in before and not _RECORDS.isdisjoint(before[before.index("since") :])


def is_of_expected(parse: Parse, end: int, begin: int) -> bool:
    """ "has a budget of $6 million, expected to open in 2027": when that is, and no time of what stands before."""
    words = [w.lower() for w in parse.words[end:begin]]
    return any(
        comma == "," and word in _EXPECTED and link in {"to", "for"}
        for comma, word, link in zip(words, words[1:], words[2:], strict=False)
    )


def is_of_occasion(arguments: ArgumentFinder, period: Mention) -> bool:
    """ "The first fair, which opened in 2004, drew 700 visitors": when it was held is when they came."""
    parse, token = arguments.parse, arguments.ranges[period][0]
    while parse.deps[token] not in {"relcl", "acl"}:
        if parse.heads[token] == token:
            return False
        token = parse.heads[token]
    return arguments.find(parse.heads[token], ("Event",)) is not None


def is_set_off(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of a relative clause or of a participle behind a comma."""
    participle = parse.deps[verb] == "acl" and parse.tags[verb] == "VBN"
    return parse.deps[verb] == "relcl" or (participle and parse.words[verb - 1] == ",")


def is_superlative(parse: Parse, start: int, end: int) -> bool:
    """Whether the best or first of its like is told among some tokens: "the fastest since 2020"."""
    tags, words = parse.tags[start:end], parse.words[start:end]
    told = not {"record", "first"}.isdisjoint(words)  # "its first budget since"
    return told or not {"JJS", "RBS"}.isdisjoint(tags)


def is_dated(parse: Parse, left: int, right: int) -> bool:
    """Whether a part of a sentence tells a time of its own that is no period: "last year".

    Not "up 9 percent on the same period last year", with which something is only compared.
    """
    words = [w.lower() for w in parse.words[left:right]]
    later = any(words[n : n + 3] in _YEARS_AFTER for n in range(len(words)))
    return later or any(
        first in _RELATIVE and second in SPANS and ALIKE.isdisjoint(words[max(n - _NEAR, 0) : n])
        for n, (first, second) in enumerate(itertools.pairwise(words))
    )


def tells_span(parse: Parse, left: int, right: int) -> bool:
    """Whether a year or the like is told right behind a value: "by the end of the year"."""
    words = parse.words[left : min(left + _OWN_PHRASE, right)]
    return not SPANS.isdisjoint(w.lower() for w in words)


def find_going_on(parse: Parse, left: int, value: int, measured: AbstractSet[str]) -> int:
    """Where a part goes on with what is told: "…, valuing it at", "…, with exports at"; or `left`."""
    words, tags = parse.words, parse.tags
    for at in range(value - 1, left, -1):
        if words[at] == "on" and not measured.isdisjoint(parse.lemmas[at + 1 : min(at + 3, value)]):
            return at  # "a loss of 3 million last year on turnover of 9 million"
        if words[at] != "," or at + 2 > value:
            continue
        behind = words[at + 1]
        along = behind == "with" and (
            "VBG" in tags[at + 2 : value] or not measured.isdisjoint(parse.lemmas[at + 2 : value])
        )
        parted = behind == "of" and words[at + 2].lower() in _PARTED
        if tags[at + 1] == "VBG" or along or parted:
            return at
    return left


def is_of_mark(parse: Parse, start: int, end: int, marks: AbstractSet[str]) -> bool:
    """ "down from its [2022] peak", "below the [2019] level": a mark that something is held against.

    Not where its value is told: "double the [2018] figure of 2 billion".
    """
    if parse.words[end + 1 : end + 2] == ["of"]:
        return False
    before = (w.lower() for w in parse.words[max(start - _MARKED, 0) : start])
    return not _HELD.isdisjoint(before) and not marks.isdisjoint(parse.lemmas[end : end + 1])
