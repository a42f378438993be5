"""Figures that are part of one with a time: "handled 3.8 million tonnes in 2024, including 61,300 TEU"."""

import itertools
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.past_rows import find_period, find_tense
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention
from kg.model.parse import FINITE
from kg.model.period import Period

_PARTS = frozenset(["including", "comprising"])
_PARTED = frozenset(["whom", "which", "them", "these", "those"])
_OF = frozenset(["of", "among"])
_SUMS = frozenset(["combined", "total", "worth", "valued", "totalling", "totaling"])
_AGAINST = frozenset(["from", "than", "against", "versus", "over", "on", "compared"])
_CLIMBED = 8  # heads above a value
_BEGINNINGS = load_lexicon("measures").get("beginnings")
_STATES = frozenset(["have", "be", "stand", "employ", "own", "hold", "count"])
_NEAR = 14  # tokens from "including" to the part's figure
_ABOUT = frozenset(
    ["about", "around", "nearly", "almost", "or", "some", "roughly", "over", "more", "than"]
)
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
            told, period = before[-1]
            if period.start and period.start == period.end:
                continue
            if _is_part(arguments, told, start) or _is_joined(arguments, told, start):
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
    """The times that some tokens tell, but those with which something is compared."""
    return [
        m.value
        for m in arguments.list_periods(first, last)
        if isinstance(m.value, Period)
        and _AGAINST.isdisjoint(
            arguments.lower[max(0, arguments.ranges[m][0] - 2) : arguments.ranges[m][0]]
        )
    ]


def _is_joined(arguments: ArgumentFinder, before: int, start: int) -> bool:
    """ "moved 184,000 tonnes last year, up 9 percent, [and had] a profit of 3 million": two deeds of one past."""
    parse = arguments.parse
    first, second = (
        next(iter(parse.list_verbs_above(token, _CLIMBED)), -1) for token in (before, start)
    )
    if (
        second < 0
        or first == second
        or parse.deps[second] != "conj"
        or parse.heads[second] != first
    ):
        return False
    return all(
        find_tense(parse, verb) == "VBD" and parse.lemmas[verb] not in _BEGINNINGS
        for verb in (first, second)
    )


def _is_part(arguments: ArgumentFinder, before: int, start: int) -> bool:
    """Whether "including", "of whom" or "with a combined" stands between two values, and nothing is to come."""
    parse = arguments.parse
    words = arguments.lower[max(before, start - _NEAR) : start]
    tags = parse.tags[max(before, start - _NEAR) : start]
    if not FINITE.isdisjoint(tags) or not _NOW.isdisjoint(words):
        return False
    parted = any(a in _OF and b in _PARTED for a, b in itertools.pairwise(words))
    summed = "with" in words and not _SUMS.isdisjoint(words[words.index("with") :])
    apposed = next((k for k in range(len(words) - 1, -1, -1) if words[k] not in _ABOUT), 0)
    shared = words[apposed : apposed + 1] == [","] and _is_share(arguments, start)
    return shared or parted or summed or not _PARTS.isdisjoint(words)


def _is_share(arguments: ArgumentFinder, start: int) -> bool:
    """ "27% of the total" at a token."""
    values = [m for m in arguments.by_token.get(start, ()) if m.origin == "percent"]
    return any(arguments.lower[arguments.ranges[m][1]] == "of" for m in values)
