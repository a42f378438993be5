"""`kg diff` shows what one graph says and another does not."""

import json
from pathlib import Path

from .command import Run


def test_differences_are_printed(run: Run, graph: Path, article: Path, tmp_path: Path) -> None:
    """Exit code 0 all the same; 3 where --check asks for it."""
    assert run("build", article, "-o", "small.ttl", "--quiet").returncode == 0
    done = run("diff", graph, "small.ttl")
    assert done.returncode == 0, done.stderr
    assert "  + Jane Doe holdsPost Antwerp" in done.stdout
    assert run("diff", graph, tmp_path / "small.ttl", "--check").returncode == 3


def test_a_graph_does_not_differ_from_itself(run: Run, graph: Path) -> None:
    """Nothing gained, lost or changed."""
    done = run("diff", graph, graph, "--check", "--json")
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert record["before"] == record["after"] > 0
    assert record["gained"] == record["lost"] == record["changed"] == []


def test_what_is_no_graph_is_wrong_use(run: Run, graph: Path, article: Path) -> None:
    """Exit code 2 and one sentence."""
    done = run("diff", graph, article)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
