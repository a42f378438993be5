"""Puts a `kg` on the PATH that is spared its start; what it does not spare is named in warm_client.py."""

import contextlib
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

_HERE = Path(__file__).parent
_SCRIPTS = Path(sys.executable).parent
_WAITING = 16  # commands that may ask at once, as those of a pipe do


@contextlib.contextmanager
def open_warm_path(
    scripts: Path = _SCRIPTS, variables: Mapping[str, str] = os.environ
) -> Iterator[dict[str, str]]:
    """The environment of shells that find that `kg`, while the context lasts; all that it runs ends with it.

    It is the one installed with the `python` of `scripts`; `variables` are the environment but for its PATH.
    """
    assert (scripts / "kg").exists(), "the installed command"
    with (
        tempfile.TemporaryDirectory(prefix="kg") as made,
        socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as door,
    ):
        folder = Path(made)  # its name is short, as that of a socket must be
        path = f"{folder}:{scripts}:{variables['PATH']}"
        environment = {**variables, "PATH": path}
        (folder / "environment.json").write_text(json.dumps(environment), encoding="utf-8")
        _write_command(folder, scripts)
        door.bind(str(folder / "door"))
        door.listen(_WAITING)
        server = subprocess.Popen(
            [scripts / "python", "-P", str(_HERE / "warm_server.py"), str(door.fileno())],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # pipes, as shells get: streams are made at the start
            stderr=subprocess.STDOUT,
            pass_fds=[door.fileno()],
            start_new_session=True,
        )
        door.close()  # where the server does not work, nobody waits for it
        try:
            yield environment
        finally:
            ended = server.poll()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)
            said, _ = server.communicate()
            assert ended is None, said.decode()


def _write_command(folder: Path, scripts: Path) -> None:
    python = [sys.executable, "-IS", _HERE / "warm_client.py", folder / "door", scripts / "kg"]
    command = folder / "kg"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(map(str, python))} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
