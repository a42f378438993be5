"""Rows whose verb is told once, what is left of something shared, and who builds for whom."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.contract_builders import assign_builders
from kg.extraction.gapped_givers import follow_gapped
from kg.extraction.nearer_things import leave_to_nearer
from kg.extraction.open_owned import drop_open_owned
from kg.extraction.places_of_others import settle_others
from kg.extraction.rest_of_shares import find_rest
from kg.extraction.rule import RuleSet
from kg.extraction.share_rows import ShareRows
from kg.extraction.works_contracts import drop_contract_errors


def follow_rows(
    candidates: list[Candidate],
    clauses: Sequence[Clause],
    arguments: ArgumentFinder,
    rules: RuleSet,
) -> list[Candidate]:
    """The candidates of one document with those that only such rows tell, and each with whom it is of."""
    candidates = drop_open_owned(candidates, arguments)
    candidates = drop_contract_errors(candidates, clauses, arguments)
    candidates = follow_gapped(assign_builders(candidates, clauses, arguments), arguments)
    candidates = settle_others(ShareRows(arguments).follow(candidates), arguments)
    candidates = leave_to_nearer(candidates, arguments)
    return candidates + find_rest(clauses, candidates, arguments, rules)
