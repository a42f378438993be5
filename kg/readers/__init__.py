"""Files to Documents, one module a format; the text is final here and all offsets count in it."""

from kg.readers.formats import FORMATS, Format
from kg.readers.options import ReadOptions
from kg.readers.reading import (
    Unread,
    list_inputs,
    read_documents,
    read_input,
    refuse_duplicates,
)

__all__ = [
    "FORMATS",
    "Format",
    "ReadOptions",
    "Unread",
    "list_inputs",
    "read_documents",
    "read_input",
    "refuse_duplicates",
]
