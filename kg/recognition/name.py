"""A name as a range of tokens: what the recognizers of names hand to each other."""

from dataclasses import dataclass

from kg.model.mention import MentionKind, PlaceChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as a half-open range of tokens; `type` is "" while undecided."""

    start: int
    end: int
    type: str
    origin: str
    kind: MentionKind = MentionKind.NAME
    known_as: str | None = None
    choice: PlaceChoice | None = None
    called: str = ""  # how it is called alone, where a row shortens it: "Northern Province"
