"""Constants of rules that a module of its own finds from the token that a rule begins at."""

from collections.abc import Callable, Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.bodies_alike import find_body_alike
from kg.extraction.buyers_told import find_buyer
from kg.extraction.deal_partners import find_deal_partner
from kg.extraction.entries import find_entry
from kg.extraction.label_places import find_label
from kg.extraction.main_firms import find_main_firm
from kg.extraction.money_raisers import find_raiser
from kg.extraction.named_next import find_named_next
from kg.extraction.officered_bodies import find_officered
from kg.extraction.only_told import find_chamber, find_ministry
from kg.extraction.seats import find_seat, find_seat_behind
from kg.extraction.shared_things import find_lone_firm, find_shared
from kg.extraction.sold_firms import find_sold
from kg.extraction.told_inside import find_told_inside
from kg.extraction.told_ventures import find_venture
from kg.extraction.undertakings import (
    find_lone_work,
    find_main_work,
    find_told_site,
    find_told_work,
    find_undertaking,
)
from kg.model.mention import Mention

FOUND: Mapping[str, Callable[[ArgumentFinder, int], Mention | None]] = {
    "@work": find_undertaking,
    "@main_work": find_main_work,
    "@told_work": find_told_work,
    "@told_site": find_told_site,
    "@lone_work": find_lone_work,
    "@named": find_named_next,
    "@entry": find_entry,
    "@ministry": find_ministry,
    "@chamber": find_chamber,
    "@seat": find_seat,
    "@seat_behind": find_seat_behind,
    "@alike": find_body_alike,
    "@main_firm": find_main_firm,
    "@deal_partner": find_deal_partner,
    "@shared": find_shared,
    "@venture": find_venture,
    "@lone_firm": find_lone_firm,
    "@sold": find_sold,
    "@raiser": find_raiser,
    "@buyer": find_buyer,
    "@told_inside": find_told_inside,
    "@label": find_label,
    "@officered": find_officered,
}
