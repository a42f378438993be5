"""Docstrings of kg are plain words with code in single backticks; Sphinx reads reStructuredText."""

import re

_CODE = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"([*|\\]|(?<=\w)_(?!\w))")


def escape_lines(lines: list[str]) -> list[str]:
    """The lines with single backticks as code, and without what reStructuredText would take for marks."""
    return [_escape(line) for line in lines]


def _escape(line: str) -> str:
    if line.lstrip().startswith((":", "..", ">>>")):
        return line  # what napoleon has made of a section, and examples
    parts = _CODE.split(line)
    return "".join(
        f"``{part[1:-1]}``"
        if part.startswith("`") and len(part) > 2
        else _SPECIAL.sub(r"\\\1", part)
        for part in parts
    )
