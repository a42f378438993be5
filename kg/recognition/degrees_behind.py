"""Degrees behind a person's name, "Jane Doe, M.D., Ph.D., chairman of X": no persons, and no part of the name."""

import re

from kg.lexicon import load_lexicon

_DEGREE = "|".join(
    re.escape(degree)
    for degree in sorted(load_lexicon("names").get("degrees_behind"), key=len, reverse=True)
)
_BEHIND = re.compile(
    r"(?<=[A-Z])(?P<name>[\w'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+), "
    rf"(?P<degrees>(?:{_DEGREE})(?:,? (?:{_DEGREE}))*)(?=[,;)]| [a-z])"
)


def write_degrees_aside(text: str) -> str:
    """The text with degrees in brackets, as long as before: the parser takes them for names in a row."""
    return _BEHIND.sub(_write_aside, text)


def _write_aside(match: re.Match[str]) -> str:
    degrees = match["degrees"].lower()[:-1]
    return f"{match['name']} ({degrees})"
