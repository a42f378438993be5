"""Chunks without what belongs to the titles before them."""

from kg.recognition.chunks import Chunk
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_OF_PLACES = frozenset(["mayor", "mayoress", "bishop", "archbishop"])


def leave_title(chunk: Chunk, posts: list[PostSpan]) -> Chunk:
    """ "Minister of State for Africa [Affairs Jane Doe]": a name begins behind the title that it began in."""
    for post in posts:
        if post.start < chunk.start < post.end < chunk.end:
            return Chunk(post.end, chunk.end)
    return chunk


def cut_fields(chunk: Chunk, fields: list[tuple[int, int]]) -> list[Chunk]:
    """What the fields of titles leave of a chunk."""
    start, end = chunk.start, chunk.end
    for first, last in fields:
        if first <= start < last:
            start = last
        elif start < first < end:
            end = first
    return [Chunk(start, end)] if start < end else []


def leads_place(tokens: Tokens, post: PostSpan) -> bool:
    """ "mayor | of Zenda": a title that is of a place, whatever the place's name means as a word."""
    return tokens.lower[post.head] in _OF_PLACES and tokens.lower_at(post.end) == "of"
