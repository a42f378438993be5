"""The entities, judgements and statements of a store's graph, as far as a change needs to know them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import TypeAdapter

from kg.model.entity import Entity, Judgement
from kg.model.statement import Statement
from kg.stores.store_file import StoreFile

_ENTITY = TypeAdapter(Entity)
_JUDGEMENT = TypeAdapter(Judgement)


class EntityRows:
    """Entities by number and by id; their documents are told by their clusters."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._known: dict[int, Entity] = {}

    def get(self, number: int) -> Entity:
        """The entity of that number, without its documents; each is read once."""
        entity = self._known.get(number)
        if entity is None:
            ask = self._file.connection.execute
            (body,) = ask("SELECT body FROM entity WHERE number = ?", (number,)).fetchone()
            entity = self._known[number] = _ENTITY.validate_json(body)
        return entity

    def write(self, entities: Iterable[Entity]) -> dict[str, int]:
        """Adds or replaces entities by their id, and gives their numbers."""
        numbers = {}
        for entity in entities:
            (number,) = self._file.connection.execute(
                "INSERT INTO entity (id, body) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET body = excluded.body RETURNING number",
                (entity.id, _ENTITY.dump_json(entity, exclude={"documents"}).decode()),
            ).fetchone()
            numbers[entity.id] = number
            self._known[number] = replace(entity, documents=())
        return numbers

    def drop(self, ids: Iterable[str]) -> None:
        """Deletes entities."""
        self._file.write_many("DELETE FROM entity WHERE id = ?", [(name,) for name in ids])
        self._known.clear()

    def clear(self) -> None:
        """Deletes them all."""
        self._file.connection.execute("DELETE FROM entity")
        self._known.clear()

    def find_documents(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The identifiers of the documents that mention the entities, sorted."""
        question = (
            "SELECT DISTINCT identifier FROM cluster JOIN document ON number = document"
            " WHERE entity = ? ORDER BY identifier"
        )
        ask = self._file.connection.execute
        return {n: tuple(name for (name,) in ask(question, (n,))) for n in numbers}

    def has(self, entity_id: str) -> bool:
        """Whether there is an entity of that id."""
        ask = self._file.connection.execute
        return ask("SELECT 1 FROM entity WHERE id = ?", (entity_id,)).fetchone() is not None

    def count(self) -> dict[str, int]:
        """How many there are by type."""
        question = "SELECT json_extract(body, '$.type'), count(*) FROM entity GROUP BY 1 ORDER BY 1"
        return dict(self._file.connection.execute(question))

    def load_all(self) -> Iterator[Entity]:
        """All entities, by id, with their documents."""
        rows = self._file.connection.execute("SELECT number, body FROM entity ORDER BY id")
        for number, body in rows.fetchall():
            documents = self.find_documents([number])[number]
            yield replace(_ENTITY.validate_json(body), documents=documents)


class JudgementRows:
    """The judgements on the names of a store's graph, by id."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def write(self, judgements: Mapping[str, Judgement]) -> None:
        """Adds or replaces judgements."""
        self._file.write_many(
            "INSERT OR REPLACE INTO judgement VALUES (?, ?)",
            [(path, _JUDGEMENT.dump_json(j).decode()) for path, j in judgements.items()],
        )

    def drop(self, ids: Iterable[str]) -> None:
        """Deletes judgements."""
        self._file.write_many("DELETE FROM judgement WHERE id = ?", [(path,) for path in ids])

    def clear(self) -> None:
        """Deletes them all."""
        self._file.connection.execute("DELETE FROM judgement")

    def load_all(self) -> dict[str, Judgement]:
        """All judgements, by id."""
        rows = self._file.connection.execute("SELECT id, body FROM judgement ORDER BY id")
        return {path: _JUDGEMENT.validate_json(body) for path, body in rows}


class StatementRows:
    """Which statements each kin of claims gave."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def drop(self, kin: Iterable[int]) -> None:
        """Deletes what the kin gave."""
        rows = [(number,) for number in kin]
        self._file.write_many("DELETE FROM statement WHERE kin = ?", rows)

    def clear(self) -> None:
        """Deletes all."""
        self._file.connection.execute("DELETE FROM statement")

    def write(self, statements: Iterable[tuple[Statement, int]]) -> None:
        """Adds statements, each with its kin."""
        rows = [(s.id, kin, s.predicate, s.modality.value) for s, kin in statements]
        self._file.write_many("INSERT OR REPLACE INTO statement VALUES (?, ?, ?, ?)", rows)

    def count(self) -> dict[str, dict[str, int]]:
        """How many there are by "predicate" and by "modality"."""
        ask = self._file.connection.execute
        counts: Mapping[str, str] = {
            "predicate": "SELECT predicate, count(*) FROM statement GROUP BY predicate ORDER BY 1",
            "modality": "SELECT modality, count(*) FROM statement GROUP BY modality ORDER BY 1",
        }
        return {name: dict(ask(question)) for name, question in counts.items()}


class PartRows:
    """Who holds the parts of the graph that several may bring: kin of claims, and entities."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def drop(self, owners: Iterable[int]) -> None:
        """Lets owners hold nothing."""
        rows = [(owner,) for owner in owners]
        self._file.write_many("DELETE FROM part WHERE owner = ?", rows)

    def clear(self) -> None:
        """Lets nobody hold anything."""
        self._file.connection.execute("DELETE FROM part")

    def hold(self, owner: int, digests: Iterable[int]) -> None:
        """Lets an owner hold parts, with those that it holds."""
        self._file.write_many(
            "INSERT OR IGNORE INTO part VALUES (?, ?)", [(digest, owner) for digest in digests]
        )

    def is_held(self, digest: int) -> bool:
        """Whether anybody holds the part of that digest."""
        ask = self._file.connection.execute
        return ask("SELECT 1 FROM part WHERE digest = ? LIMIT 1", (digest,)).fetchone() is not None
