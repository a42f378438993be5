"""Figures that are part of one with a time: "handled 3.8 million tonnes in 2024, including 61,300 TEU"."""

import itertools
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.past_rows import find_period
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.period import Period

_PARTS = frozenset(["including", "comprising"])
_PARTED = frozenset(["whom", "which", "them", "these", "those"])
_OF = frozenset(["of", "among"])
_SUMS = frozenset(["combined", "total", "worth", "valued", "totalling", "totaling"])
_NEAR = 14  # tokens from "including" to the part's figure
_FURTHER = FINITE | {"MD"}  # a clause of its own begins
_NOW = frozenset([";", "now", "currently", "today"])


def settle_parts(found: Sequence[Candidate], arguments: ArgumentFinder) -> None:
    """Adds to figures that are told as parts the only time that their sentence's figures before have."""
    parse, rows = arguments.parse, _list_rows(found, arguments)
    for number, row in rows.items():
        own = {p.edtf for p in _list_periods(arguments, *parse.sentences[number])}
        for at, (start, candidate) in enumerate(row):
            if candidate.modality is not Modality.ACTUAL or find_period(candidate) is not None:
                continue
            before = [(s, p) for s, c in row[:at] if (p := find_period(c)) is not None]
            if len({p.edtf for _, p in before}) != 1 or not own <= {before[-1][1].edtf}:
                continue
            if _is_part(arguments, before[-1][0], start):
                period = before[-1][1]
                candidate.qualifiers.append(Qualifier(name="period", value=period))


def _list_rows(
    found: Sequence[Candidate], arguments: ArgumentFinder
) -> dict[int, list[tuple[int, Candidate]]]:
    """The figures of each sentence with the tokens of their values, in the order of the text."""
    rows: dict[int, list[tuple[int, Candidate]]] = {}
    for candidate in found:
        if isinstance(candidate.object, Mention) and candidate.object in arguments.ranges:
            start = arguments.ranges[candidate.object][0]
            rows.setdefault(arguments.parse.sentence_of[start], []).append((start, candidate))
    return {
        number: sorted(row, key=lambda item: item[0])
        for number, row in rows.items()
        if len(row) > 1
    }


def _list_periods(arguments: ArgumentFinder, first: int, last: int) -> list[Period]:
    told = (m for t in range(first, last) for m in arguments.by_token.get(t, ()))
    return [m.value for m in told if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)]


def _is_part(arguments: ArgumentFinder, before: int, start: int) -> bool:
    """Whether "including", "of whom" or "with a combined" stands between two values, and nothing is to come."""
    parse = arguments.parse
    words = arguments.lower[max(before, start - _NEAR) : start]
    tags = parse.tags[max(before, start - _NEAR) : start]
    if not _FURTHER.isdisjoint(tags) or not _NOW.isdisjoint(words):
        return False
    parted = any(a in _OF and b in _PARTED for a, b in itertools.pairwise(words))
    summed = "with" in words and not _SUMS.isdisjoint(words[words.index("with") :])
    return parted or summed or not _PARTS.isdisjoint(words)
