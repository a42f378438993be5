"""What one step hands on to the next, by key: each task writes one file, with a section a bucket.

So the driver and the scheduler hold nothing of it, a task that is repeated writes the same bytes, and a
worker that dies takes nothing with it.
"""

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from kg.distributing.storage import Storage
from kg.model.encoding import inflate, pack_parts, unpack_parts

_LENGTH = struct.Struct(">Q")
_FAST = 1  # of zlib
Record = list[Any]  # plain values


def choose_bucket(key: str, buckets: int) -> int:
    """The bucket of a key: the same in every process."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % buckets


class Sorter:
    """Sorts the records of one task into buckets."""

    def __init__(self, buckets: int) -> None:
        self._sections: list[list[bytes]] = [[] for _ in range(buckets)]

    def add(self, key: str, record: Sequence[Any]) -> None:
        """Hands a record to whoever has the key."""
        self.add_to(choose_bucket(key, len(self._sections)), record)

    def add_to(self, bucket: int, record: Sequence[Any]) -> None:
        """Hands a record to a bucket."""
        self._sections[bucket].append(format_record(record))

    def write(self, storage: Storage, name: str) -> None:
        """Writes the file: the lengths of the sections, then the sections."""
        packed = [zlib.compress(pack_parts(*s), _FAST) if s else b"" for s in self._sections]
        head = b"".join(_LENGTH.pack(len(section)) for section in packed)
        storage.write(name, head + b"".join(packed))


def read_bucket(
    storage: Storage, names: Sequence[str], bucket: int, buckets: int
) -> Iterator[Record]:
    """The records of a bucket, from the files of all tasks in order."""
    size = _LENGTH.size * buckets
    for name in names:
        head = storage.read_range(name, 0, size)
        lengths = [length for (length,) in _LENGTH.iter_unpack(head)]
        start = size + sum(lengths[:bucket])
        if lengths[bucket]:
            section = storage.read_range(name, start, start + lengths[bucket])
            yield from map(json.loads, unpack_parts(inflate(section)))


def write_records(storage: Storage, name: str, records: Sequence[Sequence[Any]]) -> None:
    """Writes records for the task of the same number in a later step."""
    content = pack_parts(*(format_record(record) for record in records))
    storage.write(name, zlib.compress(content, _FAST))


def read_records(storage: Storage, name: str) -> Iterator[Record]:
    """The records again, in order."""
    return map(json.loads, unpack_parts(inflate(storage.read(name))))


def format_record(record: object) -> bytes:
    """A record as bytes, the same for equal records."""
    return json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
