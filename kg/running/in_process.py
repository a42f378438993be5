"""Runs documents one after the other in this process; knows no stage."""

import logging
from collections.abc import Callable, Iterable, Iterator

from kg.errors import DocumentError, KgError
from kg.model.claim import Reading
from kg.model.document import Document, ErrorKind, Outcome, Status

_log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]  # documents done and words read so far


def run_documents(
    items: Iterable[Document | Outcome],
    read_one: Callable[[Document], Reading],
    *,
    fail_fast: bool = False,
    on_progress: Progress | None = None,
) -> Iterator[tuple[Outcome, Reading | None]]:
    """One pair an item, in the order of `items`; the reading is None unless the document was read.

    An item that is an Outcome already (a file that no reader could read) passes through. What one
    document raises becomes its outcome and the next goes on, except settings that would fail every
    document (a KgError with exit code 2), which are raised at once. With `fail_fast` the first
    failure is raised as a DocumentError that names the document.
    """
    words = 0
    for done, item in enumerate(items, start=1):
        outcome, reading = (item, None) if isinstance(item, Outcome) else _read(item, read_one)
        if fail_fast and outcome.status is Status.FAILED:
            raise make_error(outcome)
        words += outcome.words
        yield outcome, reading
        if on_progress is not None:
            on_progress(done, words)


def _read(
    document: Document, read_one: Callable[[Document], Reading]
) -> tuple[Outcome, Reading | None]:
    """Calls `read_one` and turns what it raises into an outcome."""
    try:
        reading = read_one(document)
    except DocumentError as error:
        return _fail(document, ErrorKind(error.kind), str(error)), None
    except KgError as error:
        if error.exit_code == 2:
            raise
        return _fail(document, ErrorKind.INTERNAL, str(error)), None
    except MemoryError:
        message = "The memory did not suffice for this document; split it, or free memory."
        return _fail(document, ErrorKind.MEMORY, message), None
    except Exception as error:  # noqa: BLE001  one document may never take the others down
        _log.debug("%s: the error behind INTERNAL", document.identifier, exc_info=True)
        message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return _fail(document, ErrorKind.INTERNAL, message), None
    outcome = Outcome(
        identifier=document.identifier,
        status=Status.OK,
        marks=document.marks,
        words=count_words(document.text),
        claims=len(reading.claims),
    )
    return outcome, reading


def make_error(outcome: Outcome) -> DocumentError:
    """The error of a failed outcome, whose message names the document once."""
    kind = outcome.kind or ErrorKind.INTERNAL
    message = outcome.message or kind
    named = message if outcome.identifier in message else f"{outcome.identifier}: {message}"
    return DocumentError(kind, named)


def _fail(document: Document, kind: ErrorKind, message: str) -> Outcome:
    """The outcome of a document that gave nothing."""
    return Outcome(
        identifier=document.identifier,
        status=Status.FAILED,
        kind=kind,
        message=message,
        marks=document.marks,
    )


def count_words(text: str) -> int:
    """Runs of characters between white space."""
    return len(text.split())
