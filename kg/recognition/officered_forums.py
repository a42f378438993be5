"""A forum that has officers is a body, no occasion: "the executive director of the [Ruritanian Farmers' Forum], X"."""

from kg.recognition.tokens import Tokens

_HEADS = frozenset(["forum", "congress", "convention"])
_OFFICERS = (
    ["executive", "director"], ["chief", "executive"], ["managing", "director"], ["secretary", "general"],
    ["general", "secretary"], ["director", "general"], ["executive", "secretary"], ["secretary-general"],
    ["chairman"], ["chairwoman"], ["chairperson"], ["president"], ["ceo"], ["convener"], ["convenor"],
    ["treasurer"], ["spokesperson"], ["spokesman"], ["spokeswoman"],
)  # fmt: skip
_ENDS = frozenset([",", "'s", "’s"])


def has_officers(tokens: Tokens, start: int, end: int) -> bool:
    """Whether such a name has a title before or behind it, and a holder beside it."""
    if tokens.lower[end - 1] not in _HEADS or end - start < 2:
        return False
    k = start - 1 - (tokens.lower_at(start - 1) == "the")
    behind = end + (tokens.lower_at(end) in {"'s", "’s"})
    for title in _OFFICERS:
        size = len(title)
        if tokens.lower_at(k) == "of" and tokens.lower[k - size : k] == title:
            named = tokens.capital[end + 1 : end + 2] == [True] and tokens.lower_at(end) in _ENDS
            return named or tokens.lower_at(k - size - 1) in {",", "the"}
        if tokens.lower[behind : behind + size] == title:
            holder = behind + size + (tokens.lower_at(behind + size) == ",")
            return any(tokens.capital[holder : holder + 1])
    return False
