"""RDF 1.2: statements as reifiers of the triples that they stand behind, instead of three triples each.

`id:statement/… rdf:reifies <<( s p o )>>` takes the place of rdf:subject, rdf:predicate and
rdf:object; all else is the same. Read by Oxigraph, Jena 6 and others; not by rdflib 7.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.terms import RDF, get_prefixes
from kg.rdf.turtle import write_trig_quads, write_turtle_quads

_REIFIES = ox.NamedNode(RDF + "reifies")
_PARTS = tuple(ox.NamedNode(RDF + name) for name in ("subject", "predicate", "object"))


def write_turtle_12(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as Turtle of RDF 1.2, in the order of `to_quads`."""
    write_turtle_quads(_reify_content(content), stream, get_prefixes(content.base))


def write_trig_12(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as TriG of RDF 1.2: the default graph, then that of each document."""
    write_trig_quads(_reify_content(content), stream, get_prefixes(content.base))


def write_ntriples_12(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as N-Triples of RDF 1.2, in the order of `to_quads`."""
    triples = (quad.triple for quad in _reify_content(content))
    ox.serialize(triples, stream, ox.RdfFormat.N_TRIPLES)


def write_nquads_12(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as N-Quads of RDF 1.2, in the order of `to_quads`."""
    ox.serialize(_reify_content(content), stream, ox.RdfFormat.N_QUADS)


def _reify_content(content: GraphContent) -> Iterator[ox.Quad]:
    return reify(to_content_quads(content))


def reify(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads with the three parts of each statement as one triple term.

    All of a subject follow each other. One that has not each part once stays as it is.
    """
    for _, members in groupby(quads, key=attrgetter("subject")):
        own = list(members)
        parts = {quad.predicate: quad for quad in own if quad.predicate in _PARTS}
        if len(parts) < len(_PARTS) or sum(quad.predicate in _PARTS for quad in own) > len(_PARTS):
            yield from own
            continue
        subject, predicate, value = (parts[name].object for name in _PARTS)
        for quad in own:
            if quad.predicate == _PARTS[-1]:
                triple = ox.Triple(subject, predicate, value)  # type: ignore[arg-type]
                yield ox.Quad(quad.subject, _REIFIES, triple, quad.graph_name)
            elif quad.predicate not in _PARTS:
                yield quad
