"""Three and more titles that one leader of a firm has: "chairman, president and CEO"."""

from typing import Protocol

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_AND = (["and"], ["&"], [",", "and"])
_JOINING = frozenset([",", "and", "&"])
_TITLES = load_lexicon("posts").get("titles_in_rows")


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def is_of_row(tokens: Tokens, last: _Span, post: _Span, following: _Span | None) -> bool:
    """Whether the two are parts of such a row: a comma between, and "and" within the second or behind it."""
    between = tokens.lower[last.end : post.start]
    if between == [","]:
        going_on = following and tokens.lower[post.end : following.start] in [[","], *_AND]
        row = going_on or "and" in tokens.lower[post.start : post.end]
    else:
        row = between == [",", "and"] and "," in tokens.lower[last.start : last.end]
    return bool(row) and _are_leaders(tokens, last) and _are_leaders(tokens, post)


def _are_leaders(tokens: Tokens, span: _Span) -> bool:
    """Whether a span is such a title, or a row of them."""
    start = span.start
    for k in range(span.start, span.end + 1):
        if k == span.end or tokens.lower[k] in _JOINING:
            if k > start and " ".join(tokens.lower[start:k]) not in _TITLES:
                return False
            start = k + 1
    return True
