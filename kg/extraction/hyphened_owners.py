"""Names that only describe: "bought [Norvik]-owned Zenda Foods", "Norvik Labs ([NL; Lima, Peru]) signed"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.group_leaders import leads_group
from kg.model.mention import Mention

_DEALS = frozenset(["acquires", "cooperatesWith", "mergesWith", "competesWith", "supplies"])
_HYPHENS = frozenset(["-", "‐", "‑"])
_TAILS = frozenset(
    [
        "owned",
        "backed",
        "based",
        "led",
        "run",
        "controlled",
        "listed",
        "headquartered",
        "born",
        "founded",
        "funded",
        "held",
        "affiliated",
        "linked",
        "operated",
        "made",
        "built",
        "focused",
        "registered",
        "domiciled",
        "managed",
    ]
)
_MOST = 14  # tokens that such a bracket has
_AND = frozenset(["and", "or"])


def drop_hyphened(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without deals of those who only describe another."""
    return [
        c
        for c in candidates
        if c.rule.predicate not in _DEALS
        or not (_describes(c.subject, arguments) or _describes(c.object, arguments))
    ]


def _describes(thing: object, arguments: ArgumentFinder) -> bool:
    """Whether a name stands before "-owned" or the like, alone or with another: "the A and B-owned lender"."""
    if not isinstance(thing, Mention) or thing not in arguments.ranges:
        return False
    words, end = arguments.parse.words, arguments.ranges[thing][1]
    if leads_group(end, arguments):
        return False
    if _has_tail(words, end) or _is_bracketed(words, arguments.ranges[thing][0]):
        return True
    if words[end : end + 1] == [] or words[end] not in _AND:
        return False
    placed = arguments.fits(thing, ("Place",))  # "bought A and Lima-based B": A is no town
    nexts = [m for m in arguments.by_token.get(end + 1, ()) if arguments.ranges[m][0] == end + 1]
    ends = (arguments.ranges[m][1] for m in nexts if arguments.fits(m, ("Place",)) == placed)
    return any(_has_tail(words, k) and "".join(words[k + 2 : k + 3]).islower() for k in ends)


def _is_bracketed(words: Sequence[str], start: int) -> bool:
    """Whether a bracket with a semicolon, which tells a short form and a town, is open before a token."""
    for k in range(start - 1, max(start - _MOST, -1), -1):
        if words[k] == ")":
            return False
        if words[k] == "(":
            closing = next((i for i in range(k, min(k + _MOST, len(words))) if words[i] == ")"), k)
            return ";" in words[k:closing]
    return False


def _has_tail(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at] in _HYPHENS and words[at + 1].lower() in _TAILS
