"""Wares in a row, read by their words: "tankers, [coking coal] and [fishing boats]", however the parse has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.fields import is_odd, make_field, split_row
from kg.extraction.ware_kinds import names_ware_by_kind
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention

_TRIGGERS = load_lexicon("triggers")
_WARES = _TRIGGERS.get("wares") | _TRIGGERS.get("goods")
_MAKING = _TRIGGERS.get("making_nouns")
_LIST_HEADS = load_lexicon("arguments").get("list_heads")
_EDGE = load_lexicon("arguments").get("open_edge")
_INSIDE = ("NN", "JJ", "VBG", "VBN", "HYPH")
_LAST = frozenset(["and", "or", "&"])
_LONGEST = 5  # tokens of a ware
_MOST = 12  # wares of a row
_ENDS = frozenset([",", ".", ";", ":", ")", "—", "–"])
_BEHIND = ("IN", "TO", "W", "VBZ", "VBD", "VBP", "MD", "RB")


def read_ware_row(end: int, arguments: ArgumentFinder) -> list[Mention]:
    """The wares behind the first one, which ends before the token at `end`; none where no "and" closes their row."""
    parse = arguments.parse
    limit = parse.sentences[parse.sentence_of[end - 1]][1]
    found: list[Mention] = []
    last = False
    k = end
    while k < limit and not last and len(found) < _MOST:
        comma = parse.words[k] == ","
        last = k + comma < limit and parse.words[k + comma].lower() in _LAST
        if not comma and not last:
            return []
        piece = _read_ware(k + comma + last, limit, arguments)
        if piece is None:
            return []
        found.append(make_field(piece, arguments, "Product"))
        k = piece[1]
    return found if last else []


def _read_ware(start: int, limit: int, arguments: ArgumentFinder) -> tuple[int, int] | None:
    """The tokens of one ware from `start` on, without the words before it that only rate it."""
    parse = arguments.parse
    end = start
    while end < limit and parse.tags[end].startswith(_INSIDE) and end - start <= _LONGEST:
        end += 1
    while start < end - 1 and parse.words[start].lower() in _EDGE:
        start += 1
    if not start < end <= start + _LONGEST or is_odd((start, end), arguments):
        return None
    closed = end == limit or parse.words[end].lower() in _LAST | _ENDS
    closed = closed or parse.tags[end].startswith(_BEHIND)
    return (start, end) if closed and is_ware(end - 1, arguments) else None


def is_ware(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a word, or it with the one before, is a known kind of wares."""
    parse = arguments.parse
    word, lemma = parse.words[token].lower(), parse.lemmas[token].lower()
    before = parse.words[token - 1].lower() if token else ""
    known = not _WARES.isdisjoint({word, lemma, f"{before} {word}", f"{before} {lemma}"})
    return known or names_ware_by_kind(token, parse, _WARES)


def add_kind(
    listed: list[Mention], token: int, arguments: ArgumentFinder, *, wares: bool
) -> list[Mention]:
    """ "[medical devices], including stents and lenses": wares of which others are listed as kinds count too."""
    if not (wares and listed) or arguments.parse.lemmas[token] in _LIST_HEADS:
        return listed
    if not all(m.origin == "noun phrase" for m in listed) or not is_ware(token, arguments):
        return listed
    kind = arguments.make_open(token, "Product")
    return [kind, *listed] if kind is not None and kind not in listed else listed


def find_made(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """Two wares or more before one noun for making: "[olefins] and [polyethylene] production"."""
    parse = arguments.parse
    if token + 1 >= len(parse.words) or parse.lemmas[token + 1] not in _MAKING:
        return []
    pieces = split_row(token + 1, arguments)
    if len(pieces) < 2 or any(
        is_odd(piece, arguments) or not is_ware(piece[1] - 1, arguments) for piece in pieces
    ):
        return []
    return [make_field(piece, arguments, "Product") for piece in pieces]
