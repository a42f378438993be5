"""What the gazetteer says of an id, as far as identity needs it."""

from collections.abc import Callable
from dataclasses import dataclass

_DEEPEST = 8  # steps from a village to its country


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """A thing of the gazetteer; `within` is the id of the place that holds it."""

    label: str
    type: str
    same_as: tuple[str, ...] = ()
    within: str | None = None


FindKnown = Callable[[str], KnownEntity | None]


def list_containers(known_as: str | None, find_known: FindKnown) -> tuple[str, ...]:
    """The id itself and the places that hold it, the innermost first."""
    chain: list[str] = []
    while known_as is not None and known_as not in chain and len(chain) < _DEEPEST:
        chain.append(known_as)
        known = find_known(known_as)
        known_as = known.within if known else None
    return tuple(chain)


def find_country(known_as: str | None, find_known: FindKnown) -> str | None:
    """The country that an id is, or lies in; None where it is not known."""
    for place in list_containers(known_as, find_known):
        known = find_known(place)
        if known is not None and known.type == "Country":
            return place
    return None


def find_nowhere(_known_as: str, /) -> KnownEntity | None:
    """A FindKnown that knows nothing, for what must not depend on the gazetteer."""
    return None
