"""Modules and functions stay short enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
# "path" or "path::function": why it may be longer
MODULE_EXCEPTIONS: dict[str, str] = {}
FUNCTION_EXCEPTIONS: dict[str, str] = {}


def _list_sources() -> list[Path]:
    return sorted((ROOT / "kg").rglob("*.py"))


def _list_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and number of lines, from `def` to the last line, of every function of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_longer_than_300_lines() -> None:
    """Longer ones are split by meaning, or listed here with the reason."""
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in _list_sources()
    }
    long = {name: n for name, n in lengths.items() if n > LONGEST_MODULE}
    assert set(long) == set(MODULE_EXCEPTIONS), long


def test_no_function_is_longer_than_40_lines() -> None:
    """Longer ones are split by meaning, or listed here with the reason."""
    long = {
        f"{path.relative_to(ROOT).as_posix()}::{name}": lines
        for path in _list_sources()
        for name, lines in _list_functions(path)
        if lines > LONGEST_FUNCTION
    }
    assert set(long) == set(FUNCTION_EXCEPTIONS), long


def test_packages_are_told_apart_by_meaning() -> None:
    """No module is named after what it is not: helpers, utils, common, misc, manager."""
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
    named = {p.stem.strip("_") for p in _list_sources()} | {p.parent.name for p in _list_sources()}
    assert not named & vague
