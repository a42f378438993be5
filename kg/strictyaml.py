"""Reads YAML strictly: every scalar is text, duplicate keys, tags and aliases are errors with file and line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import RuleError

_MAX_BYTES = 2_000_000
_MAX_DEPTH = 24


class _StrictLoader(yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader):  # type: ignore[misc]
    """Base loader: `NO`, `0012` and `12:30` stay text, no tag builds an object."""

    def resolve(self, *_: object) -> str:
        """One tag for all that has none: it is asked for every node, and none depends on it."""
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, *_: object) -> None:
        """Does nothing: no tag depends on the place."""

    def ascend_resolver(self) -> None:
        """Does nothing: no tag depends on the place."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A scalar's text and the line, from 1, where it begins."""

    text: str
    line: int


def _compose_checked(node: yaml.Node, path: Path, depth: int = 0, *, numbered: bool = False) -> Any:
    line = node.start_mark.line + 1
    if depth > _MAX_DEPTH:
        raise RuleError(f"{path}:{line}: nested more than {_MAX_DEPTH} deep; flatten it.")
    if node.tag.startswith(("!", "tag:yaml.org,2002:python")):
        raise RuleError(f"{path}:{line}: the tag {node.tag} is not allowed; write plain text.")
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = _compose_checked(key_node, path, depth + 1)
            if not isinstance(key, str):
                raise RuleError(f"{path}:{line}: a key must be plain text.")
            if key in result:
                at = key_node.start_mark.line + 1
                raise RuleError(f"{path}:{at}: the key '{key}' stands twice; keep one.")
            result[key] = _compose_checked(value_node, path, depth + 1, numbered=numbered)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_compose_checked(v, path, depth + 1, numbered=numbered) for v in node.value]
    return Numbered(str(node.value), line) if numbered else str(node.value)


def _refuse_aliases(text: str, path: Path) -> None:
    for event in yaml.parse(text, Loader=_StrictLoader):
        if isinstance(event, yaml.AliasEvent):
            at = event.start_mark.line + 1 if event.start_mark else 1
            raise RuleError(f"{path}:{at}: aliases (*name) are not allowed; write it out.")


def parse_yaml(text: str, path: Path, *, numbered: bool = False) -> Any:
    """The content of a YAML text: dicts, lists and strings only. `path` is for the messages.

    With `numbered`, the scalars that are no keys are Numbered instead of strings.
    Raises RuleError naming file and line for bad syntax, duplicate keys, tags, aliases and deep nesting.
    """
    try:
        if "*" in text:
            _refuse_aliases(text, path)
        node = yaml.compose(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{path}:{at}: not valid YAML: {error.problem}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise RuleError(f"{path}:1: not valid YAML: {error}.") from error
    return {} if node is None else _compose_checked(node, path, numbered=numbered)


def read_yaml(path: Path, *, numbered: bool = False) -> Any:
    """The content of a YAML file; see parse_yaml."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise RuleError(f"{path}:1: larger than {_MAX_BYTES} bytes; split it.")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}:1: cannot be read as UTF-8 text ({error}).") from error
    return parse_yaml(text, path, numbered=numbered)


def require_mapping(value: Any, path: Path, what: str) -> Mapping[str, Any]:
    """The value as a mapping, or a RuleError that says what was expected where."""
    if not isinstance(value, dict):
        raise RuleError(f"{path}:1: {what} must be a mapping of names to values.")
    return value
