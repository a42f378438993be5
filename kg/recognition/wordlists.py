"""Reads the word lists of kg/rules/lexicon; a slip in a file is an error that names it."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from kg.errors import RuleError
from kg.lexicon import FOLDER, read_lexicon


class WordList(BaseModel):
    """Base of the shapes of word lists: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


ListT = TypeVar("ListT", bound=WordList)


def read_word_list(name: str, shape: type[ListT], *, folder: Path = FOLDER) -> ListT:
    """The word list `name`.yaml in the given shape.

    Raises:
        RuleError: the file cannot be read (see kg.strictyaml), or has an unknown key or a wrong value.
    """
    path = folder / f"{name}.yaml"
    data = read_lexicon(path)
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top"
        raise RuleError(f"{path}:1: wrong at {where}: {first['msg']}; mend that entry.") from error
