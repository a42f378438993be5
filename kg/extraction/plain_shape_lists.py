"""The plain shapes, asked when all others were: any noun, any verb, where it is clear whose the figure is."""

from kg.extraction.any_figures import AnyFigures
from kg.extraction.arrived_shapes import ArrivedShapes
from kg.extraction.clause import Clause
from kg.extraction.led_shapes import LedShapes
from kg.extraction.market_rows import MarketRows
from kg.extraction.observing import Observer
from kg.extraction.outlays import Outlays
from kg.extraction.parted_rows import PartedRows
from kg.extraction.passed_goods import PassedGoods
from kg.extraction.plain_compared import PlainCompared
from kg.extraction.plain_counts import PlainCounts
from kg.extraction.plain_done import PlainDone
from kg.extraction.plain_jobs import PlainJobs
from kg.extraction.plain_levels import PlainLevels
from kg.extraction.plain_moved import PlainMoved
from kg.extraction.plain_onward import OnwardShapes
from kg.extraction.plain_parts import PlainParts
from kg.extraction.plain_people import PlainPeople
from kg.extraction.plain_projects import PlainProjects
from kg.extraction.plain_ranks import PlainRanks
from kg.extraction.plain_shares import PlainShares
from kg.extraction.plain_sites import PlainSites
from kg.extraction.plain_states import PlainStates
from kg.extraction.plain_works import PlainWorks
from kg.extraction.rest_figures import RestFigures
from kg.extraction.row_parts import RowParts
from kg.extraction.shape_lists import FreeShape
from kg.extraction.site_costs import SiteCosts
from kg.extraction.timed_rows import TimedRows
from kg.extraction.turned_back import TurnedBack
from kg.extraction.worth_beside import WorthBeside


def list_plain_shapes(
    observer: Observer, clauses: list[Clause]
) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what is left, in the order in which they take values."""
    levels, counts = PlainLevels(observer, clauses), PlainCounts(observer, clauses)
    shares, works = PlainShares(observer, clauses), PlainWorks(observer, clauses)
    states, parts = PlainStates(observer, clauses), PlainParts(observer, clauses)
    compared, people = PlainCompared(observer, clauses), PlainPeople(observer, clauses)
    rows = RowParts(observer, clauses)
    return (
        *_list_rows(observer, clauses, rows),
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
        *_list_counts_on(observer, clauses),
        ("plain-person", people.pay),
        ("plain-land", people.land_of),
        ("plain-taking", people.taking),
        ("plain-then", compared.then),
        ("plain-aimed", compared.aimed_for),
        ("plain-again", levels.again),
        *_list_onward(observer, clauses),
        ("plain-level", levels.level),
        ("plain-share-taken", shares.share_taken),
        ("plain-there", counts.there_are),
        ("plain-in-time", counts.in_time),
        ("plain-deed", counts.deed),
        ("plain-row", rows.in_row),
        ("part-from", rows.share_in_brackets),
        *_list_last(observer, clauses),
    )


def _list_last(observer: Observer, clauses: list[Clause]) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that take what no other has taken."""
    return (
        ("turned-back", TurnedBack(observer, clauses).turned_back),
        ("any-sum", AnyFigures(observer, clauses).summed),
        *_list_costs(observer, clauses),
        ("of-acting", RestFigures(observer, clauses).of_acting),
    )


def _list_onward(observer: Observer, clauses: list[Clause]) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what the figure told last is to become, or stands against."""
    onward = OnwardShapes(observer, clauses)
    return (("plain-onward", onward.onward), ("plain-against", onward.against))


def _list_costs(observer: Observer, clauses: list[Clause]) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of goods that pass and of what works cost that are told of beside a sum."""
    return (
        ("goods-passed", PassedGoods(observer, clauses).goods_passed),
        ("site-cost", SiteCosts(observer, clauses).site_cost),
        ("outlay", Outlays(observer, clauses).outlay),
    )


def _list_rows(
    observer: Observer, clauses: list[Clause], rows: RowParts
) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what goes on with a figure of its sentence: where a change led, and rows."""
    arrived = ArrivedShapes(observer, clauses)
    return (
        ("arrived", arrived.arrived),
        ("earned", arrived.earned),
        ("led-to", LedShapes(observer, clauses).led_to),
        ("owner-alone", arrived.owner_alone),
        ("worth-beside", WorthBeside(observer, clauses).worth_beside),
        ("timed-row", TimedRows(observer, clauses).timed_row),
        ("in-parts", PartedRows(observer, clauses).in_parts),
        ("part-from", rows.part_from),
        ("part-with", rows.part_with),
        ("part-from", rows.part_named),
        ("ranked-market", MarketRows(observer, clauses).ranked_market),
        ("partner-row", rows.partner_row),
    )


def _list_counts_on(observer: Observer, clauses: list[Clause]) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what is counted beside a figure, or without a verb of who acts."""
    ranks, moved = PlainRanks(observer, clauses), PlainMoved(observer, clauses)
    projects, sites = PlainProjects(observer, clauses), PlainSites(observer, clauses)
    return (
        ("plain-jobs-gone", PlainJobs(observer, clauses).jobs_gone),
        ("plain-done-too", PlainDone(observer, clauses).done_too),
        ("plain-included", projects.included),
        ("plain-total-with", projects.total_with),
        ("plain-part-at", sites.part_at),
        ("plain-moved-by", moved.moved_by),
        ("plain-expanded-to", moved.expanded_to),
        ("plain-under-deal", moved.under_deal),
        ("plain-rank-row", ranks.rank_row),
        ("plain-in-place", ranks.in_place),
        ("plain-drawn-to", sites.drawn_to),
    )
