"""put_together(): readings → entities and statements, each reading looked at once."""

from collections.abc import Iterable

from kg.model.claim import Claim, Reading
from kg.model.cluster import Cluster
from kg.model.entity import Resolution
from kg.model.signature import Signature
from kg.model.statement import Evidence, Statement
from kg.ontology import Ontology
from kg.resolution.consolidating import Consolidator, make_evidence
from kg.resolution.gathering import gather_clusters
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.ledger import EMPTY_LEDGER, Ledger
from kg.resolution.reprints import add_sources
from kg.resolution.resolving import resolve_clusters


def put_together(
    readings: Iterable[Reading],
    ontology: Ontology,
    find_known: FindKnown,
    ledger: Ledger = EMPTY_LEDGER,
    find_linked: FindLinked = link_nothing,
    *,
    min_confidence: float = 0.0,
) -> tuple[Resolution, list[Statement]]:
    """What `resolve` and `consolidate` make of the readings, of which none has to stay in memory."""
    clusters: list[Cluster] = []
    claims: list[tuple[Claim, Evidence]] = []
    signatures: dict[str, Signature] = {}
    for reading in readings:
        clusters += gather_clusters(reading, ontology, find_known)
        claims += [(claim, make_evidence(claim, reading.document)) for claim in reading.claims]
        if reading.signature is not None:
            signatures[reading.document.identifier] = reading.signature
    resolution = resolve_clusters(clusters, ontology, find_known, ledger, find_linked)
    made = Consolidator(ontology, resolution, min_confidence).consolidate(claims)
    return resolution, [add_sources(statement, signatures) for statement in made]
