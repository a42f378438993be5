"""Names of two words that take a seat on a board: "X was elected to Y's board", "added X to its board"."""

from kg.recognition.tokens import Tokens

_AUXILIARIES = frozenset(
    ["has", "have", "had", "was", "were", "is", "will", "been", "be", "also", "to"]
)
_GIVEN = frozenset(
    ["elected", "re-elected", "reelected", "appointed", "named", "added", "nominated"]
)
_SEATED = frozenset(["sits", "sat", "serves", "served", "join", "joins", "joined"])
_GIVING = _GIVEN | frozenset(
    ["elect", "elects", "appoint", "appoints", "add", "adds", "appointing"]
)
_COMING = frozenset(["appointment", "election", "re-election", "addition", "nomination"])
_BOARDS = frozenset(["board", "boards"])
_REACH = 8  # tokens from "to" to "board": "to Norvik Group's supervisory board"
_MOST = 4  # auxiliaries before the verb


def takes_seat(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of two words is given a seat, or has one."""
    if end - start < 2 or not any(k in _BOARDS for k in tokens.lower[end : end + _REACH + _MOST]):
        return False
    before = tokens.lower_at(start - 1)
    if before in _GIVING or (before == "of" and tokens.lower_at(start - 2) in _COMING):
        return tokens.lower_at(end) in {"to", "onto"} and _leads_to_board(tokens, end + 1)
    k = end
    while tokens.lower_at(k) in _AUXILIARIES and k < end + _MOST:
        k += 1
    if tokens.lower_at(k) in _SEATED:
        return _leads_to_board(tokens, k + 1)
    given = tokens.lower_at(k) in _GIVEN and tokens.lower_at(k + 1) in {"to", "onto"}
    return given and _leads_to_board(tokens, k + 2)


def _leads_to_board(tokens: Tokens, at: int) -> bool:
    """Whether "board" stands ahead in the same phrase."""
    for k in range(at, min(at + _REACH, len(tokens.words))):
        if tokens.lower[k] in _BOARDS:
            return True
        if tokens.tags[k][:1] == "V" or tokens.words[k] in {",", ".", ";"}:
            return False
    return False
