"""The formats by file ending; a new one is a module with a `read` that is registered here."""

from dataclasses import dataclass

from kg.readers import docx, feed, html, jsonlines, markdown, pdf, plaintext
from kg.readers.draft import Reader
from kg.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files of an ending are read; one that `streams` holds many documents.

    Those of a format that is read `apart` are read in worker processes where there are some: its
    parser is large, and a bad file can keep it busy for ever or end its process.
    """

    read: Reader
    compressible: bool = True
    streams: bool = False
    apart: bool = False


FORMATS: Registry[Format] = Registry("file format")
FORMATS.register("txt", Format(read=plaintext.read))
FORMATS.register("md", Format(read=markdown.read))
FORMATS.register("html", Format(read=html.read, apart=True))
FORMATS.register("htm", Format(read=html.read, apart=True))
FORMATS.register("jsonl", Format(read=jsonlines.read, streams=True))
FORMATS.register("ndjson", Format(read=jsonlines.read, streams=True))
FORMATS.register("rss", Format(read=feed.read))
FORMATS.register("atom", Format(read=feed.read))
FORMATS.register("pdf", Format(read=pdf.read, compressible=False, apart=True))
FORMATS.register("docx", Format(read=docx.read, compressible=False, apart=True))
FALLBACK = "txt"  # what a file is tried as that the user names and whose ending says nothing


def split_ending(name: str) -> tuple[str, bool]:
    """The lower-case ending of a file name without dot and .gz, and whether .gz stood there."""
    lowered = name.lower()
    compressed = lowered.endswith(".gz")
    stem = lowered.removesuffix(".gz")
    return (stem.rsplit(".", 1)[1] if "." in stem else ""), compressed


def find_readable_ending(name: str) -> str | None:
    """The ending that a file is read by, or None where no format is registered for it."""
    ending, compressed = split_ending(name)
    found = FORMATS.find(ending)
    return ending if found and (found.compressible or not compressed) else None
