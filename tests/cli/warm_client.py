"""The `kg` on the PATH of shells whose starts shall cost little: has a started one do what is asked of it.

The command gets the arguments, the folder and the very streams of this process, and the signals that this one gets;
this one ends as it does. What a started `kg` would do otherwise than one that starts is left to the real
command: `--domain`, which changes what was read already, a server, a terminal, files that only this process has
open (/dev/fd), and an environment that is not that of the started one, such as `TZ=Asia/Tokyo kg build`.
"""

import json
import os
import signal
import socket
import sys
from pathlib import Path

_OF_SHELLS = ("PWD", "OLDPWD", "SHLVL", "_")  # set by each shell, read by none of kg
_COLD = ("serve", "--domain")
_PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_STREAMS = (0, 1, 2)


def is_cold(arguments: list[str], environment: dict[str, str]) -> bool:
    """Whether only the real command does what is asked; `environment` is that of the started `kg`."""
    own = {name: value for name, value in os.environ.items() if name not in _OF_SHELLS}
    began = {name: value for name, value in environment.items() if name not in _OF_SHELLS}
    return (
        own != began
        or any(map(os.isatty, _STREAMS))
        or any(one.startswith(_COLD) or "/dev/" in one or "/proc/" in one for one in arguments)
    )


def forward(line: socket.socket, arguments: list[str]) -> int:
    """Runs the command at the other end of the line and returns what it ended with, a signal below zero."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)  # until it is known who is to get them
    order = {"arguments": arguments, "folder": str(Path.cwd())}
    socket.send_fds(line, [json.dumps(order).encode()], _STREAMS)
    process = int(line.recv(100))
    for number in _PASSED_ON:
        signal.signal(number, lambda got, _: os.kill(process, got))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    return int(line.recv(100))


def end(code: int) -> None:
    """Ends this process as the command ended."""
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    sys.exit(code)


if __name__ == "__main__":
    door, real, *given = sys.argv[1:]
    if is_cold(given, json.loads(Path(door).with_name("environment.json").read_text("utf-8"))):
        os.execv(real, [real, *given])  # noqa: S606  no shell is wanted
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as opened:
        opened.connect(door)
        ended = forward(opened, given)
    end(ended)
