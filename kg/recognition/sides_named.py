"""The party of who has a seat, before the title: "[Labour] councillor X", "the [Tarn UK] councillors X and Y"."""

from collections.abc import Container, Iterable

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_PARTIES, _SEATS = _NAMES.get("party_words"), _NAMES.get("party_seats")
_HELD = _SEATS | {"mayor"}
_PLURALS = _NAMES.get("party_plurals")
_LED = frozenset(["leader", "leaders", "candidate", "spokesman", "spokeswoman", "spokesperson"])
_HEADS = _NAMES.get("party_heads")
_SHORT, _LONGEST = _NAMES.get("party_lands"), 5
_LETTERS = 2
_SENT = (["deputy"], ["deputies"])
_DEPUTIES = frozenset(["deputy", "deputies"])  # of parties in letters alone: "ZLP deputy X"
_WHERE = frozenset(["for", "from", "in", "on", "and", "who", ",", "."])
_OPENING = frozenset(["a", "an", "the", "as", "former", "another", "two", "three", "by", "other"])
_LEVELS = frozenset(["state", "federal", "borough", "county", "city", "district", "town", "ward"])


def find_sides(tokens: Tokens, places: Container[int]) -> dict[int, int]:
    """Start → end of what names a party right before the title of a seat; `places` are starts of known places."""
    found: dict[int, int] = {}
    for seat, word in enumerate(tokens.lower):
        lettered = word in _DEPUTIES and tokens.words[seat - 1].isupper()
        if (word not in _SEATS and not lettered) or seat == 0:
            continue
        end = seat - (tokens.words[seat - 1] in _LEVELS)
        first = _find_first(tokens, end)
        start = next((k for k in range(first, end) if is_side(tokens, k, end)), end)
        whole = end - start == 1 or tokens.words[end - 1].lower() not in _HEADS
        if start < end and whole and start not in places and (start == first or start - first > 1):
            found[start] = end
    return found


def _find_first(tokens: Tokens, end: int) -> int:
    """Where the capitals right before a title begin."""
    start = end
    while start > 0 and end - start <= _LONGEST and tokens.capital[start - 1]:
        start -= 1
    start -= 2 * _is_hyphened(tokens, start, end)
    opens = start in tokens.first_of_sentence and tokens.lower_at(start) in _OPENING
    return start + opens


def _is_hyphened(tokens: Tokens, start: int, end: int) -> bool:
    """ "ZLP-[N]": initials that end behind a hyphen."""
    glued = end - start == 1 and tokens.words[start].isupper() and tokens.lower_at(start - 1) == "-"
    return glued and start > 1 and tokens.words[start - 2].isupper()


def is_side(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens are called as parties are, and a seat's title with its holder stands right behind."""
    seat = end + (tokens.lower_at(end) in _LEVELS)
    lettered = tokens.words[seat : seat + 1] in _SENT and tokens.words[start].isupper()
    if not (tokens.lower_at(seat) in _SEATS or lettered) or not tokens.capital[start]:
        return False
    behind = seat + 1
    held = tokens.capital[behind : behind + 1] == [True] and tokens.tags[behind][:3] == "NNP"
    told = tokens.lower_at(behind) in _WHERE and tokens.lower_at(start - 1) in _OPENING
    told = told or (sits_for(tokens, behind) and tokens.capital[behind + 1 : behind + 2] == [True])
    return (held or told) and _is_called(tokens, start, end)


def is_side_behind(tokens: Tokens, start: int, end: int) -> bool:
    """ "Councillor Nina Aalto ([Tarn UK])", "MP Juan Quispe, of [Tarn UK],": behind who has the seat."""
    bracket = tokens.lower_at(start - 1) == "(" and tokens.lower_at(end) in {")", ",", "/"}
    told = tokens.lower_at(start - 1) in {"of", "from"}
    if not (bracket or told) or not _is_called(tokens, start, end):
        return False
    if told and end - start == 1:
        return False  # "MP Jane Doe of the WHO"
    k = start - 2
    k -= tokens.lower_at(k) == ","
    last = k
    while k > 0 and last - k < _LONGEST and tokens.capital[k] and tokens.lower[k] not in _HELD:
        k -= 1
    return 0 < last - k < _LONGEST and tokens.lower_at(k) in _HELD


def _is_called(tokens: Tokens, start: int, end: int) -> bool:
    """ "Lib Dem", "ZLP", "Tarn UK", "Zenda Freedom Front"."""
    words = tokens.words[start:end]
    if " ".join(tokens.lower[start:end]) in _PARTIES | _PLURALS:
        return all(word[:1].isupper() for word in words)
    last = words[-1]
    if len(words) == 3 and words[1] == "-":
        return words[0].isupper() and last.isupper()  # "ZLP-N"
    if len(words) == 1:
        return last.isupper() and last.isalpha() and len(last) > 1 and last not in _SHORT
    landed = last in _SHORT or (len(last) == _LETTERS and last.isupper())  # "Tarn NL"
    return all(tokens.capital[start:end]) and (landed or last.lower() in _HEADS)


def tells_side(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a seat's title before or behind tells that tokens name a party."""
    return is_side(tokens, start, end) or is_side_behind(tokens, start, end)


def find_parties(tokens: Tokens, names: Iterable[Name]) -> dict[str, str]:
    """The bodies among the names that sit in a parliament or council: spelling → type."""
    return {
        tokens.slice(n.start, n.end): "PoliticalParty"
        for n in names
        if n.type and n.origin == "head noun" and tells_side(tokens, n.start, n.end)
    }


def leave_side(tokens: Tokens, start: int, head: int) -> int:
    """Where a title begins without its party: "Labour | councillor X", "ZLP | councillor X"."""
    if head != start + 1:
        return start
    party = tokens.words[start].istitle() and tokens.lower[start] in _PARTIES | _PLURALS
    led = party and tokens.lower[head] in _LED
    party = party or (tokens.words[start].isupper() and len(tokens.words[start]) > 1)
    return head if led or (party and tokens.lower[head] in _SEATS) else start


def sits_for(tokens: Tokens, link: int, fields: Container[str] = ()) -> bool:
    """ "MP | for Zenda", "member of parliament | for Zenda": behind a seat is where it is won, no field."""
    seat = tokens.lower[link - 1] in _SEATS or tokens.lower[link - 1] == "parliament"
    at = link + 1 + (tokens.lower_at(link + 1) == "the")
    won = tokens.lower_at(link) in {"for", "from"}
    return seat and won and tokens.lower_at(at) not in fields
