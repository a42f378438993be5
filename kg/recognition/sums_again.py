"""Values told again in another unit, "$725m [(£600m)] to settle", "5 million yuan[, or $700,000,] for a stake".

The parser is given what stands around them, so that whatever looks at the words behind a value finds them there.
"""

import re

from kg.recognition.quantities import QuantityMatch, find_quantities

_AGAIN = re.compile(r"[^\s(（]\s{0,2}[(（][^()（）\n]{2,80}[)）]|\sor\s[^.;:!?\n]{0,30}[0-9]")
# What may stand behind the last value within its brackets.
_CLOSES = re.compile(
    r"\s?(?:(?:at|in|by|based on) [^()（）,;0-9]{0,12}(?:rates?|prices|money|terms|exchange|time|values?|conversion)"
    r"|approx(?:imately|\.)?|then|now|today|each|or so)?\s?[)）]"
)
# The comma that closes "or $5 million" closes no more than that where this follows.
_COMMA = re.compile(
    r",(?=\s(?:in|for|to|from|on|of|by|at|with|into|over|per|an?|each|through|during|under|since"
    r"|towards?|worth|last|this)\s)"
)


def leave_sums_again(text: str) -> str:
    """The text, as long as before, with spaces for what only tells a value in another unit."""
    if not _AGAIN.search(text):
        return text
    for match in find_quantities(text):
        if match.equivalents:
            start, end = match.span.end, _find_end(text, match)
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _find_end(text: str, match: QuantityMatch) -> int:
    """Where what tells a value again ends; where the value does if something else is told with it."""
    start, last = match.span.end, match.equivalent_spans[-1].end
    if text[start : match.equivalent_spans[0].start].strip()[:1] in {"(", "（"}:
        closing = _CLOSES.match(text, last)
        return start if closing is None else closing.end()
    if match.kind != "money":
        return start  # "36 months or 60,000 km"
    comma = _COMMA.match(text, last)
    return last if comma is None else comma.end()
