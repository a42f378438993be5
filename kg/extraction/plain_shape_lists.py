"""The plain shapes, asked when all others were: any noun, any verb, where it is clear whose the figure is."""

from kg.extraction.any_figures import AnyFigures
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_compared import PlainCompared
from kg.extraction.plain_counts import PlainCounts
from kg.extraction.plain_gaps import PlainGaps
from kg.extraction.plain_levels import PlainLevels
from kg.extraction.plain_parts import PlainParts
from kg.extraction.plain_people import PlainPeople
from kg.extraction.plain_shares import PlainShares
from kg.extraction.plain_states import PlainStates
from kg.extraction.plain_works import PlainWorks
from kg.extraction.shape_lists import FreeShape


def list_plain_shapes(
    observer: Observer, clauses: list[Clause]
) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what is left, in the order in which they take values."""
    levels, counts = PlainLevels(observer, clauses), PlainCounts(observer, clauses)
    shares = PlainShares(observer, clauses)
    states, parts = PlainStates(observer, clauses), PlainParts(observer, clauses)
    compared = PlainCompared(observer, clauses)
    people = PlainPeople(observer, clauses)
    works = PlainWorks(observer, clauses)
    left = AnyFigures(observer, clauses)
    return (
        ("plain-beside", works.told_beside),
        ("plain-of", works.of_so_much),
        ("plain-room", works.room_for),
        ("plain-size", works.in_size),
        ("plain-hyphen", works.before_hyphen),
        ("plain-at-share", states.at_share),
        ("plain-burdened", states.burdened),
        ("plain-ended", states.ended_with),
        ("plain-of-whom", parts.of_whom),
        ("plain-share", shares.share_acting),
        ("plain-person", people.pay),
        ("plain-land", people.land_of),
        ("plain-taking", people.taking),
        ("plain-then", compared.then),
        ("plain-aimed", compared.aimed_for),
        ("plain-again", levels.again),
        ("plain-level", levels.level),
        ("plain-share-taken", shares.share_taken),
        ("plain-there", counts.there_are),
        ("plain-in-time", counts.in_time),
        ("plain-deed", counts.deed),
        ("plain-row", PlainGaps(observer, clauses).in_row),
        ("any-sum", left.summed),
    )
