"""A run of lines of a stream: so that several processes can share one large file."""

import io
from typing import BinaryIO

Lines = tuple[int, int | None]  # the first line, counted from 0, and the one behind the last
_CHUNK = 1 << 16


class LineSlice(io.RawIOBase):
    r"""A binary stream in which the lines before a run are blank, and nothing comes behind it.

    So a reader that passes blank lines over counts the rest as they stand. Lines end with \n alone.
    """

    def __init__(self, stream: BinaryIO, lines: Lines) -> None:
        self._stream = stream
        self._first, self._end = lines
        self._line = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line, or the next part of it."""
        if self._end is not None and self._line >= self._end:
            return b""
        if self._line < self._first:
            return self._skip()
        part = self._stream.readline(-1 if size is None else size)
        if part.endswith(b"\n"):
            self._line += 1
        return part

    def _skip(self) -> bytes:
        """A blank line in place of the next; nothing where there is none."""
        part = self._stream.readline(_CHUNK)
        if not part:
            return b""
        while part and not part.endswith(b"\n"):
            part = self._stream.readline(_CHUNK)
        self._line += 1
        return b"\n"

    def read(self, size: int = -1, /) -> bytes:
        """Lines until there are that many bytes or more; a slice is read by lines."""
        parts, total = [], 0
        while size < 0 or total < size:
            part = self.readline(-1 if size < 0 else size - total)
            if not part:
                break
            parts.append(part)
            total += len(part)
        return b"".join(parts)


def count_lines(stream: BinaryIO, limit: int) -> int | None:
    r"""How many lines end with \n, or 0 for none; None where the stream can be read as a whole alone.

    That is one of more bytes than the limit, one with bytes of UTF-16 or UTF-32, and one without text.
    """
    total = lines = 0
    text = False
    while chunk := stream.read(_CHUNK):
        if total == 0 and (chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in chunk[:4]):
            return None
        total += len(chunk)
        if total > limit:
            return None
        lines += chunk.count(b"\n")
        text = text or bool(chunk.strip())
    return lines if text else None
