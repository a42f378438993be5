"""benchmarks/calibrate.py judges claims as the sets do, and writes a confidence where it belongs."""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
TEXT = "Jane Doe was born in Antwerp in 1970."
RULES = """predicate: acquires
rules:
  - id: buys
    emit: {subject: buyer, object: target}
    confidence: 0.9
    examples:
      - "one"
  - id: buys-share
    emit: {subject: buyer, object: target}
    examples:
      - "two"
"""


@pytest.fixture
def calibrate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("calibrate")


def test_a_confidence_is_written_into_its_rule_alone(calibrate: ModuleType) -> None:
    """Also where the rule states none."""
    once = calibrate.set_confidence(RULES, "buys", 0.7)
    assert once == RULES.replace("confidence: 0.9", "confidence: 0.7")
    twice = calibrate.set_confidence(RULES, "buys-share", 0.6)
    assert twice == RULES.replace(
        '    examples:\n      - "two"', '    confidence: 0.6\n    examples:\n      - "two"'
    )
    assert calibrate.set_confidence(RULES, "sells", 0.7) is None


def _write(path: Path, row: dict[str, Any]) -> None:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")


@pytest.mark.parametrize(("birthplace", "right"), [((21, 28), 1), ((0, 8), 0)])
def test_claims_are_judged_by_the_facts_of_a_set(
    tmp_path: Path, birthplace: tuple[int, int], right: int
) -> None:
    """A passage annotated for one property judges the claims of that property alone."""
    props = ["PLACE_OF_BIRTH"]
    passage = {"id": "p", "start": 0, "end": len(TEXT), "props": props}
    _write(tmp_path / "texts.jsonl", {"doc": "d", "fold": 1, "text": TEXT, "passages": [passage]})
    fact = {"doc": "d", "passage": "p", "fold": 1, "prop": props[0], "subj_start": 0, "subj_end": 8}
    _write(tmp_path / "gold.jsonl", {**fact, "obj_start": birthplace[0], "obj_end": birthplace[1]})
    command = [sys.executable, str(FOLDER / "calibrate.py"), "--knowledgenet", str(tmp_path)]
    output = tmp_path / "out.json"
    subprocess.run([*command, "-o", str(output)], check=True, capture_output=True, timeout=120)
    rules = json.loads(output.read_text(encoding="utf-8"))["rules"]
    assert rules
    assert all(rule["rule"].startswith("born-in/") for rule in rules)
    assert {(rule["judged"], rule["right"]) for rule in rules} == {(1, right)}
