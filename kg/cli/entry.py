"""Starts a command and turns what it raises into one sentence and an exit code."""

import gc
import logging
import os
import sys
import traceback
from collections.abc import Sequence

from typer import Exit
from typer.exceptions import TyperException
from typer.main import get_command

from kg.cli.commands import app
from kg.cli.signals import Stopped, watch_signals
from kg.cli.terminal import say, use_utf8
from kg.collecting import OBJECTS
from kg.errors import KgError

_COULD_NOT_FINISH = 1
_WRONG_USE = 2


def main() -> None:
    """The `kg` command; ends the process with the exit code that README.md lists."""
    use_utf8()
    watch_signals()
    gc.set_threshold(OBJECTS)
    try:
        code = run(sys.argv[1:])
    except Stopped as stop:
        say(
            "Stopped; outputs that were not finished were not written."
            " The same command goes on where it stopped."
        )
        code = stop.exit_code
    gc.freeze()  # the interpreter looks through all that the model is made of once more before it ends
    raise SystemExit(code)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; says in one sentence what went wrong."""
    given, debug = _take_debug(arguments)
    if debug:
        logging.basicConfig(format="%(message)s")
        logging.getLogger("kg").setLevel(logging.DEBUG)
    try:
        code = _invoke(given)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has what it wanted
        _close_quietly()
        return 0
    except Exception as error:  # noqa: BLE001  the last resort of the program
        if debug:
            traceback.print_exc()
        code = _report(error)
        _drop_unwritten()
    return code


def _invoke(arguments: list[str]) -> int:
    """Parses and calls; not through the library's own main, which has other exit codes."""
    try:
        with get_command(app).make_context("kg", arguments) as context:
            context.command.invoke(context)
    except Exit as done:
        return done.exit_code
    return 0


def _take_debug(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """The arguments without --debug, which may stand anywhere before `--`, and whether it did."""
    given = list(arguments)
    options = given[: given.index("--")] if "--" in given else given
    rest = given[len(options) :]
    return [a for a in options if a != "--debug"] + rest, "--debug" in options


def _report(error: Exception) -> int:
    """Prints the sentence for `error` and returns the exit code that belongs to it."""
    if isinstance(error, KgError):
        say(f"kg: {error}")
        return error.exit_code
    if isinstance(error, TyperException):
        say(f"kg: {_format_usage_error(error)}")
        return _WRONG_USE
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        say(f"kg: The system refused to read or write{where}: {error.strerror}.")
        return _COULD_NOT_FINISH
    kind = type(error).__name__
    say(f"kg: Stopped by an error in kg itself ({kind}: {error}); run again with --debug.")
    return _COULD_NOT_FINISH


def _format_usage_error(error: TyperException) -> str:
    """One line with the command whose help explains the mend."""
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "kg"
    sentence = " ".join(message.split()).rstrip(".")
    return f"{sentence}; see {command} --help."


def _drop_unwritten() -> None:
    """Forgets what standard output would not take: the interpreter, that tries again, ends with 120."""
    try:
        sys.stdout.flush()
    except OSError:
        _close_quietly()


def _close_quietly() -> None:
    """Sends what is still buffered nowhere, so that the interpreter ends without complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
