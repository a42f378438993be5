"""Places as marks of things of one name: which place a body is of, and where a place lies."""

from collections.abc import Iterable

from kg.model.cluster import Cluster, ToldPlace
from kg.model.mention import SETTLED
from kg.ontology import Ontology
from kg.resolution.known import FindKnown, find_country, list_containers
from kg.resolution.normal import is_generic, normalize_name, strip_place
from kg.resolution.told import IN_NAME

_BODIES = frozenset(["GovernmentBody", "Association", "ResearchBody", "PoliticalParty"])
_SEATS = ("headquarteredIn", "locatedIn", "behind the name")


class PlaceReader:
    """Reads the places that documents tie to things."""

    def __init__(self, ontology: Ontology, find_known: FindKnown) -> None:
        self.ontology = ontology
        self.find_known = find_known

    def find_home(self, cluster: Cluster) -> str | None:
        """The place that tells an organization from others of its name, by id or name; None for none.

        A public body's is the place that owns it, by its name or by the text, else the country of its
        seat, else the country that the document is about. Of others with a generic name it is the
        country of the seat.
        """
        if not self.ontology.is_a(cluster.type, "Organization"):
            return None
        owners = _list_places(cluster, (IN_NAME, "hasJurisdiction"))
        body = self._is_body(cluster)
        if body and owners:
            return owners[0]
        if not body and not is_generic(normalize_name(cluster.names[0], "organization")):
            return None
        seats = [find_country(place, self.find_known) for place in _list_places(cluster, _SEATS)]
        if seats and seats[0] and len(set(seats)) == 1:
            return seats[0]
        return cluster.country if self.ontology.is_a(cluster.type, "GovernmentBody") else None

    def find_context(self, cluster: Cluster) -> str | None:
        """The country of a bare acronym: that of its owner or seat, else that the document is about."""
        told = _list_places(cluster, (IN_NAME, "hasJurisdiction", *_SEATS))
        countries = {find_country(place, self.find_known) for place in told}
        if countries:
            return countries.pop() if len(countries) == 1 else None
        return cluster.country

    def list_containers(self, cluster: Cluster) -> frozenset[str]:
        """The places in which the document says that it lies."""
        return frozenset(_list_places(cluster, ("locatedIn", "behind the name")))

    def find_local_names(self, cluster: Cluster) -> frozenset[str]:
        """The normal forms of a public body's names without the place in them."""
        if not self._is_body(cluster):
            return frozenset()
        inner = [place.name for place in cluster.places if place.reason == IN_NAME]
        name = cluster.names[0]
        found = {strip_place(name, place) for place in inner}
        return frozenset(found - {""}) or frozenset({normalize_name(name, "organization")})

    def _is_body(self, cluster: Cluster) -> bool:
        return not _BODIES.isdisjoint(self.ontology.lineage(cluster.type))

    def contradict(self, left: Cluster, right: Cluster) -> bool:
        """Whether two places or facilities of one name lie in places of which none holds the other."""
        homes = [self.list_containers(c) for c in (left, right)]
        chains = [
            {part for place in own for part in list_containers(place, self.find_known)}
            for own in homes
        ]
        return bool(homes[0] and homes[1]) and not (
            chains[0].intersection(homes[1]) or chains[1].intersection(homes[0])
        )


def _list_places(cluster: Cluster, reasons: Iterable[str]) -> list[str]:
    """The ids (or names) of the places told for these reasons, in order of the reasons."""
    if not cluster.places:
        return []
    order = list(reasons)
    told: list[ToldPlace] = [p for p in cluster.places if p.reason in order and p.type in SETTLED]
    told.sort(key=lambda p: (order.index(p.reason), p.known_as or "~", p.name))
    return [place.known_as or normalize_name(place.name, "place") for place in told]
