"""Turtle and TriG, grouped by subject as the quads come, one property a line; streamed."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf.blocks import Block, get_subject, spell_term, to_blocks
from kg.rdf.content import GraphContent
from kg.rdf.quads import list_blocks
from kg.rdf.terms import RDF, XSD, get_prefixes

# Local names that need no other escape than the one of "/"; all else is written as a whole IRI.
_LOCAL_NAME = r"[A-Za-z0-9_](?:[A-Za-z0-9_\-./]*[A-Za-z0-9_\-])?"
_BARE = re.compile(  # as Turtle writes it, without quotes and type
    rf'"([+-]?[0-9]+)"\^\^<{XSD}integer>|"([+-]?[0-9]*\.[0-9]+)"\^\^<{XSD}decimal>', re.ASCII
)
_PASSAGE = "#char="  # such an IRI is written two times at most, and no prefix fits
_MANY = 256  # subjects that are handed on at once

_Statement = ox.Quad | ox.Triple


def write_turtle(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as Turtle: subjects in the order of `to_quads`."""
    _write_turtle(list_blocks(content), stream, get_prefixes(content.base))


def write_trig(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as TriG: the default graph, then the graph of each document by its IRI."""
    _write_trig(list_blocks(content), stream, get_prefixes(content.base))


def write_turtle_quads(
    quads: Iterable[_Statement], stream: BinaryIO, prefixes: dict[str, str]
) -> None:
    """Writes any quads or triples as Turtle; those of one subject should follow one another."""
    _write_turtle(to_blocks(quads), stream, prefixes)


def write_trig_quads(quads: Iterable[ox.Quad], stream: BinaryIO, prefixes: dict[str, str]) -> None:
    """Writes any quads as TriG; holds them all, since a graph is written as one block."""
    _write_trig(to_blocks(quads), stream, prefixes)


def _write_turtle(blocks: Iterable[Block], stream: BinaryIO, prefixes: dict[str, str]) -> None:
    writer = _Writer(prefixes)
    stream.write(writer.format_prefixes().encode())
    for text in writer.format_subjects(blocks):
        stream.write(text.encode())


def _write_trig(blocks: Iterable[Block], stream: BinaryIO, prefixes: dict[str, str]) -> None:
    graphs: dict[str, list[Block]] = {"": []}
    for block in blocks:
        graphs.setdefault(block[2], []).append(block)
    writer = _Writer(prefixes)
    stream.write(writer.format_prefixes().encode())
    for graph, members in sorted(graphs.items()):
        if graph:
            stream.write(f"\nGRAPH {writer.format_term(graph)} {{".encode())
        for text in writer.format_subjects(members):
            stream.write(text.encode())
        if graph:
            stream.write(b"}\n")


class _Writer:
    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        # The longest namespace first, so that one inside another is found.
        namespaces = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._names = [name for name, _ in namespaces]
        spaces = "|".join(f"({re.escape(iri)})" for _, iri in namespaces)
        self._short = re.compile(f"<(?:{spaces}){_LOCAL_NAME}>", re.ASCII)
        self._known: dict[str, str] = {}
        self._verbs = {f"<{RDF}type>": "a"}

    def format_prefixes(self) -> str:
        return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in self._prefixes.items())

    def format_subjects(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Many subjects at once, each beginning with an empty line."""
        texts = []
        for subject, group in itertools.groupby(blocks, key=get_subject):
            name = self._known.get(subject) or self._shorten(subject)
            texts.append(f"\n{name} {self._format_properties(group)} .\n")
            if len(texts) == _MANY:
                yield "".join(texts)
                texts.clear()
        yield "".join(texts)

    def _format_properties(self, blocks: Iterable[Block]) -> str:
        """A line for each run of a predicate."""
        find = self._known.get
        parts: list[str] = []
        last, separator = "", ""
        for _, pairs, _ in blocks:
            for predicate, value in pairs:
                # A plain string ends in its quote and stays as it is; nothing else does.
                text = value if value[-1] == '"' else find(value) or self.format_term(value)
                if predicate == last:
                    parts.append(f", {text}")
                    continue
                verb = self._verbs.get(predicate) or self._format_verb(predicate)
                parts.append(f"{separator}{verb} {text}")
                last, separator = predicate, " ;\n    "
        return "".join(parts)

    def _format_verb(self, predicate: str) -> str:
        verb = self._verbs[predicate] = self.format_term(predicate)
        return verb

    def format_term(self, term: str) -> str:
        text = self._known.get(term)
        if text is None:
            text = self._shorten(term)
            if _PASSAGE not in text:
                self._known[term] = text
        return text

    def _shorten(self, term: str) -> str:
        if term.startswith("<"):
            return (self._shorten_triple if term[1] == "<" else self._shorten_iri)(term)
        bare = _BARE.fullmatch(term)
        if bare is not None:
            return bare[1] or bare[2]
        text, typed, datatype = term.rpartition("^^<")
        if typed and term.endswith(">"):
            return f"{text}^^{self.format_term(f'<{datatype}')}"
        return term

    def _shorten_iri(self, term: str) -> str:
        found = None if _PASSAGE in term else self._short.fullmatch(term)
        if found is None or found.lastindex is None:
            return term
        local = term[found.end(found.lastindex) : -1]
        return f"{self._names[found.lastindex - 1]}:" + local.replace("/", "\\/")

    def _shorten_triple(self, term: str) -> str:
        (quad,) = ox.parse(f"<x:x> <x:x> {term} .", format=ox.RdfFormat.N_TRIPLES)
        triple = quad.object
        if not isinstance(triple, ox.Triple):
            return term
        parts = (spell_term(part) for part in (triple.subject, triple.predicate, triple.object))
        return f"<<( {' '.join(map(self.format_term, parts))} )>>"
