"""Finds the data that ships with kg, installed from a wheel or run from the source folder.

A domain is a folder of the user's own that adds to all of it: terms in Turtle, rules, words and names. It is
named by the environment, so that every command and every process that it starts sees the same terms.
"""

import functools
import hashlib
import os
from pathlib import Path

from kg.errors import KgError, UsageError

DOMAIN = "KG_DOMAIN"  # the variable that names the folder of a domain
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


def find_domain() -> Path | None:
    """The folder of the domain that the environment names, or None; UsageError where it is none."""
    named = os.environ.get(DOMAIN, "")
    if not named:
        return None
    folder = Path(named)
    if not folder.is_dir():
        raise UsageError(
            f"The domain '{named}' is no folder; name one with --domain or {DOMAIN}, or none."
        )
    return folder.resolve()


def list_domain_files(pattern: str) -> list[Path]:
    """The files of the domain that fit ("*.ttl", "rules/*.yaml"), sorted; none without a domain."""
    folder = find_domain()
    return [] if folder is None else sorted(folder.glob(pattern))


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
