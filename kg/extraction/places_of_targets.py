"""Where a firm is that somebody puts money into: "will invest in Norvik Works, in Dresden" tells that of the works."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_INVESTING = "investsIn"
_TARGETS = ("Organization", "Facility", "Project")
_PLACES = ("Country", "Province", "City", "District", "Region")


def drop_places_of_targets(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without the places that stand with "in" right behind what is invested in."""
    told = [
        (c, c.object)
        for c in candidates
        if c.rule.predicate == _INVESTING
        and isinstance(c.object, Mention)
        and c.object in arguments.ranges
    ]
    targets = [(c, m) for c, m in told if arguments.fits(m, _TARGETS)]
    dropped = {
        id(candidate)
        for candidate, place in told
        for other, target in targets
        if candidate.subject == other.subject
        and arguments.fits(place, _PLACES)
        and _is_behind(place, target, arguments)
    }
    return [c for c in candidates if id(c) not in dropped]


def _is_behind(place: Mention, target: Mention, arguments: ArgumentFinder) -> bool:
    start, end = arguments.ranges[place][0], arguments.ranges[target][1]
    return arguments.lower[end:start] in (["in"], [",", "in"], [",", "based", "in"])
