"""Places inside longer names: "Kenya" of "Kenya Ports Authority"."""

from dataclasses import replace

from kg.model.mention import INNER_PLACE, Mention
from kg.model.recognized import Recognized


def split_inner_places(recognized: Recognized) -> tuple[Recognized, tuple[Mention, ...]]:
    """The document without places inside longer names, and these: only @inside may see them."""
    inner = tuple(m for m in recognized.mentions if m.origin == INNER_PLACE)
    rest = tuple(m for m in recognized.mentions if m.origin != INNER_PLACE)
    return replace(recognized, mentions=rest), inner
