"""`kg build --store` and `kg remove`: what they print, write and end with."""

import json
import sqlite3
import subprocess
import time
from pathlib import Path

from .command import KG, Run, make_environment


def test_a_store_grows_and_shrinks(run: Run, article: Path, tmp_path: Path) -> None:
    """Reports, summaries and exit codes say what became of each document; the graph is a build's."""
    first = run("build", "--store", "news", article.name, "--report", "report.jsonl")
    assert (first.returncode, first.stdout) == (0, ""), first.stderr
    assert "the store news has 1 documents" in first.stderr
    (tmp_path / "more.txt").write_text("Jane Doe was born in Ghent.\n", encoding="utf-8")
    paths = (article.name, "more.txt", "none.txt")
    second = run("build", "--store", "news", *paths, "-o", "a.nq", "--report", "r.jsonl", "--json")
    assert second.returncode == 3
    summary = json.loads(second.stdout)
    assert summary["documents"] == {"failed": 1, "ok": 1, "unchanged": 1}
    assert summary["store"] == {"documents": 2, "anew": 0}
    lines = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["unchanged", "ok", "failed"]
    third = run("remove", "--store", "news", "more.txt", "none.txt", "-o", "b.nq")
    assert third.returncode == 3
    assert "none.txt is not in the store" in third.stderr
    assert run("build", article.name, "-o", "c.nq", "--quiet").returncode == 0
    assert (tmp_path / "b.nq").read_bytes() == (tmp_path / "c.nq").read_bytes()
    assert run("diff", "news", "c.nq", "--check").returncode == 0


def test_without_documents_or_store_nothing_is_done(run: Run) -> None:
    """One sentence and exit code 2."""
    for arguments in (("build",), ("build", "--store", "news"), ("remove", "--store", "news", "a")):
        result = run(*arguments)
        assert (result.returncode, result.stdout) == (2, ""), arguments
        assert len(result.stderr.splitlines()) == 1


def test_a_killed_build_is_taken_up(run: Run, article: Path, tmp_path: Path) -> None:
    """After SIGKILL the graph is as before, and the same command gives that of a build."""
    (tmp_path / "in").mkdir()
    for number in range(60):
        text = f"Norvik Group opened a plant in Antwerp in {1900 + number}.\n"
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    assert run("build", "--store", "news", article.name, "-q", "-o", "a.nq").returncode == 0
    command = [*KG, "build", "--store", "news", "in", "-q"]
    process = subprocess.Popen(command, cwd=tmp_path, env=make_environment())
    while process.poll() is None and count_waiting(tmp_path / "news") == 0:
        time.sleep(0.02)
    process.kill()
    assert process.wait(timeout=60) == -9
    assert run("build", "--store", "news", "-q", "-o", "b.nq").returncode == 0
    assert (tmp_path / "b.nq").read_bytes() == (tmp_path / "a.nq").read_bytes()
    assert run("build", "--store", "news", "in", "-q", "-o", "c.nq").returncode == 0
    assert run("build", article.name, "in", "-q", "-o", "d.nq").returncode == 0
    assert (tmp_path / "c.nq").read_bytes() == (tmp_path / "d.nq").read_bytes()


def count_waiting(store: Path) -> int:
    """How many documents a run that goes on has read and written down."""
    with sqlite3.connect(f"file:{store / 'store.db'}?mode=ro", uri=True) as connection:
        found = connection.execute("SELECT count(*) FROM document WHERE NOT live").fetchone()
    connection.close()
    return int(found[0])
