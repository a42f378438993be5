"""A folder of shards, as a build on a cluster writes it: its manifest says which there are."""

import hashlib
import json
from pathlib import Path

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
        fields = json.loads((folder / _MANIFEST).read_bytes())
        told = [(str(shard["name"]), str(shard["sha256"])) for shard in fields["shards"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GraphError(f"'{folder / _MANIFEST}' is broken; build the folder again.") from error
    shards = []
    for name, digest in told:
        path = folder / name
        if path.parent != folder or not path.is_file():
            raise GraphError(f"'{folder}' lacks the shard {name}; copy or build it again.")
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != digest:
                raise GraphError(
                    f"The shard {name} of '{folder}' is not what was written; copy or build it again."
                )
        shards.append(path)
    return shards
