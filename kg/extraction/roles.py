"""The types a role may have, from the predicate's domain and range and the names of qualifiers."""

from kg.extraction.rule import Rule
from kg.ontology import Ontology

# What a qualifier of each name is made of; the others take the text of a noun phrase.
_QUALIFIER_TYPES = {
    "amount": ("Money",),
    "share": ("Percent",),
    "count": ("Count",),
    "time": ("Period",),
    "startTime": ("Period",),
    "endTime": ("Period",),
    "title": ("Post", "NP"),
    "place": ("Place",),
    "via": ("TransportCorridor", "LogisticsHub", "NP"),
    "agreement": ("NP",),  # a named agreement is linked
    "matter": ("NP",),
    "product": ("NP",),
    "degree": ("NP",),
}


def get_role_types(rule: Rule, ontology: Ontology) -> dict[str, tuple[str, ...]]:
    """The types each role of a rule accepts, by the part of the claim that it fills."""
    predicate = ontology.get_predicate(rule.predicate)
    types: dict[str, tuple[str, ...]] = {}
    for part, role in rule.emit.items():
        if part == "subject":
            wanted = predicate.domain or ("Any",)
        elif part == "object":
            wanted = ("Period",) if predicate.takes_literal else predicate.range
        else:
            wanted = _QUALIFIER_TYPES.get(part, ("NP",))
        limit = rule.restrictions.get(role)
        if limit and limit.types and role not in types:
            wanted = limit.types
        types[role] = wanted
    for role, limit in rule.restrictions.items():
        if limit.fits:
            types.setdefault(role, limit.fits)
    return types
