"""A build on a cluster gives the lines of a local build, whatever happens to documents and workers."""

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import PINNED_MODEL
from distributed import Client

from kg.cli.entry import run
from kg.distributing import check_folder, distribute
from kg.errors import DocumentError, GraphError, UsageError
from kg.model.document import ErrorKind
from kg.pipeline import Progress
from kg.running import in_cluster

from .conftest import (
    ARTICLES,
    build_here,
    make_options,
    read_lines,
    start_cluster,
)

SMALL = 6_000  # bytes of a partition


@pytest.fixture(scope="module")
def built(corpus: Path, scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of shards of the corpus, with its report; nothing of it from a cache."""
    folder = tmp_path_factory.mktemp("built")
    distribute(
        [str(corpus)],
        make_options(None),
        str(folder / "graph.nq.d"),
        scheduler=scheduler,
        partition_size=SMALL,
        report=folder / "report.jsonl",
    )
    return folder


def test_the_lines_and_the_report_are_those_of_a_local_build(
    built: Path, corpus: Path, cache: Path, tmp_path: Path
) -> None:
    """Documents that come twice, kill their worker or are broken are as they are there."""
    lines, report = build_here([str(corpus)], make_options(cache), tmp_path)
    assert len(lines) > 10_000
    assert read_lines(built / "graph.nq.d") == lines
    assert (built / "report.jsonl").read_bytes() == report
    kinds = {json.loads(line)["kind"] for line in report.splitlines()}
    assert kinds == {None, "BAD_JSON", "BAD_PDF", "CRASHED", "DUPLICATE_ID", "EMPTY"}


@pytest.mark.parametrize("given", ["ledger", "plain"])
def test_options_of_the_graph_give_the_same_lines(
    given: str, corpus: Path, cache: Path, ledger: Path, scheduler: str, tmp_path: Path
) -> None:
    """Pins, which tie what shares no name; plain triples of sure claims; partitions of another size."""
    plain = {"provenance": False, "min_confidence": 0.7, "hierarchy": False}
    options = make_options(cache, **({"identity": ledger} if given == "ledger" else plain))
    lines, _ = build_here([str(corpus)], options, tmp_path)
    made = distribute(
        [str(corpus)], options, str(tmp_path / "out"), scheduler=scheduler, partition_size=70_000
    )
    assert read_lines(tmp_path / "out") == lines
    assert len(made.notes) == 0


def test_a_folder_is_whole_or_says_what_it_lacks(built: Path, tmp_path: Path) -> None:
    """The manifest is written last, and has the digest of every shard."""
    folder = built / "graph.nq.d"
    fields = check_folder(str(folder))
    lines = read_lines(folder)
    assert fields["quads"] == len(lines) == sum(shard["quads"] for shard in fields["shards"])
    assert {path.name for path in folder.iterdir()} == {
        "manifest.json",
        *(shard["name"] for shard in fields["shards"]),
    }
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in folder.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    name = fields["shards"][1]["name"]
    (copy / name).write_bytes(gzip.compress(b"<a:b> <a:c> <a:d> .\n"))
    with pytest.raises(GraphError, match=f"{name}.*is not what was written"):
        check_folder(str(copy))
    (copy / name).unlink()
    with pytest.raises(GraphError, match=f"lacks the shard {name}"):
        check_folder(str(copy))
    (copy / "manifest.json").unlink()
    with pytest.raises(GraphError, match="has not ended"):
        check_folder(str(copy))


def test_a_worker_that_is_killed_costs_nothing(cache: Path, tmp_path: Path) -> None:
    """Its partitions are read again by others, and the lines are the same."""
    articles = sorted(map(str, ARTICLES.glob("*.txt")))[:5]
    lines, _ = build_here(articles, make_options(cache), tmp_path)
    out = tmp_path / "out"
    with start_cluster(2) as cluster, Client(cluster, set_as_default=False) as client:
        pids = sorted(client.run(os.getpid).values())
        killed = []

        def kill() -> None:
            while not list(out.glob(".kg-*/done/read-*")):
                time.sleep(0.01)
            os.kill(pids[0], signal.SIGKILL)
            killed.append(len(list(out.glob(".kg-*/done/*"))))

        killer = threading.Thread(target=kill)
        killer.start()
        distribute(
            articles,
            make_options(None),
            str(out),
            scheduler=cluster.scheduler_address,
            partition_size=1_000,
        )
        killer.join()
    assert killed[0] < len(articles)  # in the midst of reading
    assert read_lines(out) == lines


def test_a_build_that_was_stopped_goes_on(
    corpus: Path, cache: Path, scheduler: str, tmp_path: Path
) -> None:
    """What was done is not done again, and the lines are the same; nothing is left of the first try."""
    short = [str(corpus / "short.jsonl")]
    options = make_options(cache)
    lines, _ = build_here(short, options, tmp_path)
    out = tmp_path / "out"

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        distribute(
            short, options, str(out), scheduler=scheduler, partition_size=2_000, on_progress=stop
        )
    (done, *_) = out.glob(".kg-*/done/read-*")
    noted = json.loads(done.read_bytes())
    done.write_text(json.dumps(noted | {"words": 1_000_000}), encoding="utf-8")
    told: list[int] = []
    distribute(
        short,
        options,
        str(out),
        scheduler=scheduler,
        partition_size=2_000,
        on_progress=lambda progress: told.append(progress.words),
    )
    assert max(told) > 1_000_000
    assert read_lines(out) == lines
    assert not list(out.glob(".*"))


def test_the_command_tells_of_failures_by_its_exit_code(
    corpus: Path, cache: Path, scheduler: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Patterns are understood; files that fail are named, and exit code 3 says so, as in a local build."""
    out = tmp_path / "graph.nq.d"
    code = run(
        [
            "build", str(corpus / "exit.txt"), str(corpus / "**" / "*.jsonl*"), "-o", str(out),
            "--engine", "dask", "--scheduler", scheduler, "--cache", str(cache),
            "--model", PINNED_MODEL, "--report", str(tmp_path / "report.jsonl"),
        ]
    )  # fmt: skip
    told = capfd.readouterr().err
    assert code == 3
    assert "exit.txt ended the process that read it" in told
    assert "documents (" in told
    assert len((tmp_path / "report.jsonl").read_bytes().splitlines()) > 100
    check_folder(str(out))


def test_the_first_failure_can_end_the_build(corpus: Path, scheduler: str, tmp_path: Path) -> None:
    """It is told by name; without that wish the same documents are built."""
    given = [str(corpus / "exit.txt")]
    out = tmp_path / "out"
    with pytest.raises(DocumentError, match=r"exit\.txt ended the process"):
        distribute(given, make_options(None, fail_fast=True), str(out), scheduler=scheduler)
    assert not (out / "manifest.json").exists()
    made = distribute(given, make_options(None), str(out), scheduler=scheduler)
    assert [outcome.kind for outcome in made.outcomes] == [ErrorKind.CRASHED]
    assert read_lines(out)  # the run, and the description of a graph of nothing


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "{out}/graph.nq.d", "--store", "{out}/store"], "leave out --store"),
        ([], "name it with -o"),
        (["-o", "{out}/other"], "holds other files"),
        (
            ["-o", "{out}/graph.nq.d", "--scheduler", "tcp://127.0.0.1:9"],
            "No Dask scheduler answers",
        ),
    ],
)
def test_wrong_use_is_told_before_any_work(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    scheduler: str,
) -> None:
    """With exit code 2, and nothing written."""
    monkeypatch.setattr(in_cluster, "_WAIT", "1s")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").touch()
    given = [argument.format(out=tmp_path) for argument in arguments]
    if "--scheduler" not in given:
        given += ["--scheduler", scheduler]
    assert run(["build", str(ARTICLES), "--engine", "dask", "--model", PINNED_MODEL, *given]) == 2
    assert told in capfd.readouterr().err
    assert not (tmp_path / "graph.nq.d").exists()


def test_without_dask_the_command_says_what_to_install(tmp_path: Path) -> None:
    """It is an extra."""
    code = (
        "import sys; sys.modules['distributed'] = None; from kg.cli.entry import run;"
        f"sys.exit(run(['build', 'x', '--engine', 'dask', '-o', {str(tmp_path / 'o')!r}]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert 'pip install "newskg[dask]"' in ended.stderr


def test_workers_that_may_have_no_processes_are_refused(tmp_path: Path) -> None:
    """They could not end a document that hangs; the message says how to start them."""
    with start_cluster(1, daemon=True) as cluster, pytest.raises(UsageError, match="--no-nanny"):
        distribute(
            [str(ARTICLES)],
            make_options(None),
            str(tmp_path / "out"),
            scheduler=cluster.scheduler_address,
        )
