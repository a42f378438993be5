"""What a change of a store works with: its tables and the stages that fill them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from kg.model.claim import Reading
from kg.model.cluster import Cluster, Crowd
from kg.model.document import Outcome
from kg.model.entity import Entity, Resolution
from kg.model.signature import Signature
from kg.model.statement import Statement
from kg.pipeline import Pipeline
from kg.rdf.parts import Part, PartMaker, digest_name
from kg.resolution import Resolver, add_sources, gather_clusters
from kg.resolution.consolidating import Consolidator, make_evidence
from kg.resolution.crowds import make_crowd
from kg.stores.claim_rows import ClaimRows, StoredClaim
from kg.stores.crowd_rows import CrowdRows, Ref, Standing
from kg.stores.document_rows import DocumentRows
from kg.stores.entity_rows import EntityRows, JudgementRows, PartRows, StatementRows
from kg.stores.store_file import StoreFile

FindEntity = Callable[[Ref], Entity | None]
PIN = "pin:"  # how the keys begin that the pins of a ledger give
Made = tuple[Statement, int]  # a statement and its kin


class Workshop:
    """The tables of one open store, and the stages with the options of its graph."""

    def __init__(self, file: StoreFile, pipeline: Pipeline) -> None:
        self.file = file
        self.pipeline = pipeline
        self.documents = DocumentRows(file)
        self.crowds = CrowdRows(file)
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
        self._signatures.pop(number, None)  # numbers of documents that went are given again
        clusters = gather_clusters(reading, self.pipeline.ontology, self.pipeline.find_known)
        resolver = self.make_resolver()
        crowds = [self.find_crowd(cluster, resolver) for cluster in clusters]
        self.crowds.stage(number, zip((c.spans for c in clusters), crowds, strict=True))
        places = {span: place for place, cluster in enumerate(clusters) for span in cluster.spans}
        evidence = [(c, make_evidence(c, reading.document).quote) for c in reading.claims]
        self.claims.stage(number, evidence, places)
        return number

    def make_resolver(self) -> Resolver:
        """What resolves, with the ledger of the pipeline."""
        stages = self.pipeline
        return Resolver(stages.ontology, stages.find_known, stages.ledger, stages.find_linked)

    def find_crowd(self, cluster: Cluster, resolver: Resolver) -> int:
        """The number of the crowd of a cluster, which is written down where there is none yet."""
        common = resolver.strip_place(cluster)
        number = self.crowds.find_crowd(common)
        if number is None:
            keys, beginnings = resolver.list_keys(cluster), resolver.list_beginnings(cluster)
            number = self.crowds.add_crowd(common, keys, beginnings)
        return number

    def count_beginning(self, words: str, documents: Set[int]) -> int:
        """How many crowds with a cluster in the documents have a name that begins so."""
        standing = self.crowds.list_standing(self.crowds.find_beginning(words))
        return len(keep_standing(standing, documents))

    def load_crowds(
        self, standing: Mapping[int, Iterable[Standing]], identifiers: Mapping[int, str]
    ) -> dict[int, Crowd]:
        """The crowds by number, of the clusters that stand there."""
        crowds = {}
        for number, common in self.crowds.load(standing).items():
            names = [identifiers[document] for document, _, _ in standing[number]]
            _, start, document = min(
                (name, start, document)
                for name, (document, _, start) in zip(names, standing[number], strict=True)
            )
            span = self.crowds.get_span(document, number, start)
            crowds[number] = make_crowd(common, (identifiers[document], span), names)
        return crowds

    def list_notes(self) -> tuple[str, ...]:
        """Warnings of pins of the ledger that name nothing or could not be done."""
        if not self.pipeline.ledger.pins:
            return ()
        live = self.documents.list_live()
        standing = keep_standing(self.crowds.list_standing(self.crowds.find_tied_by(PIN)), live)
        resolver = self.make_resolver()
        resolver.resolve(
            self.load_crowds(standing, self.documents.list_identifiers()).values(),
            lambda words: self.count_beginning(words, live),
        )
        pinning = resolver.pinning
        unmatched = self.pipeline.ledger.list_unmatched(pinning.matched)
        return (*sorted(pinning.notes), *unmatched)

    def hold_entity(self, entity: Entity) -> None:
        """Notes what the entity brings that others may bring too."""
        digests = [p.digest for p in self.parts.list_entity(entity) if p.shared]
        digests += [digest_container(place) for place in self.parts.list_containers(entity)]
        self.held.hold(digest_owner(entity.id), digests)

    def find_container(self, place: str) -> Part | None:
        """The part of a place that contains entities, where no document names it, else None."""
        if self.entities.find_number(place) is not None or not self.held.is_held(
            digest_container(place)
        ):
            return None
        known = self.pipeline.find_known(place)
        return None if known is None else self.parts.describe_container(known)

    def find_entity(self, ref: Ref) -> Entity | None:
        """The entity that the store has for a cluster."""
        number = self.crowds.find_entity(ref)
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


def keep_standing(
    standing: Mapping[int, Sequence[Standing]], documents: Set[int]
) -> dict[int, list[Standing]]:
    """The clusters of these documents alone; crowds without any are left out."""
    kept = ((crowd, [s for s in own if s[0] in documents]) for crowd, own in standing.items())
    return {crowd: own for crowd, own in kept if own}


def digest_owner(entity_id: str) -> int:
    """The number under which an entity holds parts."""
    return digest_name(f"owner {entity_id}")


def digest_container(place: str) -> int:
    """The number of the part of a place that contains others."""
    return digest_name(f"container {place}")
