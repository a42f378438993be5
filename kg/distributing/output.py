"""The folder that a build writes: where it is, whether it may be written, and by whom."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from kg.building import hold_outputs
from kg.distributing import manifest
from kg.distributing.storage import Storage, is_remote
from kg.errors import UsageError

_OWN = re.compile(r"part-\d{5,}\.nq\.gz|manifest\.json|\.kg-[0-9a-f]+|\.manifest\.json\.kg")
_CUT = re.compile(r"([a-z][a-z0-9+]+):/(?!/)")


def prepare_output(output: str) -> str:
    """The URL or full path of the folder; raises UsageError for one that holds anything else."""
    url = _CUT.sub(r"\1://", output, count=1)  # a URL that was taken for a path has lost a slash
    if not is_remote(url):
        url = str(Path(url).absolute())
    storage = Storage(url, "")
    if storage.is_file():
        raise UsageError(f"The output {output} is a file; --engine dask writes a folder: name one.")
    others = [name for name in storage.list_names() if not _OWN.fullmatch(name)]
    if others:
        raise UsageError(
            f"The output folder {output} holds other files ({others[0]}); name one of its own."
        )
    return url


@contextlib.contextmanager
def hold_output(url: str) -> Iterator[None]:
    """The right to write the folder, where it is on a disk; raises LockedError where another build has it."""
    if is_remote(url):
        yield
        return
    with hold_outputs([Path(url) / manifest.NAME]):
        yield
