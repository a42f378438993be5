"""What a store has taken already, so that the next run sends the rest alone."""

import json
import os
from pathlib import Path
from types import TracebackType
from typing import IO

from kg.errors import OutputError, UsageError


class Journal:
    """An append-only file of JSON lines: one a batch that `url` has taken, on disk before the next.

    Without a path nothing is remembered. A last line that was cut off by a crash is no error: that
    batch is sent again, which does no harm. Lines of other stores are left alone.
    """

    def __init__(self, path: Path | None, url: str) -> None:
        self._url = url
        self._stream: IO[str] | None = None
        self._known = frozenset[str]()
        if path is None:
            return
        try:
            self._known = _read(path, url) if path.exists() else frozenset()
            self._stream = path.open("a", encoding="utf-8")
        except OSError as error:
            raise OutputError(
                f"The journal '{path}' cannot be written: {error.strerror}; give another file."
            ) from error

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._stream is not None:
            self._stream.close()

    def __contains__(self, digest: str) -> bool:
        """Whether a run before this one sent the batch."""
        return digest in self._known

    def add(self, digest: str) -> None:
        """Writes down that the store has the batch."""
        if self._stream is not None:
            self._stream.write(json.dumps({"batch": digest, "store": self._url}) + "\n")
            self._stream.flush()
            os.fsync(self._stream.fileno())


def _read(path: Path, url: str) -> frozenset[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        entries = [json.loads(line) for line in lines if line.endswith("\n")]
        return frozenset(entry["batch"] for entry in entries if entry["store"] == url)
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(
            f"'{path}' is no journal of kg load; give the one of an earlier run, or a new name."
        ) from error
