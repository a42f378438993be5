"""What was committed to a journal is found again, and nothing that is broken is."""

import sqlite3
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.running import Entry, Journal
from kg.running.journal import MANY


def _make(n: int) -> Entry:
    return Entry(
        place=n,
        identifier=f"d{n:04}",
        outcome=b"{}",
        key=f"key{n}",
        document=b"doc",
        content=b"read",
    )


def test_a_small_journal_never_touches_the_disk(tmp_path: Path) -> None:
    """Fewer than MANY documents are held in memory."""
    journal = Journal(tmp_path / "journal.db")
    journal.write([_make(n) for n in range(MANY - 1)])
    assert not list(tmp_path.iterdir())
    assert journal.count_readings() == MANY - 1
    assert len(list(journal.list_readings())) == MANY - 1


def test_what_was_written_is_found_by_the_next_run(tmp_path: Path) -> None:
    """The readings stay; how documents ended is the own of each run."""
    journal = Journal(tmp_path / "journal.db")
    journal.write([_make(n) for n in range(MANY)])
    journal.close()
    again = Journal(tmp_path / "journal.db")
    assert again.find("key7") == (b"{}", b"read")
    assert again.find("other") is None
    assert list(again.list_outcomes()) == []


def test_order_is_that_of_inputs_and_identifiers(tmp_path: Path) -> None:
    """Whatever the order in which they came; the same in memory and on disk."""
    for count in (5, MANY):
        journal = Journal(tmp_path / f"{count}.db")
        entries = [
            Entry(place=n, identifier=f"d{count - n:04}", outcome=b"%d" % n, key=f"k{n}",
                  document=b"%d" % n, content=b"x")
            for n in reversed(range(count))
        ]  # fmt: skip
        journal.write(entries)
        assert [int(o) for o in journal.list_outcomes()] == list(range(count))
        assert [int(d) for d, _ in journal.list_readings()] == list(reversed(range(count)))


def test_a_failed_document_is_known_and_is_no_reading(tmp_path: Path) -> None:
    """So that the next run does not try it for ever."""
    journal = Journal(tmp_path / "journal.db")
    failed = Entry(place=0, identifier="bad", outcome=b"failed", key="k", document=b"doc")
    journal.write([failed, *(_make(n) for n in range(1, MANY))])
    assert journal.find("k") == (b"failed", b"")
    assert journal.count_readings() == MANY - 1


def test_an_entry_that_was_changed_on_disk_counts_as_not_there(tmp_path: Path) -> None:
    """Its digest tells."""
    journal = Journal(tmp_path / "journal.db")
    journal.write([_make(n) for n in range(MANY)])
    journal.close()
    with sqlite3.connect(tmp_path / "journal.db") as connection:
        connection.execute("UPDATE reading SET content = x'00' WHERE key = 'key3'")
    again = Journal(tmp_path / "journal.db")
    assert again.find("key3") is None
    assert again.find("key4") is not None


@pytest.mark.parametrize("rubbish", [b"no database", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_broken_file_is_made_anew(tmp_path: Path, rubbish: bytes) -> None:
    """It held nothing that cannot be read again."""
    path = tmp_path / "journal.db"
    path.write_bytes(rubbish)
    journal = Journal(path)
    assert journal.find("key") is None
    journal.write([_make(n) for n in range(MANY)])
    assert journal.count_readings() == MANY


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As an error of the output, with the mend."""
    (tmp_path / "file").write_text("")
    journal = Journal(tmp_path / "file" / "journal.db")
    with pytest.raises(OutputError, match="make room or choose another place"):
        journal.write([_make(n) for n in range(MANY)])
