"""The output folder, on a disk or in an object store, as driver and workers share it; by fsspec."""

import functools
import os
import posixpath
import uuid
from collections.abc import Iterator
from typing import Any

from kg.errors import OutputError, UsageError


class Storage:
    """A folder by its path or URL; what is written there is there as a whole or not at all.

    `drafts` is a folder in it for files that are being written.
    """

    def __init__(self, url: str, drafts: str) -> None:
        self.url = url
        self._drafts = drafts
        self._files, self._root = open_filesystem(url)
        self._local = "file" in _list_protocols(self._files)

    def _locate(self, name: str) -> str:
        return posixpath.join(self._root, name)

    def read(self, name: str) -> bytes:
        """All bytes of a file; raises FileNotFoundError."""
        return bytes(self._files.cat_file(self._locate(name)))

    def read_range(self, name: str, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`."""
        return bytes(self._files.cat_file(self._locate(name), start=start, end=end))

    def find(self, name: str) -> bytes | None:
        """All bytes of a file, or None where there is none."""
        try:
            return self.read(name)
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Writes a file, in place of one of that name; raises OutputError."""
        path = self._locate(name)
        try:
            if self._local:
                draft = self._locate(f"{self._drafts}/{uuid.uuid4().hex}")
                os.makedirs(posixpath.dirname(draft), exist_ok=True)  # noqa: PTH103  paths of fsspec
                os.makedirs(posixpath.dirname(path), exist_ok=True)  # noqa: PTH103
                with open(draft, "xb") as stream:  # noqa: PTH123
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                os.replace(draft, path)  # noqa: PTH105
            else:
                self._files.pipe_file(path, data)  # an object is there when all of it is
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"'{self.url}/{name}' could not be written ({reason}); make room or choose another "
                "place, and run the command again: what it has of documents it will not read twice."
            ) from error

    def list_names(self) -> list[str]:
        """The names of what lies in the folder itself, sorted; none where there is no folder."""
        self._files.invalidate_cache()
        try:
            found = self._files.ls(self._root, detail=False)
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(posixpath.basename(str(path).rstrip("/")) for path in found)

    def is_file(self) -> bool:
        """Whether there is a file where the folder should be."""
        return bool(self._files.isfile(self._root))

    def remove(self, name: str) -> None:
        """Removes a file or a folder with all in it; nothing happens where there is none."""
        try:
            self._files.rm(self._locate(name), recursive=True)
        except FileNotFoundError:
            return


def open_filesystem(url: str) -> tuple[Any, str]:
    """The file system of a path or URL, and the path in it; raises UsageError for one that is not known."""
    from fsspec.core import url_to_fs

    try:
        files, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"'{url}' cannot be used: {error}.") from error
    return files, str(path)


def _list_protocols(files: Any) -> tuple[str, ...]:
    known = files.protocol
    return (known,) if isinstance(known, str) else tuple(known)


def is_remote(path: str) -> bool:
    """Whether the path is a URL of another file system."""
    return "://" in path and not path.startswith("file://")


def fetch(url: str, target: str) -> None:
    """Copies a remote file to this machine; raises OSError."""
    files, path = open_filesystem(url)
    files.get_file(path, target)


def list_matches(pattern: str) -> Iterator[tuple[str, int]]:
    """(path or URL, bytes) of the files that a pattern, or a folder with all below it, names; sorted."""
    files, path = open_filesystem(pattern)
    remote = is_remote(pattern)
    if has_magic(path):
        found = files.glob(path, detail=True)
    elif files.isdir(path):
        found = files.find(path, detail=True)
    else:
        found = {path: files.info(path)}
    for name, about in sorted(found.items()):
        if about.get("type") == "file":
            shown = files.unstrip_protocol(name) if remote else str(name)
            yield shown, int(about.get("size") or 0)


def has_magic(path: str) -> bool:
    """Whether the path is a pattern."""
    return any(c in path for c in "*?[")


@functools.cache
def open_storage(url: str, drafts: str) -> Storage:
    """The storage of a URL, once in a process."""
    return Storage(url, drafts)
