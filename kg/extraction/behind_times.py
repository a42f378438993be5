"""The "of" of a measure's value behind a time or place: "a loss [for the year] of 5 million", "sales [in Peru] of"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_CHANGES = load_lexicon("measures").get("change_nouns") | {"cut", "saving", "savings", "swing"}
_LINKS = frozenset(["for", "in", "during", "over", "to", "from", "with", "at"])
_GIVERS = frozenset(["from", "with", "at", "for"])
_TIMES = frozenset(
    ["year", "quarter", "month", "half", "period", "week", "season", "day", "decade"]
)
_BESIDE = frozenset(
    "the a last this first second third fourth full previous same next current fiscal financial whole".split()  # noqa: SIM905
)
_WITHIN, _NEAR = frozenset(["in"]), 4  # tokens from a change to what changed
_LONGEST = 8  # tokens between a measure and "of"
_NAMES = frozenset([MentionKind.NAME, MentionKind.PERIOD])


def leave_changes(noun: int, values: list[Mention], parse: Parse) -> list[Mention]:
    """The values of a noun; none where they tell by how much it changed: "a drop in sales in 2023 of 4 percent"."""
    before = range(max(noun - _NEAR, 0), noun - 1)
    changed = any(parse.lemmas[k] in _CHANGES and parse.words[k + 1] in _WITHIN for k in before)
    return [] if changed else values


def find_of(noun: int, arguments: ArgumentFinder) -> list[int]:
    """The token of that "of", in a list; none where anything else stands before it."""
    parse = arguments.parse
    last = min(parse.sentences[parse.sentence_of[noun]][1], noun + _LONGEST)
    told = False
    for k in range(noun + 1, last):
        word = parse.words[k].lower()
        time = parse.lemmas[k] in _TIMES
        named = time or any(m.kind in _NAMES for m in arguments.by_token.get(k, ()))
        own = any(m.kind is MentionKind.NAME for m in arguments.by_token.get(k, ()))
        if own and parse.words[k - 1].lower() in _GIVERS:
            return []  # "a payment from Norvik of $5 million"
        if word == "of" and told and not arguments.find_period_around(k):
            return [k]
        if k == noun + 1 and word not in _LINKS | _BESIDE and not named:
            return []
        told = told or named
        if not named and word not in _LINKS | _BESIDE and not (word == "of" and told):
            return []
    return []
