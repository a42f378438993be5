"""Runs command lines in processes that begin with all of `kg` loaded.

A start is four seconds of a processor, and hundreds of tests ask what a command says, writes and ends with,
not how it starts. These processes are forked from one that has started; the tests of signals, terminals,
locales, hash seeds and of the start itself start their own.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from signal import SIGKILL
from typing import IO, Self

_SERVER = Path(__file__).with_name("warm_server.py")
_PIPE = 65_536  # bytes that a pipe takes before anybody reads


class WarmKg:
    """Forks `kg` for each run, one at a time, in the environment that it began in. Use it as a context."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            self._server = subprocess.Popen(
                [sys.executable, "-P", str(_SERVER), str(other.fileno())],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,  # a pipe, as its children have: streams are made at the start
                pass_fds=[other.fileno()],
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._server.communicate()

    def run(
        self,
        arguments: Sequence[str],
        *,
        folder: Path,
        given: str | None = None,
        timeout: float = 120,
    ) -> subprocess.CompletedProcess[str]:
        """The ended process, like that of subprocess.run; `given` is its standard input."""
        order = {"arguments": arguments, "folder": str(folder)}
        with contextlib.ExitStack() as opened:
            source = opened.enter_context(_open_input(given))
            answers = [opened.enter_context(tempfile.TemporaryFile()) for _ in range(2)]
            files = [stream.fileno() for stream in (source, *answers)]
            socket.send_fds(self._line, [json.dumps(order).encode()], files)
            code = self._wait(timeout)
            for answer in answers:
                answer.seek(0)
            out, err = (answer.read().decode("utf-8") for answer in answers)
        return subprocess.CompletedProcess([*arguments], code, out, err)

    def _wait(self, timeout: float) -> int:
        self._line.settimeout(timeout)
        process = int(self._line.recv(100))
        try:
            return int(self._line.recv(100))
        except TimeoutError:
            os.kill(process, SIGKILL)
            self._line.settimeout(None)
            self._line.recv(100)
            raise


def _open_input(given: str | None) -> IO[bytes]:
    """The end of a pipe that gives the text, or nothing."""
    if given is None:
        return Path(os.devnull).open("rb")
    data = given.encode("utf-8")
    assert len(data) <= _PIPE, "nobody reads it while it is written"
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as stream:
        stream.write(data)
    return os.fdopen(reader, "rb")
