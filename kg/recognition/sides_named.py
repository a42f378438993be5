"""The party of who has a seat, before the title: "[Labour] councillor X", "[Conservative] MP X" as first word."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_PARTIES = load_lexicon("names").get("party_words")
_SEATS = load_lexicon("names").get("party_seats")
_PAIR = 2


def find_sides(tokens: Tokens) -> dict[int, int]:
    """Start → end of words for parties between nothing or small words and the title of who is named behind."""
    found: dict[int, int] = {}
    for seat, word in enumerate(tokens.lower):
        if word not in _SEATS or seat == 0 or not tokens.words[seat - 1].istitle():
            continue
        if not (tokens.capital[seat + 1 : seat + 2] == [True] and tokens.tags[seat + 1] == "NNP"):
            continue
        start = next((seat - n for n in (_PAIR, 1) if _is_party(tokens, seat - n, seat)), seat)
        if start < seat and not (start and tokens.capital[start - 1]):
            found[start] = seat
    return found


def leave_side(tokens: Tokens, start: int, head: int) -> int:
    """Where a title begins without its party: "Labour | councillor X"."""
    party = tokens.words[start].istitle() and tokens.lower[start] in _PARTIES
    return head if party and head == start + 1 and tokens.lower[head] in _SEATS else start


def _is_party(tokens: Tokens, start: int, end: int) -> bool:
    return start >= 0 and " ".join(tokens.lower[start:end]) in _PARTIES


def sits_for(tokens: Tokens, end: int, fields: frozenset[str]) -> bool:
    """ "MP | for Zenda", "member of parliament | for Zenda": behind a seat is where it is won, no field."""
    seat = tokens.lower[end - 1] in _SEATS or tokens.lower[end - 1] == "parliament"
    at = end + 1 + (tokens.lower_at(end + 1) == "the")
    return seat and tokens.lower_at(end) == "for" and tokens.lower_at(at) not in fields
