"""What the gazetteer says of an id, as far as identity needs it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """A thing of the gazetteer; `within` is the id of the place that holds it."""

    label: str
    type: str
    same_as: tuple[str, ...] = ()
    within: str | None = None


FindKnown = Callable[[str], KnownEntity | None]
