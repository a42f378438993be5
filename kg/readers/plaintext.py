"""Reads .txt: the text as it stands, with its first line as title where it reads like one."""

from collections.abc import Iterator

from kg.errors import DocumentError
from kg.model.document import ErrorKind
from kg.readers.decoding import Decoded, find_decoded
from kg.readers.draft import Draft
from kg.readers.normalizing import normalize_text
from kg.readers.options import ReadOptions
from kg.readers.source import Source, read_bytes
from kg.readers.titles import find_title


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """One draft, whose text keeps the title line."""
    decoded = decode(source, read_bytes(source, options), options)
    # A title line is known by its line ends, so they are made equal first.
    title = find_title(normalize_text(decoded.text[:4_000])[0])
    yield Draft(identifier=source.identifier, text=decoded.text, title=title, marks=decoded.marks)


def decode(
    source: Source, data: bytes, options: ReadOptions, *, declared: str | None = None
) -> Decoded:
    """The text of the bytes; DocumentError BAD_ENCODING where no encoding explains them."""
    decoded = find_decoded(data, override=options.encoding, declared=declared)
    if decoded is None:
        raise refuse_encoding(source, options)
    return decoded


def refuse_encoding(source: Source, options: ReadOptions) -> DocumentError:
    """The error for bytes that no encoding explains, or not the one that the user named."""
    if options.encoding is not None:
        problem = (
            f"is not {options.encoding} text; name its right encoding, or none to have it found."
        )
    else:
        problem = "is no text in a known encoding; save it as UTF-8, or name its encoding."
    return source.fail(ErrorKind.BAD_ENCODING, problem)
