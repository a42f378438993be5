"""Known places that a text puts where they do not lie: "Paris, Texas" is another Paris."""

from kg.resolution.known import FindKnown, list_containers


def lies_elsewhere(known_as: str, told: str, find_known: FindKnown) -> bool:
    """Whether the gazetteer has a place in another country or province than that where it is told to lie."""
    own, other = (list_containers(place, find_known) for place in (known_as, told))
    if known_as in other or told in own:
        return False
    levels = [_list_levels(chain, find_known) for chain in (own[1:], other)]
    return any(
        levels[0][kind] != levels[1][kind]
        for kind in ("Country", "Province")
        if kind in levels[0] and kind in levels[1]
    )


def _list_levels(chain: tuple[str, ...], find_known: FindKnown) -> dict[str, str]:
    """Type → the innermost id of that type in a chain of containers."""
    found: dict[str, str] = {}
    for place in chain:
        known = find_known(place)
        if known is not None:
            found.setdefault(known.type, place)
    return found
