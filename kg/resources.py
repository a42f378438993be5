"""Finds the data that ships with kg, installed from a wheel or run from the source folder."""

import functools
import hashlib
from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).parent
_SOURCES = {
    "ontology": "ontology",
    "gazetteer": "seeds/gazetteer",
}  # name: folder in the source tree


def find_built_folder(name: str) -> Path | None:
    """The folder of data that packaging may add ("sparql"), or None where it was not made."""
    folder = _PACKAGE / "_data" / name
    return folder if folder.is_dir() else None


def get_data_folder(name: str) -> Path:
    """The folder of shipped data called `name`: "ontology" or "gazetteer"."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / _SOURCES[name]):
        if folder.is_dir():
            return folder
    raise KgError(
        f"The data folder '{name}' is missing beside {_PACKAGE}; install kg again from a complete wheel."
    )


# What only asks or shows graphs, or runs what makes them, changes none.
_ASKING = frozenset(
    {"cli", "distributing", "evaluation", "validation", "views", "queries", "readers", "running"}
)


@functools.cache
def digest_code(*names: str) -> str:
    """A digest of the code that makes graphs, which changes more often than the version of kg.

    With names ("recognition/parsing.py") that of these files alone.
    """
    paths = [_PACKAGE / name for name in names] if names else sorted(_PACKAGE.rglob("*.py"))
    digest = hashlib.sha256()
    for path in paths:
        inside = path.relative_to(_PACKAGE)
        if names or inside.parts[0] not in _ASKING:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]
