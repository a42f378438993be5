"""A change and a value for each: "rose 9 percent and 10 percent, respectively, to 28 million and 19 million euros"."""

from kg.extraction.values_beside import ValueFinder
from kg.model.mention import Mention
from kg.model.parse import FINITE

_REACHED = frozenset(["money", "measure", "number"])
_FAR = 30  # tokens behind the verb in which all of them stand


def pair_turns(values: ValueFinder, verb: int, last: int) -> list[tuple[Mention, Mention]]:
    """(value, percentage) for each of what rose, where the verb has as many of both, values behind."""
    parse = values.parse
    end = min(last, verb + _FAR)
    end = next((t for t in range(verb + 1, end) if parse.tags[t] in FINITE), end)
    told = list(dict.fromkeys(m for t in range(verb, end) for m in values.at(t)))
    percents = [m for m in told if m.origin == "percent"]
    reached = [m for m in told if m.origin in _REACHED]
    alike = len({m.origin for m in reached}) == 1 and len(told) == 2 * len(percents)
    ordered = told == [*percents, *reached]
    return list(zip(reached, percents, strict=True)) if alike and ordered else []
