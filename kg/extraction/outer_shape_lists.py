"""The shapes of observations that are asked before all others, and when all others were."""

from kg.extraction.any_amount_shapes import AnyAmountShapes
from kg.extraction.any_sum_shapes import AnySumShapes
from kg.extraction.behind_shapes import BehindShapes
from kg.extraction.bracket_rows import BracketRows
from kg.extraction.commodity_shapes import CommodityShapes
from kg.extraction.deed_shapes import DeedShapes
from kg.extraction.distance_shapes import DistanceShapes
from kg.extraction.doer_shapes import DoerShapes
from kg.extraction.duration_shapes import DurationShapes
from kg.extraction.experience_shapes import ExperienceShapes
from kg.extraction.from_shapes import FromShapes
from kg.extraction.gapped_shapes import GappedShapes
from kg.extraction.growing_shapes import GrowingShapes
from kg.extraction.harm_shapes import HarmShapes
from kg.extraction.land_growth_shapes import LandGrowthShapes
from kg.extraction.left_shapes import LeftShapes
from kg.extraction.noun_moves import NounMoves
from kg.extraction.observing import Observer
from kg.extraction.open_shapes import OpenShapes
from kg.extraction.price_rows import PriceRows
from kg.extraction.shape_lists import ClauseShape, FreeShape
from kg.extraction.topic_frames import TopicFrames
from kg.extraction.user_shapes import UserShapes
from kg.extraction.whole_row_shapes import WholeRowShapes
from kg.extraction.with_shapes import WithShapes
from kg.extraction.work_shapes import WorkShapes


def list_first_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that look at values before any clause takes them."""
    prices, works = CommodityShapes(observer), WorkShapes(observer)
    return (
        ("work-doing", works.work_doing),
        ("work-of", works.work_of),
        ("work-room", works.work_room),
        ("length-of-work", works.length_of_work),
        ("commodity-price", prices.commodity_price),
        ("price-moved", prices.price_moved),
        ("price-for", prices.price_for),
        ("prices-in-row", PriceRows(observer).prices_in_row),
        ("distance-from", DistanceShapes(observer).distance_from),
        ("harmed-in-row", HarmShapes(observer).harmed_in_row),
    )


def list_last_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that take what nothing else did."""
    sums = AnySumShapes(observer)
    shapes, behind = OpenShapes(observer), BehindShapes(observer)
    users, growing = UserShapes(observer), GrowingShapes(observer)
    left = LeftShapes(observer)
    return (
        ("done-with", shapes.done_with),
        ("done-at", shapes.done_at),
        ("nationals", shapes.nationals),
        ("moved-from", FromShapes(observer).moved_from),
        ("sum-of-any", sums.sum_of_any),
        ("sum-imposed", sums.sum_imposed),
        ("spent-on", sums.spent_on),
        ("counted-behind", behind.counted_behind),
        ("counted-acting", behind.counted_acting),
        ("of-them", growing.of_them),
        ("given-to-economy", growing.given_to_economy),
        ("counted-users", users.counted_users),
        ("starts-at", users.starts_at),
        ("land-grew", LandGrowthShapes(observer).land_grew),
        ("amount-of-any", AnyAmountShapes(observer).amount_of_any),
        ("left-to-told", left.left_to_told),
        ("left-to-home", left.left_to_home),
    )


def list_final_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that look at the values beside those that were told."""
    along = WithShapes(observer)
    return (
        ("experience", ExperienceShapes(observer).experience),
        ("made-up-of", DeedShapes(observer).made_up_of),
        ("lasting", DurationShapes(observer).lasting),
        ("doer-with", DoerShapes(observer).with_so_much),
        ("things-in-brackets", BracketRows(observer).things_in_brackets),
        ("row-around", WholeRowShapes(observer).row_around),
        ("with-at", along.with_at),
        ("with-done", along.with_done),
        ("noun-moved", NounMoves(observer).noun_moved),
    )


def list_topic_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what is left in a text whose figures are those of one thing."""
    return (
        ("of-topic", TopicFrames(observer).of_topic),
        ("gapped", GappedShapes(observer).gapped),  # …of what this told
    )
