"""`kg build` writes what was asked for, or nothing, and says which."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from .command import KG, Run, make_environment

TERMS = "https://w3id.org/newskg/ontology#"


def test_without_output_turtle_goes_to_standard_output(run: Run, article: Path) -> None:
    """The graph alone, so that it can be piped; the summary goes to standard error."""
    result = run("build", article.name)
    assert result.returncode == 0, result.stderr
    assert len(list(ox.parse(result.stdout, format=ox.RdfFormat.TURTLE))) > 10
    assert "1 documents" in result.stderr
    assert "statements" in result.stderr


def test_quiet_says_nothing_when_all_is_well(run: Run, article: Path) -> None:
    """Neither progress nor summary."""
    result = run("build", article.name, "-o", "graph.ttl", "--quiet")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_output_repeats_and_the_ending_decides(run: Run, article: Path, tmp_path: Path) -> None:
    """One reading, several forms; missing folders are made, .gz compresses."""
    outputs = ["a/graph.nq.gz", "graph.csv", "claims.jsonl", "page.html"]
    options = [word for output in outputs for word in ("-o", output)]
    assert run("build", article.name, *options).returncode == 0
    quads = gzip.decompress((tmp_path / "a/graph.nq.gz").read_bytes())
    assert len(list(ox.parse(quads, format=ox.RdfFormat.N_QUADS))) > 10
    lines = (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["document"] == article.name
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "graph.csv").stat().st_size > 0


def test_standard_input_is_read(run: Run) -> None:
    """`-` stands for what is piped in."""
    result = run("build", "-", given="Norvik Group opened a plant in Antwerp in 2024.\n")
    assert result.returncode == 0, result.stderr
    assert "Antwerp" in result.stdout


def test_standard_input_is_what_the_user_says(run: Run) -> None:
    """Records can be piped in as well as text."""
    record = {"text": "Norvik Group opened a plant in Antwerp in 2024.", "id": "a1"}
    result = run("build", "-", "--read-as", "jsonl", given=json.dumps(record))
    assert result.returncode == 0, result.stderr
    assert '"a1"' in result.stdout


def test_json_is_the_summary_and_nothing_else(run: Run, article: Path) -> None:
    """Counts by kind for programs, on standard output."""
    result = run("build", article.name, "-o", "graph.ttl", "--json")
    summary = json.loads(result.stdout)
    assert summary["documents"] == {"ok": 1}
    assert sum(summary["entities"].values()) >= 2
    assert result.stderr == ""


def test_json_and_graph_do_not_share_standard_output(run: Run, article: Path) -> None:
    """The mix of the two would be of no use to anyone."""
    result = run("build", article.name, "--json")
    assert (result.returncode, result.stdout) == (2, "")
    assert "-o" in result.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-o", "graph.tll"], ".ttl"),
        (["-o", "graph"], ".jsonld"),
        (["-o", "."], "."),
        (["-o", "a.ttl", "-o", "./a.ttl"], "twice"),
        (["-o", "plant.txt/graph.ttl"], "cannot be written"),
        (["-o", "/proc/graph.ttl"], "cannot be written"),
        (["-o", "a.ttl", "--report", "plant.txt"], "input"),
        (["-o", "a.ttl", "--fields", "text"], "text=body"),
        (["-o", "a.ttl", "--fields", "sound=body"], "sound"),
        (["-o", "a.ttl", "--encoding", "utf-9"], "utf-9"),
        (["-o", "a.ttl", "--read-as", "sound"], "sound"),
        (["-o", "a.ttl", "--base", "no iri"], "no iri"),
        (["-o", "a.ttl", "--model", "no_such_model"], "no_such_model"),
        (["-o", "a.ttl", "--rules", "nowhere"], "nowhere"),
        (["-o", "a.ttl", "--gazetteer", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_wrong_settings_are_refused_before_any_work(
    run: Run, article: Path, tmp_path: Path, options: list[str], words: str
) -> None:
    """Exit code 2, one sentence that says what is wrong, and no file is made or changed."""
    before = article.read_bytes()
    result = run("build", article.name, *options)
    assert (result.returncode, result.stdout) == (2, ""), result.stderr
    assert result.stderr.count("\n") == 1
    assert words in result.stderr
    assert list(tmp_path.iterdir()) == [article]
    assert article.read_bytes() == before


def test_an_unknown_ending_lists_the_known_ones(run: Run, article: Path) -> None:
    """The user learns what would have worked."""
    shown = run("build", article.name, "-o", "graph.xyz").stderr
    assert all(f"{ending}" in shown for ending in (".ttl", ".nq", ".jsonld", ".csv", ".html"))


def test_one_bad_document_costs_itself_alone(run: Run, article: Path, tmp_path: Path) -> None:
    """Exit code 3; the rest is built, and the report has one line an input."""
    (tmp_path / "bad.jsonl").write_text('{"text": \n', encoding="utf-8")
    (tmp_path / "blank.txt").write_text("", encoding="utf-8")
    names = ["bad.jsonl", "blank.txt", "missing.txt", article.name]
    result = run("build", *names, "-o", "graph.ttl", "--report", "report.jsonl")
    assert result.returncode == 3
    assert "missing.txt" in result.stderr
    assert "Antwerp" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    lines = (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()
    outcomes = [json.loads(line) for line in lines]
    assert [list(outcome) for outcome in outcomes] == [sorted(outcome) for outcome in outcomes]
    statuses = {outcome["identifier"].split("#")[0]: outcome["status"] for outcome in outcomes}
    assert statuses[article.name] == "ok"
    assert statuses["blank.txt"] == "empty"
    assert statuses["missing.txt"] == "failed"
    assert len(outcomes) == 4


def test_an_empty_document_is_no_failure(run: Run, article: Path, tmp_path: Path) -> None:
    """It has a status of its own and does not change the exit code."""
    (tmp_path / "blank.txt").write_text("", encoding="utf-8")
    assert run("build", article.name, "blank.txt", "-o", "graph.ttl").returncode == 0


def test_fail_fast_stops_and_writes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    """The first failure ends the run with exit code 1 and its name."""
    result = run("build", "missing.txt", article.name, "-o", "graph.ttl", "--fail-fast")
    assert result.returncode == 1
    assert "missing.txt" in result.stderr
    assert not (tmp_path / "graph.ttl").exists()


def test_a_folder_without_documents_is_told(run: Run, tmp_path: Path) -> None:
    """Nothing failed, but an empty graph without a word would hide a wrong path."""
    (tmp_path / "nothing").mkdir()
    result = run("build", "nothing", "-o", "graph.ttl")
    assert result.returncode == 0
    assert "empty (EMPTY): nothing" in result.stderr


def test_without_provenance_only_plain_triples_stand(run: Run, article: Path) -> None:
    """Neither statements nor passages nor documents."""
    result = run("build", article.name, "--no-provenance")
    triples = list(ox.parse(result.stdout, format=ox.RdfFormat.TURTLE))
    assert triples
    assert f"{TERMS}Statement" not in result.stdout
    assert not any(str(t.predicate.value) == f"{TERMS}evidence" for t in triples)


def test_less_sure_statements_can_be_left_out(run: Run, article: Path) -> None:
    """Nothing that is left is less sure than asked for."""
    few = run("build", article.name, "--min-confidence", "1").stdout
    quads = list(ox.parse(few, format=ox.RdfFormat.TURTLE))
    sure = [float(q.object.value) for q in quads if q.predicate.value == f"{TERMS}confidence"]
    assert all(value >= 1 for value in sure)
    assert len(few) < len(run("build", article.name).stdout)


def test_the_base_is_that_of_the_user(run: Run, article: Path) -> None:
    """Things get IRIs below it."""
    shown = run("build", article.name, "--base", "https://example.org/news/").stdout
    assert "<https://example.org/news/>" in shown


def test_fields_of_json_lines_can_be_named(run: Run, tmp_path: Path) -> None:
    """A feed whose text stands in another field is read as it is."""
    record = {"body": "Norvik Group opened a plant in Antwerp in 2024.", "nr": "a1"}
    (tmp_path / "feed.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = run("build", "feed.jsonl", "--fields", "text=body, id=nr")
    assert result.returncode == 0, result.stderr
    assert "Antwerp" in result.stdout


def test_a_full_disk_is_one_sentence(article: Path) -> None:
    """Exit code 1 where standard output cannot take the graph."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*KG, "build", article, "--quiet"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=make_environment(),
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "No space left" in result.stderr


def test_a_reader_that_has_enough_is_no_error(article: Path) -> None:
    """`kg build ... | head` ends quietly."""
    command = f"{sys.executable} -m kg.cli build {article} --quiet | head -c 10"
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        env=make_environment(),
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert len(result.stdout) == 10
