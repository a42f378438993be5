"""Paths to inputs: which files a run reads, in which order, and which it refuses."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model.document import ErrorKind, Outcome
from kg.readers.draft import make_outcome
from kg.readers.formats import FALLBACK, FORMATS, find_readable_ending, split_ending
from kg.readers.normalizing import clean_identifier
from kg.readers.options import ReadOptions
from kg.readers.slicing import Lines

STDIN = "-"
STDIN_IDENTIFIER = "stdin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An input to open; `path` is None for standard input. With `lines` only that run of its lines is read."""

    identifier: str
    path: Path | None
    ending: str
    compressed: bool = False
    lines: Lines | None = None


def locate(paths: Sequence[str], options: ReadOptions) -> Iterator[Located | Outcome]:
    """The inputs of the paths as given; members of a folder sorted by their path inside it."""
    for given in paths:
        if given == STDIN:
            ending = options.format or FALLBACK
            yield Located(identifier=STDIN_IDENTIFIER, path=None, ending=ending)
            continue
        path = Path(given)
        identifier = clean_identifier(path.as_posix())
        try:
            is_folder = path.is_dir()
            exists = is_folder or path.exists()
        except (OSError, ValueError):
            is_folder = exists = False
        if not exists:
            message = f"{identifier} does not exist; check the path."
            yield make_outcome(identifier, ErrorKind.UNREADABLE, message)
        elif is_folder:
            yield from _locate_members(path, identifier)
        else:
            yield _locate_named(path, identifier, options)


def _locate_named(path: Path, identifier: str, options: ReadOptions) -> Located:
    ending = options.format or find_readable_ending(path.name) or FALLBACK
    compressed = split_ending(path.name)[1] and FORMATS.get(ending).compressible
    return Located(identifier=identifier, path=path, ending=ending, compressed=compressed)


def _locate_members(folder: Path, identifier: str) -> Iterator[Located | Outcome]:
    problems: list[Outcome] = []
    members = _Walk(folder, identifier, problems).list_members()
    yield from problems
    if not members and not problems:
        known = " ".join(f".{name}" for name in FORMATS.list_names())
        message = f"{identifier} holds no files to read; put documents there ({known})."
        yield make_outcome(identifier, ErrorKind.EMPTY, message)
    root = os.path.realpath(folder)
    for member in members:
        name = clean_identifier((folder / member).as_posix())
        if not _lies_in(folder / member, root):
            message = (
                f"{name} leads out of {identifier}; copy the file there instead of linking it."
            )
            yield make_outcome(name, ErrorKind.OUTSIDE_ROOT, message)
            continue
        ending = find_readable_ending(member)
        if ending is not None:
            compressed = split_ending(member)[1]
            yield Located(
                identifier=name, path=folder / member, ending=ending, compressed=compressed
            )


def _lies_in(path: Path, root: str) -> bool:
    """Whether the file itself, behind all links, lies in the folder of that real path."""
    real = Path(os.path.realpath(path))
    return real.is_relative_to(root)


class _Walk:
    """Collects the readable members of one folder; each real folder is entered once."""

    def __init__(self, folder: Path, identifier: str, problems: list[Outcome]) -> None:
        self._folder = folder
        self._identifier = identifier
        self._problems = problems
        self._entered: set[str] = set()
        self._links: list[str] = []
        self._members: list[str] = []

    def list_members(self) -> list[str]:
        """Posix paths inside the folder, sorted; links that lead out of it are among them."""
        root = os.path.realpath(self._folder)
        self._enter("")
        # Linked folders come last, so that what is reachable without a link keeps its own path.
        while self._links:
            self._links.sort(reverse=True)
            link = self._links.pop()
            if not _lies_in(self._folder / link, root):
                self._members.append(link)
            else:
                self._enter(link)
        return sorted(self._members)

    def _enter(self, inside: str) -> None:
        pending = [inside]
        while pending:
            current = pending.pop()
            real = os.path.realpath(self._folder / current)
            if real in self._entered:
                continue
            self._entered.add(real)
            try:
                with os.scandir(self._folder / current) as entries:
                    for entry in entries:
                        self._sort_in(
                            entry, f"{current}/{entry.name}" if current else entry.name, pending
                        )
            except OSError as error:
                self._note(current, error)

    def _sort_in(self, entry: "os.DirEntry[str]", inside: str, pending: list[str]) -> None:
        if entry.name.startswith("."):
            return
        if entry.is_symlink() and (self._folder / inside).is_dir():
            self._links.append(inside)
        elif entry.is_dir(follow_symlinks=False):
            pending.append(inside)
        elif find_readable_ending(entry.name) is not None:
            self._members.append(inside)

    def _note(self, inside: str, error: OSError) -> None:
        identifier = clean_identifier((self._folder / inside).as_posix())
        reason = error.strerror or "input error"
        message = f"{identifier} cannot be listed ({reason}); check its permissions."
        self._problems.append(make_outcome(identifier, ErrorKind.UNREADABLE, message))
