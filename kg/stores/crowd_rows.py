"""The clusters of a store's documents, and the crowds of those that tell the same, by key."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from kg.model.cluster import Cluster
from kg.model.document import Span
from kg.model.ids import format_digest
from kg.stores.store_file import StoreFile

Ref = tuple[int, int]  # number of the document, place of the cluster in it
Standing = tuple[int, int, int]  # the same, and where its first span starts

NAME_KEY = "name:organization:"  # how the keys of organizations by their names begin
_CLUSTER = TypeAdapter(Cluster)


class CrowdRows:
    """Clusters by reference, crowds by number and by key.

    A crowd is written when its first cluster is, and goes with its last; one without a live cluster
    may be there, of documents that wait.
    """

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._ask = file.connection.execute

    def stage(self, document: int, clusters: Iterable[tuple[Sequence[Span], int]]) -> None:
        """Adds the clusters of a document: the spans of each and the number of its crowd."""
        self._file.write_many(
            "INSERT INTO cluster VALUES (?, ?, ?, ?, ?)",
            [
                (
                    document,
                    place,
                    crowd,
                    spans[0].start,
                    json.dumps([[s.start, s.end] for s in spans]),
                )
                for place, (spans, crowd) in enumerate(clusters)
            ],
        )

    def find_crowd(self, common: Cluster) -> int | None:
        """The number of the crowd that has this in common, None where there is none yet."""
        digest = format_digest(_dump(common), length=32)
        row = self._ask("SELECT number FROM crowd WHERE digest = ?", (digest,)).fetchone()
        return None if row is None else int(row[0])

    def add_crowd(self, common: Cluster, keys: Iterable[str], beginnings: Iterable[str]) -> int:
        """Adds a crowd with its keys and what its name begins with, and gives its number."""
        body = _dump(common)
        cursor = self._ask(
            "INSERT INTO crowd (digest, body) VALUES (?, ?)",
            (format_digest(body, length=32), body),
        )
        number = int(cursor.lastrowid or 0)
        self.write_keys(number, keys)
        rows = [(words, number) for words in beginnings]
        self._file.write_many("INSERT INTO beginning VALUES (?, ?)", rows)
        return number

    def write_keys(self, number: int, keys: Iterable[str]) -> None:
        """Gives a crowd its keys, in place of those that it had."""
        self._ask("DELETE FROM crowd_key WHERE crowd = ?", (number,))
        self._file.write_many("INSERT INTO crowd_key VALUES (?, ?)", [(k, number) for k in keys])

    def find_tied_by(self, start: str) -> set[int]:
        """All crowds with a key that starts so, and those that are tied to them."""
        question = "SELECT crowd FROM crowd_key WHERE key >= ? AND key < ?"
        return self.follow({n for (n,) in self._ask(question, (start, start + "\U0010ffff"))})

    def find_of_entities(self, entities: Iterable[int]) -> set[int]:
        """The crowds of entities, and all that are tied to them."""
        question = "SELECT number FROM crowd WHERE entity IN (?)"
        return self.follow({number for (number,) in self._file.select_each(question, entities)})

    def find_beginning(self, words: str) -> set[int]:
        """The crowds whose name begins so."""
        return {n for (n,) in self._ask("SELECT crowd FROM beginning WHERE words = ?", (words,))}

    def find_short(self, crowds: Iterable[int]) -> set[int]:
        """The crowds that have as their name what the names of these begin with, and those tied to them."""
        question = "SELECT DISTINCT words FROM beginning WHERE crowd IN (?)"
        keys = [f"{NAME_KEY}{words}" for (words,) in self._file.select_each(question, crowds)]
        question = "SELECT DISTINCT crowd FROM crowd_key WHERE key IN (?)"
        return self.follow({crowd for (crowd,) in self._file.select_each(question, keys)})

    def follow(self, found: set[int]) -> set[int]:
        """The crowds found, and all that they are tied to by keys."""
        asked: set[str] = set()
        fresh = found
        of_crowds = "SELECT DISTINCT key FROM crowd_key WHERE crowd IN (?)"
        of_keys = "SELECT DISTINCT crowd FROM crowd_key WHERE key IN (?)"
        while fresh:
            keys = {key for (key,) in self._file.select_each(of_crowds, fresh)} - asked
            asked |= keys
            fresh = {crowd for (crowd,) in self._file.select_each(of_keys, keys)} - found
            found |= fresh
        return found

    def list_standing(self, crowds: Iterable[int]) -> dict[int, list[Standing]]:
        """Where the clusters of crowds stand, those of documents that wait too."""
        question = "SELECT crowd, document, place, start FROM cluster WHERE crowd IN (?)"
        found: dict[int, list[Standing]] = defaultdict(list)
        for crowd, document, place, start in self._file.select_each(question, crowds):
            found[crowd].append((document, place, start))
        return found

    def get_span(self, document: int, crowd: int, start: int) -> Span:
        """The first span of the cluster of a crowd that starts there."""
        question = "SELECT spans FROM cluster WHERE document = ? AND crowd = ? AND start = ?"
        rows = self._ask(question, (document, crowd, start))
        return min(Span(*json.loads(spans)[0]) for (spans,) in rows)

    def list_of_documents(self, documents: Iterable[int]) -> list[tuple[int, int, int]]:
        """(crowd, document, place) of the clusters of documents."""
        question = "SELECT crowd, document, place FROM cluster WHERE document IN (?)"
        return list(self._file.select_each(question, documents))

    def load(self, crowds: Iterable[int]) -> dict[int, Cluster]:
        """What crowds have in common, by number."""
        rows = self._file.select_each("SELECT number, body FROM crowd WHERE number IN (?)", crowds)
        return {number: _CLUSTER.validate_json(body) for number, body in rows}

    def find_entities(self, crowds: Iterable[int]) -> dict[int, int]:
        """The numbers of the entities that crowds are of; those of waiting documents may have none."""
        question = "SELECT number, entity FROM crowd WHERE entity IS NOT NULL AND number IN (?)"
        return dict(self._file.select_each(question, crowds))

    def find_entity(self, ref: Ref) -> int | None:
        """The number of the entity that a cluster is of."""
        question = "SELECT entity FROM cluster JOIN crowd ON number = crowd WHERE document = ? AND place = ?"
        row = self._ask(question, ref).fetchone()
        return None if row is None else row[0]

    def list_types(self, entities: Iterable[int]) -> dict[int, set[str]]:
        """The types that the crowds of entities are of."""
        question = "SELECT entity, json_extract(body, '$.type') FROM crowd WHERE entity IN (?)"
        found: dict[int, set[str]] = defaultdict(set)
        for entity, kind in self._file.select_each(question, entities):
            found[entity].add(kind)
        return found

    def has_mention(self, document: int, entity: int) -> bool:
        """Whether the document has a cluster of the entity."""
        question = (
            "SELECT 1 FROM crowd JOIN cluster ON crowd = number WHERE entity = ? AND document = ?"
            " LIMIT 1"
        )
        return self._ask(question, (entity, document)).fetchone() is not None

    def list_spans(self, document: int) -> Iterator[tuple[int, list[Span]]]:
        """The number of the entity and the spans of each cluster of a live document."""
        question = (
            "SELECT entity, spans FROM cluster JOIN crowd ON number = crowd WHERE document = ?"
        )
        for entity, spans in self._ask(question, (document,)):
            yield entity, [Span(start, end) for start, end in json.loads(spans)]

    def list_clusters(self, document: int, identifier: str) -> list[Cluster]:
        """The clusters of a document, by place."""
        question = "SELECT spans, crowd FROM cluster WHERE document = ? ORDER BY place"
        rows = self._ask(question, (document,)).fetchall()
        common = self.load({crowd for _, crowd in rows})
        return [
            replace(
                common[crowd],
                document=identifier,
                spans=tuple(Span(start, end) for start, end in json.loads(spans)),
            )
            for spans, crowd in rows
        ]

    def list_live(self) -> list[int]:
        """The crowds with a live cluster, in order."""
        question = (
            "SELECT DISTINCT crowd FROM cluster JOIN document ON number = document"
            " WHERE live = 1 ORDER BY crowd"
        )
        return [crowd for (crowd,) in self._ask(question)]

    def list_keys(self) -> Iterator[tuple[str, int]]:
        """Every key with a crowd that has it, in order of the keys."""
        yield from self._ask("SELECT key, crowd FROM crowd_key ORDER BY key")

    def assign(self, entities: Iterable[tuple[int, int | None]]) -> None:
        """Notes of which entity crowds are, None for those of documents that wait."""
        self._file.write_many(
            "UPDATE crowd SET entity = ? WHERE number = ?",
            [(entity, crowd) for crowd, entity in entities],
        )

    def move(self, document: int, crowds: Iterable[int]) -> None:
        """Puts the clusters of a document, by place, into other crowds."""
        self._file.write_many(
            "UPDATE cluster SET crowd = ? WHERE document = ? AND place = ?",
            [(crowd, document, place) for place, crowd in enumerate(crowds)],
        )

    def drop_empty(self) -> None:
        """Deletes the crowds that no cluster is of."""
        empty = "(SELECT number FROM crowd EXCEPT SELECT crowd FROM cluster)"
        self._ask(f"DELETE FROM crowd_key WHERE crowd IN {empty}")  # noqa: S608
        self._ask(f"DELETE FROM beginning WHERE crowd IN {empty}")  # noqa: S608
        self._ask(f"DELETE FROM crowd WHERE number IN {empty}")  # noqa: S608


def _dump(common: Cluster) -> str:
    return _CLUSTER.dump_json(common).decode()
