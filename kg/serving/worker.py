"""A process that answers what a server was asked: `python -m kg.serving.worker STORE MEMORY`.

It holds nothing that is not on disk, so that it can be ended at any moment.
"""

import os
import resource
import sys
import threading
import time
from typing import Any

from kg.errors import KgError, QueryError
from kg.serving import frames
from kg.serving.answers import answer
from kg.stores.graph_store import open_graph


def main() -> None:
    """Answers until standard input ends."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    given, taken = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    store = open_graph(sys.argv[1])
    limit_memory(int(sys.argv[2]))
    taken.write(frames.pack({"ready": True}))
    taken.flush()
    while (message := frames.read(given)) is not None:
        header, body = _answer(store, message[0])
        taken.write(frames.pack(header, body))
        taken.flush()


def _answer(store: Any, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        return answer(store, request)
    except QueryError as error:
        return {"status": 400}, str(error).encode()
    except KgError as error:
        return {"status": 404}, str(error).encode()
    except MemoryError:
        return {"status": 500}, b"The answer needs more memory than one may take; ask for less."


def _end_with(server: int) -> None:
    """Ends this process once the server is gone, however it went and whatever runs here."""
    while os.getppid() == server:
        time.sleep(0.5)
    os._exit(0)


def limit_memory(extra: int) -> None:
    """What the process may take beyond what it has now; the address space is what can be limited."""
    with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123
        pages = int(stream.read().split()[0])
    limit = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main()
