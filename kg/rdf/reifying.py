"""RDF 1.2: statements as reifiers of the triples that they stand behind, instead of three triples each.

`id:statement/… rdf:reifies <<( s p o )>>` takes the place of rdf:subject, rdf:predicate and
rdf:object; all else is the same. Read by Oxigraph, Jena 6 and others; not by rdflib 7.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.terms import RDF, get_prefixes

_REIFIES = ox.NamedNode(RDF + "reifies")
_PARTS = {ox.NamedNode(RDF + name): name for name in ("subject", "predicate", "object")}
_PREFIXED = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG)
_Writer = Callable[[GraphContent, BinaryIO], None]


def make_writer(form: ox.RdfFormat) -> _Writer:
    """The writer of RDF 1.2 in Turtle, TriG, N-Triples or N-Quads, in the order of `to_quads`."""

    def write(content: GraphContent, stream: BinaryIO) -> None:
        quads: Iterable[ox.Quad] = reify(to_content_quads(content))
        prefixes = get_prefixes(content.base) if form in _PREFIXED else None
        if form.supports_datasets:
            ox.serialize(quads, stream, form, prefixes=prefixes)
        else:
            ox.serialize((quad.triple for quad in quads), stream, form, prefixes=prefixes)

    return write


def reify(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads with the three parts of each statement as one triple term.

    The parts of a statement follow each other, as `to_quads` gives all of a subject together.
    """
    parts: dict[str, ox.NamedNode | ox.Literal] = {}
    for quad in quads:
        name = _PARTS.get(quad.predicate)
        if name is None:
            yield quad
            continue
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            parts[name] = quad.object
        if len(parts) == len(_PARTS):
            subject, predicate = parts["subject"], parts["predicate"]
            if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode):
                triple = ox.Triple(subject, predicate, parts["object"])
                yield ox.Quad(quad.subject, _REIFIES, triple, quad.graph_name)
            parts = {}
