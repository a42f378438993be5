"""Fields of business told in a row before one noun: "the mining, cement and energy sectors"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.made_where import MADE
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_HEADS = load_lexicon("triggers").get("sector_nouns") | {"area"}
_EDGE = load_lexicon("arguments").get("open_edge") | {"various", "several", "other", "many", "key"}
_STOPS = _EDGE | load_lexicon("arguments").get("list_cues")
_INSIDE = frozenset(["NN", "NNS", "NNP", "JJ", "VBG", "HYPH"])
_FIELD = frozenset(["NN", "NNS", "NNP", "VBG", "JJ"])
_OPEN = frozenset(["Sector", "Product"])
_TELLING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_BASED = frozenset(["-", "based", "headquartered", "listed", "'s"])
_MADE = MADE | {"-"}
_TRADED = load_lexicon("triggers").get("traded_goods")
_REACH, _LONGEST = 16, 4


def find_fields(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The fields before a word for sectors; none where it has but one.

    Two that "and" joins before a singular are one: "the oil and gas industry".
    """
    parse = arguments.parse
    if parse.lemmas[token] not in _HEADS:
        return []
    pieces = split_row(token, arguments)
    if len(pieces) < 2 or any(is_odd(piece, arguments) for piece in pieces):
        return []
    if len(pieces) == 2 and parse.tags[token] == "NN":
        pieces = [(pieces[0][0], pieces[1][1])]
    return [make_field(piece, arguments) for piece in pieces]


def find_row(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """Wares in a row that the parse takes for one noun: "butter, kefir and curd [snacks]"; none where it is one."""
    parse = arguments.parse
    pieces = split_row(token + 1, arguments)
    parted = len(pieces) > 1 and "," in parse.words[pieces[0][0] : token]
    if not parted or any(
        is_odd(piece, arguments) or parse.tags[piece[1] - 1] not in {"NN", "NNS"}
        for piece in pieces
    ):
        return []
    if not all(_hangs_on(end - 1, token, arguments) for _, end in pieces):
        return []
    return [make_field(piece, arguments, "Product") for piece in pieces]


def _hangs_on(k: int, token: int, arguments: ArgumentFinder) -> bool:
    """Whether a word is told of the noun at `token`, as the parse has it."""
    heads = arguments.parse.heads
    for _ in range(_LONGEST):
        if k == token:
            return True
        k = heads[k]
    return False


def split_row(token: int, arguments: ArgumentFinder) -> list[tuple[int, int]]:
    """The rows of words between commas and "and", from the first to the last before `token`."""
    parse = arguments.parse
    sentence = parse.sentence_of[min(token, len(parse.words) - 1)]
    first = max(parse.sentences[sentence][0], token - _REACH)
    pieces: list[tuple[int, int]] = []
    end = k = token
    while k > first:
        tag, word = parse.tags[k - 1], parse.words[k - 1]
        joint = word in {",", "and", "&"}
        if not joint and (tag not in _INSIDE or word.lower() in _STOPS):
            break
        if joint:
            if k < end:
                pieces.append((k, end))
            end = k - 1
        k -= 1
    if k < end:
        pieces.append((k, end))
    return pieces[::-1]


def is_odd(piece: tuple[int, int], arguments: ArgumentFinder) -> bool:
    """Whether a piece is no field: too long, or the name of somebody or some place."""
    start, end = piece
    named = any(
        m.kind is not MentionKind.NOMINAL and m.type not in _OPEN
        for k in range(start, end)
        for m in arguments.by_token.get(k, ())
    )
    return end - start > _LONGEST or named or arguments.parse.tags[end - 1] not in _FIELD


def make_field(piece: tuple[int, int], arguments: ArgumentFinder, kind: str = "Sector") -> Mention:
    """The words of a piece as a mention of a kind."""
    made = arguments.phrases.make(piece, kind)
    arguments.ranges[made] = piece
    return made


def leave_places(
    field: Mention, bounds: tuple[int, int], arguments: ArgumentFinder
) -> tuple[Mention, tuple[int, int]]:
    """A field and its tokens without the places before it: "the [US] petrochemical industry".

    Goods lose also how they came to be: "[Chinese-made] electric cars".
    """
    start, end = bounds
    behind = _BASED if field.type == "Sector" else _MADE
    while start < end - 1 and any(
        m.kind in _TELLING
        and arguments.ranges[m][1] < end
        and arguments.ontology.is_a(m.type, "Place")
        for m in arguments.by_token.get(start, ())
    ):
        start += 1
    words = arguments.parse.words
    while start > bounds[0] and start < end - 1 and words[start].lower() in behind:
        start += 1  # "the Lima-based cement firm"
    if start == bounds[0]:
        return field, bounds
    return arguments.phrases.make((start, end), field.type or "Sector"), (start, end)


def has_places_before(token: int, kind: str, arguments: ArgumentFinder) -> bool:
    """Whether places before the noun are no part of it: of fields, and of goods that countries trade."""
    parse = arguments.parse
    lemma = parse.lemmas[token].lower()
    made = parse.words[token - 1].lower() in MADE  # "a German-built train"
    return (kind == "Sector" or made) or not _TRADED.isdisjoint(
        {lemma, f"{parse.words[token - 1].lower()} {lemma}"}
    )
