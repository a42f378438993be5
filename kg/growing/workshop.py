"""What a change of a store works with: its tables and the stages that fill them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.model.claim import Reading
from kg.model.cluster import Cluster
from kg.model.document import Outcome, Span
from kg.model.entity import Entity, Judgement, Resolution
from kg.model.signature import Signature
from kg.model.statement import Statement
from kg.pipeline import Pipeline
from kg.rdf.judgements import gather_judgements
from kg.rdf.parts import Part, PartMaker, digest_name
from kg.resolution import add_sources, gather_clusters, list_keys, resolve_clusters
from kg.resolution.consolidating import Consolidator, make_evidence
from kg.stores.claim_rows import ClaimRows, StoredClaim
from kg.stores.cluster_rows import ClusterRows, Ref
from kg.stores.document_rows import DocumentRows
from kg.stores.entity_rows import EntityRows, JudgementRows, PartRows, StatementRows
from kg.stores.store_file import StoreFile

FindEntity = Callable[[Ref], Entity | None]
PIN = "pin:"  # how the keys begin that the pins of a ledger give
Made = tuple[Statement, int]  # a statement and its kin


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity of each cluster, and the judgements on them by id."""

    entity_of: dict[Ref, Entity]
    judgements: dict[str, Judgement]

    @property
    def entities(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.entity_of.values()}


class Workshop:
    """The tables of one open store, and the stages with the options of its graph."""

    def __init__(self, file: StoreFile, pipeline: Pipeline) -> None:
        self.file = file
        self.pipeline = pipeline
        self.documents = DocumentRows(file)
        self.clusters = ClusterRows(file)
        self.claims = ClaimRows(file)
        self.entities = EntityRows(file)
        self.judgements = JudgementRows(file)
        self.statements = StatementRows(file)
        self.held = PartRows(file)
        self._signatures: dict[int, Signature | None] = {}
        options = pipeline.options
        self.parts = PartMaker(options.base, provenance=options.provenance)

    def stage(self, digest: str, made: str, outcome: Outcome, reading: Reading) -> int:
        """Writes down what was read of a document, which waits then; gives its number."""
        number = self.documents.stage(digest, made, outcome, reading)
        clusters = gather_clusters(reading, self.pipeline.ontology, self.pipeline.find_known)
        self.clusters.stage(number, [(c, self.list_keys(c)) for c in clusters])
        places = {span: place for place, cluster in enumerate(clusters) for span in cluster.spans}
        evidence = [(c, make_evidence(c, reading.document).quote) for c in reading.claims]
        self.claims.stage(number, evidence, places)
        return number

    def list_keys(self, cluster: Cluster) -> tuple[str, ...]:
        """What the cluster may share with others."""
        return list_keys(cluster, self.pipeline.ontology, self.pipeline.ledger)

    def resolve(self, clusters: Mapping[Ref, Cluster]) -> Resolved:
        """What is the same in the clusters; they must be all that can touch one another."""
        resolution = self._resolve(clusters.values())
        return Resolved(
            entity_of={ref: _find_entity(cluster, resolution) for ref, cluster in clusters.items()},
            judgements=gather_judgements(resolution.judgements),
        )

    def list_notes(self) -> tuple[str, ...]:
        """Warnings of pins of the ledger that name nothing or could not be done."""
        if not self.pipeline.ledger.pins:
            return ()
        refs = self.clusters.find_tied_by(PIN)
        resolution = self._resolve(self.clusters.load(refs).values())
        return (*resolution.notes, *self.pipeline.ledger.list_unmatched(resolution.matched))

    def _resolve(self, clusters: Iterable[Cluster]) -> Resolution:
        stages = self.pipeline
        return resolve_clusters(
            clusters, stages.ontology, stages.find_known, stages.ledger, stages.find_linked
        )

    def hold_entity(self, entity: Entity) -> None:
        """Notes what the entity brings that others may bring too."""
        digests = [p.digest for p in self.parts.list_entity(entity) if p.shared]
        digests += [digest_container(place) for place in self.parts.list_containers(entity)]
        self.held.hold(digest_owner(entity.id), digests)

    def find_container(self, place: str) -> Part | None:
        """The part of a place that contains entities, where no document names it, else None."""
        if self.entities.has(place) or not self.held.is_held(digest_container(place)):
            return None
        known = self.pipeline.find_known(place)
        return None if known is None else self.parts.describe_container(known)

    def find_entity(self, ref: Ref) -> Entity | None:
        """The entity that the store has for a cluster."""
        number = self.clusters.find_entities([ref]).get(ref)
        return None if number is None else self.entities.get(number)

    def find_kin(self, stored: StoredClaim, find_entity: FindEntity) -> int | None:
        """By what the claim is put together with others; see StoredClaim."""
        consolidator = self._make_consolidator([stored], find_entity)
        key = consolidator.find_group(stored.claim, stored.evidence)
        return None if key is None else digest_name("\0".join(key))

    def make_statements(
        self, claims: Iterable[StoredClaim], find_entity: FindEntity
    ) -> Iterator[Made]:
        """The statements of claims that come kin by kin, each kin whole."""
        for kin, members in groupby(claims, key=lambda stored: stored.kin):
            if kin is not None:
                group = list(members)
                consolidator = self._make_consolidator(group, find_entity)
                told = ((stored.claim, stored.evidence) for stored in group)
                signatures = self._find_signatures(group)
                for statement in consolidator.consolidate(told):
                    yield add_sources(statement, signatures), kin

    def _find_signatures(self, claims: Iterable[StoredClaim]) -> dict[str, Signature]:
        """The signatures of the documents of claims; none where there is but one document."""
        numbers = {stored.evidence.document: stored.ref[0] for stored in claims}
        if len(numbers) < 2:
            return {}
        found = ((name, self._get_signature(number)) for name, number in numbers.items())
        return {name: signature for name, signature in found if signature is not None}

    def _get_signature(self, number: int) -> Signature | None:
        if number not in self._signatures:
            self._signatures[number] = self.documents.find_signature(number)
        return self._signatures[number]

    def _make_consolidator(
        self, claims: Iterable[StoredClaim], find_entity: FindEntity
    ) -> Consolidator:
        entity_of = {}
        for stored in claims:
            document, number = stored.evidence.document, stored.ref[0]
            for span, place in stored.clusters.items():
                entity = find_entity((number, place))
                if entity is not None:
                    entity_of[document, span.start, span.end] = entity
        resolution = Resolution(entity_of=entity_of, entities=(), judgements=())
        return Consolidator(
            self.pipeline.ontology, resolution, self.pipeline.options.min_confidence
        )


def _find_entity(cluster: Cluster, resolution: Resolution) -> Entity:
    span: Span = cluster.spans[0]
    return resolution.entity_of[cluster.document, span.start, span.end]


def digest_owner(entity_id: str) -> int:
    """The number under which an entity holds parts."""
    return digest_name(f"owner {entity_id}")


def digest_container(place: str) -> int:
    """The number of the part of a place that contains others."""
    return digest_name(f"container {place}")
