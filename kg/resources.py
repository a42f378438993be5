"""Finds the data that ships with kg, installed from a wheel or run from the source folder."""

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
