"""A firm that is called as persons are, told by who heads it: "X, chief executive of [John Norvik], said"."""

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_RANKS = load_lexicon("posts").get("posts_of_firms") | {"chief executive officer"}
_OFFICER = frozenset(["officer", "executive", "president"])
_FIELDS = frozenset(
    ["commercial", "finance", "sales", "marketing", "operations", "creative", "technical"]
)
_CLOSING = frozenset([",", ".", ";", ":", '"', "”", "''", ")", "said", "says", "told", "added", ""])


def is_headed_firm(tokens: Tokens, start: int, end: int, post: PostSpan) -> bool:
    """Whether "X, TITLE of" stands before tokens and no holder behind: who else heads what is no state's."""
    if tokens.lower_at(post.start - 1) != "," or not tokens.capital[post.start - 2]:
        return False
    if end - start < 2 or tokens.lower_at(end) not in _CLOSING:
        return False
    words = tokens.lower[post.start : post.end]
    chief = "chief" in words and not _OFFICER.isdisjoint(words)
    chief = chief or (words[-1] == "director" and not _FIELDS.isdisjoint(words))
    ranked = any(" ".join(words[-k:]) in _RANKS for k in (1, 2, 3))
    return chief or ranked or tokens.lower_at(post.end) == "at"
