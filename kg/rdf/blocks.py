"""Quads as text: what is said of a subject in one graph, each term in the syntax of N-Triples.

A term is spelt once and written as often as it comes. A pyoxigraph object for each quad costs several
times what writing its line does; they are made where they are asked for, from the same text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

Pair = tuple[str, str]  # predicate, object
Block = tuple[str, Sequence[Pair], str]  # subject, pairs in order, graph ("" is the default graph)

get_subject = itemgetter(0)
_MANY = 500  # lines that are handed on at once


def format_lines(blocks: Iterable[Block], *, graphs: bool = True) -> Iterator[str]:
    """N-Quads (N-Triples without graphs), in pieces of many whole lines."""
    lines: list[str] = []
    for subject, pairs, graph in blocks:
        end = f" {graph} .\n" if graphs and graph else " .\n"
        lines += [f"{subject} {predicate} {value}{end}" for predicate, value in pairs]
        if len(lines) > _MANY:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


def parse_blocks(blocks: Iterable[Block]) -> Iterator[ox.Quad]:
    """The quads, in order; pyoxigraph's strict reader is the gate that each passes."""
    for text in format_lines(blocks):
        yield from ox.parse(text, format=ox.RdfFormat.N_QUADS)


def to_blocks(quads: Iterable[ox.Quad | ox.Triple]) -> Iterator[Block]:
    """The blocks of any quads or triples, in order."""
    for (subject, graph), members in groupby(quads, key=_get_place):
        pairs = [(str(quad.predicate), spell_term(quad.object)) for quad in members]
        yield str(subject), pairs, "" if graph is None else str(graph)


def spell_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A term in the syntax of N-Triples."""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)


def _get_place(quad: ox.Quad | ox.Triple) -> tuple[object, object]:
    graph = quad.graph_name if isinstance(quad, ox.Quad) else None
    return quad.subject, None if isinstance(graph, ox.DefaultGraph) else graph
