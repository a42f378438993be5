"""How resolution asks for what the gazetteer says."""

from collections.abc import Callable

from kg.model.entity import KnownEntity

__all__ = [
    "FindKnown",
    "FindLinked",
    "KnownEntity",
    "find_country",
    "find_nowhere",
    "link_nothing",
    "list_containers",
]

_DEEPEST = 8  # steps from a village to its country


FindKnown = Callable[[str], KnownEntity | None]  # by the id of the gazetteer
FindLinked = Callable[[str, str], KnownEntity | None]  # by exact name and type


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


def link_nothing(_name: str, _kind: str, /) -> KnownEntity | None:
    """A FindLinked that knows nothing."""
    return None
