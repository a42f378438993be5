"""A cache finds what its maker made, and lets go of what nobody wants."""

import sqlite3
from pathlib import Path

from kg.running import Cache


def test_what_another_maker_made_is_not_found(tmp_path: Path) -> None:
    """Other rules read otherwise."""
    cache = Cache(tmp_path / "cache")
    cache.write("reading", "rules1", [("doc", b"claims")])
    assert cache.find("reading", "rules1", "doc") == b"claims"
    assert cache.find("reading", "rules2", "doc") is None
    assert cache.find("parse", "rules1", "doc") is None


def test_shares_are_counted_by_maker(tmp_path: Path) -> None:
    """Entries and bytes."""
    cache = Cache(tmp_path)
    cache.write("reading", "one", [("a", b"12"), ("b", b"345")])
    cache.write("parse", "model", [("a", b"1")])
    found = [(s.kind, s.made, s.entries, s.size) for s in cache.list_shares()]
    assert found == [("reading", "one", 2, 5), ("parse", "model", 1, 1)]


def test_pruning_by_maker_and_by_use(tmp_path: Path) -> None:
    """What the present maker made stays, and what was of use of late."""
    cache = Cache(tmp_path)
    cache.write("reading", "old", [("a", b"1")])
    cache.write("reading", "new", [("a", b"1"), ("b", b"1")])
    cache.write("parse", "model", [("a", b"1")])
    assert cache.prune(kept={"reading": "new", "parse": "model"}) == 1
    with sqlite3.connect(tmp_path / "kg-cache.db") as connection:
        connection.execute("UPDATE reading SET used = used - 40 WHERE key = 'a'")
    assert cache.prune(days=30) == 1
    assert cache.find("reading", "new", "b") == b"1"
    assert cache.find("parse", "model", "a") == b"1"


def test_a_broken_entry_counts_as_not_there(tmp_path: Path) -> None:
    """It is read anew, not believed."""
    cache = Cache(tmp_path)
    cache.write("reading", "m", [("a", b"1")])
    with sqlite3.connect(tmp_path / "kg-cache.db") as connection:
        connection.execute("UPDATE reading SET content = x'32'")
    assert cache.find("reading", "m", "a") is None


def test_two_processes_may_use_one_cache(tmp_path: Path) -> None:
    """What one writes the other finds."""
    one, other = Cache(tmp_path), Cache(tmp_path)
    one.write("reading", "m", [("a", b"1")])
    other.write("reading", "m", [("b", b"2")])
    assert other.find("reading", "m", "a") == b"1"
    assert one.find("reading", "m", "b") == b"2"
