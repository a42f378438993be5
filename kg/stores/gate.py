"""Decides, before an engine sees it, whether a query may run.

The engine would follow SERVICE and overflows its stack on deep nesting. The decision is made on
tokens outside strings, comments and IRIs. A text that could be read in two ways is refused.
"""

import re

from kg.errors import QueryError

LONGEST = 64 * 1024  # bytes
DEEPEST = 128  # open brackets
MOST_JOINTS = 2000  # operators and brackets; chains of them nest in the engine too

_TOKEN = re.compile(
    r"""
    (?P<string> '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} | "{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}
        | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*" )
  | (?P<comment> \#[^\r\n]* )
  | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<escape> \\. )
  | (?P<variable> [?$]\w+ )
  | (?P<name> (?P<prefix>[\w.-]{0,100}) : (?: (?:[\w:]|%[0-9A-Fa-f]{2}|\\.)
        (?: \.*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.) )* )? )
  | (?P<word> [^\W\d]\w* )
  | (?P<open> [({\[] ) | (?P<close> [)}\]] )
  | (?P<operator> \|\| | && | [!+*/^|=<>-] )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORBIDDEN = re.compile(r"service|load|from", re.IGNORECASE)
_WEB_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_REASONS = {
    "service": "would reach another server",
    "load": "would fetch data",
    "from": "would choose other data than the graph that was opened",
}


def check_query(text: str) -> None:
    """Raises QueryError for a query that is too long, too deep, or reaches out of the graph."""
    if len(text.encode("utf-8", "replace")) > LONGEST:
        raise QueryError(f"The query is longer than {LONGEST // 1024} KiB; split it or shorten it.")
    depth = joints = 0
    for token in _TOKEN.finditer(text):
        kind, words = token.lastgroup, token.group()
        if kind == "open":
            depth += 1
            joints += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "operator":
            joints += 1
        else:
            _check_token(kind, words, token["prefix"])
        if depth > DEEPEST:
            raise QueryError(f"The query nests more than {DEEPEST} brackets; flatten it.")
        if joints > MOST_JOINTS:
            raise QueryError(
                f"The query has over {MOST_JOINTS} operators and brackets; shorten it."
            )


def _check_token(kind: str | None, words: str, prefix: str | None) -> None:
    if kind == "iri":
        _check_iri(words)
    elif kind == "escape":
        raise QueryError(f"The query has {words!r} outside a string; write it without escape.")
    elif kind in ("word", "name"):
        # The engine needs no space after its keywords, so they may stand anywhere in a word; what
        # follows the colon of a name is a name to it as well.
        found = _FORBIDDEN.search(prefix or "" if kind == "name" else words)
        if found is not None:
            word = found.group().lower()
            raise QueryError(
                f"The query uses {word.upper()}, which {_REASONS[word]}; ask one graph alone."
            )


def _check_iri(words: str) -> None:
    """Refuses what may be "<" as an operator with more of the query behind it.

    Only a name with "://" can be nothing but an IRI, as no expression has two slashes in a row.
    """
    if _WEB_IRI.match(words):
        return
    if "#" in words or ")" in words or _FORBIDDEN.search(words):
        raise QueryError(
            f"The query has {words[:80]}, which can be read in two ways; put a space after '<' if"
            " that means 'less than', else write the whole IRI."
        )
