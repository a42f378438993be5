"""A folder of shards, as a build on a cluster writes it: its manifest says which there are."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import GraphError

_MANIFEST = "manifest.json"


def is_shard_folder(folder: Path) -> bool:
    """Whether the folder has a manifest."""
    return (folder / _MANIFEST).is_file()


def list_shards(folder: Path) -> list[Path]:
    """The shards in their order, each as it was written.

    Raises GraphError for a manifest that cannot be read, and for a shard that is missing or changed.
    """
    try:
        content = (folder / _MANIFEST).read_bytes()
    except OSError as error:
        raise GraphError(f"'{folder / _MANIFEST}' is broken; build the folder again.") from error
    shards = []
    for name, digest in parse_manifest(content, str(folder))[1]:
        path, found = folder / name, None
        if path.parent == folder and path.is_file():
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        check_shard(name, str(folder), digest, found)
        shards.append(path)
    return shards


def parse_manifest(content: bytes, folder: str) -> tuple[Mapping[str, Any], list[tuple[str, str]]]:
    """All that a manifest tells, and the name and SHA-256 of each shard; raises GraphError."""
    try:
        fields: Mapping[str, Any] = json.loads(content)
        return fields, [(str(s["name"]), str(s["sha256"])) for s in fields["shards"]]
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"'{folder}/{_MANIFEST}' is broken; build the folder again.") from error


def check_shard(name: str, folder: str, told: str, found: str | None) -> None:
    """Raises GraphError for a shard that is missing (found is None) or has other bytes than told."""
    if found is None:
        raise GraphError(f"'{folder}' lacks the shard {name}; copy or build it again.")
    if found != told:
        raise GraphError(
            f"The shard {name} of '{folder}' is not what was written; copy or build it again."
        )
