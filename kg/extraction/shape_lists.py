"""The shapes of observations, in the order in which they take values."""

from collections.abc import Callable, Iterator

from kg.extraction.allocation_shapes import AllocationShapes
from kg.extraction.amount_shapes import AmountShapes
from kg.extraction.before_thing_shapes import BeforeThingShapes
from kg.extraction.between_shapes import BetweenShapes
from kg.extraction.borne_shapes import BorneShapes
from kg.extraction.candidate import Candidate
from kg.extraction.change_nouns import ChangeNounShapes
from kg.extraction.changing_shapes import ChangingShapes
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.deal_price_shapes import DealPriceShapes
from kg.extraction.deed_shapes import DeedShapes
from kg.extraction.doing_shapes import DoingShapes
from kg.extraction.each_share_shapes import EachShareShapes
from kg.extraction.equipped_shapes import EquippedShapes
from kg.extraction.follower_shapes import FollowerShapes
from kg.extraction.funding_shapes import FundingShapes
from kg.extraction.gapped_shapes import GappedShapes
from kg.extraction.growing_shapes import GrowingShapes
from kg.extraction.guidance_shapes import GuidanceShapes
from kg.extraction.harm_shapes import HarmShapes
from kg.extraction.having_shapes import HavingShapes
from kg.extraction.holding_shapes import HoldingShapes
from kg.extraction.labelled_shapes import LabelledShapes
from kg.extraction.listed_brackets import ListedBrackets
from kg.extraction.market_shapes import MarketShapes
from kg.extraction.multiple_shapes import MultipleShapes
from kg.extraction.noun_shapes import NounShapes
from kg.extraction.observing import Observer
from kg.extraction.opening_shapes import OpeningShapes
from kg.extraction.own_part_shapes import OwnPartShapes
from kg.extraction.pace_shapes import PaceShapes
from kg.extraction.paid_shapes import PaidShapes
from kg.extraction.part_row_shapes import PartRowShapes
from kg.extraction.part_shapes import PartShapes
from kg.extraction.people_shapes import PeopleShapes
from kg.extraction.placed_shapes import PlacedShapes
from kg.extraction.presence_shapes import PresenceShapes
from kg.extraction.price_shapes import PriceShapes
from kg.extraction.rank_shapes import RankShapes
from kg.extraction.rate_shapes import RateShapes
from kg.extraction.reach_shapes import ReachShapes
from kg.extraction.report_shapes import ReportShapes
from kg.extraction.retold_shapes import RetoldShapes
from kg.extraction.row_going_on import RowGoingOn
from kg.extraction.row_shapes import RowShapes
from kg.extraction.rule import Rule
from kg.extraction.share_shapes import ShareShapes
from kg.extraction.site_shapes import SiteShapes
from kg.extraction.surface_shapes import SurfaceShapes
from kg.extraction.take_up_shapes import TakeUpShapes
from kg.extraction.valuation_shapes import ValuationShapes
from kg.extraction.verb_shapes import VerbShapes
from kg.extraction.ware_part_shapes import WarePartShapes
from kg.extraction.worded_shapes import WordedShapes
from kg.extraction.world_share_shapes import WorldShareShapes

ClauseShape = Callable[[Rule, Clause], Iterator[Candidate]]
FreeShape = Callable[[Rule], Iterator[Candidate]]


def list_clause_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses, in the order in which they take values."""
    verbs, reports, nouns = VerbShapes(observer), ReportShapes(observer), NounShapes(observer)
    counts, amounts, parts = CountShapes(observer), AmountShapes(observer), PartShapes(observer)
    surface, told = SurfaceShapes(observer), TakeUpShapes(observer)
    opening, changing = OpeningShapes(observer), ChangingShapes(observer)
    return (
        *_list_early_shapes(observer, changing),
        *_list_rank_shapes(observer),
        ("brought-to", told.brought_to),
        ("moved-between", surface.moved_between),
        ("set-at", surface.set_at),
        ("change", verbs.change),
        ("thing-moved", changing.thing_moved),
        ("has-measure", HavingShapes(observer).has_measure),
        ("sum-held", HoldingShapes(observer).sum_held),
        ("reported-change", reports.reported_change),
        ("multiplied", MultipleShapes(observer).multiplied),
        ("aimed-at", told.aimed_at),
        ("kept-place", reports.kept_place),
        ("money-verb", reports.money_verb),
        *_list_share_shapes(observer, reports, parts),
        ("quantity-object", amounts.quantity_object),
        ("consisting", opening.consisting),
        ("built-for", opening.built_for),
        ("work-given", counts.work_given),
        ("counted-object", parts.part_of_all),
        ("counted-object", counts.counted_object),
        ("value-for-measure", nouns.value_of_subject),
        ("counted-subject", amounts.counted_subject),
        *_list_people_shapes(observer),
        ("subject-verb-value", verbs.subject_verb_value),
        ("taken-up", FollowerShapes(observer).that_of),
        ("taken-up", told.taken_up),
        *_list_doing_shapes(observer, reports),
        ("part-of-told", parts.part_of_told),
        *_list_sum_shapes(observer),
        *_list_reach_shapes(observer),
    )


def _list_early_shapes(
    observer: Observer, changing: ChangingShapes
) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that take what others would misread."""
    return (
        ("valued-at", ValuationShapes(observer).valued_at),
        ("sum-funded", FundingShapes(observer).sum_funded),
        ("foreseen", GuidanceShapes(observer).foreseen),
        ("in-turn", changing.in_turn),
        ("ware-part", WarePartShapes(observer).ware_part),
    )


def _list_doing_shapes(
    observer: Observer, reports: ReportShapes
) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell what is at the end, jobs at risk, and how many are behind it."""
    doing = DoingShapes(observer)
    return (
        ("closed-with", reports.closed_with),
        ("jobs-at-risk", doing.jobs_at_risk),
        ("counted-agents", doing.counted_agents),
    )


def _list_reach_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell how far something reaches or grew, and whom it helps."""
    reach, growing = ReachShapes(observer), GrowingShapes(observer)
    return (
        ("grown-to", growing.grown_to),
        ("more-of-them", growing.more_of_them),
        ("reach", reach.reach),
        ("lessened-by", DoingShapes(observer).lessened_by),
        ("helped", reach.helped),
        ("there-passing", reach.there_passing),
    )


def _list_sum_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell sums and counts which no other shape took."""
    sums = BorneShapes(observer)
    return (
        ("sum-placed", SiteShapes(observer).sum_placed),
        ("ground-covered", SiteShapes(observer).ground_covered),
        ("sum-paid", PaidShapes(observer).sum_paid),
        ("sum-allocated", AllocationShapes(observer).sum_allocated),
        ("sum-borne", sums.sum_borne),
        ("sum-offered", sums.sum_offered),
        ("sum-sought", sums.sum_sought),
        ("shares-issued", sums.shares_issued),
        ("counted-by-any", DoingShapes(observer).counted_by_any),
        ("deeds-of", DeedShapes(observer).deeds_of),
    )


def _list_rank_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that take ranks, and what something costs somebody."""
    ranks, deals = RankShapes(observer), DealPriceShapes(observer)
    return (
        ("price-per-share", deals.price_per_share),
        ("shares-exchanged", deals.shares_exchanged),
        ("rank", ranks.rank),
        ("stands-at", ranks.stands_at),
        ("share-price", PriceShapes(observer).share_price),
        ("shares-moved", PriceShapes(observer).shares_moved),
        ("cost-to", PlacedShapes(observer).cost_to),
        ("harmed-there", PlacedShapes(observer).harmed_there),
        ("they-changed", RetoldShapes(observer).they_changed),
        ("they-stood", RetoldShapes(observer).they_stood),
    )


def _list_share_shapes(
    observer: Observer, reports: ReportShapes, parts: PartShapes
) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell parts and shares of what was told or is named."""
    shares, rates = ShareShapes(observer), RateShapes(observer)
    world = WorldShareShapes(observer)
    return (
        ("people-at", reports.people_at),
        ("part-told", parts.part_told),
        ("part-of-which", rates.part_of_which),
        ("rate-imposed", rates.rate_imposed),
        ("share-doing", parts.share_doing),
        ("time-needed", parts.time_needed),
        ("share-held", shares.share_held),
        ("vote-share", shares.vote_share),
        ("votes-won", shares.votes_won),
        ("share-of-whole", shares.share_of_whole),
        ("share-played", world.share_played),
        ("running-at", world.running_at),
    )


def _list_people_shapes(observer: Observer) -> tuple[tuple[str, ClauseShape], ...]:
    """The shapes of clauses that tell how many people, homes or firms are or do something."""
    people, placed = PeopleShapes(observer), PlacedShapes(observer)
    return (
        ("share-of-people", people.share_of_people),
        ("seen-at", placed.seen_at),
        ("jobs-placed", placed.jobs_placed),
        ("joined", placed.joined),
        ("partners", placed.partners),
        ("at-event", placed.at_event),
        ("people-placed", PresenceShapes(observer).people_placed),
        ("people-harmed", people.people_harmed),
    )


def list_value_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes that look at the values which no clause took."""
    nouns, counts, opening = NounShapes(observer), CountShapes(observer), OpeningShapes(observer)
    markets, surface = MarketShapes(observer), SurfaceShapes(observer)
    people, ranks, rates = PeopleShapes(observer), RankShapes(observer), RateShapes(observer)
    return (
        ("parts-of-count", PartRowShapes(observer).parts_of_count),
        ("labelled", LabelledShapes(observer).labelled),
        ("each-share", EachShareShapes(observer).each_share),
        ("market-share", markets.market_share),
        ("traded-more", markets.traded_more),
        ("posted-by", RetoldShapes(observer).posted_by),
        ("gapped", FollowerShapes(observer).followed),
        ("worded", WordedShapes(observer).worded),
        *_list_gapped_shapes(observer),
        ("opening-value", opening.opening_value),
        ("home-to", people.home_to),
        ("economy-turned", rates.economy_turned),
        ("rate-beside", rates.rate_beside),
        ("jobs-lost", rates.jobs_lost),
        ("rank-by-size", ranks.rank_by_size),
        ("harmed-in-row", HarmShapes(observer).harmed_alone),
        *_list_sums_beside(observer),
        ("extent", surface.extent),
        ("listed-in-brackets", ListedBrackets(observer).listed_in_brackets),
        ("measure-of-value", people.people_of),
        ("measure-of-value", nouns.measure_of_value),
        ("value-noun", BeforeThingShapes(observer).value_noun),
        ("length-in-brackets", nouns.length_in_brackets),
        ("value-for-measure", nouns.value_for_measure),
        ("equipped", EquippedShapes(observer).equipped),
        ("equipped", people.counted_beside),
        ("possessed", counts.possessed),
        ("guests", opening.guests),
        ("before-in-brackets", opening.before_in_brackets),
        *_list_way_shapes(observer),
        ("gapped", FollowerShapes(observer).followed),  # …of what these told
        ("each-share", EachShareShapes(observer).each_share),
    )


def _list_gapped_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of values whose verb or measure was told before, and of changes told by a noun."""
    changing, gapped = ChangeNounShapes(observer), GappedShapes(observer)
    return (
        ("gapped", gapped.gapped),
        ("gapped", gapped.elsewhere),
        ("gapped", gapped.again),
        ("change-noun", changing.change_noun),
        ("turned-beside", changing.turned_beside),
        ("turned-beside", PriceShapes(observer).shares_turned),
        ("doubling", MultipleShapes(observer).doubling),
    )


def _list_sums_beside(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of sums by the words beside them."""
    return (
        ("sum-beside", HoldingShapes(observer).sum_beside),
        ("sum-beside", HoldingShapes(observer).sum_joined),
        ("sum-upon", BorneShapes(observer).sum_upon),
        ("sums-mixed", BorneShapes(observer).sums_mixed),
    )


def _list_way_shapes(observer: Observer) -> tuple[tuple[str, FreeShape], ...]:
    """The shapes of traffic, works and parts, which take what no other did."""
    rows, going_on, paces = RowShapes(observer), RowGoingOn(observer), PaceShapes(observer)
    return (
        ("height", SurfaceShapes(observer).height),
        ("between-places", BetweenShapes(observer).between),
        ("including", rows.including),
        ("row-counted", rows.counted_on),
        ("row-of-goods", rows.listed),
        ("own-parts", OwnPartShapes(observer).own_parts),
        ("origins", going_on.origins),
        ("origin-of-counted", ReachShapes(observer).origin_of_counted),
        ("next-ranks", going_on.next_ranks),
        ("possessed-row", going_on.possessed_row),
        ("share-beside", rows.share_beside),
        ("progress", SiteShapes(observer).progress),
        ("site", SiteShapes(observer).site),
        ("speed", paces.speed),
        ("trip-time", paces.trip_time),
    )
