"""What around a title tells that it is one: who has it, what it is of, what has ended or begins."""

from collections.abc import Container

from kg.recognition.tokens import Tokens

_MINISTRIES = (["Ministry"], ["Department"])
_HEADING = frozenset(["minister", "ministers", "secretary", "undersecretary"])
_OWNERS = frozenset(["'s", "’s", ")"])
_LEADING = frozenset(["leader", "chief", "head", "commander", "secretary", "director"])
_MISSIONS = frozenset(
    ["mission", "board", "bureau", "division", "department", "office", "campaign"]
)
_SET_OFF = frozenset([",", "("])
_INSIDE = frozenset(["of", "for", "&", "and"])  # "Centre for Trade", "Tarka & Sons"
_OFFICERS = frozenset(["secretary", "director", "clerk"])
_CHOSEN = frozenset(["elect", "re-elect", "remain", "choose"])
_CLOSING = frozenset([".", ";", ",", "and"])
_LISTING = frozenset([":", ";"])
_SHORT = 2  # letters that may be a degree
_OFFICER = 7  # tokens from "chief" to "officer"
_GOES_ON = (["NN"], ["NNS"], ["HYPH"], ["POS"])  # tags behind a word that is not the head


def find_bracket(tokens: Tokens, start: int, end: int, taken: frozenset[int]) -> int | None:
    """ "Jane Doe ([CS Water and Irrigation])": the field behind a short title up to the bracket."""
    if tokens.lower_at(start - 1) != "(" or not tokens.words[end - 1].isupper():
        return None
    k = end
    while k < min(end + 6, len(tokens.words)) and k not in taken:
        if tokens.words[k] == ")":
            return k if k > end else None
        if not (tokens.capital[k] or tokens.lower[k] in {"and", "&", ","}):
            return None
        k += 1
    return None


def is_owned(tokens: Tokens, start: int, end: int) -> bool:
    """ "its secretary, Jane Doe,": whose post it is and who holds it are told beside it."""
    return (
        start > 0
        and tokens.tags[start - 1] == "PRP$"
        and tokens.lower[end : end + 1] == [","]
        and tokens.capital[end + 1 : end + 2] == [True]
    )


def is_of_named(tokens: Tokens, start: int, end: int, former: frozenset[str]) -> bool:
    """ "the Norvik Council's (new) director", "as its director", "X, director, Norvik Council"."""
    if tokens.tags[end - 1] != "NN" or tokens.tags[end : end + 1] in _GOES_ON:
        return False
    k = start - 1
    while k > 0 and (tokens.tags[k] in {"JJ", "DT", "PRP$"} or tokens.lower[k] in former):
        k -= 1
    if k < 1 or tokens.lower[k] == "as":
        return k > 0
    if tokens.tags[k] == "POS":
        return tokens.capital[k - 1]
    beside = k == start - 1 and tokens.words[k] in {",", "("} and tokens.capital[k - 1]
    return beside and tokens.lower_at(end) == "," and tokens.capital[end + 1 : end + 2] == [True]


def is_apposed(tokens: Tokens, start: int, end: int) -> bool:
    """ "Jane Doe, the Norvik Council leader, said": the body and the title between commas behind a name."""
    if tokens.tags[end - 1] != "NN" or tokens.lower[end : end + 1] not in ([","], ["."]):
        return False
    k = start - 1
    while k > 0 and tokens.capital[k]:
        k -= 1
    k -= tokens.lower[k] in {"the", "a", "an"}
    return 0 < k < start - 1 and tokens.words[k] == "," and tokens.capital[k - 1]


def is_before_name(tokens: Tokens, start: int, end: int) -> bool:
    """ "The Ruritanian leader, Jane Doe, said": a name before the title and one behind the comma.

    And "Secretary, Ministry of Trade, Jane Doe": a part of a state behind the comma.
    """
    behind = tokens.words[end + 1 : end + 2]
    if tokens.capital[start] and tokens.lower_at(end) == "," and behind in _MINISTRIES:
        return tokens.lower_at(end + 2) in {"of", "for"}
    owned = start > 0 and (tokens.capital[start - 1] or tokens.lower[start - 1] in _OWNERS)
    apart = tokens.lower[end : end + 1] == [","] and tokens.capital[end + 1 : end + 3] == [True] * 2
    return (
        owned
        and apart
        and tokens.lower[start] in _LEADING
        and tokens.tags[end - 1] in {"NN", "NNP"}
    )


def is_between_names(tokens: Tokens, start: int, end: int) -> bool:
    """ "Jane Doe, (the) Director, Norvik Council,", "Jane Doe (Director, Centre for X)": before a body."""
    k = start - 1 - (tokens.lower_at(start - 1) == "the")
    closed = tokens.capital[end - 1] and tokens.lower[end : end + 1] == [","]
    before = k > 0 and tokens.words[k] in _SET_OFF and tokens.capital[k - 1]
    named = tokens.capital[end + 1 : end + 2] == [True]
    long = tokens.capital[end + 2 : end + 3] == [True] or tokens.lower_at(end + 2) in _INSIDE
    letters = named and tokens.words[end + 1].isupper() and len(tokens.words[end + 1]) > _SHORT
    long = long or (letters and tokens.lower_at(end + 2) in _CLOSING)
    return before and closed and named and (long or tokens.words[k] == "(")


def is_on_roster(tokens: Tokens, head: int, end: int) -> bool:
    """ "a new secretary (Jane Doe)", "X, president; Jane Doe, secretary", "Jane Doe was elected secretary."."""
    if tokens.lower[head] not in _OFFICERS:
        return False
    after = tokens.lower_at(end)
    if after == "(":
        return tokens.capital[end + 1 : end + 3] == [True] * 2
    if tokens.lemma_at(head - 1) in _CHOSEN:
        return after in _CLOSING
    first = tokens.parse.sentences[tokens.parse.sentence_of[head]][0]
    listed = not _LISTING.isdisjoint(tokens.words[first:head]) or after == ";"
    named = tokens.words[head - 1] == "," and tokens.capital[head - 2]
    return named and listed and after in _CLOSING


def is_told_of(tokens: Tokens, start: int, end: int, telling: frozenset[str]) -> bool:
    """ "a former Norvik partner,", "named as the Norvik Council director": what has ended or begins."""
    named = start > 1 and tokens.capital[start - 1]
    closed = tokens.lower[end : end + 1] in ([","], ["."], [")"], ["and"])
    before = tokens.lower[max(start - 7, 0) : start]
    return named and closed and not telling.isdisjoint(before)


def names_ministry(tokens: Tokens, i: int, of_heads: frozenset[str]) -> bool:
    """ "the Ministry of [Justice] to", "the [Justice] Ministry", "Minister of [Justice]": a field of states."""
    if tokens.words[i] != "Justice":
        return False
    behind = tokens.words[i + 1 : i + 2] in _MINISTRIES
    link = tokens.lower_at(i - 1) == "of" and tokens.lower_at(i - 2) in of_heads
    link = link or (tokens.lower_at(i - 1) in {"of", "for"} and tokens.lower_at(i - 2) in _HEADING)
    return behind or (link and tokens.capital[i - 2])


def names_council(tokens: Tokens, i: int, heads: Container[str]) -> bool:
    """ "the Council of [Governors] (CoG) Chairperson": those who sit in a body, in its name."""
    of = tokens.lower_at(i - 1) == "of" and tokens.lower_at(i - 2) in heads
    many = tokens.lower[i].endswith("s") and tokens.capital[i]
    return of and many and tokens.capital[i - 2] and tokens.lower_at(i + 1) in {"(", "'s", "’s"}


def pass_chief(tokens: Tokens, i: int) -> int:
    """ "chief energy transition officer", whatever nouns stand between: its end, 0 for none."""
    if tokens.lower[i] != "chief":
        return 0
    for k in range(i + 1, min(i + _OFFICER, len(tokens.words))):
        if k > i + 1 and tokens.lower[k] in {"and", "&"}:
            continue  # "Chief Legal and Compliance Officer"
        told = tokens.tags[k][:1] in {"N", "J"} or (tokens.capital[k] and tokens.tags[k] != "DT")
        if tokens.capital[k] != tokens.capital[i] or not told:
            return 0
        if tokens.lower[k] == "officer":
            return k + 1
    return 0


def is_before_holder(tokens: Tokens, i: int, end: int) -> bool:
    """ "Norvik Commission [head] Jane Doe": between two names, whatever the tagger takes it for."""
    behind = tokens.capital[end : end + 2] == [True, True]
    return behind and tokens.capital[i - 1 : i] == [True] and tokens.tags[i] in {"VBP", "VB"}


def leads_area(tokens: Tokens, i: int, areas: frozenset[int]) -> bool:
    """ "[chief] India economist": the first word of another title."""
    return tokens.lower[i] == "chief" and i + 1 in areas


def is_mission(tokens: Tokens, i: int) -> bool:
    """ "IMF [mission] chief", "IMF [Mission] Chief": the title's, unless its capital is a name's."""
    named = tokens.capital[i] and not (tokens.capital[i + 1] and tokens.words[i - 1].isupper())
    return tokens.lower[i] in _MISSIONS and not named


def names_board(tokens: Tokens, end: int, topics: Container[str]) -> bool:
    """Whether the word before `end` begins the name of a body: "Board of Trade"."""
    return (
        tokens.words[end - 1] == "Board"
        and tokens.lower[end : end + 1] == ["of"]
        and tokens.lower_at(end + 1) in topics
    )


def leave_first(tokens: Tokens, start: int, head: int) -> int:
    """ "Minister of [Economy and] Chairman of X": what the first title is for ends with the last "and"."""
    ands = (k + 1 for k in range(start, head) if tokens.lower[k] in {"and", "&"})
    return max(ands, default=start)
