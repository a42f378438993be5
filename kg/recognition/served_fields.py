"""Fields behind the first: "Adviser to the Prime Minister [on Trade] X", "Director of Ports[, Rail and Roads]"."""

from collections.abc import Set

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_SERVING = load_lexicon("posts").get("served_on")
_JOINTS = frozenset(["and", "&", ","])
_OF_PUBLIC = load_lexicon("posts").get("modifiers")
_AND = frozenset(["and", "&"])
_LETTERS = 2  # tokens of what a title is called for short, with the closing bracket: "(SAPM)"


def pass_served_field(tokens: Tokens, post: PostSpan, fields: Set[str]) -> int:
    """The end of the title with its field; the end of the post where none is told."""
    words = tokens.lower[post.start : post.end]
    if words != ["sapm"] and ("to" not in words or _SERVING.isdisjoint(words)):
        return post.end
    link = post.end
    if tokens.lower_at(link) == "(" and tokens.lower_at(link + _LETTERS) == ")":
        link += _LETTERS + 1
    if tokens.lower_at(link) not in {"on", "for"}:
        return post.end
    k = link + 1
    while tokens.lower_at(k) in fields and tokens.capital[k]:
        k += 1
        if tokens.lower_at(k) in _JOINTS and tokens.lower_at(k + 1) in fields:
            k += 1
    return k if k > link + 1 else post.end


def pass_row_of_fields(tokens: Tokens, end: int, fields: Set[str]) -> int:
    """ "Director of Information[, Press and Public Relations], X": the end of a row that "and" closes; 0 for none."""
    k, closed = end, False
    while not closed and tokens.lower_at(k) in _JOINTS:
        joint = k
        closed = tokens.lower[k] in _AND or tokens.lower_at(k + 1) in _AND
        k += 1 + (tokens.lower[k] == "," and tokens.lower_at(k + 1) in _AND)
        first = k
        while tokens.capital[k : k + 1] == [True] and tokens.lower[k] in fields | _OF_PUBLIC:
            k += 1
        if k == first or tokens.lower[k - 1] not in fields:
            return 0
        if closed and joint == end:
            return 0  # a pair is read with its title
    return k if closed and tokens.capital[k : k + 1] != [True] else 0
