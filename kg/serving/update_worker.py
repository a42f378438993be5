"""A process that makes one update: `python -m kg.serving.update_worker OLD NEW MEMORY SAVE`.

OLD is left as it is; NEW, a store beside it, is a copy with the update. Where SAVE is a file, the graph
is written to it as well, before anybody sees the change.
"""

import sys
from pathlib import Path

from kg.errors import KgError, QueryError
from kg.serving.updates import REFUSED, UNSAVED
from kg.serving.worker import limit_memory
from kg.stores.updating import copy_store, save_store, update_store


def main() -> int:
    """Makes the update that is on standard input."""
    old, new, memory, target = sys.argv[1:]
    text = sys.stdin.buffer.read().decode()
    try:
        store = copy_store(Path(old), Path(new))
        limit_memory(int(memory))  # not before: the store starts threads
        update_store(store, text)
        if target:
            save_store(store, Path(target))
    except QueryError as error:
        return _tell(error, REFUSED)
    except KgError as error:
        return _tell(error, UNSAVED)
    return 0


def _tell(error: KgError, code: int) -> int:
    sys.stdout.write(str(error))
    return code


if __name__ == "__main__":
    sys.exit(main())
