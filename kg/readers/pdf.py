"""Reads .pdf: the text of its pages as paragraphs, without running heads and page numbers."""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import DocumentError
from kg.model.document import ErrorKind
from kg.readers.draft import Draft
from kg.readers.lines import join_pages
from kg.readers.options import ReadOptions
from kg.readers.source import Source, read_bytes
from kg.readers.titles import find_title

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 5_000
# The outcome says what is wrong with a file; without a handler it would go to standard error too.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
_MAX_TITLE = 300


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """One draft; DocumentError BAD_PDF, ENCRYPTED_PDF, NO_TEXT for scans, TOO_LARGE for bombs."""
    data = read_bytes(source, options)
    if not data:
        raise source.fail(
            ErrorKind.EMPTY, "is empty; give a file with words in it, or leave it out."
        )
    try:
        pages, named = _read_pages(data, source, options)
    except DocumentError:
        raise
    except Exception as error:  # the parser fails on broken files in every way there is
        raise _explain(source, error) from error
    text = join_pages(pages)
    if not text.strip():
        problem = "holds pictures but no text; run text recognition (OCR) on it and try again."
        raise source.fail(ErrorKind.NO_TEXT, problem)
    yield Draft(identifier=source.identifier, text=text, title=_choose_title(named, text))


def _read_pages(data: bytes, source: Source, options: ReadOptions) -> tuple[list[str], str | None]:
    """The text of each page, and the title that the file names."""
    from pypdf import PdfReader  # slow to import, so only when a PDF comes

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        _unlock(reader, source)
    if len(reader.pages) > MAX_PAGES:
        problem = f"has more than {MAX_PAGES:,} pages; split it and try again."
        raise source.fail(ErrorKind.TOO_LARGE, problem)
    pages: list[str] = []
    left = options.max_characters
    for page in reader.pages:
        pages.append(page.extract_text())
        left -= len(pages[-1])
        if left < 0:
            problem = (
                f"has more than {options.max_characters:,} characters; split it or raise the limit."
            )
            raise source.fail(ErrorKind.TOO_LARGE, problem)
    title = reader.metadata.title if reader.metadata else None
    return pages, title if isinstance(title, str) else None


def _unlock(reader: "PdfReader", source: Source) -> None:
    """Opens a file that only restricts printing; anything else needs the user's password."""
    problem = "is encrypted; save it without a password and try again."
    try:
        if reader.decrypt(""):
            return
    except Exception as error:  # an unknown cipher, or one that needs a library that is not there
        raise source.fail(ErrorKind.ENCRYPTED_PDF, problem) from error
    raise source.fail(ErrorKind.ENCRYPTED_PDF, problem)


def _explain(source: Source, error: Exception) -> DocumentError:
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    if isinstance(error, FileNotDecryptedError | DependencyError):
        problem = "is encrypted; save it without a password and try again."
        return source.fail(ErrorKind.ENCRYPTED_PDF, problem)
    if isinstance(error, LimitReachedError) and "cycl" not in str(error).lower():
        problem = "inflates beyond every sensible size; save it again from its source."
        return source.fail(ErrorKind.TOO_LARGE, problem)
    problem = "is no readable PDF; open it in a viewer, save it again and try again."
    return source.fail(ErrorKind.BAD_PDF, problem)


def _choose_title(named: str | None, text: str) -> str | None:
    """The title that the file names, if the text begins with it: programs write rubbish there."""
    if named is not None and len(named) <= _MAX_TITLE:
        wanted = " ".join(named.split())
        start = " ".join(text[: 4 * _MAX_TITLE].split())
        if wanted and wanted.casefold() in start.casefold():
            return wanted
    return find_title(text)
