"""Reads documents from paths; a bad one becomes an outcome and stops nothing."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from kg.errors import DocumentError
from kg.model.document import Document, ErrorKind, Outcome
from kg.readers.draft import Draft, finish, make_outcome
from kg.readers.formats import FORMATS
from kg.readers.locating import Located, locate
from kg.readers.options import ReadOptions
from kg.readers.source import Source, inflate, refuse_size

# A named pipe must not make the opening wait; Windows has neither flag nor such pipes.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_documents(
    paths: Sequence[str], *, options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Document | Outcome]:
    """Documents of files, folders and "-" (standard input); an outcome for every input without one.

    Lazy; the order is that of the paths, inside a folder that of the posix paths in it. Hidden
    files and unknown endings in folders are passed over; a file named by the user is tried as text.
    An identifier that came before fails as DUPLICATE_ID. Raises UsageError at once for an unknown
    `options.format`.
    """
    if options.format is not None:
        FORMATS.get(options.format)
    return _read_each(paths, options, stdin)


def _read_each(
    paths: Sequence[str], options: ReadOptions, stdin: BinaryIO | None
) -> Iterator[Document | Outcome]:
    seen: set[str] = set()
    for item in locate(paths, options):
        results = iter((item,)) if isinstance(item, Outcome) else _read_input(item, options, stdin)
        for result in results:
            if result.identifier in seen:
                yield _refuse_duplicate(result.identifier)
            else:
                seen.add(result.identifier)
                yield result


def _refuse_duplicate(identifier: str) -> Outcome:
    message = (
        f"{identifier} came twice in this run; give each document once and its own identifier."
    )
    return make_outcome(identifier, ErrorKind.DUPLICATE_ID, message)


def _read_input(
    item: Located, options: ReadOptions, stdin: BinaryIO | None
) -> Iterator[Document | Outcome]:
    try:
        with contextlib.ExitStack() as stack:
            source = _open(item, options, stdin, stack)
            for draft in FORMATS.get(item.ending).read(source, options):
                yield draft if isinstance(draft, Outcome) else _finish(draft, options)
    except DocumentError as error:
        yield make_outcome(item.identifier, ErrorKind(error.kind), str(error))
    except MemoryError:
        message = f"{item.identifier} needs more memory than there is; split it and try again."
        yield make_outcome(item.identifier, ErrorKind.MEMORY, message)
    except Exception as error:  # noqa: BLE001 - no defect of a parser may cost the other documents
        name = type(error).__name__
        message = (
            f"{item.identifier} met a defect of its reader ({name}); save it as text and report it."
        )
        yield make_outcome(item.identifier, ErrorKind.INTERNAL, message)


def _finish(draft: Draft, options: ReadOptions) -> Document | Outcome:
    try:
        return finish(draft, options)
    except DocumentError as error:
        return make_outcome(draft.identifier, ErrorKind(error.kind), str(error))


def _open(
    item: Located, options: ReadOptions, stdin: BinaryIO | None, stack: contextlib.ExitStack
) -> Source:
    if item.path is None:
        stream = sys.stdin.buffer if stdin is None else stdin
        return Source(identifier=item.identifier, ending=item.ending, stream=stream)
    try:
        descriptor = os.open(item.path, _OPEN_FLAGS)
    except OSError as error:
        reason = error.strerror or "input error"
        message = (
            f"{item.identifier} cannot be opened ({reason}); check the file and its permissions."
        )
        raise DocumentError(ErrorKind.UNREADABLE, message) from error
    stream = stack.enter_context(os.fdopen(descriptor, "rb"))
    source = Source(identifier=item.identifier, ending=item.ending, stream=stream)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        problem = "is no regular file; pipe it into kg with - instead, or copy it to a file."
        raise source.fail(ErrorKind.NOT_REGULAR_FILE, problem)
    limit = options.max_stream_bytes if FORMATS.get(item.ending).streams else options.max_bytes
    if status.st_size > limit:
        raise refuse_size(source, limit)
    if item.compressed:
        inflated = stack.enter_context(inflate(stream))
        return Source(identifier=item.identifier, ending=item.ending, stream=inflated)
    return source
