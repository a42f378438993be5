"""Brackets right behind a value that tell another one: "a profit of $5 million (EPS: $0.61) for 2023"."""

from collections.abc import Callable, Sequence

_LONGEST = 14  # tokens of such a bracket
_OF_SHARES = {
    "eps": "earnings per share",
    "earnings per share": "earnings per share",
    "earning per share": "earnings per share",
    "lps": "loss per share",
    "loss per share": "loss per share",
}
_KINDS = frozenset(["basic", "diluted", "consolidated", "an"])
_LINKS = frozenset([":", "of", "at", "-", "–", "="])


def pass_bracket(
    words: Sequence[str], end: int, last: int, is_period: Callable[[int], bool]
) -> int:
    """The token behind a bracket that opens at `end` and tells no period; `end` where none does."""
    if words[end : end + 1] != ["("]:
        return end
    for token in range(end + 1, min(end + _LONGEST, last)):
        if is_period(token):
            return end
        if words[token] == ")":
            return token + 1
    return end


def name_by_label(words: list[str]) -> str | None:
    """ "(EPS:", "(loss per share of": what the sum behind these words measures."""
    if not words or words[0] not in {"(", ";"}:
        return None
    rest = words[1:-1] if words[-1] in _LINKS else words[1:]
    while rest and rest[0] in _KINDS:
        rest = rest[1:]
    return _OF_SHARES.get(" ".join(rest))
