"""`kg conflicts`: where the documents that a graph was built from contradict each other."""

import csv
import io
import json
from pathlib import Path

import pytest

from .command import Run

FEED = [
    ("a1", "2024-03-01", "Jane Doe, Mayor of Antwerp, opened a plant of Norvik Group on Friday."),
    ("a2", "2024-03-09", "John Roe, Mayor of Antwerp, spoke of the harbour on Friday."),
    ("a3", "2024-03-20", "Jane Doe, Mayor of Antwerp, said on Tuesday that the port would grow."),
    ("b1", "2024-03-01", "Belgium's industrial output reached 3 million tonnes in 2023."),
    ("b2", "2024-03-09", "Belgium's industrial output reached 3.02 million tonnes in 2023."),
    ("b3", "2024-03-20", "Belgium's industrial output reached 2.4 million tonnes in 2023."),
]


@pytest.fixture
def feed(run: Run, tmp_path: Path) -> Path:
    """The graph of six short documents with two conflicts."""
    records = [{"id": name, "date": day, "text": text} for name, day, text in FEED]
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    (tmp_path / "feed.jsonl").write_text(lines, encoding="utf-8")
    result = run("build", "feed.jsonl", "-o", "feed.ttl", "--quiet")
    assert result.returncode == 0, result.stderr
    return tmp_path / "feed.ttl"


def test_conflicts_are_shown_with_their_sentences(run: Run, feed: Path) -> None:
    """The exit code is 0: the graph is as it should be, its sources are not."""
    result = run("conflicts", feed)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("post: Mayor, Antwerp\n  Jane Doe (2024-03-01 to 2024-03-20)\n")
    assert "  John Roe (2024-03-09)\n      a2, 0: “John Roe, Mayor of Antwerp" in result.stdout
    assert "figure: industrial output of Belgium, 2023\n  2.4 million t\n" in result.stdout
    assert result.stdout.endswith("\n2 conflicts\n")
    assert result.stdout == run("conflicts", feed).stdout


def test_every_form_holds_the_same(run: Run, feed: Path) -> None:
    """JSON has a record for each conflict, CSV a row for each side."""
    records = json.loads(run("conflicts", feed, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("conflicts", feed, "-f", "csv").stdout)))
    assert [(r["kind"], len(r["sides"])) for r in records] == [("post", 2), ("figure", 3)]
    sides = [(side["value"], len(side["evidence"])) for r in records for side in r["sides"]]
    assert sides == [(row["value"], row["quotes"].count(" | ") + 1) for row in rows]
    assert sides[0] == ("Jane Doe", 2)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--kind", "figure"], "1 conflict\n"),
        (["--kind", "post", "--kind", "figure", "--certain"], "2 conflicts\n"),
        (["--name", "BELGIUM"], "1 conflict\n"),
        (["--name", "nobody"], "0 conflicts\n"),
    ],
)
def test_the_list_can_be_narrowed(run: Run, feed: Path, options: list[str], count: str) -> None:
    """By kind, by what it is about, by whether it is certain."""
    assert run("conflicts", feed, *options).stdout.endswith(count)


def test_what_is_cut_off_is_told(run: Run, feed: Path) -> None:
    """On standard error, so that the data stay clean."""
    result = run("conflicts", feed, "--limit", 1)
    assert result.stdout.endswith("\n1 conflict\n")
    assert "1 of 2 shown" in result.stderr


def test_the_shipped_articles_do_not_contradict_each_other(run: Run, graph: Path) -> None:
    """They tell of eight matters by themselves."""
    assert run("conflicts", graph).stdout == "0 conflicts\n"
