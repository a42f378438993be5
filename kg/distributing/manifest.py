"""The manifest of a folder of shards: what it holds, how much, and who made it. It is written last."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kg.distributing.storage import Storage
from kg.errors import GraphError
from kg.model.provenance import Run
from kg.stores.shard_folder import check_shard, parse_manifest

NAME = "manifest.json"


def format_manifest(
    run: Run, base: str, shards: Sequence[Mapping[str, Any]], counts: Mapping[str, Any]
) -> bytes:
    """The manifest as JSON: the same for the same inputs, options and versions."""
    fields = {
        "format": "application/n-quads",
        "base": base,
        "run": asdict(run),
        "quads": sum(shard["quads"] for shard in shards),
        **counts,
        "shards": list(shards),
    }
    return json.dumps(fields, indent=2, sort_keys=True).encode() + b"\n"


def check_folder(output: str) -> Mapping[str, Any]:
    """The manifest of a folder of shards, all of which are there as they were written.

    Raises GraphError for a folder without one (a build that has not ended) and for a shard that is
    missing or has other bytes.
    """
    storage = Storage(output, "")
    content = storage.find(NAME)
    if content is None:
        raise GraphError(
            f"'{output}' has no {NAME}: its build has not ended, or it is no folder of shards; run "
            "kg build --engine dask again."
        )
    fields, shards = parse_manifest(content, output)
    for name, digest in shards:
        data = storage.find(name)
        found = None if data is None else hashlib.sha256(data).hexdigest()
        check_shard(name, output, digest, found)
    return fields
