"""Works taken up by a noun that all its words describe: "the Zenda wind farm ... the wind park"."""

from collections.abc import Iterable, Set

from kg.recognition.referents import Referent
from kg.recognition.works_alike import WorksAlike

_TYPES = frozenset(["Facility", "LogisticsHub", "Port"])


def keep_described(
    word: str, own: Set[str], told: Iterable[Referent], works: WorksAlike
) -> list[Referent]:
    """Those that the noun may stand for and that are told with all the words before it (`own`)."""
    alike = [r for r in told if works.may_be(word, r.mention.text, r.heads)]
    alike = [r for r in alike if r.type in _TYPES]
    return [r for r in alike if own <= set(r.mention.text.lower().split())]
