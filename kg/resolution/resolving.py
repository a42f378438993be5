"""resolve(): the one corpus-wide step: which clusters of all documents are one entity."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model.claim import Reading
from kg.model.cluster import Cluster
from kg.model.entity import Entity, Judgement, MentionKey, Resolution
from kg.ontology import Ontology
from kg.resolution.gathering import gather_clusters
from kg.resolution.grouping import Grouping
from kg.resolution.identifying import EntityMaker
from kg.resolution.joining import Joining
from kg.resolution.judging import make_judgements, sort_judgements
from kg.resolution.keys import KeyMaker, find_components
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.ledger import EMPTY_LEDGER, Ledger
from kg.resolution.pinning import Bonds, Pinning, View


def resolve(
    readings: Iterable[Reading],
    ontology: Ontology,
    find_known: FindKnown,
    ledger: Ledger = EMPTY_LEDGER,
    find_linked: FindLinked = link_nothing,
) -> Resolution:
    """What is the same in the readings; see resolve_clusters."""
    clusters = [c for reading in readings for c in gather_clusters(reading, ontology, find_known)]
    return resolve_clusters(clusters, ontology, find_known, ledger, find_linked)


def list_keys(
    cluster: Cluster, ontology: Ontology, ledger: Ledger = EMPTY_LEDGER
) -> tuple[str, ...]:
    """What a cluster may share with others, sorted; from the cluster and the ledger alone.

    Clusters of no common key never touch each other: neither which are one entity, nor its id, label,
    type and judgements. So a store that keeps an index from key to cluster can redo, for a document
    that comes or goes, just the components that its keys reach: all clusters tied by common keys to
    those of the document, directly or over others. Another ledger means other keys.
    """
    return KeyMaker(ontology, ledger).list_keys(cluster)


def resolve_clusters(
    clusters: Iterable[Cluster],
    ontology: Ontology,
    find_known: FindKnown,
    ledger: Ledger = EMPTY_LEDGER,
    find_linked: FindLinked = link_nothing,
) -> Resolution:
    """Joins clusters that the rules of docs/identity.md or the pins of the ledger make one.

    Rules join by known id, by equal normal forms of one family, and by acronyms and short names that
    the texts declare, and keep apart what posts and places tell apart. Nothing is joined on likeness
    alone, pins win over every rule, and the answer does not depend on the order of the clusters. It is
    the union of the answers for the components (see list_keys), each resolved alone: entities,
    mentions and judgements of one are never in another.

    `find_linked` tells of things by exact name and type; it links entities elsewhere and joins none.

    Raises RuleError where pins contradict each other.
    """
    resolver = _Resolver(ontology, find_known, ledger, find_linked)
    ordered = sorted(clusters, key=lambda c: (c.document, c.spans[0], c.type))
    for component in find_components([resolver.keys.list_keys(c) for c in ordered]):
        resolver.resolve([ordered[n] for n in component])
    return Resolution(
        entity_of=resolver.entity_of,
        entities=tuple(sorted(resolver.entities, key=lambda e: e.id)),
        judgements=sort_judgements(resolver.judgements),
        matched=frozenset(resolver.pinning.matched),
        notes=tuple(sorted(resolver.pinning.notes)),
    )


class _Resolver:
    """Resolves components one by one and gathers what they give."""

    def __init__(
        self, ontology: Ontology, find_known: FindKnown, ledger: Ledger, find_linked: FindLinked
    ) -> None:
        self.keys = KeyMaker(ontology, ledger)
        self.maker = EntityMaker(ontology, find_known, self.keys, find_linked)
        self.find_known = find_known
        self.pinning = Pinning(ledger, self.keys)
        self.pinned = bool(ledger.pins)
        self.entity_of: dict[MentionKey, Entity] = {}
        self.entities: list[Entity] = []
        self.judgements: list[Judgement] = []

    def resolve(self, clusters: Sequence[Cluster]) -> None:
        """Groups the clusters of a component, by the rules alone and then as the pins will have it."""
        joining, view = self._group(clusters, Bonds())
        if self.pinned:
            joining, view = self._pin(view)
        for cluster, entity in zip(clusters, view.entities, strict=True):
            self.entity_of |= {(cluster.document, s.start, s.end): entity for s in cluster.spans}
        self.entities += {entity.id: entity for entity in view.entities}.values()
        self.judgements += make_judgements(view.clusters, view.entities, joining.decisions)

    def _group(self, clusters: Sequence[Cluster], bonds: Bonds) -> tuple[Joining, View]:
        joining = Grouping(clusters, self.keys, self.find_known, bonds).joining
        groups = joining.list_groups()
        apart = {k for k, group in enumerate(groups) if bonds.apart.intersection(group)}
        made = self.maker.make_entities([[clusters[n] for n in group] for group in groups], apart)
        own = {n: entity for group, entity in zip(groups, made, strict=True) for n in group}
        return joining, View(clusters, [own[n] for n in range(len(clusters))])

    def _pin(self, view: View) -> tuple[Joining, View]:
        kinds = self.pinning.find_values("retype", view)
        retyped = [
            replace(cluster, type=kinds[n]) if n in kinds else cluster
            for n, cluster in enumerate(view.clusters)
        ]
        _, second = self._group(retyped, Bonds())
        joining, third = self._group(retyped, self.pinning.find_bonds(second, view))
        labels = self.pinning.find_values("rename", third, second, view)
        changed: dict[str, Entity] = {}
        for n, entity in enumerate(third.entities):
            kind, label = kinds.get(n), labels.get(n)
            known = changed.get(entity.id, entity)
            changed[entity.id] = _change(known, kind or known.type, label or known.label)
        return joining, View(retyped, [changed[e.id] for e in third.entities])


def _change(entity: Entity, kind: str, label: str) -> Entity:
    """The entity under another type and label; its old label becomes another name."""
    names = {*entity.aliases, entity.label} - {label}
    return replace(entity, type=kind, label=label, aliases=tuple(sorted(names)))
