"""What a page needs to answer SPARQL by itself: the engine, the graph, and queries to begin with."""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.errors import UsageError
from kg.resources import find_built_folder
from kg.views.triples import Rows

_ASSETS = Path(__file__).with_name("assets")
_SCRIPT, _ENGINE = "oxigraph.js", "oxigraph.wasm.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageQuery:
    """A query that a reader can choose."""

    name: str
    purpose: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSparql:
    """The graph as Turtle, the queries, and the engine: its script, and its WebAssembly in base64."""

    graph: str
    queries: tuple[PageQuery, ...]
    script: str
    engine: str


def make_sparql(quads: Rows, queries: Iterable[PageQuery]) -> PageSparql:
    """The parts for these quads, named graphs taken together.

    Raises UsageError where kg was built without the engine.
    """
    folder = find_built_folder("sparql")
    if folder is None or not (folder / _ENGINE).is_file():
        raise UsageError(
            "This kg was built without the engine for SPARQL in a page; run 'make sparql' in its source "
            "folder and install it again, or leave out --sparql."
        )
    worker = (_ASSETS / "sparql_worker.js").read_text(encoding="utf-8")
    return PageSparql(
        graph=_format_graph(quads),
        queries=tuple(queries),
        script=(folder / _SCRIPT).read_text(encoding="utf-8") + worker,
        engine=base64.b64encode((folder / _ENGINE).read_bytes()).decode("ascii"),
    )


def _format_graph(quads: Rows) -> str:
    """Turtle with each subject once; the same quads in any order give the same text."""
    triples = sorted({tuple(map(str, row))[:3] for row in map(tuple, quads)})
    return "".join(_format_subject(subject, list(own)) for subject, own in groupby(triples, _first))


def _first(triple: Sequence[str]) -> str:
    return triple[0]


def _format_subject(subject: str, triples: list[tuple[str, ...]]) -> str:
    pairs = " ;\n".join(f"{predicate} {value}" for _, predicate, value in triples)
    return f"{subject} {pairs} .\n"
