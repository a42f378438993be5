"""Puts the lines of printed pages together again: furniture off, words and paragraphs joined."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE_LINES = 2  # at the top and the bottom of a page, where furniture stands
_MIN_SHARE = 0.5  # of the pages that repeat a line of furniture
_DIGITS = re.compile(r"\d+")
_FINAL = re.compile(r"[.!?:][”\"’')\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010\xad]$")
_BULLET = re.compile(r"^(?:[•▪●◦‣·*–-]|\d{1,2}[.)])\s")
_FULL = 0.8  # of the usual width: a line at least that long goes on in the next one
_SHORT = 0.6  # of the usual width: a shorter one that does not end a sentence is a heading


def join_pages(pages: Sequence[str]) -> str:
    """The text of the pages as paragraphs with blank lines between, without repeated furniture.

    A paragraph may run on to the next page. A word broken at a line end is joined; it keeps its
    hyphen where the document writes it with one elsewhere and never without.
    """
    lines_of = [[line.strip() for line in page.split("\n")] for page in pages]
    furniture = _find_furniture(lines_of)
    lines: list[str] = []
    for page in lines_of:
        kept = _drop_furniture(page, furniture)
        while kept and not kept[-1]:
            kept.pop()
        if lines and kept and _FINAL.search(lines[-1]):
            lines.append("")
        lines.extend(kept)
    return _join_lines(lines)


def _mask(line: str) -> str:
    return _DIGITS.sub("#", line)


def _list_edges(page: Sequence[str]) -> set[int]:
    filled = [number for number, line in enumerate(page) if line]
    return {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}


def _find_furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines, with digits masked, that stand at the edges of at least two pages and half of all."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_mask(page[number]) for number in _list_edges(page)})
    needed = max(2, len(pages) * _MIN_SHARE)
    return frozenset(line for line, count in counts.items() if count >= needed)


def _drop_furniture(page: Sequence[str], furniture: frozenset[str]) -> list[str]:
    edges = _list_edges(page)
    return [
        line
        for number, line in enumerate(page)
        if number not in edges or _mask(line) not in furniture
    ]


def _join_lines(lines: Sequence[str]) -> str:
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return ""
    width = lengths[int(len(lengths) * 0.8)] if len(lengths) > 1 else lengths[0]
    words = Counter(" ".join(lines).lower().split())
    paragraphs: list[list[str]] = []
    last = ""
    for line in lines:
        if line and last and not _BULLET.match(line) and _goes_on(last, line, width):
            paragraphs[-1][-1], joined = _join_words(paragraphs[-1][-1], line, words)
            paragraphs[-1].append(joined)
        elif line:
            paragraphs.append([line])
        last = line
    return "\n\n".join("".join(parts) for parts in paragraphs)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the following line is of the same paragraph."""
    if _HYPHENATED.search(line) or following[0].islower():
        return True
    if _FINAL.search(line):
        return len(line) >= _FULL * width
    return len(line) >= _SHORT * width


def _join_words(line: str, following: str, words: Counter[str]) -> tuple[str, str]:
    """The two lines so that they can be written one after the other."""
    if not _HYPHENATED.search(line) or not following[0].isalpha():
        return line, f" {following}"
    if line.endswith("\xad"):
        return line[:-1], following
    left = line[:-1].rsplit(None, 1)[-1]
    right = following.split(None, 1)[0].rstrip('.,;:!?”"’)')
    hyphenated, solid = f"{left}-{right}".lower(), f"{left}{right}".lower()
    keeps = following[0].isupper() or (words[hyphenated] > 0 and words[solid] == 0)
    return (line if keeps else line[:-1]), following
