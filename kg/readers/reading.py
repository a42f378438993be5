"""Reads documents from paths; a bad one becomes an outcome and stops nothing."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO, cast

from kg.errors import DocumentError
from kg.model.document import Document, ErrorKind, Outcome
from kg.readers.draft import Draft, finish, make_outcome
from kg.readers.formats import FORMATS
from kg.readers.locating import Located, locate
from kg.readers.options import ReadOptions
from kg.readers.slicing import LineSlice
from kg.readers.source import Source, inflate, refuse_size

# A named pipe must not make the opening wait; Windows has neither flag nor such pipes.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that is left for another process to read: its parser can hang, crash or eat memory."""

    located: Located
    options: ReadOptions

    @property
    def identifier(self) -> str:
        """The name that its document will have."""
        return self.located.identifier


def read_documents(
    paths: Sequence[str], *, options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Document | Outcome]:
    """Documents of files, folders and "-" (standard input); an outcome for every input without one.

    Lazy; the order is that of the paths, inside a folder that of the posix paths in it. Hidden
    files and unknown endings in folders are passed over; a file named by the user is tried as text.
    An identifier that came before fails as DUPLICATE_ID. Raises UsageError at once for an unknown
    `options.format`.
    """
    items = list_inputs(paths, options=options, stdin=stdin)
    return refuse_duplicates(chain.from_iterable(map(read_input, items)))


def list_inputs(
    paths: Sequence[str], *, options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Document | Outcome | Unread]:
    """The same, but files of formats that are read `apart` stay unread, and nothing is refused twice."""
    if options.format is not None:
        FORMATS.get(options.format)
    return list_located(locate(paths, options), options=options, stdin=stdin)


def read_input(item: Document | Outcome | Unread) -> Iterator[Document | Outcome]:
    """What an input holds; one that was read already is itself."""
    if isinstance(item, Unread):
        return _read_input(item.located, item.options, None)
    return iter((item,))


def list_located(
    items: Iterable[Located | Outcome], *, options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Document | Outcome | Unread]:
    """The same, of inputs that are located already."""
    for item in items:
        if isinstance(item, Outcome):
            yield item
        elif item.path is not None and FORMATS.get(item.ending).apart:
            yield Unread(located=item, options=options)
        else:
            yield from _read_input(item, options, stdin)


def refuse_duplicates(items: Iterable[Document | Outcome]) -> Iterator[Document | Outcome]:
    """The items; in place of one whose identifier came before, an outcome that says so."""
    seen: set[str] = set()
    for item in items:
        if item.identifier in seen:
            yield refuse_duplicate(item.identifier)
        else:
            seen.add(item.identifier)
            yield item


def refuse_duplicate(identifier: str) -> Outcome:
    """The outcome of an identifier that came before."""
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
        if item.lines is None or error.kind != ErrorKind.EMPTY:  # other lines hold records
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
        given = sys.stdin.buffer if stdin is None else stdin
        return Source(identifier=item.identifier, ending=item.ending, stream=given)
    try:
        descriptor = os.open(item.path, _OPEN_FLAGS)
    except OSError as error:
        reason = error.strerror or "input error"
        message = (
            f"{item.identifier} cannot be opened ({reason}); check the file and its permissions."
        )
        raise DocumentError(ErrorKind.UNREADABLE, message) from error
    stream: BinaryIO = stack.enter_context(os.fdopen(descriptor, "rb"))
    source = Source(identifier=item.identifier, ending=item.ending, stream=stream)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        problem = "is no regular file; pipe it into kg with - instead, or copy it to a file."
        raise source.fail(ErrorKind.NOT_REGULAR_FILE, problem)
    limit = options.max_stream_bytes if FORMATS.get(item.ending).streams else options.max_bytes
    if status.st_size > limit:
        raise refuse_size(source, limit)
    if item.compressed:
        stream = stack.enter_context(inflate(stream))
    if item.lines is not None:
        stream = cast("BinaryIO", LineSlice(stream, item.lines))
    return Source(identifier=item.identifier, ending=item.ending, stream=stream)
