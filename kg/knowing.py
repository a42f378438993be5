"""What the gazetteer says of entities, as resolution asks for it."""

from kg.model.entity import KnownEntity
from kg.ontology import Ontology
from kg.recognition import Gazetteer, GazetteerEntry


class KnownFinder:
    """Asks the gazetteer; remembers what it was asked. `hierarchy` is whether containers are told."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer, *, hierarchy: bool) -> None:
        self._ontology = ontology
        self._gazetteer = gazetteer
        self._hierarchy = hierarchy
        self._known: dict[str, KnownEntity | None] = {}

    def find(self, entity_id: str) -> KnownEntity | None:
        """What is known of an entity by its id."""
        if entity_id not in self._known:
            self._known[entity_id] = self._read(entity_id)
        return self._known[entity_id]

    def _read(self, entity_id: str) -> KnownEntity | None:
        entry = self._gazetteer.get(entity_id)
        if entry is None:
            return None
        above = self._gazetteer.list_above(entity_id) if self._hierarchy else []
        places: tuple[KnownEntity, ...] = ()
        for place in reversed(above):
            places = (_tell(place, places), *places)
        return _tell(entry, places)

    def find_linked(self, name: str, kind: str) -> KnownEntity | None:
        """What is known of an organization of just this name and type; places are known by id."""
        if not self._ontology.is_a(kind, "Organization"):
            return None
        entry = self._gazetteer.find_of_type(name, kind)
        return _tell(entry, ()) if entry else None


def _tell(entry: GazetteerEntry, above: tuple[KnownEntity, ...]) -> KnownEntity:
    """What an entry says; `above` of the places that contain it."""
    return KnownEntity(
        id=entry.id,
        label=entry.label,
        type=entry.type,
        same_as=entry.same_as,
        within=entry.within,
        above=above,
        source=entry.source,
        licence=entry.licence,
    )
