"""The entity of a group of clusters: its id, type, label and other names."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from kg.model.cluster import Cluster
from kg.model.entity import Entity
from kg.model.ids import format_digest, format_slug
from kg.ontology import Ontology
from kg.resolution.gathering import choose_type
from kg.resolution.keys import KeyMaker
from kg.resolution.known import FindKnown, FindLinked, link_nothing


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

    def make_entities(
        self, groups: Sequence[Sequence[Cluster]], apart: Set[int] = frozenset()
    ) -> list[Entity]:
        """The entity of each group, in order.

        Of several that would have one id, the one that the gazetteer knows has it, and each of the
        others has behind it what tells them apart; groups whose numbers are `apart` never have it.
        """
        made = [self._make(members) for members in groups]
        same: dict[str, list[int]] = defaultdict(list)
        for n, entity in enumerate(made):
            same[entity.id].append(n)
        for numbers in same.values():
            own = [n for n in numbers if n not in apart]
            if len(own) > 1:
                own = [n for n in own if any(c.known_as for c in groups[n])][:1]
            for n in set(numbers) - set(own) if len(numbers) > 1 else ():
                first = min((c.document, c.spans[0].start) for c in groups[n])
                made[n] = replace(made[n], id=f"{made[n].id}-{format_digest(*first, length=8)}")
        return made

    def _make(self, members: Sequence[Cluster]) -> Entity:
        known_as = next((c.known_as for c in members if c.known_as), None)
        known = self.find_known(known_as) if known_as else None
        names = sorted(
            {n for c in members for n in c.names}, key=lambda t: (-len(t.split()), -len(t), t)
        )
        kind = known.type if known else choose_type((c.type for c in members), self.ontology)
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
