"""Which documents of a store the user means to take out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.model.document import ErrorKind, Outcome, Status
from kg.readers.normalizing import clean_identifier
from kg.stores.document_rows import StoredDocument


def find_given(
    stored: Iterable[StoredDocument], paths: Sequence[str | Path]
) -> tuple[list[Outcome], set[int]]:
    """An outcome for each document to take out, in order, and their numbers.

    A path names the document of that identifier, or else all from the folder or file of that name.
    """
    numbers = {document.identifier: document.number for document in stored}
    found: dict[str, Outcome] = {}
    for path in paths:
        given = str(path)
        names = _list_names(given, numbers)
        for name in names:
            found[name] = Outcome(identifier=name, status=Status.OK)
        if not names:
            found[given] = _refuse(given)
    return list(found.values()), {numbers[name] for name in found if name in numbers}


def _list_names(given: str, known: Iterable[str]) -> list[str]:
    for name in (given, clean_identifier(given), clean_identifier(Path(given).as_posix())):
        if name in known:
            return [name]
    folder = clean_identifier(Path(given).as_posix())
    starts = (f"{folder}/", f"{folder}#")
    return sorted(name for name in known if name.startswith(starts) or folder == ".")


def _refuse(given: str) -> Outcome:
    identifier = clean_identifier(given)
    return Outcome(
        identifier=identifier,
        status=Status.FAILED,
        kind=ErrorKind.UNREADABLE,
        message=f"{identifier} is not in the store; give it as it was given to kg build.",
    )
