"""Fields told by what a firm has or does in them: "oil and gas interests", "operations ranging from trade to ports"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.fields import find_fields, is_odd, make_field, split_row
from kg.extraction.firm_fields import find_fields_of_firm, list_pieces
from kg.extraction.market_fields import find_market
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention

FIELD_OF_PART = "field of part"  # the origin of such fields
_TRIGGERS = load_lexicon("triggers")
_FIELDS = (
    _TRIGGERS.get("industries") | _TRIGGERS.get("narrow_fields") | _TRIGGERS.get("field_nouns")
) - {"service", "management", "generation"}
_PARTS = _TRIGGERS.get("parts_of_firms")
_RANGING, _SPANNING = _TRIGGERS.get("ranging"), _TRIGGERS.get("spanning")
_SERVICES = frozenset(["service", "solution"])
_SECTORS = frozenset(["sector", "industry", "field", "area"])
_VARIED = frozenset(["diverse", "varied", "different", "wide-ranging", "disparate"])
_ROW_ENDS = frozenset(["and", "&"])
_ONE = ("oil", "gas")  # "oil and gas" is one field
_INSIDE = ("NN", "JJ", "VBG", "HYPH")
_LONGEST = 24  # tokens that a row behind a part may have


def find_all_fields(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The fields before a word for sectors, or those that a firm or a part of one is told by."""
    found = find_fields(token, arguments) or find_fields_of_part(token, arguments)
    found = found or find_fields_of_firm(token, arguments)
    return found or find_market(token, arguments)


def find_fields_of_part(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The fields that the noun at `token` for parts, doings or services of a firm is told by."""
    if arguments.parse.lemmas[token] in _SECTORS:
        behind = _find_behind(token + 1, arguments)
        return [make_field(piece, arguments) for piece in behind]
    if arguments.parse.lemmas[token] not in _PARTS:
        return []
    pieces = _find_behind(token + 1, arguments) or _find_before(token, arguments)
    if not pieces and arguments.parse.lemmas[token] in _SERVICES:
        return [_make(piece, arguments) for piece in list_pieces(token, arguments)]
    if pieces and arguments.parse.lemmas[token] in _SERVICES:
        pieces = _find_services(token, pieces, arguments)
    return [_make(piece, arguments) for piece in pieces]


def _find_services(
    token: int, pieces: list[tuple[int, int]], arguments: ArgumentFinder
) -> list[tuple[int, int]]:
    """ "real estate, [port services]": what commas part are fields beside it, and the last one is its own."""
    if "," in arguments.parse.words[pieces[0][0] : token]:
        pieces = pieces[-1:]
    return [(pieces[0][0], token + 1)] if len(pieces) == 1 else pieces


def _make(piece: tuple[int, int], arguments: ArgumentFinder) -> Mention:
    """The words of a piece as a field, which rules can tell from a noun that is itself an object."""
    made = replace(make_field(piece, arguments), origin=FIELD_OF_PART)
    arguments.ranges[made] = piece
    return made


def _find_before(token: int, arguments: ArgumentFinder) -> list[tuple[int, int]]:
    """ "[mining] and [power] interests": each piece ends in a word for a field."""
    parse = arguments.parse
    pieces = split_row(token, arguments)
    while pieces and parse.words[pieces[0][0]].lower() in arguments.phrases.edge:
        start, end = pieces[0]  # "global [logistics] operations"
        pieces = [(start + 1, end), *pieces[1:]] if start + 1 < end else pieces[1:]
    words = tuple(parse.words[end - 1].lower() for _, end in pieces)
    if pieces and parse.words[pieces[0][0]] == "-":
        return []  # "end-to-[end logistics] services"
    if not pieces or not _FIELDS.issuperset(words) or any(is_odd(p, arguments) for p in pieces):
        return []
    if any(parse.tags[end - 1].startswith("JJ") for _, end in pieces):
        return []  # "medical services" are no "medical"
    return [(pieces[0][0], pieces[1][1])] if words == _ONE else pieces


def _find_behind(position: int, arguments: ArgumentFinder) -> list[tuple[int, int]]:
    """ "ranging from [trade] to [property] and [ports]", "spanning [mining], [steel] and [ports]"."""
    parse = arguments.parse
    start = k = position + _measure_cue(position, arguments)
    if k == position:
        return []
    limit = min(parse.sentences[parse.sentence_of[position]][1], k + _LONGEST)
    pieces: list[tuple[int, int]] = []
    last = False
    while k <= limit:
        if start == k < limit and parse.tags[k] == "DT":
            start = k = k + 1  # "the digital economy"
        inside = k < limit and parse.tags[k].startswith(_INSIDE)
        if not inside:
            if start < k:
                pieces.append((start, k))
            word = parse.words[k].lower() if k < limit else ""
            behind = parse.words[k + 1].lower() if k + 1 < limit else ""
            if (
                last
                or (start == k and word not in {"and", "or"})
                or word not in {",", "and", "or", "to"}
            ):
                break
            last = word in {"and", "or"} or (word == "," and behind in {"and", "or"})
            k += word == "," and behind in {"and", "or"}
            start = k + 1
        k += 1
    named = [p for p in pieces if not is_odd(p, arguments)]
    known = any(parse.words[end - 1].lower() in _FIELDS for _, end in named)
    return named if known and len(named) > 1 else []


def _measure_cue(position: int, arguments: ArgumentFinder) -> int:
    """The tokens of "ranging from", "spanning", "as diverse as" or, behind "sectors", "from"; 0 where none stands."""
    parse = arguments.parse
    words = [word.lower() for word in parse.words[position : position + 3]]
    if words[1:2] == ["from"] and words[0] in _RANGING:
        return 2
    if words[::2] == ["as", "as"] and words[1] in _VARIED:
        return 3
    of_sectors = words[:1] == ["from"] and parse.lemmas[position - 1] in _SECTORS
    return int(of_sectors or (words != [] and words[0] in _SPANNING))


def stands_before_part(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "Its [mining] interests", but not the last of a row: "its steel and [mining] interests"."""
    parse = arguments.parse
    before = parse.words[max(start - 1, 0)]
    return before not in _ROW_ENDS and not _PARTS.isdisjoint(parse.lemmas[end : end + 1])
