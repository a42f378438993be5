"""Opens a graph, from a file or a store folder of kg or Oxigraph, and asks it."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.rdf.terms import get_prefixes
from kg.stores.gate import check_query
from kg.stores.graph_folder import open_stored_graph
from kg.stores.locking import Lock
from kg.stores.results import Results, Table, Term, Triples, Truth
from kg.stores.shard_folder import is_shard_folder, list_shards
from kg.stores.store_file import is_store

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
_NESTED_ENTITY = re.compile(rb"<!ENTITY\s[^>]*[&%][^>]*>", re.IGNORECASE)


class GraphStore:
    """A graph to ask. What stands in named graphs is seen as if all stood together."""

    def __init__(self, store: ox.Store, lock: Lock | None = None) -> None:
        self._store = store
        self._lock = lock  # held as long as this is used

    @classmethod
    def from_quads(cls, quads: Iterable[ox.Quad]) -> "GraphStore":
        """A graph in memory."""
        store = ox.Store()
        store.bulk_extend(quads)
        return cls(store)

    def __len__(self) -> int:
        return len(self._store)

    def find_triples(
        self,
        *,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: ox.NamedNode | None = None,  # noqa: A002  its name in RDF
        most: int | None = None,
    ) -> list[ox.Triple]:
        """Triples of whatever graph with these terms, each once, in order of their text.

        Of more than `most` some are left out, which ones is not said.
        """
        quads = self._store.quads_for_pattern(subject, predicate, object, None)
        return sorted({quad.triple for quad in islice(quads, most)}, key=str)

    def list_quads(self) -> Iterator[ox.Quad]:
        """All quads, in no particular order."""
        return iter(self._store)

    def copy_to(self, folder: Path) -> None:
        """Writes the graph into a new store on disk."""
        copy = ox.Store(str(folder))
        copy.bulk_extend(self._store)
        copy.flush()

    def graph_names(self) -> tuple[str, ...]:
        """The names of the named graphs, sorted."""
        return tuple(sorted(str(name.value) for name in self._store.named_graphs()))

    def dump_lines(self, graph: str | None) -> list[bytes]:
        """The triples of a named graph, or of the default graph, as lines of N-Triples, sorted."""
        source = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
        content = self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=source) or b""
        return sorted(content.splitlines(keepends=True))

    def query(
        self,
        sparql: str,
        *,
        substitutions: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        rows: int | None = None,
    ) -> Results:
        """The answer to a SPARQL 1.1 query; the prefixes of kg are known without being declared.

        `substitutions` gives values to variables, which a SELECT has to name; after `rows` rows or
        triples the answer is cut. Runs in this process, without a limit of time. Raises QueryError
        for a query that is not allowed or no SPARQL.
        """
        check_query(sparql)
        values: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): term for name, term in (substitutions or {}).items()
        }
        try:
            answer = self._store.query(
                sparql,
                prefixes=get_prefixes(),
                use_default_graph_as_union=True,
                substitutions=values,
            )
            return _read_answer(answer, rows)
        except SyntaxError as error:
            raise QueryError(f"The query is no SPARQL: {_describe(error)}; mend it.") from error
        except (RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"The query could not be run ({error}); ask for less.") from error


def open_graph(path: str | Path) -> GraphStore:
    """Reads a graph file (.ttl, .nt, .nq, .trig, .jsonld, .rdf; also .gz) or opens a folder.

    A store folder is opened for reading alone, one of shards is read as a whole. Raises GraphError,
    with the line where the syntax is bad.
    """
    source = Path(path)
    if source.is_dir() and not is_shard_folder(source):
        return _open_folder(source)
    store = ox.Store()
    for file in list_shards(source) if source.is_dir() else [source]:
        with _open_file(file) as (stream, form):
            store.bulk_load(stream, form)
    return GraphStore(store)


def read_quads(path: str | Path) -> set[ox.Quad]:
    """The quads of a graph file, spelled as they stand there, or of a store folder.

    A store spells numbers in its own way ("1.0" as "1"). Raises GraphError as `open_graph` does.
    """
    source = Path(path)
    if source.is_dir():
        return set(open_graph(source).list_quads())
    with _open_file(source) as (stream, form):
        return set(ox.parse(stream, form))


@contextmanager
def _open_file(source: Path) -> Iterator[tuple[IO[bytes] | bytes, ox.RdfFormat]]:
    """The content and form of a file; what goes wrong with it in the block becomes GraphError."""
    name = source.name.lower()
    form = _FORMATS.get(Path(name.removesuffix(".gz")).suffix)
    if form is None:
        raise GraphError(f"'{source}' is no graph by its ending; kg reads {', '.join(_FORMATS)}.")
    try:
        with gzip.open(source) if name.endswith(".gz") else source.open("rb") as stream:
            content = cast("IO[bytes]", stream)
            yield (content if form != ox.RdfFormat.RDF_XML else _check_xml(content.read())), form
    except SyntaxError as error:
        raise GraphError(
            f"'{source}' cannot be read: {_describe(error)}; mend that place."
        ) from error
    except (EOFError, zlib.error, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise GraphError(
            f"'{source}' cannot be read: {reason}; give a whole file of RDF."
        ) from error


def _check_xml(text: bytes) -> bytes:
    """The text; raises ValueError where entities of entities could make a small file grow without end."""
    if _NESTED_ENTITY.search(text):
        raise ValueError("it defines entities by other entities; write them out")
    return text


def _open_folder(folder: Path) -> GraphStore:
    if is_store(folder):
        return GraphStore(*open_stored_graph(folder))
    if not (folder / "CURRENT").is_file():
        raise GraphError(
            f"The folder '{folder}' is no store of kg or Oxigraph, nor a finished folder of shards; "
            "give a graph file or a store."
        )
    try:
        return GraphStore(ox.Store.read_only(str(folder)))
    except (OSError, RuntimeError, ValueError) as error:
        raise GraphError(
            f"The store '{folder}' cannot be opened ({error}); load it anew."
        ) from error


def _read_answer(answer: object, most: int | None) -> Results:
    if isinstance(answer, ox.QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        rows: list[tuple[Term | None, ...]] = [tuple(row) for row in islice(answer, most)]
        return Table(variables=variables, rows=tuple(rows), cut=next(answer, None) is not None)
    if isinstance(answer, ox.QueryTriples):
        triples = tuple(sorted(set(islice(answer, most)), key=str))
        return Triples(triples=triples, cut=next(answer, None) is not None)
    return Truth(value=bool(answer))


def _describe(error: SyntaxError) -> str:
    message = str(error.msg).rstrip(".")
    if error.lineno is not None and "line" not in message:
        return f"line {error.lineno}: {message}"
    return message
