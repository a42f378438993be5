"""Printing: data to standard output, all else to standard error, no controls to a terminal."""

import io
import re
import sys

# C0 but tab and line feed, DEL, C1, line and paragraph separators, and the characters that turn the
# direction of text: a terminal obeys them, and text of documents can hold them.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def strip_controls(text: str) -> str:
    """`text` without characters that a terminal would obey instead of show."""
    return _CONTROLS.sub("", text)


def say(text: str) -> None:
    """Prints a line for people to standard error."""
    print(strip_controls(text), file=sys.stderr)  # noqa: T201


def write_text(text: str) -> None:
    """Prints text for people to standard output, always without control characters."""
    sys.stdout.write(strip_controls(text))


def write_data(text: str) -> None:
    """Prints data for programs to standard output, untouched unless that is a terminal."""
    sys.stdout.write(strip_controls(text) if sys.stdout.isatty() else text)


def use_utf8() -> None:
    """Makes both streams UTF-8 with plain line ends, so that output is the same in any locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
