"""The threat model promises what tests hold."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)?::(\w+)`")


def list_named() -> list[tuple[str, str]]:
    """File and name of each test; "::name" alone is in the file named last."""
    named, last = [], ""
    for path, name in NAMED.findall((ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8")):
        last = path or last
        named.append((last, name))
    return named


@pytest.mark.parametrize(("path", "name"), list_named(), ids=lambda value: value)
def test_a_property_names_a_test_that_is_there(path: str, name: str) -> None:
    """A promise whose test was renamed or taken out is noticed."""
    assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_every_promise_names_one() -> None:
    """As many as there are, so that the pattern above cannot miss them all."""
    assert len(list_named()) > 30
