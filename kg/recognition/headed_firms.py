"""A firm that is called as persons are, told by who heads it: "X, chief executive of [John Norvik], said"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_RANKS = load_lexicon("posts").get("posts_of_firms") | {"chief executive officer"}
_GIVEN = load_lexicon("given_names").get("given")
_OFFICER = frozenset(["officer", "executive", "president"])
_FIELDS = frozenset(
    ["commercial", "finance", "sales", "marketing", "operations", "creative", "technical"]
)
_CLOSING = frozenset([",", ".", ";", ":", '"', "”", "''", ")", "said", "says", "told", "added", ""])
_NAME = 4  # words of a holder's name


def is_headed_firm(tokens: Tokens, start: int, end: int, post_ends: Mapping[int, PostSpan]) -> bool:
    """Whether "X, TITLE of" stands before tokens and no holder behind: who else heads what is no state's."""
    link = start - 1 - (tokens.lower_at(start - 1) == "the")
    linked = link in post_ends and tokens.lower_at(link) in {"of", "at"}
    post = post_ends.get(link if linked else start)
    if post is None or tokens.lower_at(end) not in _CLOSING:
        return False
    if tokens.lower_at(post.start - 1) != "," or not tokens.capital[post.start - 2]:
        return False
    if linked:
        told = tokens.lower[link] == "at" or _is_of_firms(tokens, post)
        return told and end - start > 1
    # "Jane Doe, CEO [Norvik], said", no "Tarka Mills, CEO Doe, said"
    return end - start == 1 and _is_of_firms(tokens, post) and _names_holder(tokens, post.start - 2)


def _is_of_firms(tokens: Tokens, post: PostSpan) -> bool:
    """Whether no state has such a post."""
    words = tokens.lower[post.start : post.end]
    chief = "chief" in words and not _OFFICER.isdisjoint(words)
    chief = chief or (words[-1] == "director" and not _FIELDS.isdisjoint(words))
    return chief or any(" ".join(words[-k:]) in _RANKS for k in (1, 2, 3))


def _names_holder(tokens: Tokens, last: int) -> bool:
    """Whether a given name begins the capitals that end there."""
    k = last
    while k > 0 and last - k < _NAME and tokens.capital[k - 1]:
        k -= 1
    return k < last and tokens.lower[k] in _GIVEN
