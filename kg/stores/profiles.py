"""What each kind of triple store wants to be told, and how."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from kg.stores.store_types import StoreType

_BATCH = 4 * 1024 * 1024
_LARGE_BATCH = 16 * 1024 * 1024  # where one request may hold many graphs


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreProfile:
    """How one kind of store takes data. Paths are put behind the URL that the user gives.

    `graphs` takes N-Triples with the graph's name as `graph_parameter` (in angle brackets where
    `bracketed`), `quads` N-Quads without one (None: it cannot); `updates` and `queries` are SPARQL
    endpoints. `login` is the scheme by which user and password are sent. `largest_update` counts
    triples, `largest_batch` bytes. `drops` is how a graph is emptied.
    """

    meaning: str  # of the URL, for help and errors
    graphs: str = ""
    graph_parameter: str = "graph"
    bracketed: bool = False
    quads: str | None = None
    updates: str = ""
    updates_as_form: bool = False
    queries: str = ""
    login: Literal["basic", "digest"] = "basic"
    gzip: bool = False
    largest_update: int = 500
    largest_batch: int = _BATCH
    drops: Literal["delete", "update"] = "delete"

    def make_graph_url(self, base: str, graph: str) -> str:
        """The address of one named graph."""
        name = f"<{graph}>" if self.bracketed else graph
        return f"{base}{self.graphs}?{self.graph_parameter}={quote(name, safe='')}"


_RDF4J = StoreProfile(
    meaning="the repository, like http://localhost:8080/rdf4j-server/repositories/news",
    graphs="/statements",
    graph_parameter="context",
    bracketed=True,
    quads="/statements",
    updates="/statements",
    updates_as_form=True,
)

PROFILES = {
    StoreType.OXIGRAPH: StoreProfile(
        meaning="the server, like http://localhost:7878",
        graphs="/store",
        quads="/store",
        updates="/update",
        queries="/query",
        gzip=True,
        largest_batch=_LARGE_BATCH,
    ),
    # Its updates fail above some 1,000 triples, and it takes no TriG; a graph is always named.
    StoreType.VIRTUOSO: StoreProfile(
        meaning="the server, like http://localhost:8890",
        graphs="/sparql-graph-crud-auth",
        graph_parameter="graph-uri",
        updates="/sparql-auth",
        queries="/sparql",
        login="digest",
    ),
    StoreType.FUSEKI: StoreProfile(
        meaning="the data set, like http://localhost:3030/news",
        graphs="/data",
        quads="/data",
        updates="/update",
        queries="/query",
        gzip=True,
    ),
    StoreType.GRAPHDB: _RDF4J,
    StoreType.RDF4J: _RDF4J,
    StoreType.STARDOG: StoreProfile(
        meaning="the database, like http://localhost:5820/news",
        quads="",
        updates="/update",
        queries="/query",
        gzip=True,
    ),
    StoreType.BLAZEGRAPH: StoreProfile(
        meaning="the namespace's endpoint, like http://localhost:9999/bigdata/namespace/kb/sparql",
        graph_parameter="context-uri",
        updates_as_form=True,
        drops="update",
    ),
    StoreType.QLEVER: StoreProfile(meaning="the server, like http://localhost:7001"),
    StoreType.NEPTUNE: StoreProfile(
        meaning="the cluster's endpoint, like https://NAME:8182",
        graphs="/sparql/gsp/",
        updates="/sparql",
        updates_as_form=True,
        queries="/sparql",
    ),
    StoreType.GENERIC: StoreProfile(
        meaning="the endpoint of the SPARQL 1.1 Graph Store Protocol",
    ),
}
