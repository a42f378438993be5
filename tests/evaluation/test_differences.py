"""Two graphs are told apart by what they say, with the words behind it."""

from collections.abc import Mapping
from typing import Any

import pytest

from kg.evaluation.differences import (
    describe_differences,
    find_differences,
    format_differences,
)

from .world import Row, make_store

BUY = "Norvik Group bought Tarka Mills in Alba."
THINGS = {"g": ("Company", "Norvik Group"), "m": ("Company", "Tarka Mills"), "c": ("City", "Alba")}
BOUGHT = ("g", "acquires", "m", BUY)
RUNS = ("m", "operatesIn", "c", BUY)
Rows = list[Row]


def _find(before: Rows, after: Rows, things: Mapping[str, Row] | None = None) -> Any:
    return find_differences(make_store(THINGS, before, {}), make_store(things or THINGS, after, {}))


def test_equal_graphs_have_none() -> None:
    """Whatever the order and the IRIs of statements, the rules and the confidence."""
    other = (*BOUGHT, {"confidence": "0.5", "rule": '"sample/other"'})
    differences = _find([BOUGHT, RUNS], [RUNS, other])
    assert not differences
    assert (differences.before, differences.after) == (2, 2)


def test_statements_are_gained_and_lost() -> None:
    """Each stands under its predicate, with its sentence."""
    differences = _find([BOUGHT], [RUNS])
    assert [row.predicate for row in differences.gained] == ["operatesIn"]
    assert [row.predicate for row in differences.lost] == ["acquires"]
    text = format_differences(differences)
    assert text.startswith("1 gained, 1 lost, 0 changed (1 statements before, 1 after)\n")
    assert "  - Norvik Group acquires Tarka Mills\n" in text
    assert f"      news/plant.txt, 0: “{BUY}”\n" in text


@pytest.mark.parametrize(
    ("more", "change"),
    [
        ({"modality": "kg:Planned"}, ("modality", "actual", "planned")),
        ({"title": '"Chairman"'}, ("title", "", "Chairman")),
        ({"attributedTo": "id:c"}, ("said by", "", "Alba")),
    ],
)
def test_what_is_said_otherwise_is_one_change(
    more: dict[str, str], change: tuple[str, str, str]
) -> None:
    """A statement that both make is no loss and no gain."""
    differences = _find([BOUGHT], [(*BOUGHT, more)])
    assert (differences.gained, differences.lost) == ((), ())
    assert [item.changes for item in differences.changed] == [(change,)]
    name, before, after = change
    assert f"      {name}: {before or 'none'} -> {after}\n" in format_differences(differences)


def test_another_type_is_a_change_and_another_iri_is_none() -> None:
    """A thing is known by its label."""
    things = {"g": THINGS["g"], "x": ("GovernmentBody", "Tarka Mills"), "c": THINGS["c"]}
    differences = _find([BOUGHT], [("g", "acquires", "x", BUY)], things)
    assert [item.changes for item in differences.changed] == [
        (("object type", "Company", "GovernmentBody"),)
    ]


def test_the_record_holds_everything() -> None:
    """What was gained, lost and changed, with rules and passages."""
    record = describe_differences(_find([BOUGHT], [(*BOUGHT, {"modality": "kg:Planned"}), RUNS]))
    assert (record["before"], record["after"], record["lost"]) == (1, 2, [])
    assert record["gained"][0]["passages"] == [
        {"document": "news/plant.txt", "start": 0, "quote": BUY}
    ]
    assert record["changed"][0]["changes"] == [
        {"what": "modality", "before": "actual", "after": "planned"}
    ]
