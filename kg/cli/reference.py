"""Writes docs/cli.md, the reference of the command line, from the commands themselves.

`python -m kg.cli.reference docs/cli.md` brings it up to date; a test compares the two.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from kg.cli.commands import app

_WIDTH = 100
_HEAD = """# The command line

Made from the commands by `make reference`; do not edit. Exit codes and examples that are run by the
tests stand in [README.md](../README.md).
"""


def format_reference() -> str:
    """The help of every command, in the order in which `kg --help` lists them."""
    sections = (
        f"## {path}\n\n```text\n{text}\n```\n" for path, text in _walk(get_command(app), "kg", None)
    )
    return "\n".join((_HEAD, *sections))


def _walk(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    """Path ("kg rules list") and help of a command and all below it, at a width of its own."""
    context = command.context_class(
        command,
        info_name=name,
        parent=parent,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **{k: v for k, v in command.context_settings.items() if k != "max_content_width"},
    )
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield context.command_path, text.rstrip()
    for child in getattr(command, "commands", {}).values():
        yield from _walk(child, child.name, context)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(format_reference(), encoding="utf-8", newline="\n")
