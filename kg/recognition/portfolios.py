"""The field of a post: "Minister of Foreign Affairs of X" holds a title, a field and a body."""

from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.chunks import Chunk
from kg.recognition.heads import HeadFinder
from kg.recognition.posts import PostSpan
from kg.recognition.tokens import Tokens


class PortfolioFinder:
    """Moves the field after a title from the names to the title."""

    def __init__(self, heads: HeadFinder) -> None:
        names = load_lexicon("names")
        self.heads = heads
        self.topics = names.get("topics")
        self.links = frozenset({"of", *names.get("joiners")})

    def take(
        self,
        tokens: Tokens,
        posts: list[PostSpan],
        chunks: list[Chunk],
        places: dict[int, int],
    ) -> tuple[list[PostSpan], list[Chunk]]:
        """ "Minister of Foreign Affairs of X": the field belongs to the title, the rest is a name."""
        by_start = {chunk.start: n for n, chunk in enumerate(chunks)}
        taken: dict[int, Chunk | None] = {}
        grown: list[PostSpan] = []
        for post in posts:
            link = post.end
            start = link + 1
            if link >= len(tokens.words) or tokens.lower[link] not in {"of", "for"}:
                grown.append(post)
                continue
            start += tokens.lower[start] == "the" if start < len(tokens.words) else 0
            n = by_start.get(start)
            end = (
                self._portfolio_end(tokens, chunks[n], places, topics_only=not post.public)
                if n is not None
                else start
            )
            if n is None or end == start:
                grown.append(post)
                continue
            grown.append(replace(post, end=end))
            rest = end + (end < chunks[n].end and tokens.lower[end] in {"of", "for", "in"})
            rest += rest < chunks[n].end and tokens.lower[rest] == "the"
            taken[n] = Chunk(rest, chunks[n].end) if rest < chunks[n].end else None
        left = [taken.get(n, chunk) for n, chunk in enumerate(chunks)]
        return grown, [chunk for chunk in left if chunk is not None]

    def _portfolio_end(
        self, tokens: Tokens, chunk: Chunk, places: dict[int, int], *, topics_only: bool
    ) -> int:
        """Where the run of common words at a chunk's start ends, if the chunk names no body.

        A minister is of any field; a director "of Siemens" is of a body, whatever the word means.
        """
        first_of = next(
            (k for k in range(chunk.start, chunk.end) if tokens.lower[k] in self.links), chunk.end
        )
        topical = all(
            tokens.lower[k] in self.topics or tokens.lower[k] in {"and", ",", "&"}
            for k in range(chunk.start, first_of)
        )
        if chunk.start in places or (
            not topical and self.heads.find_type(tokens, chunk.start, first_of)
        ):
            return chunk.start
        end = chunk.start
        while (
            end < first_of
            and end not in places
            and (
                tokens.lower[end] in self.topics
                or tokens.lower[end] in {"and", ",", "&"}
                or (tokens.is_common(end) and not topics_only)
            )
        ):
            end += 1
        while end > chunk.start and tokens.lower[end - 1] in {"and", ",", "&"}:
            end -= 1
        return end
