"""Finds the data that ships with kg, installed from a wheel or run from the source folder.

A domain is a folder of the user's own that adds to all of it: terms in Turtle, rules, words and names. It is
named by the environment, so that every command and every process that it starts sees the same terms.
"""

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
