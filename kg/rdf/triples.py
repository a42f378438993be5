"""N-Triples, N-Quads and RDF/XML, by pyoxigraph; and the bridge to rdflib."""

import io
import re
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, BinaryIO, cast

import pyoxigraph as ox

from kg.rdf.blocks import Block, format_lines
from kg.rdf.content import GraphContent
from kg.rdf.quads import list_blocks, to_content_quads
from kg.rdf.terms import get_prefixes

if TYPE_CHECKING:
    import rdflib
    from typing_extensions import Buffer

_ROOT_TAG = re.compile(rb"<rdf:RDF ([^>]*)>")


def write_ntriples(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as N-Triples, in the order of `to_quads`."""
    _write_lines(list_blocks(content), stream, graphs=False)


def write_nquads(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as N-Quads, in the order of `to_quads`."""
    _write_lines(list_blocks(content), stream, graphs=True)


def _write_lines(blocks: Iterable[Block], stream: BinaryIO, *, graphs: bool) -> None:
    for text in format_lines(blocks, graphs=graphs):
        stream.write(text.encode())


def write_rdfxml(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as RDF/XML, in the order of `to_quads`."""
    triples = (quad.triple for quad in to_content_quads(content))
    prefixes = get_prefixes(content.base)
    target = _SteadyXml(stream)
    ox.serialize(triples, cast("IO[bytes]", target), ox.RdfFormat.RDF_XML, prefixes=prefixes)
    target.finish()


def to_rdflib(quads: Iterable[ox.Quad]) -> "rdflib.Dataset":
    """The quads as an rdflib Dataset with the prefixes of kg; slow beyond 100,000 quads."""
    import rdflib

    dataset = rdflib.Dataset()
    for prefix, namespace in get_prefixes().items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    dataset.parse(data=text or b"", format="nquads")
    return dataset


class _SteadyXml(io.RawIOBase):
    """Passes XML on, mended in two ways.

    Prefixes are declared in an order that changes from process to process; here they are sorted. A
    bare carriage return would be read as a line feed; as a character reference it survives.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._head: bytes | None = b""  # None when the root's opening tag has been passed on

    def writable(self) -> bool:
        return True

    def write(self, data: "Buffer", /) -> int:
        chunk = bytes(data)
        if self._head is None:
            self._stream.write(chunk.replace(b"\r", b"&#13;"))
        else:
            self._head += chunk
            if _ROOT_TAG.search(self._head):
                self.finish()
        return len(chunk)

    def finish(self) -> None:
        """Passes on what is held back."""
        if self._head is not None:
            head = _ROOT_TAG.sub(_sort_attributes, self._head, count=1)
            self._stream.write(head.replace(b"\r", b"&#13;"))
            self._head = None


def _sort_attributes(tag: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF " + b" ".join(sorted(tag[1].split())) + b">"
