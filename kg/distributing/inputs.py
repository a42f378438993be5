"""Inputs of a build: files on a disk or elsewhere, in partitions that one task can read."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.distributing.shuffling import Record
from kg.distributing.storage import has_magic, is_remote, list_matches
from kg.errors import UsageError
from kg.model.document import ErrorKind, Outcome
from kg.model.encoding import format_outcome, parse_outcome
from kg.readers import FORMATS, ReadOptions
from kg.readers.draft import make_outcome
from kg.readers.formats import FALLBACK, find_readable_ending, split_ending
from kg.readers.locating import STDIN, Located, locate
from kg.readers.normalizing import clean_identifier

LEAST, MOST = (
    100_000,
    32_000_000,
)  # bytes of text of a partition: seconds of work, and what a task holds
_MANY = 1_000  # partitions, beyond which they grow
_INFLATED = 3  # times as large as it was compressed
_OPENING = 1_000  # bytes that opening a file is worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file to read. With a `url` it is elsewhere; `stamp` changes when the file does."""

    located: Located
    size: int
    url: str | None = None
    stamp: str = ""

    @property
    def weight(self) -> int:
        """About how many bytes of text there are."""
        return self.size * (_INFLATED if self.located.compressed else 1) + _OPENING


def list_inputs(paths: Sequence[str], options: ReadOptions) -> Iterator[Input | Outcome]:
    """The files of paths, folders, patterns (`**/*.jsonl.gz`) and URLs, in the order of a local build."""
    if options.format is not None:
        FORMATS.get(options.format)
    for given in paths:
        if given == STDIN:
            raise UsageError(
                "A cluster cannot read standard input; write it to a file, or leave out --engine dask."
            )
        if is_remote(given):
            yield from _list_remote(given, options)
            continue
        matches = [given]
        if has_magic(given) and not Path(given).exists():
            found = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  its ** is that of shells
            matches = [name for name in found if Path(name).is_file()] or [given]
        for item in locate(matches, options):
            yield item if isinstance(item, Outcome) else _measure(item)


def _measure(located: Located) -> Input:
    """The input with what the disk says of it; workers may run in another folder."""
    path = Path(os.path.abspath(located.path or ""))  # noqa: PTH100  links stay as they are
    try:
        about = path.stat()
        size, stamp = about.st_size, f"{about.st_mtime_ns}"
    except OSError:
        size, stamp = 0, ""
    return Input(located=replace(located, path=path), size=size, stamp=stamp)


def _list_remote(given: str, options: ReadOptions) -> Iterator[Input | Outcome]:
    try:
        found = list(list_matches(given))
    except FileNotFoundError:
        found = []
    except UsageError:
        raise
    except Exception as error:  # each file system has errors of its own
        raise UsageError(
            f"'{given}' cannot be listed ({error}); check it and your access."
        ) from error
    if not found:
        identifier = clean_identifier(given)
        message = f"{identifier} does not exist; check the path."
        yield make_outcome(identifier, ErrorKind.UNREADABLE, message)
    for url, size in found:
        named = has_magic(given) or url == given
        ending = find_readable_ending(url.rsplit("/", 1)[-1])
        if named:
            ending = options.format or ending or FALLBACK
        if ending is not None:
            compressed = split_ending(url)[1] and FORMATS.get(ending).compressible
            located = Located(
                identifier=clean_identifier(url), path=None, ending=ending, compressed=compressed
            )
            yield Input(located=located, size=size, url=url)


def choose_size(inputs: Iterable[Input | Outcome]) -> int:
    """The bytes of a partition for these inputs, whatever runs them."""
    total = sum(item.weight for item in inputs if isinstance(item, Input))
    return max(LEAST, min(MOST, total // _MANY))


def is_large(item: Input | Outcome, size: int, options: ReadOptions) -> bool:
    """Whether a file is better read by several tasks, a run of its lines each."""
    if isinstance(item, Outcome) or options.encoding is not None:
        return False
    return FORMATS.get(item.located.ending).streams and item.weight > 2 * size


def slice_input(item: Input, lines: int | None, size: int) -> list[Input]:
    """The file as runs of its lines."""
    slices = -(-item.weight // size)
    if lines is None or lines < 2 or slices < 2:
        return [item]
    step = -(-lines // slices)
    starts = range(0, lines, step)
    return [
        replace(
            item,
            size=item.size // len(starts),
            located=replace(item.located, lines=(s, s + step if s + step < lines else None)),
        )
        for s in starts
    ]


def split_inputs(inputs: Iterable[Input | Outcome], size: int) -> list[list[Input | Outcome]]:
    """Partitions of about that many bytes of text, in order; at least one."""
    partitions: list[list[Input | Outcome]] = [[]]
    filled = 0
    for item in inputs:
        weight = item.weight if isinstance(item, Input) else _OPENING
        if filled and filled + weight > size:
            partitions.append([])
            filled = 0
        partitions[-1].append(item)
        filled += weight
    return partitions


def format_input(item: Input | Outcome) -> list[Any]:
    """An input as a record."""
    if isinstance(item, Outcome):
        return [format_outcome(item).decode()]
    located = item.located
    path = None if located.path is None else os.fsencode(located.path).hex()
    return [
        located.identifier, path, located.ending, located.compressed, located.lines, item.size,
        item.url, item.stamp,
    ]  # fmt: skip


def parse_input(record: Record) -> Input | Outcome:
    """The input again."""
    if len(record) == 1:
        return parse_outcome(record[0].encode())
    identifier, path, ending, compressed, lines, size, url, stamp = record
    located = Located(
        identifier=identifier,
        path=None if path is None else Path(os.fsdecode(bytes.fromhex(path))),
        ending=ending,
        compressed=compressed,
        lines=None if lines is None else (lines[0], lines[1]),
    )
    return Input(located=located, size=size, url=url, stamp=stamp)
