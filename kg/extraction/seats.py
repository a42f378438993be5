"""Where a firm is at home by what it is called beside its name: "UK drinks and food firm X", "X, Peru's top lender"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_TRIGGERS = load_lexicon("triggers")
_FIRMS = (
    _TRIGGERS.get("company_nouns") | _TRIGGERS.get("ware_makers") | _TRIGGERS.get("seated_nouns")
) - _TRIGGERS.get("seatless_nouns")
_TRADERS = _TRIGGERS.get("traders_of_foreign_wares")
_BASED = frozenset(["based", "headquartered"])
_INSIDE = frozenset(
    [
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "VBG",
        "VBN",
        "HYPH",
        "CD",
        "CC",
        "RB",
        ",",
        "RBS",
    ]
)
_DESCRIBING = frozenset(["JJ", "JJR", "JJS", "VBG", "VBN", "RB", "DT"])
_JOINTS = frozenset([",", "and", "&"])
_PLACES = ("Country", "Province", "City")
_REACH = 12  # tokens from the noun to the place
_CLOSING = frozenset([",", ".", ";", ")", "which", "that", "with", "and"])
_OPENING = frozenset(["the", "a", "an", "one", "of", "among", "and", "now", "also", "both", "."])


def find_seat(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The place that begins the noun phrase before the firm's name that begins at `token`."""
    words = arguments.parse.words
    first = arguments.parse.sentences[arguments.parse.sentence_of[token]][0]
    k, listed = _pass_list(token, first, arguments)
    if k <= first:
        return None
    if words[k - 1].lower() in _BASED:
        return _find_place(k - 1, arguments) if words[k - 2] != "-" else None
    maker = find_maker_of(k, arguments)
    noun = k - 1 if maker is None else maker
    plural = arguments.parse.tags[noun] in {"NNS", "NNPS"}
    if not _is_firm(noun, arguments) or (listed and not plural):
        return None
    return _walk(noun, first, arguments)


def find_maker_of(start: int, arguments: ArgumentFinder) -> int | None:
    """ "the Peruvian [maker] of steel pipes Norvik": the noun that tells what the name at `start` makes."""
    words = arguments.parse.words
    of = next((k for k in range(start - 2, max(start - _REACH, 0), -1) if words[k] == "of"), 0)
    named = [m for m in arguments.by_token.get(start, ()) if arguments.ranges[m][0] == start]
    told = any(arguments.antecedents.get(m) in named for m in arguments.by_token.get(of - 1, ()))
    return of - 1 if of and told else None


def find_seat_behind(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The place in what is told behind the comma of the name that begins at `token`, up to the next one."""
    parse = arguments.parse
    last = parse.sentences[parse.sentence_of[token]][1]
    end = max((arguments.ranges[m][1] for m in arguments.by_token.get(token, ())), default=token)
    if parse.words[end : end + 1] not in ([","], ["("]):
        return None
    for noun in range(end + 1, min(end + _REACH, last)):
        closed = noun + 1 >= last or parse.words[noun + 1].lower() in _CLOSING
        if _is_firm(noun, arguments) and closed:
            one = parse.tags[noun] == "NN" or parse.words[end + 1].lower() in {"one", "among"}
            place = _walk(noun, end + 1, arguments) if one else None
            return place if place and _opens(end + 1, place, arguments) else None
        if parse.tags[noun] not in _INSIDE | {"DT", "IN", "POS"}:
            return None
    return None


def _opens(start: int, place: Mention, arguments: ArgumentFinder) -> bool:
    """Whether nothing but rank and praise stands between a token and the place."""
    parse = arguments.parse
    return all(
        parse.words[k].lower() in _OPENING
        or parse.words[k].startswith("No")  # "the No. 2"
        or parse.tags[k] in {"JJ", "JJS", "RB", "RBS", "CD", "HYPH"}
        for k in range(start, arguments.ranges[place][0])
    )


def _is_firm(token: int, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    lemma = parse.lemmas[token].lower()
    pair = f"{parse.words[token - 1].lower()} {lemma}" in _FIRMS  # "think tank"
    return (pair or lemma in _FIRMS) and parse.tags[token] in {"NN", "NNS"}


def _pass_list(token: int, first: int, arguments: ArgumentFinder) -> tuple[int, bool]:
    """The first of the firms that a name is listed with, and whether there are others before it."""
    words, start = arguments.parse.words, token
    while start - 1 > first and words[start - 1] in _JOINTS:
        k = start - 1
        k -= words[k] in {"and", "&"} and words[k - 1] == ","
        before = next(
            (
                m
                for m in arguments.by_token.get(k - 1, ())
                if m.kind is MentionKind.NAME
                and arguments.ranges[m][1] == k
                and arguments.fits(m, ("Company",))
            ),
            None,
        )
        if before is None:
            return start, start < token
        start = arguments.ranges[before][0]
    return start, start < token


def _walk(noun: int, first: int, arguments: ArgumentFinder) -> Mention | None:
    """The place that the noun phrase of a firm begins with, its other words passed over."""
    parse = arguments.parse
    k = noun - 1
    while k >= max(first, noun - _REACH):
        if parse.tags[k] == "POS":
            return _find_place(k, arguments)
        place = _find_place(k + 1, arguments)
        if place is not None:
            if _is_of_deed(k + 1, parse.words):
                k = arguments.ranges[place][0] - 1  # "US-listed"
                continue
            apart = parse.words[k + 1] == ","
            return None if apart or _may_import(k + 1, noun, arguments) else place
        if parse.tags[k] not in _INSIDE or _names(k, arguments) or _parts_clauses(k, arguments):
            return None
        k -= 1
    return None


def _parts_clauses(comma: int, arguments: ArgumentFinder) -> bool:
    """ "in the Peruvian diet[,] emerging food firm X": behind a noun and a comma something else begins."""
    tags = arguments.parse.tags
    if tags[comma] != "," or tags[comma - 1][:2] != "NN":
        return False
    return tags[comma + 1] in _DESCRIBING or tags[comma + 2 : comma + 3] == ["HYPH"]


def _is_of_deed(end: int, words: tuple[str, ...] | list[str]) -> bool:
    """ "US-listed", "China-focused": no seat, as "Lima-based" is."""
    return words[end] == "-" and words[end + 1].lower() not in _BASED


def _may_import(behind: int, noun: int, arguments: ArgumentFinder) -> bool:
    """ "French wine importer": the wine may be what is French."""
    return noun > behind and arguments.parse.lemmas[noun].lower() in _TRADERS


def _find_place(end: int, arguments: ArgumentFinder) -> Mention | None:
    """The country, state or town whose mention ends there, if no preposition and no other place is before it."""
    place = next(
        (
            m
            for m in arguments.by_token.get(end - 1, ())
            if m.type in _PLACES
            and m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
            and arguments.ranges[m][1] == end
        ),
        None,
    )
    if place is None:
        return None
    before = arguments.parse.words[arguments.ranges[place][0] - 1 : arguments.ranges[place][0]]
    return None if before in (["-"], ["non"], ["pre"], ["former"]) else place


def _names(token: int, arguments: ArgumentFinder) -> bool:
    """Whether something else is named there, of which the rest may be told; "IT" and "TV" are no names."""
    word = arguments.parse.words[token]
    if arguments.parse.tags[token] in {"NNP", "NNPS"} and word[:1].isupper() and not word.isupper():
        return True
    return any(
        m.kind is MentionKind.NAME and (arguments.fits(m, ("Agent",)) or m.type in _PLACES)
        for m in arguments.by_token.get(token, ())
    )
