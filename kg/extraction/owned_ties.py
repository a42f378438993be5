"""Who tells of another's tie has none: "[Tarka] criticised Norvik's partnership with Zenda"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import FINITE

_TIED = frozenset(["cooperatesWith", "mergesWith", "competesWith"])
_RIVALRIES = frozenset(["merger", "rivalry", "competition", "dealing", "talk", "negotiation"])
_TIES = load_lexicon("measures").get("ties") | load_lexicon("scope").get("tie_nouns") | _RIVALRIES
_MARKS = frozenset(["'s", "’s", "'", "’"])
_SIDES = frozenset(["and", ",", "&"])
_JOINING = frozenset(["join", "enter"])
_WORDS, _FAR = 4, 5  # tokens between an owner and its tie, between "with" and the other side


def drop_owned_ties(candidates: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without ties of which the words say that they are another's."""
    return drop_false(candidates, _TIED, lambda c, other: _is_of_other(c.subject, other, arguments))


def _is_of_other(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """Whether an owner who is not `one` stands between the two, before a tie "with" `other`."""
    ranges, parse = arguments.ranges, arguments.parse
    if one not in ranges or other not in ranges:
        return False
    first, last = ranges[one][1], ranges[other][0]
    if first >= last or parse.sentence_of[first] != parse.sentence_of[last]:
        return False
    for k in range(last - 1, first, -1):
        if parse.words[k] in _MARKS or parse.tags[k] == "PRP$":
            owned = _has_tie(k + 1, last, arguments)
            return owned and not _is_owner(one, other, k, arguments)
    return False


def _has_tie(start: int, last: int, arguments: ArgumentFinder) -> bool:
    """Whether a tie "with" what begins at `last` stands right behind an owner."""
    parse = arguments.parse
    link = next((k for k in range(last - 1, start, -1) if parse.words[k].lower() == "with"), None)
    if link is None or last - link > _FAR:
        return False
    noun = next((k for k in range(start, link) if parse.lemmas[k] in _TIES), None)
    tags = parse.tags[start:link]
    plain = FINITE.isdisjoint(tags) and all(tag[0] in "NJVRI" or tag == "HYPH" for tag in tags)
    return noun is not None and noun - start <= _WORDS and plain


def _is_owner(one: Mention, other: Mention, mark: int, arguments: ArgumentFinder) -> bool:
    """Whether the owner before a mark, or that of "its", may be `one`, beside it or what it joins."""
    parse = arguments.parse
    own = mark if parse.tags[mark] == "PRP$" else mark - 1
    owners = [m for m in arguments.by_token.get(own, ()) if m in arguments.ranges]
    if not owners:
        return parse.tags[mark] == "PRP$"  # "its": nobody knows whose
    # An owner that is taken for the other side is somebody else in truth.
    told = {arguments.find_first(m) for m in (one, other)}
    if any(arguments.find_first(m) in told for m in owners):
        return True
    start, end = arguments.ranges[one]
    between = range(end, min(arguments.ranges[m][0] for m in owners))
    partner = arguments.lower[start - 1] == "with"  # "with [Peru] and Kenya's"
    row = not partner and all(
        parse.words[k].lower() in _SIDES or parse.tags[k][0] in "ND" for k in between
    )
    return row or any(parse.lemmas[k] in _JOINING for k in between)
