"""Profits told with sales: "made $4 million on sales of $90 million, against $3 million on sales of $80 million"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention

_BACK = 6  # tokens from a sum back to the "on" of its sales
_AHEAD = 7  # tokens from the other sum to its own "on", past its year
_PROFIT = 14  # tokens from "on" back to the profit
_ON = "on"


def find_profit(arguments: ArgumentFinder, sales: Mention, other: Mention) -> str | None:
    """What the other sum measures where it too has "on sales of" behind it; None for one of sales."""
    parse = arguments.parse
    start, end = arguments.ranges[sales][0], arguments.ranges[other][1]
    words = [w.lower() for w in parse.words]
    first, last = parse.sentences[parse.sentence_of[start]]
    on = next((t for t in range(start - 1, max(start - _BACK, first), -1) if words[t] == _ON), None)
    again = next((t for t in range(end, min(end + _AHEAD, last)) if words[t] == _ON), None)
    if on is None or again is None or parse.tags[again + 1 : again + 2][0][0] not in "NJ":
        return None
    for token in range(on - 1, max(on - _PROFIT, first), -1):
        money = any(m.origin == "money" for m in arguments.by_token.get(token + 1, ()))
        if words[token] == "of" and money:
            return arguments.phrase_text(token - 1)
    return None
