"""Parses that are kept must be made anew when any code or word list that made them has changed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.recognition.parsing_code import PARSING_CODE

PACKAGE = Path(kg.__file__).parent
# What reads files and tells errors, for all of kg.
COMMON = {"errors.py", "lexicon.py", "resources.py", "strictyaml.py"}


def _list_imports(path: Path) -> Iterator[str]:
    """The modules of kg that a file imports, as paths within the package."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kg."):
            yield f"{str(node.module)[3:].replace('.', '/')}.py"


def _list_lexicons(path: Path) -> Iterator[str]:
    """The word lists that a file loads by their name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"load_lexicon", "read_word_list"}:
            name = node.args[0]
            if isinstance(name, ast.Constant):
                yield f"rules/lexicon/{name.value!s}.yaml"


def test_all_that_parsing_imports_is_listed() -> None:
    """Everything that kg.recognition.parsing imports, directly or not, and the word lists that it loads."""
    found: set[str] = set()
    todo = ["recognition/parsing.py"]
    while todo:
        name = todo.pop()
        if name in found or name in COMMON or not (PACKAGE / name).is_file():
            continue
        found.add(name)
        todo += _list_imports(PACKAGE / name)
    assert len(found) > 10
    lists = {word for name in found for word in _list_lexicons(PACKAGE / name)}
    assert found | lists <= set(PARSING_CODE)


def test_all_that_is_listed_is_there() -> None:
    """A file that is gone would stop every build."""
    assert [name for name in PARSING_CODE if not (PACKAGE / name).is_file()] == []
