"""Towns that the parser hangs on the land behind them: "headquartered in [Melbourne], Australia, Norvik"."""

from collections.abc import Sequence

_PLACING = frozenset(["in", "at", "near", "from"])


def give_towns_back(
    words: Sequence[str], tags: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Makes the town the object of the preposition, and the land what it is called by."""
    for town in range(1, len(words) - 3):
        land = heads[town]
        if deps[town] != "nmod" or words[town + 1] != "," or deps[land] != "pobj":
            continue
        if not town + 2 <= land <= town + 4 or words[land + 1 : land + 2] != [","]:
            continue
        names = (town, *range(town + 2, land + 1))
        if words[heads[land]].lower() not in _PLACING or not all(tags[k] == "NNP" for k in names):
            continue
        heads[town], deps[town] = heads[land], "pobj"
        heads[land], deps[land] = town, "appos"
