"""A document, and what became of it in a run."""

import datetime
import enum
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of a document's text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(
                f"a span runs from 0 or more upwards, not from {self.start} to {self.end}"
            )

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text. The text is final: every offset anywhere counts code points in it.

    `identifier` is the path (or record id) as the user gave it; `published` comes from metadata or a
    dateline, never from the clock or the file; `url` is where it was published; `ignored` are passages
    of boilerplate (cookie notices, photo credits) that yield nothing.
    """

    identifier: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str = "en"
    ignored: tuple[Span, ...] = ()
    marks: tuple[str, ...] = ()  # "sanitized", "encoding_guessed"


class Status(enum.StrEnum):
    """How a document ended; every input has exactly one."""

    OK = "ok"
    PARTIAL = "partial"
    EMPTY = "empty"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class ErrorKind(enum.StrEnum):
    """Why a document did not end `ok` (closed list)."""

    EMPTY = "EMPTY"
    NO_TEXT = "NO_TEXT"
    TOO_LARGE = "TOO_LARGE"
    BAD_ENCODING = "BAD_ENCODING"
    BAD_JSON = "BAD_JSON"
    BAD_RECORD = "BAD_RECORD"
    DUPLICATE_ID = "DUPLICATE_ID"
    BAD_HTML = "BAD_HTML"
    BAD_PDF = "BAD_PDF"
    ENCRYPTED_PDF = "ENCRYPTED_PDF"
    NOT_REGULAR_FILE = "NOT_REGULAR_FILE"
    OUTSIDE_ROOT = "OUTSIDE_ROOT"
    UNREADABLE = "UNREADABLE"
    TIMEOUT = "TIMEOUT"
    MEMORY = "MEMORY"
    CRASHED = "CRASHED"
    RULE_STOPPED = "RULE_STOPPED"
    INTERNAL = "INTERNAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One line of the run report. `message` says what happened and how to mend it, for people."""

    identifier: str
    status: Status
    kind: ErrorKind | None = None
    message: str | None = None
    marks: tuple[str, ...] = ()
    words: int = 0
    claims: int = 0
