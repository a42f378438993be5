"""Rows that the parser hangs on a place: in "Norvik Lines of Peru and Tarka Corporation" the firms go together."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, MentionKind
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PLACING = frozenset(["of", "from", "in", "at"])
_FIRMS = load_lexicon("triggers").get("company_nouns")
_PEOPLE = frozenset(["Person", "Official"])
_OTHERS = frozenset(["Product", "Event", "Agreement", "Sector"])


def mend_mixed_rows(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such members on what the place is told with, or None where it has none."""
    mended: Parse | None = None
    told = {k: name for name in names for k in range(name.start, name.end)}
    for name in names:
        host = _find_host(tokens, name, told) if name.kind is MentionKind.NAME else None
        if host is not None:
            mended = mended or copy_parse(tokens.parse)
            mended.heads[name.end - 1] = host
    if mended is not None:
        mended.rehang()
    return mended


def _find_host(tokens: Tokens, name: Name, told: dict[int, Name]) -> int | None:
    """The firm or person before "of" and the place that a firm's or person's name hangs on."""
    parse, last = tokens.parse, name.end - 1
    place = parse.heads[last]
    if parse.deps[last] != "conj" or place not in told or told[place].type not in SETTLED:
        return None
    if name.type in SETTLED or name.type in _OTHERS or parse.deps[place] != "pobj":
        return None
    preposition = parse.heads[place]
    host = parse.heads[preposition]
    if parse.lemmas[preposition] not in _PLACING or host >= preposition:
        return None
    bearer = told.get(host)
    if bearer is None:
        firm = name.type not in _PEOPLE and parse.lemmas[host] in _FIRMS
        return host if firm else None
    person = name.type in _PEOPLE
    alike = person == (bearer.type in _PEOPLE)
    return host if alike and bearer.type not in SETTLED and bearer.type not in _OTHERS else None
