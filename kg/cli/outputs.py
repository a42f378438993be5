"""Checks before the work that every output can be written, so that none is done in vain."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg.errors import UsageError


def check_outputs(inputs: Sequence[str], graphs: Sequence[Path], report: Path | None) -> None:
    """Raises UsageError for an output that cannot or must not be written; changes nothing.

    Refused are an unknown ending of a graph, a path named twice, an input, a folder, and a place
    where no file can be made. Missing folders are allowed: writing makes them.
    """
    check_endings(graphs)
    read = {Path(name).resolve() for name in inputs if name != "-"}
    seen: set[Path] = set()
    for path in (*graphs, *((report,) if report else ())):
        resolved = path.resolve()
        if resolved in read and not path.is_dir():
            raise UsageError(f"The output {path} is also an input; name another file.")
        if resolved in seen:
            raise UsageError(f"The output {path} is named twice; give each output its own file.")
        seen.add(resolved)
        check_writable(path)


def check_endings(graphs: Sequence[Path]) -> None:
    """Raises UsageError, which lists the known endings, for a path whose form is not known."""
    import kg.graph  # noqa: F401  it adds the page to the forms that can be written
    from kg.rdf.writing import get_writer

    for path in graphs:
        get_writer(path)


def check_writable(path: Path) -> None:
    """Raises UsageError unless a file can be made at `path`; tries it with a nameless file."""
    try:
        if path.is_dir():
            raise UsageError(f"The output {path} is a folder; name a file in it.")
        if path.exists() and not path.is_file():  # a device or a pipe is written as it is
            return
        folder = next(parent for parent in path.absolute().parents if parent.exists())
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UsageError(
            f"The output {path} cannot be written ({error.strerror}); name another place."
        ) from error
