"""A `kg` that has started and forks for each command line; warm.py and warm_path.py start it.

What is forked is a process of its own: with its folder and streams, its handlers of signals, its workers and
its end. It is spared the start alone.
"""

import atexit
import contextlib
import gc
import io
import json
import os
import socket
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from kg.cli import main
from kg.cli.entry import run

LONGEST = 1_000_000  # bytes of one order
TEXT = "Norvik Group opened a plant in Antwerp in 2024 for $3 million."


def _start() -> None:
    """Runs two commands, so that all that these load, and find out but once, is there."""
    with tempfile.TemporaryDirectory() as folder:
        text, graph = Path(folder) / "text.txt", Path(folder) / "graph.ttl"
        text.write_text(TEXT, encoding="utf-8")
        build = ["build", str(text), "--workers", "0", "--quiet", "-o", str(graph)]
        with contextlib.redirect_stdout(io.StringIO()):
            if run(build) or run(["query", str(graph), "posts"]):
                sys.exit("kg does not work")
    gc.collect()
    gc.freeze()


def _become(order: dict[str, Any], files: list[int]) -> None:
    """Makes this process one that was started with the arguments, in the folder."""
    for stream, file in enumerate(files):
        os.dup2(file, stream)
        os.close(file)
    os.chdir(order["folder"])
    sys.argv[1:] = order["arguments"]


def _wait(process: int, line: socket.socket) -> None:
    """Tells the number of the process, then what it ended with."""
    line.sendall(f"{process}\n".encode())
    _, status = os.waitpid(process, 0)
    line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def serve(line: socket.socket) -> None:
    """Returns in each process that is to be a command; ends this one when nobody asks any more."""
    while True:
        data, files, _, _ = socket.recv_fds(line, LONGEST, 3)
        if not data:
            os._exit(0)
        process = os.fork()
        if not process:
            line.close()
            return _become(json.loads(data), files)
        for file in files:
            os.close(file)
        _wait(process, line)


def _answer(given: socket.socket) -> socket.socket:
    """The line itself; of a door at which many may knock each line, in a process of its own beside the others."""
    if not given.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return given
    while True:
        line, _ = given.accept()
        if not os.fork():
            given.close()
            return line
        line.close()
        with contextlib.suppress(ChildProcessError):  # all have ended
            while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG):
                pass


def _end(code: int) -> None:
    """Ends as the interpreter does, but for taking apart all that was loaded, most of it shared."""
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.main_thread():
            thread.join()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _start()
    with _answer(socket.socket(fileno=int(sys.argv[1]))) as asking:
        serve(asking)
    try:
        main()
    except SystemExit as ended:
        _end(ended.code if isinstance(ended.code, int) else 1)
