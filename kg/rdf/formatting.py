"""The terms of a graph as text in the syntax of N-Triples; each is made by the gate (terms.py) first."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

import pyoxigraph as ox

from kg.rdf import terms as t

Key = TypeVar("Key")
Made = TypeVar("Made")
Make = Callable[[str], str]

TYPE = str(t.TYPE)
LABEL = str(t.LABEL)

# What stands in IRIs as it is.
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_.~/-]+", re.ASCII)
_remember = lru_cache(maxsize=1 << 15)


def format_plain(text: str) -> str:
    """A plain literal of clean text."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return str(ox.Literal(text))


def format_verbatim(text: str) -> str:
    """See make_verbatim."""
    return format_plain(t.clean_verbatim(text))


@_remember
def format_string(text: str) -> str:
    """See make_string."""
    return format_plain(t.clean_text(text))


@_remember
def format_integer(value: int) -> str:
    """See make_integer."""
    return str(t.make_integer(value))


@_remember
def format_decimal(value: float) -> str:
    """See make_decimal."""
    return str(t.make_decimal(value))


@_remember
def format_number(value: Decimal) -> str:
    """See make_number."""
    return str(t.make_number(value))


@_remember
def format_day(day: datetime.date) -> str:
    """See make_day."""
    return str(t.make_day(day))


@_remember
def format_edtf(text: str) -> str:
    """See make_edtf."""
    return str(t.make_edtf(text))


@_remember
def format_link(text: str) -> str:
    """See make_iri."""
    return str(t.make_iri(text))


class TermFormatter:
    """The IRIs of one graph as text; those that many subjects share are kept (see `keep`).

    `format_node` gives the IRI of a thing that others refer to, `format_term` that of a type,
    predicate, qualifier or modality of the ontology, `format_document` that of a document and of the
    named graph of what it contributes. Each raises TermError for an empty id.
    """

    def __init__(self, maker: t.TermMaker) -> None:
        self._maker = maker
        self.format_node: Make = keep(self.format_once)
        self.format_term: Make = keep(lambda name: str(maker.get_term(name)))
        self.format_document: Make = keep(lambda name: str(maker.get_document(name)))

    def format_once(self, path: str) -> str:
        """The IRI of a subject that is written once; raises TermError for an empty id."""
        if _PLAIN_PATH.fullmatch(path):
            return f"<{self._maker.base}{path}>"
        return str(self._maker.make_node(path))

    def format_passage(self, identifier: str, start: int, end: int) -> str:
        """The IRI of a range of code points of a document (RFC 5147)."""
        return f"{self.format_document(identifier)[:-1]}#char={start},{end}>"


def keep(make: Callable[[Key], Made]) -> Callable[[Key], Made]:
    """The function with all its results kept; a look-up costs a third of that of functools.cache."""
    return _Kept(make).__getitem__


class _Kept(dict[Key, Made]):
    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        made = self[key] = self._make(key)
        return made
