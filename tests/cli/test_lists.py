"""`kg entities` and `kg merges` list what a graph holds; `kg explain --and` compares two names."""

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from kg.ontology import load_ontology

from .command import ROOT, Run

MINISTRY = "Ministry of Industry and Information Technology"


@pytest.mark.parametrize("command", ["entities", "merges"])
def test_every_form_lists_the_same(run: Run, graph: Path, command: str) -> None:
    """A table with its count, CSV with a head, JSON with a record each; the same bytes every time."""
    records = json.loads(run(command, graph, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(command, graph, "-f", "csv").stdout)))
    table = run(command, graph)
    assert len(records) == len(rows) > 10
    assert table.stdout.endswith(f"({len(records)} rows)\n")
    assert table.stdout == run(command, graph).stdout
    assert table.stderr == ""
    assert [
        str(record[name]) for record in records for name in ("score", "degree") if name in record
    ]
    assert list(rows[0]) == list(records[0])


def test_things_are_narrowed_and_cut(run: Run, graph: Path) -> None:
    """What is cut off is told, on standard error."""
    result = run("entities", graph, "--type", "Place", "--limit", 3, "-f", "json")
    records = json.loads(result.stdout)
    assert len(records) == 3
    assert "3 of " in result.stderr
    assert all(load_ontology().is_a(record["type"], "Place") for record in records)
    assert run("entities", graph, "--name", "chongqing").stdout.count("city/chongqing") == 1
    sorted_ = json.loads(run("entities", graph, "--sort", "label", "-f", "json").stdout)
    labels = [record["label"].casefold() for record in sorted_]
    assert labels == sorted(labels)


def test_a_judgement_tells_its_reason_and_document(run: Run, graph: Path) -> None:
    """An acronym that an article declares in brackets."""
    records = json.loads(run("merges", graph, "--name", "MIIT", "--format", "json").stdout)
    (record,) = (record for record in records if record["reason"] == "declared in brackets")
    assert (record["left"], record["right"], record["verdict"]) == ("MIIT", MINISTRY, "same")
    assert record["documents"] == ["seeds/articles/chongqing-industry-matchmaking.txt"]
    assert record["score"] > 0.9


def test_candidates_have_a_head_even_where_there_are_none(run: Run, graph: Path) -> None:
    """They are a list of their own, with the ids that a ledger takes."""
    result = run("merges", graph, "--candidates", "--name", "nobody at all")
    assert result.returncode == 0, result.stderr
    assert result.stdout.split()[:6] == ["left", "right", "score", "reason", "left_id", "right_id"]


def test_two_names_are_compared(run: Run, graph: Path) -> None:
    """One thing with the reason, or two with what would join them."""
    one = run("explain", graph, "MIIT", "--and", MINISTRY)
    assert one.returncode == 0, one.stderr
    assert one.stdout.startswith(f"One thing: {MINISTRY} (GovernmentBody)")
    assert "declared in brackets" in one.stdout
    two = run("explain", graph, "Chongqing", "--and", "China")
    assert two.stdout.startswith("Two things:")
    assert "- [city/chongqing, country/china]" in two.stdout


def test_every_command_of_the_page_on_asking_works(run: Run, graph: Path, tmp_path: Path) -> None:
    """docs/asking.md shows nothing that does not run as it stands."""
    (tmp_path / "graph.ttl").symlink_to(graph)
    page = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines()]
    assert len(commands) >= 9
    for command in commands:
        result = run(*shlex.split(command)[1:])
        assert result.returncode == 0, f"{command}: {result.stderr}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["entities", "{}", "--type", "Compny"], "Company"),
        (["entities", "{}", "--limit", "0"], "--limit"),
        (["merges", "{}", "--format", "turtle"], "table"),
        (["merges", "missing.ttl"], "missing.ttl"),
        (["explain", "{}", "China", "--and", "Chonqing"], "Chongqing"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, graph: Path, words: list[str], told: str) -> None:
    """Exit code 2, and what would have been right."""
    result = run(*(word.format(graph) for word in words))
    assert (result.returncode, result.stdout) == (2, ""), result.stderr
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
