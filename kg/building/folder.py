"""The working folder beside an output: its lock, and what a build that was stopped leaves."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import LockedError, OutputError
from kg.running import Journal
from kg.stores.locking import Lock, find_holder, note_holder

_TRIES = 5  # a folder may be removed by its last holder just as it is taken


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """A folder of one build, with the journal in it; the next run of the same command finds it again."""

    path: Path
    journal: Journal


@contextlib.contextmanager
def hold_outputs(outputs: Sequence[Path]) -> Iterator[WorkingFolder]:
    """The right to write the outputs, and the working folder beside the first of them.

    Raises LockedError at once, with the process that has it, where another build is writing one of
    them. The folder is removed when the block ends well, and kept when it does not; without a file
    among the outputs it is a temporary one.
    """
    targets = sorted({Path(os.path.realpath(p)) for p in outputs if not _is_device(p)})
    with contextlib.ExitStack() as stack:
        if not targets:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-")))
            with _open(folder) as opened:
                yield opened
            return
        folders = [target.with_name(f".{target.name[:100]}.kg") for target in targets]
        for target, folder in zip(targets, folders, strict=True):
            stack.enter_context(_hold(target, folder))
        first = Path(os.path.realpath(next(p for p in outputs if not _is_device(p))))
        with _open(folders[targets.index(first)]) as opened:
            yield opened
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _open(folder: Path) -> Iterator[WorkingFolder]:
    journal = Journal(folder / "journal.db")
    try:
        yield WorkingFolder(folder, journal)
    finally:
        journal.close()


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


@contextlib.contextmanager
def _hold(target: Path, folder: Path) -> Iterator[None]:
    lock = _take(target, folder)
    try:
        yield
    except BaseException:
        lock.close()
        with contextlib.suppress(OSError):
            _drop_unused(folder)
        raise
    lock.close()


def _take(target: Path, folder: Path) -> Lock:
    for _ in range(_TRIES):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / "lock"
            path.touch()
            before = path.stat().st_ino
            lock = Lock(path)
            if not lock.take(shared=False):
                raise LockedError(
                    f"'{target}' is being written by {find_holder(folder / 'pid')}; wait for it to end, or"
                    " write to another file."
                )
            if path.exists() and path.stat().st_ino == before:
                note_holder(folder / "pid")
                return lock
            lock.close()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OutputError(
                f"'{target}' cannot be written ({error.strerror}); name another place."
            ) from error
    raise LockedError(f"'{target}' is being written by other builds; try again.")


def _drop_unused(folder: Path) -> None:
    """Removes a folder in which no journal was begun."""
    names = {path.name for path in folder.iterdir()}
    if names <= {"lock", "pid"}:
        shutil.rmtree(folder)
