"""Shards: the files of the graph, each written by one task, and what they hold."""

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kg.distributing.site import Site
from kg.rdf.dataset import Tally
from kg.rdf.parts import Quad, format_quads

KINDS = ("documents", "entities", "judgements", "statements", "shared", "dataset")
_LEVEL = 6  # of gzip
NAME = "part-{:05d}.nq.gz"


@dataclass(slots=True)
class Shard:
    """Quads that one task writes, and their counts."""

    quads: list[Quad] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def add(self, quads: Iterable[Quad]) -> None:
        """Adds quads that no other shard has."""
        found = list(quads)
        self.quads += found
        self.tally.add(found)

    def write(self, site: Site, kind: str, number: int) -> dict[str, Any]:
        """Writes the file, if there is anything for it; tells its name, digest and counts."""
        if not self.quads:
            return {"shard": None}
        name = NAME.format(_number_shard(site, kind, number))
        data = gzip.compress(format_quads(self.quads), _LEVEL, mtime=0)
        site.storage.write(name, data)
        return {
            "shard": {
                "name": name,
                "holds": kind,
                "quads": len(self.quads),
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            },
            "properties": dict(self.tally.properties),
            "classes": dict(self.tally.classes),
        }


def _number_shard(site: Site, kind: str, number: int) -> int:
    """Documents first, then the rest kind by kind."""
    place = KINDS.index(kind)
    return number if place == 0 else site.partitions + (place - 1) * site.buckets + number
