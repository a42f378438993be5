"""resolve(): the one corpus-wide step: which clusters of all documents are one entity."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model.claim import Reading
from kg.model.entity import Entity, Judgement, MentionKey, Resolution
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.clusters import Cluster, choose_type, gather_clusters
from kg.resolution.normal import normalize_name


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """What the gazetteer says of an id."""

    label: str
    type: str
    same_as: tuple[str, ...] = ()


FindKnown = Callable[[str], KnownEntity | None]
_Key = tuple[str, str]


def resolve(readings: Iterable[Reading], ontology: Ontology, find_known: FindKnown) -> Resolution:
    """Joins clusters by known id, by equal full name in one family, and by acronyms told in the text.

    Nothing is joined on likeness alone. The answer does not depend on the order of the readings.
    """
    clusters = [c for reading in readings for c in gather_clusters(reading, ontology)]
    clusters.sort(key=lambda c: (c.document, c.mentions[0].span, c.type))
    groups = _Grouping(clusters, ontology, find_known)
    entity_of: dict[MentionKey, Entity] = {}
    entities = []
    for members, entity in groups.make_entities():
        entities.append(entity)
        for cluster in members:
            for mention in cluster.mentions:
                entity_of[cluster.document, mention.span.start, mention.span.end] = entity
    return Resolution(
        entity_of=entity_of,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        judgements=tuple(sorted(set(groups.judgements), key=lambda j: (j.left, j.right, j.reason))),
    )


class _Grouping:
    """Groups clusters by shared keys."""

    def __init__(
        self, clusters: Sequence[Cluster], ontology: Ontology, find_known: FindKnown
    ) -> None:
        self.clusters = clusters
        self.ontology = ontology
        self.find_known = find_known
        self.judgements: list[Judgement] = []
        self.parent = list(range(len(clusters)))
        keys = [self._keys(cluster) for cluster in clusters]
        self._join_full_names(keys)
        self._join_acronyms(keys)

    def _family(self, kind: str) -> str:
        found = self.ontology.find_type(kind)
        return found.family if found else ""

    def _keys(self, cluster: Cluster) -> list[_Key]:
        """The key of the full name, or of the known id; none for nominals, which stay apart."""
        if cluster.nominal and self._family(cluster.type) not in {"sector", "product"}:
            return []
        if cluster.known_as:
            return [("id", cluster.known_as)]
        family = self._family(cluster.type)
        return [(family, normalize_name(cluster.names[0], family))]

    def _join_full_names(self, keys: list[list[_Key]]) -> None:
        first: dict[_Key, int] = {}
        for n, own in enumerate(keys):
            for key in own:
                if key in first:
                    self._join(
                        first[key], n, "known name" if key[0] == "id" else "same normal form", 0.95
                    )
                else:
                    first[key] = n

    def _join_acronyms(self, keys: list[list[_Key]]) -> None:
        """A bare acronym joins the one thing of its family that any document declares it for."""
        declared: dict[_Key, set[int]] = defaultdict(set)
        for n, cluster in enumerate(self.clusters):
            family = self._family(cluster.type)
            for name in cluster.declared:
                declared[family, normalize_name(name, family)].add(self._root(n))
        for n, own in enumerate(keys):
            for key in own:
                roots = {self._root(k) for k in declared.get(key, ())}
                if (
                    len(roots) == 1
                    and self.clusters[n].names[:1]
                    and self.clusters[n].names[0].isupper()
                ):
                    self._join(next(iter(roots)), n, "acronym declared in another document", 0.9)

    def _root(self, n: int) -> int:
        while self.parent[n] != n:
            self.parent[n] = self.parent[self.parent[n]]
            n = self.parent[n]
        return n

    def _join(self, left: int, right: int, reason: str, score: float) -> None:
        a, b = sorted((self._root(left), self._root(right)))
        if a == b:
            return
        self.parent[b] = a
        names = [self._name(self.clusters[left]), self._name(self.clusters[right])]
        if names[0] != names[1]:
            low, high = sorted(names)
            self.judgements.append(
                Judgement(left=low, right=high, same=True, score=score, reason=reason)
            )

    def _name(self, cluster: Cluster) -> str:
        return cluster.names[0] if cluster.names else cluster.known_as or ""

    def make_entities(self) -> list[tuple[list[Cluster], Entity]]:
        """(clusters, entity) of each group; equal ids are told apart by a digest."""
        groups: dict[int, list[Cluster]] = defaultdict(list)
        for n, cluster in enumerate(self.clusters):
            groups[self._root(n)].append(cluster)
        made = [(members, self._make(members)) for members in groups.values()]
        taken: dict[str, Entity] = {}
        result = []
        for members, entity in sorted(made, key=lambda m: (m[1].id, m[1].type, m[1].documents)):
            if entity.id in taken:
                suffix = format_digest(entity.type, entity.documents, entity.label, length=8)
                entity = replace(entity, id=f"{entity.id}-{suffix}")
            taken[entity.id] = entity
            result.append((members, entity))
        for members, entity in result:
            self._tell_links(members, entity)
        return result

    def _tell_links(self, members: list[Cluster], entity: Entity) -> None:
        for cluster in members:
            for link in cluster.links:
                if link.mention.text != link.antecedent.text and link.mention.text in (
                    entity.label,
                    *entity.aliases,
                ):
                    self.judgements.append(
                        Judgement(
                            left=link.mention.text,
                            right=link.antecedent.text,
                            same=True,
                            score=link.score,
                            reason=link.reason,
                        )
                    )

    def _make(self, members: list[Cluster]) -> Entity:
        known_as = next((c.known_as for c in members if c.known_as), None)
        known = self.find_known(known_as) if known_as else None
        names = sorted(
            {n for c in members for n in c.names}, key=lambda t: (-len(t.split()), -len(t), t)
        )
        kind = known.type if known else choose_type((c.type for c in members), self.ontology)
        label = known.label if known else names[0]
        nominal = all(c.nominal for c in members)
        folder = self.ontology.get_type(kind).folder
        entity_id = known_as or f"{folder}/{format_slug(label)}"
        if nominal and self._family(kind) not in {"sector", "product"}:
            first = members[0]
            where = format_digest(first.document, first.mentions[0].span.start, length=8)
            entity_id = f"{entity_id}-{where}"
        return Entity(
            id=entity_id,
            type=kind,
            label=label,
            aliases=tuple(sorted({*names, *(n for c in members for n in c.others)} - {label})),
            same_as=known.same_as if known else (),
            documents=tuple(sorted({c.document for c in members})),
            nominal=nominal,
        )
