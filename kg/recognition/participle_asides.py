"""What is told of a firm between commas by its owner or head: "Norvik, [owned by Jane Doe], which has ordered"."""

from kg.recognition.tokens import Tokens

_LONGEST = 6  # tokens from a name back to the "by" that leads to it


def find_aside(tokens: Tokens, start: int) -> int | None:
    """The comma with which an aside of a participle begins that the name at `start` closes; None elsewhere."""
    by = start - 1
    while by > max(start - _LONGEST, 1) and tokens.tags[by][:1] in {"N", "J", "D"}:
        by -= 1  # "owned by the shipowner Jane Doe"
    if by < 2 or tokens.lower[by] != "by" or tokens.tags[by - 1] not in {"VBN", "VBD"}:
        return None
    comma = by - 2
    comma -= tokens.tags[comma] == "RB"  # "wholly owned by"
    return comma if comma > 0 and tokens.words[comma] == "," else None
