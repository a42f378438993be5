"""resolve(): the one corpus-wide step: which clusters of all documents are one entity."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import Reading
from kg.model.cluster import Cluster
from kg.model.entity import Entity, MentionKey, Resolution
from kg.ontology import Ontology
from kg.resolution.crowds import make_crowd
from kg.resolution.gathering import gather_clusters
from kg.resolution.identifying import name_entity, settle_ids
from kg.resolution.judging import name_sides, sort_judgements
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.ledger import EMPTY_LEDGER, Ledger
from kg.resolution.resolver import Grouped, Resolver


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
    alone, pins win over every rule, and the answer does not depend on the order of the clusters.

    `find_linked` tells of things by exact name and type; it links entities elsewhere and joins none.

    Raises RuleError where pins contradict each other.
    """
    resolver = Resolver(ontology, find_known, ledger, find_linked)
    alike: dict[Cluster, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        alike[resolver.strip_place(cluster)].append(cluster)
    members: dict[Cluster, list[Cluster]] = {}
    crowds = []
    for common, own in alike.items():
        first = min((c.document, c.spans[0]) for c in own)
        crowds.append(make_crowd(common, first, [c.document for c in own]))
        members[crowds[-1].first] = own
    grouped = resolver.resolve(crowds)
    return _settle(resolver, grouped, members)


def _settle(
    resolver: Resolver, grouped: Grouped, members: dict[Cluster, list[Cluster]]
) -> Resolution:
    """Gives ids to drafts, and with them all that they tell; `members` are those of a crowd by its first."""
    ids = settle_ids(grouped.drafts)
    documents: list[set[str]] = [set() for _ in ids]
    for crowd, owner in zip(grouped.crowds, grouped.owner, strict=True):
        documents[owner].update(c.document for c in members[crowd.first])
    entities = [
        name_entity(draft, ids[n], tuple(sorted(documents[n])))
        for n, draft in enumerate(grouped.drafts)
    ]
    entity_of: dict[MentionKey, Entity] = {}
    for crowd, owner in zip(grouped.crowds, grouped.owner, strict=True):
        for c in members[crowd.first]:
            entity_of |= {(c.document, s.start, s.end): entities[owner] for s in c.spans}
    judgements = [name_sides(judgement, ids) for judgement in grouped.judgements]
    likenesses = (draft.likeness for draft in grouped.drafts)
    judgements += resolver.propose(dict(zip(ids, likenesses, strict=True)), judgements)
    return Resolution(
        entity_of=entity_of,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        judgements=sort_judgements(judgements),
        matched=frozenset(resolver.pinning.matched),
        notes=tuple(sorted(resolver.pinning.notes)),
    )
