"""Files to Documents, one module a format; the text is final here and all offsets count in it."""

from kg.readers.formats import FORMATS, Format
from kg.readers.options import ReadOptions
from kg.readers.reading import read_documents

__all__ = ["FORMATS", "Format", "ReadOptions", "read_documents"]
