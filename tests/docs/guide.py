"""Reads a guide as a script: the files that it shows, the commands that it runs, what they print.

A fence that follows words ending in a file name in code and a colon is that file. In a block of console, lines
with "$ " are commands and the others are among what they print; "…" stands for what is left out. A
command that serves goes on beside those after it, which may ask for it at its port.
"""

import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`([\w./-]+)`:\s*\Z")
_ADDRESS = re.compile(r"(localhost|127\.0\.0\.1):(\d+)")
_SERVERS = ("oxigraph serve", "kg serve")
_PATIENCE = 60.0  # seconds until a server must answer


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, or a command (of a shell, or Python) with lines that it prints."""

    kind: Literal["file", "shell", "python"]
    name: str
    text: str
    printed: tuple[str, ...] = ()


def list_steps(page: str) -> Iterator[Step]:
    """The steps of a page, in order."""
    for fence in _FENCE.finditer(page):
        language, text = fence.groups()
        named = _NAMED.search(page[: fence.start()].rstrip("\n"))
        if language == "console":
            yield from _list_commands(text)
        elif named:
            yield Step("file", named[1], text)
        elif language == "python":
            yield Step("python", "", text)


def _list_commands(text: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, rest = part.partition("\n")
        while command.endswith("\\"):
            more, _, rest = rest.partition("\n")
            command = f"{command[:-1].rstrip()} {more.strip()}"
        lines = (line.strip() for line in rest.splitlines())
        yield Step("shell", "", command, tuple(line for line in lines if line not in ("", "…")))


class Guide:
    """Runs steps in a folder and an environment; servers that they start end with it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self._servers: list[subprocess.Popen[bytes]] = []
        self._ports: dict[str, int] = {}
        self._environment = environment

    def __enter__(self) -> "Guide":
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers:
            server.terminate()
            server.wait()

    def do(self, step: Step) -> None:
        """Does a step; AssertionError where it fails or does not print what the page shows."""
        if step.kind == "file":
            path = self.folder / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
            return
        text = _ADDRESS.sub(self._move, step.text)
        if text.startswith(_SERVERS):
            self._serve(text)
            return
        command = [sys.executable, "-c", text] if step.kind == "python" else ["bash", "-ec", text]
        result = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        printed = result.stdout + result.stderr
        codes = {0, 3} if "exit code is 3" in step.text else {0}
        assert result.returncode in codes, f"{step.text}\n{printed}"
        lines = [" ".join(line.split()) for line in printed.splitlines()]
        for line in step.printed:
            wanted = re.compile(re.escape(" ".join(line.split())).replace("…", ".*"))
            assert any(map(wanted.fullmatch, lines)), f"{step.text}\nlacks: {line}\n{printed}"

    def _move(self, found: re.Match[str]) -> str:
        """The same address with a port that is free here."""
        host, port = found.groups()
        if port not in self._ports:
            with socket.socket() as free:
                free.bind((host, 0))
                self._ports[port] = free.getsockname()[1]
        return f"{host}:{self._ports[port]}"

    def _serve(self, text: str) -> None:
        log = (self.folder / "server.log").open("ab")
        command = shlex.split(text)
        with log:
            server = subprocess.Popen(
                command, cwd=self.folder, env=self._environment, stdout=log, stderr=log
            )
        self._servers.append(server)
        found = _ADDRESS.search(text)
        assert found, f"the server of '{text}' names no port"
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends and server.poll() is None:
            with socket.socket() as line:
                if line.connect_ex((found[1], int(found[2]))) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(f"{text} does not answer: {(self.folder / 'server.log').read_text()}")
