"""One opened input, and how much of it may be read."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from kg.errors import DocumentError
from kg.model.document import ErrorKind
from kg.readers.options import ReadOptions

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open input: its identifier, the ending it is read by, and its bytes, already inflated."""

    identifier: str
    ending: str
    stream: BinaryIO

    def fail(self, kind: ErrorKind, problem: str) -> DocumentError:
        """The error to raise; `problem` goes on after the identifier ("is …; do …")."""
        return DocumentError(kind, f"{self.identifier} {problem}")


def inflate(stream: BinaryIO) -> BinaryIO:
    """The stream without its gzip layer."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


def read_bytes(source: Source, options: ReadOptions) -> bytes:
    """All bytes; DocumentError TOO_LARGE beyond `max_bytes`, UNREADABLE for broken gzip."""
    chunks: list[bytes] = []
    left = options.max_bytes + 1
    while left > 0 and (chunk := _read(source, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if left <= 0:
        raise refuse_size(source, options.max_bytes)
    return b"".join(chunks)


def read_lines(source: Source, options: ReadOptions) -> Iterator[bytes | None]:
    r"""The lines, ended by \n alone and without it; None for a line beyond `max_bytes`.

    Raises DocumentError as read_bytes does, TOO_LARGE beyond `max_stream_bytes`.
    """
    total = 0
    while line := _read(source, options.max_bytes + 1, line=True):
        total += len(line)
        too_long = len(line) > options.max_bytes and not line.endswith(b"\n")
        while too_long and not line.endswith(b"\n") and total <= options.max_stream_bytes:
            line = _read(source, _CHUNK, line=True)
            if not line:
                break
            total += len(line)
        if total > options.max_stream_bytes:
            raise refuse_size(source, options.max_stream_bytes)
        yield None if too_long else line.removesuffix(b"\n")


def refuse_size(source: Source, limit: int) -> DocumentError:
    """The error for an input of more bytes than the limit."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
    return source.fail(ErrorKind.TOO_LARGE, f"is larger than {size}; split it or raise the limit.")


def _read(source: Source, size: int, *, line: bool = False) -> bytes:
    try:
        return source.stream.readline(size) if line else source.stream.read(size)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        problem = "is no complete gzip file; compress it again or give it unpacked."
        raise source.fail(ErrorKind.UNREADABLE, problem) from error
    except OSError as error:
        reason = error.strerror or "input error"
        raise source.fail(
            ErrorKind.UNREADABLE, f"cannot be read ({reason}); check the file and its disk."
        ) from error
