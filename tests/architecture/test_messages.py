"""Errors are for people: each says how to mend what it tells of."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
# "…; do this", or what must be so.
_MEND = re.compile(r"; |\bCheck\b|\bmust\b|\bneeds?\b")
_OURS = {
    "UsageError", "RuleError", "OntologyError", "ModelError", "TermError", "QueryError", "GraphError",
    "StoreError", "OutputError", "KgError", "DocumentError", "fail",
}  # fmt: skip


def _get_text(node: ast.AST) -> str:
    """The words of a literal, {} for what is filled in; "" for what is put together elsewhere."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_get_text(value) or "{}" for value in node.values)
    return ""


def _list_messages() -> Iterator[tuple[str, str]]:
    """Place and words of each message that an error of kg is made with, where it is written out."""
    for path in sorted((ROOT / "kg").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            texts = [_get_text(argument) for argument in node.args] if name in _OURS else []
            for text in texts:
                if len(re.sub(r"\{\}|\W", "", text)) > 12 and not text.startswith("id: "):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", text


def test_every_error_names_the_mend() -> None:
    """Not only what is wrong: also what to do, after a semicolon, or what must be so."""
    messages = list(_list_messages())
    assert len(messages) > 150
    assert [found for found in messages if not _MEND.search(found[1])] == []
