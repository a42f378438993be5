"""The entity of a group of clusters: its id, type, label and other names."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from kg.model.cluster import Cluster
from kg.model.entity import Entity
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.gathering import choose_type
from kg.resolution.keys import KeyMaker
from kg.resolution.known import FindKnown, FindLinked, link_nothing
from kg.resolution.normal import is_acronym
from kg.resolution.places import PlaceReader


class EntityMaker:
    """Makes entities; the groups given together must be all that can have one id."""

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

    def make_entities(
        self, groups: Sequence[Sequence[Cluster]], apart: Set[int] = frozenset()
    ) -> list[Entity]:
        """The entity of each group, in order.

        Of several that would have one id, the one that the gazetteer knows has it; the others have
        their place or post behind it where that tells them apart ("person/jane-doe-kenya"), else a
        digest. Groups whose numbers are `apart` never have the plain id.
        """
        made = [self._make(members) for members in groups]
        same: dict[str, list[int]] = defaultdict(list)
        for n, entity in enumerate(made):
            same[entity.id].append(n)
        for numbers in same.values():
            own = [n for n in numbers if n not in apart]
            if len(own) > 1:
                own = [n for n in own if any(c.known_as for c in groups[n])][:1]
            if len(numbers) > 1:
                marks = Counter(self._find_mark(groups[n]) for n in numbers)
                for n in sorted(set(numbers) - set(own)):
                    mark = self._find_mark(groups[n])
                    if mark is None or marks[mark] > 1:
                        first = min((c.document, c.spans[0].start) for c in groups[n])
                        mark = format_digest(*first, length=8)
                    made[n] = replace(made[n], id=f"{made[n].id}-{mark}")
        return made

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

    def _make(self, members: Sequence[Cluster]) -> Entity:
        known_as = next((c.known_as for c in members if c.known_as), None)
        known = self.find_known(known_as) if known_as else None
        names = sorted(
            {n for c in members for n in c.names}, key=lambda t: (-len(t.split()), -len(t), t)
        )
        told = [c for c in members if not (c.names and is_acronym(c.names[0]))] or members
        kind = known.type if known else choose_type((c.type for c in told), self.ontology)
        label = known.label if known else names[0]
        folder = self.ontology.get_type(kind).folder
        entity_id = known_as or f"{folder}/{format_slug(label)}"
        nominal = all(c.nominal for c in members)
        if self.keys.stands_alone(members[0]):
            where = format_digest(members[0].document, members[0].spans[0].start, length=8)
            entity_id = f"{entity_id}-{where}"
        if known is None and not nominal:
            known = self.find_linked(label, kind)
        return Entity(
            id=entity_id,
            type=kind,
            label=label,
            aliases=tuple(sorted({*names, *(n for c in members for n in c.others)} - {label})),
            same_as=known.same_as if known else (),
            documents=tuple(sorted({c.document for c in members})),
            nominal=nominal,
            known=known,
        )
