"""Times that stand between a name and its verb without a preposition: "yesterday", "Thursday", "late last week"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_DAYS = load_lexicon("arguments").get("days") | {"tonight"}
_LEADS = frozenset(["last", "this", "next", "past", "earlier", "late", "early", "later"])
_TIMES = _DAYS | {"week", "month", "year", "quarter", "weekend"}
_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
_SMALL = frozenset(["on", "in", "of"])


def opens_time(tokens: Tokens, k: int) -> bool:
    """Whether what stands there tells when something is done, and is no part of a name before it."""
    return find_time_end(tokens, k) > k


def find_time_end(tokens: Tokens, k: int) -> int:
    """Where a time that begins at `k` ends; `k` itself where none does."""
    end = k
    while tokens.lower_at(end) in _LEADS or (end > k and tokens.lower_at(end) in _SMALL):
        end += 1
    if tokens.lower_at(end) not in _TIMES and not (end > k and tokens.lower_at(end) in _PARTS):
        return k
    end += 1
    return end + (tokens.lower_at(end) in _PARTS)


def tag_behind(tokens: Tokens, end: int) -> str:
    """The tag of what follows a name, behind a time: "Toyota Tuesday announced"; empty at the end of a text."""
    k = find_time_end(tokens, end)
    return tokens.tags[k] if k < len(tokens.words) else ""
