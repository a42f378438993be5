"""Reads the word lists of kg/rules/lexicon; a slip in a file is an error that names it."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from kg.errors import RuleError

_FOLDER = Path(__file__).parent.parent / "rules" / "lexicon"


class WordList(BaseModel):
    """Base of the shapes of word lists: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _TextLoader(yaml.BaseLoader):
    """Leaves every scalar a text ("no" is a word here, not false) and refuses duplicate keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key.value}' stands here twice", key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


ListT = TypeVar("ListT", bound=WordList)


def read_word_list(name: str, shape: type[ListT], *, folder: Path = _FOLDER) -> ListT:
    """The word list `name`.yaml in the given shape.

    Raises:
        RuleError: the file is missing, is no YAML, has a duplicate or unknown key or a wrong value.
    """
    path = folder / f"{name}.yaml"
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_TextLoader)  # noqa: S506
        return shape.model_validate(data)
    except OSError as error:
        raise RuleError(
            f"The word list {path} cannot be read ({error.strerror}); reinstall kg."
        ) from error
    except yaml.YAMLError as error:
        raise RuleError(
            f"The word list {path} is no valid YAML: {error}; mend that line."
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top"
        raise RuleError(
            f"The word list {path} is wrong at {where}: {first['msg']}; mend that entry."
        ) from error
