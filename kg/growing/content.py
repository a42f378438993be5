"""The content of a store's graph, for writing it as a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.growing.workshop import Workshop
from kg.model.claim import Reading
from kg.model.entity import Entity, MentionKey, Resolution
from kg.model.provenance import Run
from kg.rdf.content import GraphContent
from kg.rdf.terms import format_base


def load_content(shop: Workshop, run: Run) -> GraphContent:
    """Documents, entities and statements of the graph; readings are taken from disk one by one."""
    options = shop.pipeline.options
    live = list(shop.documents.list_all(live=True))
    entities = {entity.id: entity for entity in shop.entities.load_all()}
    statements = shop.make_statements(
        shop.claims.load_kin(shop.claims.list_kin()), shop.find_entity
    )
    return GraphContent(
        documents=tuple(shop.documents.get_document(stored.number) for stored in live),
        entities=tuple(entities.values()),
        statements=tuple(statement for statement, _ in statements),
        run=run,
        base=format_base(options.base),
        provenance=options.provenance,
        readings=_Readings(shop, [stored.number for stored in live]),
        resolution=Resolution(
            entity_of=_EntityOf(shop, {stored.identifier: stored.number for stored in live}),
            entities=tuple(entities.values()),
            judgements=tuple(shop.judgements.load_all().values()),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Readings:
    """Iterates over readings as often as asked, holding one at a time."""

    shop: Workshop
    numbers: list[int]

    def __iter__(self) -> Iterator[Reading]:
        return map(self.shop.documents.get_reading, self.numbers)


class _EntityOf(Mapping[MentionKey, Entity]):
    """The entity of each mention; holds those of one document at a time."""

    def __init__(self, shop: Workshop, numbers: Mapping[str, int]) -> None:
        self._shop = shop
        self._numbers = numbers
        self._document = ""
        self._held: dict[MentionKey, Entity] = {}

    def __getitem__(self, key: MentionKey) -> Entity:
        if key[0] != self._document:
            self._document, self._held = key[0], self._load(key[0])
        return self._held[key]

    def __iter__(self) -> Iterator[MentionKey]:
        return (key for document in self._numbers for key in self._load(document))

    def __len__(self) -> int:
        return sum(len(self._load(document)) for document in self._numbers)

    def _load(self, document: str) -> dict[MentionKey, Entity]:
        found: dict[MentionKey, Entity] = {}
        for number, spans in self._shop.crowds.list_spans(self._numbers[document]):
            entity = self._shop.entities.get(number)
            found |= {(document, span.start, span.end): entity for span in spans}
        return found
