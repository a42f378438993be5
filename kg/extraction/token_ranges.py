"""Which tokens of a parse a mention takes."""

from bisect import bisect_right

from kg.model.mention import Mention
from kg.model.parse import Parse

_MARKS = ("'s", "’s")


def find_tokens(mention: Mention, parse: Parse) -> tuple[int, int]:
    """The half-open range, without the mark of a name that ends like an owner: the parse hangs it below."""
    span = mention.span
    start = max(bisect_right(parse.starts, span.start) - 1, 0)
    if parse.ends[start] <= span.start:
        start += 1
    end = start
    while end < len(parse.starts) and parse.starts[end] < span.end:
        end += 1
    if end - start > 1 and parse.words[end - 1] in _MARKS and mention.text.endswith(_MARKS):
        end -= 1  # "Barlow's"
    return start, max(end, start + 1)
