"""Finds passages that belong to the page and not to the news; boilerplate.yaml has the wording."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.model.document import Span
from kg.strictyaml import read_yaml, require_mapping

PATTERNS = Path(__file__).with_name("boilerplate.yaml")

_MAX_LINE = 300
_MAX_BLOCK_LINES = 12
_MAX_HEADLINE = 140
_LINE = re.compile(r"[^\n]+")
_SENTENCE_START = re.compile(r"(?:^|(?<=\n)|(?<=[.!?”\"] ))\s*", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?][”\"')]*(?=\s|\Z)|(?=\n)|\Z")
_SECTIONS = {"inline": {"id", "pattern"}, "lines": {"id", "pattern"}, "blocks": {"id", "pattern"},
             "notices": {"id", "pattern", "hint"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Patterns:
    inline: re.Pattern[str]
    lines: re.Pattern[str]
    blocks: re.Pattern[str]
    notices: tuple[tuple[str, re.Pattern[str]], ...]  # lower-case hint, pattern


def find_boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of notices, credits, copyright lines and the like, sorted and apart.

    The spans hold no line ends at their borders; ordinary sentences around them are not part of
    them.
    """
    patterns = _load_patterns(PATTERNS)
    spans = [Span(*match.span()) for match in patterns.inline.finditer(text)]
    spans.extend(_find_lines(text, patterns))
    spans.extend(_find_notices(text, patterns))
    return merge_spans(spans)


def merge_spans(spans: list[Span]) -> tuple[Span, ...]:
    """The spans sorted, those that touch or overlap made one, empty ones left out."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _find_lines(text: str, patterns: _Patterns) -> Iterator[Span]:
    block_left = 0
    for match in _LINE.finditer(text):
        line = match.group().strip()
        start = match.start() + match.group().index(line)
        span = Span(start, start + len(line))
        if not line or len(line) > _MAX_LINE:
            block_left = 0 if line else block_left
        elif patterns.blocks.fullmatch(line):
            block_left = _MAX_BLOCK_LINES
            yield span
        elif patterns.lines.fullmatch(line):
            yield span
        elif block_left and len(line) <= _MAX_HEADLINE and line[-1] not in '.!”"':
            block_left -= 1
            yield span
        else:
            block_left = 0


def _find_notices(text: str, patterns: _Patterns) -> Iterator[Span]:
    lowered = text.lower()
    wanted = [pattern for hint, pattern in patterns.notices if hint in lowered]
    if not wanted:
        return
    for match in _SENTENCE_START.finditer(text):
        start = match.end()
        for pattern in wanted:
            if found := pattern.match(text, start):
                end = _SENTENCE_END.search(text, found.end())
                yield Span(start, end.end() if end else len(text))
                break


@cache
def _load_patterns(path: Path) -> _Patterns:
    sections = require_mapping(read_yaml(path), path, "the boilerplate patterns")
    if set(sections) != set(_SECTIONS):
        raise RuleError(f"{path}:1: there must be exactly the sections {', '.join(_SECTIONS)}.")
    rules = {name: _check_rules(sections[name], name, path) for name in _SECTIONS}
    return _Patterns(
        inline=_compile_all(rules["inline"], path, 0),
        lines=_compile_all(rules["lines"], path, re.IGNORECASE),
        blocks=_compile_all(rules["blocks"], path, re.IGNORECASE),
        notices=tuple(
            (rule["hint"].lower(), _compile_all([rule], path, re.IGNORECASE))
            for rule in rules["notices"]
        ),
    )


def _check_rules(rules: Any, section: str, path: Path) -> list[dict[str, str]]:
    if not isinstance(rules, list) or not rules:
        raise RuleError(f"{path}:1: the section '{section}' must be a list of patterns.")
    for rule in rules:
        if not isinstance(rule, dict) or set(rule) != _SECTIONS[section]:
            keys = ", ".join(sorted(_SECTIONS[section]))
            raise RuleError(f"{path}:1: each pattern of '{section}' needs exactly {keys}.")
    return rules


def _compile_all(rules: list[dict[str, str]], path: Path, flags: int) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{rule['pattern']})" for rule in rules), flags)
    except re.error as error:
        name, fault = _find_faulty(rules, flags) or ("all together", error)
        raise RuleError(f"{path}:1: the pattern of '{name}' is not valid ({fault}).") from error


def _find_faulty(rules: list[dict[str, str]], flags: int) -> tuple[str, re.error] | None:
    for rule in rules:
        try:
            re.compile(rule["pattern"], flags)
        except re.error as error:
            return rule["id"], error
    return None
