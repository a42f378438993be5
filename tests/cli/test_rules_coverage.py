"""`kg rules coverage` shows what rules read of documents."""

import json
from pathlib import Path

from .command import Run


def test_the_report_is_printed(run: Run, article: Path) -> None:
    """Sums, rules that never fire, and claims a rule."""
    done = run("rules", "coverage", article)
    assert done.returncode == 0, done.stderr
    assert "1 documents, 2 sentences" in done.stdout
    assert "rules never fire" in done.stdout
    assert "name two or more things" in done.stdout


def test_json_holds_everything(run: Run, article: Path) -> None:
    """The sums, every rule, samples and links."""
    record = json.loads(run("rules", "coverage", article, "--json").stdout)
    assert record["documents"] == 1
    assert len(record["uses"]) > len(record["never"]) > 0
    assert {"linked", "silent", "silent_share", "samples", "links"} <= set(record)


def test_a_document_that_failed_ends_with_3(run: Run, article: Path, tmp_path: Path) -> None:
    """The rest is told all the same."""
    (tmp_path / "bad.pdf").write_text("no PDF", encoding="utf-8")
    done = run("rules", "coverage", article, "bad.pdf")
    assert done.returncode == 3
    assert "(1 failed)" in done.stdout
