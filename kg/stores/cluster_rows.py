"""The clusters of a store's documents, by the keys that they share."""

import json
from collections.abc import Iterable, Iterator, Sequence

from pydantic import TypeAdapter

from kg.model.cluster import Cluster
from kg.stores.store_file import StoreFile

Ref = tuple[int, int]  # number of the document, place of the cluster in it

_CLUSTER = TypeAdapter(Cluster)


class ClusterRows:
    """Clusters by reference and by key."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def stage(self, document: int, clusters: Sequence[tuple[Cluster, Sequence[str]]]) -> None:
        """Adds the clusters of a document, each with its keys."""
        self._file.write_many(
            "INSERT INTO cluster (document, place, body) VALUES (?, ?, ?)",
            [
                (document, place, _CLUSTER.dump_json(cluster, exclude={"document"}).decode())
                for place, (cluster, _) in enumerate(clusters)
            ],
        )
        self._file.write_many(
            "INSERT INTO cluster_key VALUES (?, ?, ?)",
            [(key, document, place) for place, (_, keys) in enumerate(clusters) for key in keys],
        )

    def list_refs(self, documents: Iterable[int]) -> set[Ref]:
        """The clusters of the documents."""
        question = "SELECT document, place FROM cluster WHERE document IN (?)"
        return {(d, p) for d, p in self._file.select_each(question, documents)}

    def list_live_refs(self) -> Iterator[Ref]:
        """The clusters of all live documents, in order."""
        yield from self._file.connection.execute(
            "SELECT document, place FROM cluster JOIN document ON number = document"
            " WHERE live = 1 ORDER BY document, place"
        )

    def list_live_keys(self) -> Iterator[tuple[str, int, int]]:
        """Every key with a cluster that has it, in order of the keys."""
        yield from self._file.connection.execute(
            "SELECT key, document, place FROM cluster_key JOIN document ON number = document"
            " WHERE live = 1 ORDER BY key"
        )

    def find_tied(self, documents: Iterable[int]) -> set[Ref]:
        """All live clusters that are tied by keys to those of the documents, and those themselves.

        Documents that wait are seen only where they are among the given.
        """
        given = set(documents)
        return self._follow(self.list_refs(given), given)

    def find_tied_by(self, start: str) -> set[Ref]:
        """All live clusters with a key that starts so, and those that are tied to them."""
        rows = self._file.connection.execute(
            "SELECT document, place FROM cluster_key JOIN document ON number = document"
            " WHERE key >= ? AND key < ? AND live = 1",
            (start, start + "\U0010ffff"),
        )
        return self._follow({(document, place) for document, place in rows}, set())

    def _follow(self, found: set[Ref], given: set[int]) -> set[Ref]:
        """The clusters found, and all that they are tied to."""
        asked: set[str] = set()
        fresh = found
        while fresh:
            keys = self._list_keys(fresh) - asked
            asked |= keys
            fresh = self._find_by_keys(keys, given) - found
            found |= fresh
        return found

    def _list_keys(self, refs: Iterable[Ref]) -> set[str]:
        question = "SELECT key FROM cluster_key WHERE document = ? AND place = ?"
        return {key for ref in refs for (key,) in self._file.connection.execute(question, ref)}

    def _find_by_keys(self, keys: Iterable[str], given: set[int]) -> set[Ref]:
        rows = self._file.select_each(
            "SELECT document, place, live FROM cluster_key JOIN document ON number = document"
            " WHERE key IN (?)",
            keys,
        )
        return {(document, place) for document, place, live in rows if live or document in given}

    def write_keys(self, keys: Iterable[tuple[Ref, Sequence[str]]]) -> None:
        """Gives clusters other keys than they had."""
        for ref, names in keys:
            self._file.connection.execute(
                "DELETE FROM cluster_key WHERE document = ? AND place = ?", ref
            )
            self._file.write_many(
                "INSERT INTO cluster_key VALUES (?, ?, ?)", [(name, *ref) for name in names]
            )

    def load(self, refs: Iterable[Ref]) -> dict[Ref, Cluster]:
        """The clusters themselves."""
        question = (
            "SELECT identifier, body FROM cluster JOIN document ON number = document"
            " WHERE document = ? AND place = ?"
        )
        ask = self._file.connection.execute
        return {
            ref: _parse(identifier, body) for ref in refs for identifier, body in ask(question, ref)
        }

    def find_entities(self, refs: Iterable[Ref]) -> dict[Ref, int]:
        """The numbers of the entities that clusters are of; those of waiting documents have none."""
        question = (
            "SELECT entity FROM cluster WHERE document = ? AND place = ? AND entity IS NOT NULL"
        )
        ask = self._file.connection.execute
        return {ref: entity for ref in refs for (entity,) in ask(question, ref)}

    def assign(self, entities: Iterable[tuple[Ref, int]]) -> None:
        """Notes of which entity clusters are."""
        self._file.write_many(
            "UPDATE cluster SET entity = ? WHERE document = ? AND place = ?",
            [(entity, document, place) for (document, place), entity in entities],
        )


def _parse(identifier: str, body: str) -> Cluster:
    return _CLUSTER.validate_json(f'{{"document":{json.dumps(identifier)},{body[1:]}')
