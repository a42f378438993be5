"""resolve(): the one corpus-wide step: which clusters of all documents are one entity."""

from collections.abc import Iterable

from kg.model.claim import Reading
from kg.model.cluster import Cluster
from kg.model.entity import Entity, Judgement, MentionKey, Resolution
from kg.ontology import Ontology
from kg.resolution.gathering import gather_clusters
from kg.resolution.grouping import Grouping
from kg.resolution.identifying import EntityMaker
from kg.resolution.judging import make_judgements, sort_judgements
from kg.resolution.keys import KeyMaker, find_components
from kg.resolution.known import FindKnown


def resolve(readings: Iterable[Reading], ontology: Ontology, find_known: FindKnown) -> Resolution:
    """What is the same in the readings; see resolve_clusters."""
    clusters = [c for reading in readings for c in gather_clusters(reading, ontology)]
    return resolve_clusters(clusters, ontology, find_known)


def list_keys(cluster: Cluster, ontology: Ontology) -> tuple[str, ...]:
    """What a cluster may share with others, sorted; from the cluster alone.

    Clusters of no common key never touch each other: neither which are one entity, nor its id, label,
    type and judgements. So a store that keeps an index from key to cluster can redo, for a document
    that comes or goes, just the components that its keys reach: all clusters tied by common keys to
    those of the document, directly or over others.
    """
    return KeyMaker(ontology).list_keys(cluster)


def resolve_clusters(
    clusters: Iterable[Cluster], ontology: Ontology, find_known: FindKnown
) -> Resolution:
    """Joins clusters by known id, by equal full name in one family, and by acronyms told in the text.

    Nothing is joined on likeness alone, and the answer does not depend on the order of the clusters.
    It is the union of the answers for the components (see list_keys), each resolved alone: entities,
    mentions and judgements of one are never found in another.
    """
    keys = KeyMaker(ontology)
    maker = EntityMaker(ontology, find_known, keys)
    ordered = sorted(clusters, key=lambda c: (c.document, c.spans[0], c.type))
    entity_of: dict[MentionKey, Entity] = {}
    entities: list[Entity] = []
    judgements: list[Judgement] = []
    for component in find_components([keys.list_keys(c) for c in ordered]):
        members = [ordered[n] for n in component]
        grouping = Grouping(members, keys)
        groups = list(grouping.groups())
        made = maker.make_entities([[members[n] for n in group] for group in groups])
        own = {n: entity for group, entity in zip(groups, made, strict=True) for n in group}
        for n, cluster in enumerate(members):
            entity_of |= {(cluster.document, s.start, s.end): own[n] for s in cluster.spans}
        entities += made
        judgements += make_judgements(
            members, [own[n] for n in range(len(members))], grouping.decisions
        )
    return Resolution(
        entity_of=entity_of,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        judgements=sort_judgements(judgements),
    )
