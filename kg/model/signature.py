"""A text's signature: little enough to keep, and enough to tell how much two texts share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """`size` is the number of distinct shingles of a text, `minima` their MinHash, as bytes."""

    size: int
    minima: bytes
