"""The entities, judgements and statements of a store's graph, as far as a change needs to know them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import TypeAdapter

from kg.model.entity import Draft, Entity, Judgement, Verdict
from kg.model.statement import Statement
from kg.stores.store_file import StoreFile

_DRAFT = TypeAdapter(Draft)
_JUDGEMENT = TypeAdapter(Judgement)


class EntityRows:
    """Entities, with what they were settled from, by number and by id; their clusters tell their documents."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._known: dict[int, Entity] = {}

    def get(self, number: int) -> Entity:
        """The entity of that number, without its documents; each is read once."""
        entity = self._known.get(number)
        if entity is None:
            ask = self._file.connection.execute
            row = ask("SELECT id, body FROM entity WHERE number = ?", (number,)).fetchone()
            entity = self._known[number] = _name(*row)
        return entity

    def load(self, numbers: Iterable[int]) -> dict[int, tuple[str, Draft]]:
        """Ids and drafts by number."""
        question = "SELECT number, id, body FROM entity WHERE number IN (?)"
        rows = self._file.select_each(question, numbers)
        return {number: (name, _DRAFT.validate_json(body)) for number, name, body in rows}

    def find_alone(self, ids: Iterable[str]) -> set[int]:
        """The numbers of the entities that would have one of these ids if they were alone."""
        question = "SELECT number FROM entity WHERE alone IN (?)"
        return {number for (number,) in self._file.select_each(question, ids)}

    def list_shared(self) -> Iterator[list[int]]:
        """The numbers of the entities that would have one id if they were alone, id by id."""
        ask = self._file.connection.execute
        question = "SELECT alone FROM entity GROUP BY alone HAVING count(*) > 1 ORDER BY alone"
        for (alone,) in ask(question).fetchall():
            rows = ask("SELECT number FROM entity WHERE alone = ? ORDER BY number", (alone,))
            yield [number for (number,) in rows]

    def write(self, drafts: Mapping[str, Draft]) -> dict[str, int]:
        """Adds or replaces entities by their settled ids, and gives their numbers."""
        numbers = {}
        for entity_id, draft in drafts.items():
            (number,) = self._file.connection.execute(
                "INSERT INTO entity (id, alone, body) VALUES (?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE SET alone = excluded.alone, body = excluded.body RETURNING number",
                (entity_id, draft.entity.id, _DRAFT.dump_json(draft).decode()),
            ).fetchone()
            numbers[entity_id] = number
            self._known.pop(number, None)
            self._write_likeness(number, draft)
        return numbers

    def _write_likeness(self, number: int, draft: Draft) -> None:
        keys = draft.likeness.keys if draft.likeness else ()
        self._file.write_many("DELETE FROM likeness WHERE entity = ?", [(number,)])
        self._file.write_many("INSERT INTO likeness VALUES (?, ?)", [(k, number) for k in keys])

    def rename(self, ids: Mapping[int, str]) -> None:
        """Gives entities their settled ids, of which none is another's now."""
        self._file.write_many(
            "UPDATE entity SET id = ? WHERE number = ?", [(name, n) for n, name in ids.items()]
        )
        self._known.clear()

    def list_alone(self) -> dict[int, str]:
        """The ids that the entities would have if each were alone, by number."""
        return dict(self._file.connection.execute("SELECT number, alone FROM entity"))

    def list_like(self, key: str) -> list[int]:
        """The entities that share a likeness."""
        ask = self._file.connection.execute
        rows = ask("SELECT entity FROM likeness WHERE key = ? ORDER BY entity", (key,))
        return [number for (number,) in rows]

    def list_likenesses(self, most: int) -> list[str]:
        """The likenesses that two entities share, or more up to `most`, in order."""
        question = (
            "SELECT key FROM likeness GROUP BY key HAVING count(*) BETWEEN 2 AND ? ORDER BY key"
        )
        return [key for (key,) in self._file.connection.execute(question, (most,))]

    def drop(self, ids: Iterable[str]) -> None:
        """Deletes entities."""
        rows = [(name,) for name in ids]
        of_id = "(SELECT number FROM entity WHERE id = ?)"
        self._file.write_many(f"DELETE FROM likeness WHERE entity IN {of_id}", rows)  # noqa: S608
        self._file.write_many("DELETE FROM entity WHERE id = ?", rows)
        self._known.clear()

    def clear(self) -> None:
        """Deletes them all."""
        self._file.connection.execute("DELETE FROM likeness")
        self._file.connection.execute("DELETE FROM entity")
        self._known.clear()

    def find_documents(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The identifiers of the documents that mention the entities, sorted."""
        question = (
            "SELECT DISTINCT identifier FROM crowd JOIN cluster ON crowd.number = crowd"
            " JOIN document ON document.number = document WHERE entity = ? AND live = 1"
            " ORDER BY identifier"
        )
        ask = self._file.connection.execute
        return {n: tuple(name for (name,) in ask(question, (n,))) for n in numbers}

    def find_number(self, entity_id: str) -> int | None:
        """The number of the entity of that id, None where there is none."""
        ask = self._file.connection.execute
        row = ask("SELECT number FROM entity WHERE id = ?", (entity_id,)).fetchone()
        return None if row is None else int(row[0])

    def count(self) -> dict[str, int]:
        """How many there are by type."""
        question = (
            "SELECT json_extract(body, '$.entity.type'), count(*) FROM entity GROUP BY 1 ORDER BY 1"
        )
        return dict(self._file.connection.execute(question))

    def load_all(self) -> Iterator[Entity]:
        """All entities, by id, with their documents."""
        rows = self._file.connection.execute("SELECT number, id, body FROM entity ORDER BY id")
        for number, name, body in rows.fetchall():
            documents = self.find_documents([number])[number]
            yield replace(_name(name, body), documents=documents)


def _name(entity_id: str, body: str) -> Entity:
    return replace(_DRAFT.validate_json(body).entity, id=entity_id)


class JudgementRows:
    """The judgements on the names of a store's graph, by id."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def write(self, judgements: Mapping[str, Judgement]) -> None:
        """Adds or replaces judgements."""
        self._file.write_many(
            "INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?)",
            [
                (
                    path,
                    j.left_id,
                    j.verdict is Verdict.UNDECIDED,
                    _JUDGEMENT.dump_json(j).decode(),
                )
                for path, j in judgements.items()
            ],
        )

    def find_decided(self, entities: Iterable[str]) -> dict[str, Judgement]:
        """The judgements, but for candidates, whose first side is one of the entities."""
        question = "SELECT id, body FROM judgement WHERE candidate = 0 AND entity IN (?)"
        rows = self._file.select_each(question, entities)
        return {path: _JUDGEMENT.validate_json(body) for path, body in rows}

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
