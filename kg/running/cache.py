"""The cache: what was read of documents, and their parses, for later builds."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.running.keeping import KeptFile, digest_bytes

_SCHEMA = "".join(
    f"""
CREATE TABLE IF NOT EXISTS {table} (
  key TEXT NOT NULL, made TEXT NOT NULL, content BLOB NOT NULL, sum BLOB NOT NULL,
  used INTEGER NOT NULL, UNIQUE (made, key)
);
"""
    for table in ("reading", "parse")
)
_FILE = "kg-cache.db"
Kind = Literal["reading", "parse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheShare:
    """What the cache has of one sort by one maker (a digest of rules, model, names and code)."""

    kind: Kind
    made: str
    entries: int
    size: int  # bytes
    used: datetime.date  # when one was last of use, in UTC


class Cache:
    """A cache folder. Several builds may use it at a time; what is broken in it counts as not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = KeptFile(folder / _FILE, _SCHEMA)
        self._today = int(datetime.datetime.now(datetime.UTC).timestamp()) // 86_400

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Whether a folder holds a cache."""
        return (folder / _FILE).is_file()

    def find(self, kind: Kind, made: str, key: str) -> bytes | None:
        """What is kept under that key by that maker, or None."""
        rows = self._file.ask(
            f"SELECT content, sum, used FROM {kind} WHERE made = ? AND key = ?",  # noqa: S608
            (made, key),
        )
        if not rows or digest_bytes(rows[0][0]) != rows[0][1]:
            return None
        if rows[0][2] != self._today:
            with self._file.change() as connection:
                connection.execute(
                    f"UPDATE {kind} SET used = ? WHERE made = ? AND key = ?",  # noqa: S608
                    (self._today, made, key),
                )
        return bytes(rows[0][0])

    def write(self, kind: Kind, made: str, contents: Iterable[tuple[str, bytes]]) -> None:
        """Keeps contents under their keys, all or none."""
        with self._file.change() as connection:
            connection.executemany(
                f"INSERT OR REPLACE INTO {kind} VALUES (?, ?, ?, ?, ?)",  # noqa: S608
                (
                    (key, made, content, digest_bytes(content), self._today)
                    for key, content in contents
                ),
            )

    def list_shares(self) -> list[CacheShare]:
        """What there is, by kind and maker, the last used first."""
        shares = []
        for kind in ("reading", "parse"):
            rows = self._file.ask(
                "SELECT made, count(*), sum(length(content)), max(used)"  # noqa: S608
                f" FROM {kind} GROUP BY made ORDER BY max(used) DESC, made"
            )
            for made, entries, size, used in rows:
                day = datetime.date(1970, 1, 1) + datetime.timedelta(days=used)
                shares.append(
                    CacheShare(kind=kind, made=made, entries=entries, size=size, used=day)
                )
        return shares

    def prune(self, *, kept: dict[str, str] | None = None, days: int | None = None) -> int:
        """Drops what other makers made than `kept` names by kind, and what was of no use for `days`.

        Returns how many entries went; the file shrinks.
        """
        gone = 0
        with self._file.change() as connection:
            for kind in ("reading", "parse"):
                if kept is not None:
                    command = f"DELETE FROM {kind} WHERE made <> ?"  # noqa: S608
                    gone += connection.execute(command, (kept.get(kind, ""),)).rowcount
                if days is not None:
                    command = f"DELETE FROM {kind} WHERE used < ?"  # noqa: S608
                    gone += connection.execute(command, (self._today - days,)).rowcount
        self._file.ask("VACUUM")
        return gone

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
