"""The fields of business that stand before a word for a firm: "the fast-growing Peruvian [cold storage] company"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.field_openings import (
    ALONE,
    KNOWN,
    LETTERS,
    NAMING,
    NO_FIELDS,
    WAYS,
    WHOLE,
    Bounds,
    begins_phrase,
    leave_opening,
)
from kg.extraction.fields import split_row
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

FIELD_OF_FIRM = "field of firm"  # the origin of such fields
_WORDS, _TRIGGERS = load_lexicon("fields"), load_lexicon("triggers")
_FUSED = _TRIGGERS.get("fused_makers")
_FUSED_ENDS = tuple(_WORDS.get("fused_ends"))
_OPEN = _TRIGGERS.get("open_firms")
FIRMS = _TRIGGERS.get("company_nouns") | _OPEN | _FUSED | _TRIGGERS.get("like_firms")
_JOINT, _TRADERS = _WORDS.get("joint_fields"), _WORDS.get("trading_firms")
_SERVICES = frozenset(["service", "solution"])  # "a provider of [energy efficiency] services"
_KINDS = (FIRMS - KNOWN) | {"industry"}
_NOUNS = frozenset(["NN", "NNS", "VBG"])
_DEEDS = frozenset(["ROOT", "advcl", "ccomp", "xcomp", "pcomp", "conj", "acl"])
_NO_SERVICES = _WORDS.get("no_services")
_RENDERING = _WORDS.get("rendering")
_JOINTS = frozenset([",", "and", "&"])
_TO = ("-", "to", "-")
_LONGEST = 5  # tokens of one field, hyphens told apart
_TRADE = 2  # letters less has "retail" than "retailer"


def find_fields_of_firm(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The fields that the noun at `token` for a firm is told by, in order."""
    parse = arguments.parse
    lemma = parse.lemmas[token].lower()
    if lemma in _FUSED:
        return [_cut(token, arguments)]
    if lemma not in FIRMS or parse.tags[token][:1] != "N":
        return []
    return [_make(piece, token, arguments) for piece in list_pieces(token, arguments)]


def list_pieces(token: int, arguments: ArgumentFinder) -> list[Bounds]:
    """The pieces of the row before a firm's noun that are fields; of "A, B firm" without "and" the last alone."""
    words = arguments.parse.words
    inner = words[token - 1 : token] == ["-"] and "-" in arguments.parse.lemmas[token]
    end = token - 2 if inner else token  # "start-up"
    pieces = split_row(end, arguments) or _list_plural(end, arguments)
    if not pieces or words[end - 1] in _JOINTS:  # "games and companies such as"
        return []
    pieces[0] = _begin(pieces[0], arguments)
    joined = len(pieces) > 1 and words[pieces[-1][0] - 1] in {"and", "&"}
    found: list[Bounds] = []
    for n, piece in enumerate(reversed(pieces if joined else pieces[-1:])):
        told = leave_opening(_leave_kind(piece, arguments), arguments)
        opened = n == 0 or (told is not None and told != piece)
        if told is None or not _is_field(told, token, arguments, opened=opened):
            break
        found.insert(0, told)
        if begins_phrase(piece[0], told[0], arguments):
            break
    if len(found) == 1 and (first := _find_chained(found[0][0], arguments)):
        return [first, *found]
    return _join(found, arguments)


def _list_plural(end: int, arguments: ArgumentFinder) -> list[Bounds]:
    """ "Electronics maker Norvik" at the beginning of a sentence, which the tags take for a name."""
    parse = arguments.parse
    known = parse.tags[end - 1] == "NNPS" and parse.words[end - 1].lower() in KNOWN
    return [(end - 1, end)] if known else []


def _join(pieces: list[Bounds], arguments: ArgumentFinder) -> list[Bounds]:
    """ "oil and gas" is one field."""
    if len(pieces) > 1:
        start, end = pieces[-2][0], pieces[-1][1]
        if " ".join(arguments.parse.words[start:end]).lower() in _JOINT:
            return [*pieces[:-2], (start, end)]
    return pieces


def _find_chained(start: int, arguments: ArgumentFinder) -> Bounds | None:
    """ "the [cement]-to-sugar group"."""
    words = arguments.parse.words
    chained = start > len(_TO) and tuple(words[start - len(_TO) : start]) == _TO
    field = start - len(_TO) - 1
    return (field, field + 1) if chained and words[field].lower() in KNOWN else None


def _begin(piece: Bounds, arguments: ArgumentFinder) -> Bounds:
    """The first piece with what the tags cut off: "[fast]-growing", "[luxury] goods"; "end-to-end" is left out."""
    words = arguments.parse.words
    start, end = piece
    before = start - (words[start] != "-")
    if before > len(_TO) - 1 and tuple(words[before - 2 : before + 1]) == _TO:
        field = words[before - len(_TO)].lower() in KNOWN
        return min(before + (1 if field else 2), end - 1), end
    while start > 1 and words[start] == "-":
        start -= 1
    start = next(
        (k + 1 for k in range(end - 2, start - 1, -1) if words[k].lower() in _RENDERING), start
    )
    paired = start > 0 and f"{words[start - 1]} {words[start]}".lower() in WHOLE
    return start - paired, end


def _leave_kind(piece: Bounds, arguments: ArgumentFinder) -> Bounds:
    """ "a menswear [specialist] retailer", "chemicals [industry] group"."""
    start, end = piece
    while end - start > 1 and arguments.parse.lemmas[end - 1] in _KINDS:
        end -= 1
    return start, end


def _is_field(piece: Bounds, token: int, arguments: ArgumentFinder, *, opened: bool) -> bool:
    """Whether what is left tells a field: by a known word, or before a noun that any field may stand before."""
    start, end = piece
    parse = arguments.parse
    words = [w.lower() for w in parse.words[start:end]]
    told, whole, noun = words[-1], "".join(words), parse.lemmas[token].lower()
    if (
        end - start > _LONGEST
        or whole in NO_FIELDS | _RENDERING
        or _names_something(piece, arguments)
    ):
        return False
    if " ".join(words[-2:]) in WHOLE or whole in ALONE or (noun in _TRADERS and whole in WAYS):
        return True
    if parse.lemmas[end - 1] in _KINDS or any(c.isdigit() for c in told):
        return False
    if told in KNOWN:
        return True
    if noun in _SERVICES and (told in _NO_SERVICES or parse.tags[token] != "NNS"):
        return False
    if noun not in _OPEN | _SERVICES or told in NO_FIELDS or parse.lemmas[end - 1] in NO_FIELDS:
        return False
    if parse.words[end - 1] in LETTERS:
        return True
    plain = all(w.islower() or w == "-" or w in LETTERS for w in parse.words[start:end])
    if parse.tags[end - 1] == "NNS" and not opened:
        return False  # "cut costs and [logistics] firm Z said"
    deed = parse.tags[start] == "VBG" and parse.deps[start] in _DEEDS
    return plain and parse.tags[end - 1] in _NOUNS and not deed  # "[allowing] operators like Z to"


def _names_something(piece: Bounds, arguments: ArgumentFinder) -> bool:
    """Whether somebody or some place is named in it."""
    return any(
        m.kind in NAMING and m.type not in {"Sector", "Product"}
        for k in range(*piece)
        for m in arguments.by_token.get(k, ())
        if arguments.parse.words[k] not in LETTERS
    )


def _make(piece: Bounds, token: int, arguments: ArgumentFinder) -> Mention:
    """A piece as a field; an "online retailer" is in "online retail"."""
    parse = arguments.parse
    way = "".join(parse.words[slice(*piece)]).lower() in WAYS
    trading = way and piece[1] == token and parse.lemmas[token].lower() in _TRADERS
    made = arguments.phrases.make((piece[0], token + 1) if trading else piece, "Sector")
    if trading:
        plural = len(parse.words[token]) - len(parse.lemmas[token])
        return _shorten(made, made.span.end - _TRADE - plural, piece, arguments)
    return _shorten(made, made.span.end, piece, arguments)


def _cut(token: int, arguments: ArgumentFinder) -> Mention:
    """ "[steel]maker"."""
    lemma = arguments.parse.lemmas[token].lower()
    size = len(lemma) - max(len(end) for end in _FUSED_ENDS if lemma.endswith(end))
    made = arguments.phrases.make((token, token + 1), "Sector")
    return _shorten(made, made.span.start + size, (token, token + 1), arguments)


def _shorten(made: Mention, end: int, bounds: Bounds, arguments: ArgumentFinder) -> Mention:
    """The mention up to a character, told as the field of a firm."""
    span = Span(made.span.start, end)
    text = arguments.text[span.start : span.end].replace("\n", " ")
    made = replace(made, span=span, text=text, origin=FIELD_OF_FIRM)
    arguments.ranges[made] = bounds
    return made
