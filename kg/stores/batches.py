"""A graph cut into what one request carries."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.ontology import DEFAULT_BASE
from kg.stores.graph_store import GraphStore

MAIN_GRAPH = f"{DEFAULT_BASE}graph"


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Lines for one request: N-Triples of one graph, or N-Quads of several.

    `triples` counts them by graph. The `digest` of graphs and lines tells one batch from another in
    a journal; the same graph file and sizes give the same batches.
    """

    form: Literal["triples", "quads"]
    triples: Mapping[str, int]
    lines: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        """The body of the request."""
        return b"".join(self.lines)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of graphs and content."""
        names = "\n".join(self.triples).encode()
        return hashlib.sha256(names + b"\n\n" + self.content).hexdigest()


def read_graphs(store: GraphStore, only: str | None = None) -> dict[str, list[bytes]]:
    """The N-Triples lines of each graph by its name, both sorted, each line once.

    What stands in the default graph goes to MAIN_GRAPH; with `only`, everything to that graph.
    """
    graphs: dict[str, list[bytes]] = {}
    shared: dict[str, set[bytes]] = {}  # of several graphs together
    for name in (None, *store.graph_names()):
        target = only or name or MAIN_GRAPH
        lines = store.dump_lines(name)  # sorted, each once
        if lines and target in graphs:
            shared.setdefault(target, set(graphs[target])).update(lines)
        elif lines:
            graphs[target] = lines
    return {n: sorted(shared[n]) if n in shared else graphs[n] for n in sorted(graphs)}


def cut_triples(graphs: Mapping[str, list[bytes]], largest: int, most: int) -> Iterator[Batch]:
    """Batches of one graph each, of at most `largest` bytes and `most` triples."""
    for name, lines in graphs.items():
        for piece in _cut(lines, largest, most):
            yield Batch(form="triples", triples={name: len(piece)}, lines=tuple(piece))


def cut_quads(graphs: Mapping[str, list[bytes]], largest: int) -> Iterator[Batch]:
    """Batches of N-Quads across graphs, of about `largest` bytes."""
    lines: list[bytes] = []
    triples: dict[str, int] = {}
    size = 0
    for name, own in graphs.items():
        end = f"<{name}> .\n".encode()
        for line in own:
            if size + len(line) + len(end) > largest and lines:
                yield Batch(form="quads", triples=triples, lines=tuple(lines))
                lines, triples, size = [], {}, 0
            lines.append(line[:-2] + end)  # a line of N-Triples ends with ".\n"
            triples[name] = triples.get(name, 0) + 1
            size += len(lines[-1])
    if lines:
        yield Batch(form="quads", triples=triples, lines=tuple(lines))


def _cut(lines: Iterable[bytes], largest: int, most: int) -> Iterator[list[bytes]]:
    piece: list[bytes] = []
    size = 0
    for line in lines:
        if piece and (size + len(line) > largest or len(piece) == most):
            yield piece
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    if piece:
        yield piece
