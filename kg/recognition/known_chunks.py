"""Chunks that are known before the text is cut into them."""

from kg.recognition.chunks import Chunk


def insert_chunks(chunks: list[Chunk], known: dict[int, int]) -> list[Chunk]:
    """The chunks with those of `known` (start → end) in place of all that they cover."""
    kept = [c for c in chunks if not any(s < c.end and c.start < e for s, e in known.items())]
    return sorted([*kept, *(Chunk(*span) for span in known.items())], key=lambda c: c.start)
