"""The progress bar, on standard error and only where that is a terminal."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline import Progress


@contextlib.contextmanager
def show_progress(*, quiet: bool) -> Iterator["Callable[[Progress], None] | None"]:
    """Gives the function that moves the bar, or None where there is none to see."""
    started = time.monotonic()
    with _show_bar("documents", None, quiet=quiet) as update:
        if update is None:
            yield None
            return

        def move(progress: "Progress") -> None:
            speed = format_speed(progress.documents, progress.words, time.monotonic() - started)
            update(completed=progress.documents, total=progress.total, speed=speed)

        yield move


@contextlib.contextmanager
def show_count(total: int, what: str, *, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """Gives the function that moves a bar to a number of `total`, or None where there is none to see."""
    with _show_bar(what, total, quiet=quiet) as update:
        yield None if update is None else lambda number: update(completed=number)


@contextlib.contextmanager
def _show_bar(what: str, total: int | None, *, quiet: bool) -> Iterator[Callable[..., None] | None]:
    """Gives the function that updates the bar's fields, or None."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield partial(bar.update, bar.add_task(what, total=total, speed=""))


def format_speed(documents: int, words: int, seconds: float) -> str:
    """Such as "3.2 documents/s, 1,408 words/s"; "" before there is a time to divide by."""
    if seconds <= 0:
        return ""
    return f"{documents / seconds:,.1f} documents/s, {words / seconds:,.0f} words/s"
