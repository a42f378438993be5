"""What a format module makes of a file, and how it becomes a final Document."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from kg.errors import DocumentError
from kg.model.document import Document, ErrorKind, Outcome, Span, Status
from kg.readers.boilerplate import find_boilerplate, merge_spans
from kg.readers.datelines import find_published
from kg.readers.normalizing import normalize_text
from kg.readers.options import ReadOptions
from kg.readers.source import Source

SANITIZED = "sanitized"
MAX_RUN = 500  # characters without a space, beyond which the tokenizer's time grows with the square

_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")
_MAX_FIELD = 2_000  # characters of a title, address or publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One document as its format gives it: nothing normalised, nothing searched for yet."""

    identifier: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    marks: tuple[str, ...] = ()


class Reader(Protocol):
    """A format module's `read`: yields drafts, and outcomes for the records that failed.

    It raises DocumentError where the whole source gives nothing.
    """

    def __call__(self, source: Source, options: ReadOptions) -> Iterator[Draft | Outcome]:
        """Reads the opened source lazily."""
        ...


def finish(draft: Draft, options: ReadOptions) -> Document:
    """The final document: text normalised, boilerplate and overlong runs found, date looked for.

    Raises DocumentError: EMPTY for no text at all, NO_TEXT for nothing but characters that do not
    print, TOO_LARGE beyond `max_characters`.
    """
    if len(draft.text) > options.max_characters:
        raise _refuse(draft, ErrorKind.TOO_LARGE, _describe_limit(options.max_characters))
    text, sanitized = normalize_text(draft.text)
    if not text or text.isspace():
        kind = ErrorKind.NO_TEXT if sanitized else ErrorKind.EMPTY
        raise _refuse(draft, kind, "holds no text; give a file with words in it, or leave it out.")
    marks = (*draft.marks, SANITIZED) if sanitized else draft.marks
    runs = [Span(*match.span()) for match in _RUN.finditer(text)]
    return Document(
        identifier=draft.identifier,
        text=text,
        title=_clean_field(draft.title),
        published=draft.published or find_published(text),
        url=_clean_url(draft.url),
        publisher=_clean_field(draft.publisher),
        ignored=merge_spans([*find_boilerplate(text), *runs]),
        marks=tuple(sorted(set(marks))),
    )


def make_outcome(identifier: str, kind: ErrorKind, message: str) -> Outcome:
    """The outcome of an input without a document: `empty` for EMPTY and NO_TEXT, else `failed`."""
    empty = kind in (ErrorKind.EMPTY, ErrorKind.NO_TEXT)
    status = Status.EMPTY if empty else Status.FAILED
    return Outcome(identifier=identifier, status=status, kind=kind, message=message)


def _refuse(draft: Draft, kind: ErrorKind, problem: str) -> DocumentError:
    return DocumentError(kind, f"{draft.identifier} {problem}")


def _describe_limit(limit: int) -> str:
    return f"has more than {limit:,} characters; split it or raise the limit."


def _clean_field(value: str | None) -> str | None:
    """A metadata text on one line, or None where nothing is left."""
    if value is None:
        return None
    return " ".join(normalize_text(value[:_MAX_FIELD])[0].split()) or None


def _clean_url(value: str | None) -> str | None:
    """A web address, or None: other schemes are no places of publication, and some run as code."""
    cleaned = _clean_field(value)
    if cleaned is None or " " in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    return cleaned if parts.scheme in ("http", "https") and parts.netloc else None
