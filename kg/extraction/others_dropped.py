"""Claims that the words of a rule give and that are of others than those whom it reaches."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.chosen_people import drop_people_chosen
from kg.extraction.false_guests import drop_askers
from kg.extraction.firm_sellers import drop_ties_of_others
from kg.extraction.followed_holders import drop_followed
from kg.extraction.holders_before_bodies import drop_bodies_of_holders
from kg.extraction.hyphened_owners import drop_hyphened
from kg.extraction.imported_goods import drop_imported
from kg.extraction.joined_doings import drop_joined_doings
from kg.extraction.launched_craft import drop_launched
from kg.extraction.likened_firms import drop_likened
from kg.extraction.members_of_side import drop_ties_within
from kg.extraction.money_supply import drop_money_supply
from kg.extraction.others_figures import give_back_figures
from kg.extraction.others_works import drop_examples_of_others
from kg.extraction.owned_ties import drop_owned_ties
from kg.extraction.paired_sides import drop_crossed
from kg.extraction.parents_kept import drop_parents
from kg.extraction.places_of_targets import drop_places_of_targets
from kg.extraction.priced_wares import drop_priced
from kg.extraction.refused_sides import drop_refused
from kg.extraction.rented_works import drop_joint_figures, drop_rented
from kg.extraction.rival_makers import drop_rivals
from kg.extraction.rivals_for import drop_targets
from kg.extraction.row_provinces import drop_next_provinces
from kg.extraction.seats_behind_bodies import drop_seats
from kg.extraction.shared_titles import drop_shared_titles
from kg.extraction.unknown_places import drop_unknown_places


def drop_others(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without those of crossed pairs, rivals, who asks others to come or joins in what they do."""
    kept = list(candidates)
    for drop in (
        drop_crossed,
        drop_ties_within,
        drop_owned_ties,
        drop_rivals,
        drop_targets,
        drop_askers,
        drop_seats,
        drop_examples_of_others,
        drop_ties_of_others,
        drop_hyphened,
        drop_imported,
        drop_priced,
        drop_bodies_of_holders,
        drop_people_chosen,
        drop_followed,
        drop_launched,
        drop_likened,
        drop_next_provinces,
        drop_joined_doings,
        drop_money_supply,
        drop_places_of_targets,
        drop_parents,
        drop_refused,
        drop_shared_titles,
        drop_unknown_places,
        drop_rented,
        drop_joint_figures,
        give_back_figures,
    ):
        kept = drop(kept, arguments)
    return kept
