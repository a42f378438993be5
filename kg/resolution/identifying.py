"""The entity of a group of clusters: its id, type, label and other names."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model.cluster import Cluster, Crowd
from kg.model.entity import Draft, Entity, Likeness
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.gathering import choose_type
from kg.resolution.keys import KeyMaker
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.normal import is_acronym
from kg.resolution.places import PlaceReader


class EntityMaker:
    """Drafts entities from the crowds that are one thing each."""

    def __init__(
        self,
        ontology: Ontology,
        find_known: FindKnown,
        keys: KeyMaker,
        find_linked: FindLinked = link_nothing,
    ) -> None:
        self.ontology = ontology
        self.find_known = find_known
        self.find_linked = find_linked
        self.keys = keys
        self.places = PlaceReader(ontology, find_known)

    def make_draft(self, members: Sequence[Crowd], *, apart: bool = False) -> Draft:
        """The entity of a group, under the id that it would have alone.

        A group that is `apart` never has that id where another thing is in question for it.
        """
        clusters = [crowd.first for crowd in members]
        return Draft(
            entity=self._make_entity(members),
            first=min((c.document, c.spans[0].start) for c in clusters),
            mark=self._find_mark(clusters),
            known=any(c.known_as for c in clusters),
            apart=apart,
            likeness=self._find_likeness(clusters),
        )

    def _find_mark(self, members: Sequence[Cluster]) -> str | None:
        """The slug of the place or post that tells a thing from others of its name; None for none."""
        marks = {
            place.rsplit("/", 1)[-1]
            for c in members
            for place in (self.places.find_home(c), *self.places.list_containers(c))
            if place
        }
        for post in (post for c in members for post in c.posts):
            known = (post.body_known_as or "").rsplit("/", 1)[-1]
            marks.add(known or max(post.bodies, key=len))
        return min((format_slug(mark) for mark in marks), default=None)

    def _find_likeness(self, members: Sequence[Cluster]) -> Likeness | None:
        """By what the fullest of its names may be likened to others; None for nothing."""
        fullest = max(members, key=_measure)
        keys = self.keys.list_likeness_keys(fullest)
        if not keys:
            return None
        return Likeness(
            keys=tuple(sorted(keys)),
            name=fullest.names[0],
            type=fullest.type,
            document=fullest.document,
            known=fullest.known_as is not None,
        )

    def _make_entity(self, members: Sequence[Crowd]) -> Entity:
        clusters = [crowd.first for crowd in members]
        known_as = next((c.known_as for c in clusters if c.known_as), None)
        known = self.find_known(known_as) if known_as else None
        names = sorted(
            {n for c in clusters for n in c.names}, key=lambda t: (-len(t.split()), -len(t), t)
        )
        alone = self.keys.stands_alone(clusters[0])
        names = list(clusters[0].names) if alone else names  # the most telling one first
        kind = known.type if known else self._choose_type(members)
        label = known.label if known else names[0]
        folder = self.ontology.get_type(kind).folder
        entity_id = known_as or f"{folder}/{format_slug(label)}"
        nominal = all(c.nominal for c in clusters)
        if alone:
            where = format_digest(clusters[0].document, clusters[0].spans[0].start, length=8)
            entity_id = f"{entity_id}-{where}"
        if known is None and not nominal:
            known = self.find_linked(label, kind)
        return Entity(
            id=entity_id,
            type=kind,
            label=label,
            aliases=tuple(sorted({*names, *(n for c in clusters for n in c.others)} - {label})),
            same_as=known.same_as if known else (),
            nominal=nominal,
            known=known,
        )

    def _choose_type(self, members: Sequence[Crowd]) -> str:
        """The type that most of the clusters give; acronyms count only where there is nothing else."""
        told = [c for c in members if not (c.first.names and is_acronym(c.first.names[0]))]
        counts: Counter[str] = Counter()
        for crowd in told or members:
            counts[crowd.first.type] += crowd.size
        return choose_type(counts, self.ontology)


def _measure(cluster: Cluster) -> tuple[int, int]:
    name = cluster.names[0] if cluster.names else ""
    return len(name.split()), len(name)


def settle_ids(drafts: Sequence[Draft]) -> list[str]:
    """The id of each draft, in order; the drafts must be all that would have any of their ids.

    Of several that would have one id, the one that the gazetteer knows has it; the others have their
    place or post behind it where that tells them apart ("person/jane-doe--kenya"), else a digest of
    where they are first mentioned. The two hyphens stand in no slug, so that a Jane of the Doe company
    is never taken for Jane Doe.
    """
    ids = [draft.entity.id for draft in drafts]
    same: dict[str, list[int]] = defaultdict(list)
    for n in sorted(range(len(drafts)), key=lambda n: drafts[n].first):
        same[ids[n]].append(n)
    for numbers in same.values():
        own = [n for n in numbers if not drafts[n].apart]
        if len(own) > 1:
            own = [n for n in own if drafts[n].known][:1]
        if len(numbers) > 1:
            marks = Counter(drafts[n].mark for n in numbers)
            for n in sorted(set(numbers) - set(own)):
                mark = drafts[n].mark
                if mark is None or marks[mark] > 1:
                    mark = format_digest(*drafts[n].first, length=8)
                ids[n] = f"{ids[n]}--{mark}"
    return ids


def name_entity(draft: Draft, entity_id: str, documents: tuple[str, ...] = ()) -> Entity:
    """The entity of a draft under its settled id."""
    return replace(draft.entity, id=entity_id, documents=documents)
