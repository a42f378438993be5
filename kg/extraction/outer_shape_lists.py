"""The shapes of observations that are asked before all others, and when all others were."""

from kg.extraction.age_shapes import AgeShapes
from kg.extraction.any_amount_shapes import AnyAmountShapes
from kg.extraction.any_sum_shapes import AnySumShapes
from kg.extraction.attributed_shapes import AttributedShapes
from kg.extraction.behind_shapes import BehindShapes
from kg.extraction.bracket_rows import BracketRows
from kg.extraction.building_times import BuildingTimes
from kg.extraction.coming_shapes import ComingShapes
from kg.extraction.commodity_shapes import CommodityShapes
from kg.extraction.deed_shapes import DeedShapes
from kg.extraction.dimension_shapes import DimensionShapes
from kg.extraction.distance_shapes import DistanceShapes
from kg.extraction.doer_shapes import DoerShapes
from kg.extraction.duration_shapes import DurationShapes
from kg.extraction.elided_heads import ElidedHeads
from kg.extraction.estimated_works import EstimatedWorks
from kg.extraction.experience_shapes import ExperienceShapes
from kg.extraction.follower_shapes import FollowerShapes
from kg.extraction.from_shapes import FromShapes
from kg.extraction.gapped_shapes import GappedShapes
from kg.extraction.growing_shapes import GrowingShapes
from kg.extraction.handover_shapes import HandoverShapes
from kg.extraction.harm_shapes import HarmShapes
from kg.extraction.in_turn_rows import InTurnRows
from kg.extraction.land_growth_shapes import LandGrowthShapes
from kg.extraction.land_shapes import LandShapes
from kg.extraction.left_shapes import LeftShapes
from kg.extraction.listed_line_shapes import ListedLineShapes
from kg.extraction.moved_rows import MovedRows
from kg.extraction.noun_moves import NounMoves
from kg.extraction.observing import Observer
from kg.extraction.open_shapes import OpenShapes
from kg.extraction.poll_shapes import PollShapes
from kg.extraction.price_rows import PriceRows
from kg.extraction.progress_shapes import ProgressShapes
from kg.extraction.revised_shapes import RevisedShapes
from kg.extraction.row_pairs import RowPairs
from kg.extraction.shape_lists import ClauseShape, FreeShape
from kg.extraction.share_done_shapes import ShareDone
from kg.extraction.stock_shapes import StockShapes
from kg.extraction.swing_shapes import SwingShapes
from kg.extraction.there_shapes import ThereShapes
from kg.extraction.topic_frames import TopicFrames
from kg.extraction.trip_shapes import TripShapes
from kg.extraction.turn_rows import TurnRows
from kg.extraction.user_shapes import UserShapes
from kg.extraction.whole_row_shapes import WholeRowShapes
from kg.extraction.with_shapes import WithShapes
from kg.extraction.work_shapes import WorkShapes
from kg.extraction.worth_shapes import WorthShapes


def list_first_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that look at values before any clause takes them."""
    prices, works = CommodityShapes(observer), WorkShapes(observer)
    turns, polls = InTurnRows(observer), PollShapes(observer)
    return (
        ("age", AgeShapes(observer).age),
        ("polled", polls.polled),
        ("rated", polls.rated),
        ("turns", TurnRows(observer).turns),
        ("kinds-in-turn", turns.kinds_in_turn),
        ("owners-in-turn", turns.owners_in_turn),
        ("attributed", AttributedShapes(observer).attributed),
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
        ("revised", RevisedShapes(observer).revised),
    )


def list_last_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that take what nothing else did."""
    sums = AnySumShapes(observer)
    shapes, behind = OpenShapes(observer), BehindShapes(observer)
    users, growing = UserShapes(observer), GrowingShapes(observer)
    left, coming = LeftShapes(observer), ComingShapes(observer)
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
        *_list_works_shapes(observer),
        *_list_result_shapes(observer),
        *_list_zone_shapes(observer),
        *_list_ground_shapes(observer),
        ("amount-of-any", AnyAmountShapes(observer).amount_of_any),
        ("left-to-told", left.left_to_told),
        ("left-to-home", left.left_to_home),
        ("came-there", coming.came_there),
        ("done-in-land", coming.done_in_land),
    )


def _list_works_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell how far works are and what they measure then."""
    progress, dimensions = ProgressShapes(observer), DimensionShapes(observer)
    return (
        ("works-stand", progress.works_stand),
        ("works-estimated", EstimatedWorks(observer).estimated_at),
        ("works-done", progress.works_done),
        ("dimension-changed", dimensions.dimension_changed),
    )


def _list_result_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell results of firms and prices of their shares."""
    stocks = StockShapes(observer)
    return (
        ("swung", SwingShapes(observer).swung),
        ("share-closed", stocks.share_closed),
        ("dividend-rate", stocks.dividend_rate),
    )


def _list_zone_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell what something drew or is worth, and what is there."""
    worth, there = WorthShapes(observer), ThereShapes(observer)
    return (
        ("be-worth", worth.be_worth),
        ("sum-of-drawn", worth.sum_of_drawn),
        ("past-mark", worth.past_mark),
        ("delivery-taken", HandoverShapes(observer).taken_over),
        ("share-done", ShareDone(observer).share_done),
        ("equal-share", worth.equal_share),
        ("counted-there", there.counted_there),
        ("done-by-counted", there.done_by_counted),
    )


def _list_ground_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell of ground, parts of lines and times of travel."""
    land, trips = LandShapes(observer), TripShapes(observer)
    return (
        ("land-set-aside", land.land_set_aside),
        ("part-of-line", land.part_of_line),
        ("trip-takes", trips.trip_takes),
        ("time-shortened", trips.time_shortened),
        ("frequency", trips.frequency),
    )


def list_final_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that look at the values beside those that were told."""
    along, land = WithShapes(observer), LandShapes(observer)
    return (
        ("elided", ElidedHeads(observer).elided),
        ("experience", ExperienceShapes(observer).experience),
        ("made-up-of", DeedShapes(observer).made_up_of),
        ("lasting", DurationShapes(observer).lasting),
        ("building-time", BuildingTimes(observer).building_time),
        ("part-of-ordered", HandoverShapes(observer).part_of_ordered),
        ("doer-with", DoerShapes(observer).with_so_much),
        ("gapped", FollowerShapes(observer).followed),  # …of what this told
        ("gapped", MovedRows(observer).moved_in_row),  # "led by Peru, up 5 percent"
        ("second-figure", RowPairs(observer).second_figure),
        ("things-in-brackets", BracketRows(observer).things_in_brackets),
        ("row-around", WholeRowShapes(observer).row_around),
        ("with-at", along.with_at),
        ("with-done", along.with_done),
        ("noun-moved", NounMoves(observer).noun_moved),
        ("dimension-named", DimensionShapes(observer).dimension_named),
        ("target-price", StockShapes(observer).target_price),
        ("spread-over", land.spread_over),
        ("leased-for", land.leased_for),
        ("listed-line", ListedLineShapes(observer).listed_line),
    )


def list_topic_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of what is left in a text whose figures are those of one thing."""
    return (
        ("of-topic", TopicFrames(observer).of_topic),
        ("gapped", GappedShapes(observer).gapped),  # …of what this told
        ("gapped", GappedShapes(observer).again),
    )
