"""Held against annotations: is what kg is 90 per cent sure of right nine times in ten?"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evaluation.comparison import Comparison, Outcome

BANDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
PRIOR_WEIGHT = 10.0
_LOWEST, _HIGHEST = 0.05, 0.99  # what a rule may be given: never sure, never worthless
_Z = 1.96  # of a two-sided interval of 95 per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement that counts as right or wrong, with its confidence and rules."""

    confidence: float
    rules: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The judged statements of a range of confidence; `stated` is the mean of what they state."""

    low: float
    high: float
    judged: int
    right: int
    stated: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.judged if self.judged else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCalibration:
    """A rule's judged statements; `stated` is the confidence in its file, or the mean where none is known.

    `proposed` is its smoothed share, `floor` the lower end of the 95 per cent interval of the share.
    """

    rule: str
    judged: int
    right: int
    stated: float
    proposed: float
    floor: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.judged if self.judged else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Bands and rules, and the mean distance between stated and seen, weighted by the statements."""

    bands: tuple[Band, ...]
    rules: tuple[RuleCalibration, ...]
    error: float


def list_judged(comparisons: Iterable[Comparison]) -> list[Judged]:
    """Every statement that counts, measured values included."""
    found = []
    for comparison in comparisons:
        rows = [(judged.row, judged.outcome) for judged in comparison.rows]
        rows += [(value.row, value.outcome) for value in comparison.values]
        found += [
            Judged(confidence=row.confidence, rules=row.rules, right=outcome is Outcome.RIGHT)
            for row, outcome in rows
            if outcome in {Outcome.RIGHT, Outcome.WRONG}
        ]
    return found


def calibrate(
    judged: Iterable[Judged],
    *,
    stated: Mapping[str, float] | None = None,
    prior_weight: float = PRIOR_WEIGHT,
) -> Calibration:
    """The calibration of judged statements. `stated` gives the confidence in each rule's file.

    A rule is judged by every statement that it took part in. Proposed is (right + weight × stated) /
    (judged + weight): a rule seen twice stays near what its author stated, one seen a hundred times
    gets what was seen.
    """
    rows = list(judged)
    by_rule: defaultdict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        for rule in row.rules:
            by_rule[rule].append(row)
    bands = tuple(_gather_bands(rows))
    distance = sum(abs(band.share - band.stated) * band.judged for band in bands)
    return Calibration(
        bands=bands,
        rules=tuple(
            _calibrate_rule(rule, by_rule[rule], (stated or {}).get(rule), prior_weight)
            for rule in sorted(by_rule)
        ),
        error=distance / len(rows) if rows else 0.0,
    )


def find_lower_bound(right: int, judged: int) -> float:
    """Wilson's lower end of the 95 per cent interval of a share; 0 of nothing."""
    if not judged:
        return 0.0
    share = right / judged
    spread = math.sqrt(share * (1 - share) / judged + _Z**2 / (4 * judged**2))
    return max(0.0, (share + _Z**2 / (2 * judged) - _Z * spread) / (1 + _Z**2 / judged))


def _gather_bands(rows: list[Judged]) -> Iterable[Band]:
    for low, high in zip(BANDS, (*BANDS[1:], math.inf), strict=True):
        inside = [row for row in rows if low <= row.confidence < high]
        if inside:
            yield Band(
                low=low,
                high=min(high, 1.0),
                judged=len(inside),
                right=sum(row.right for row in inside),
                stated=sum(row.confidence for row in inside) / len(inside),
            )


def _calibrate_rule(
    rule: str, rows: list[Judged], stated: float | None, weight: float
) -> RuleCalibration:
    right = sum(row.right for row in rows)
    before = sum(row.confidence for row in rows) / len(rows) if stated is None else stated
    smoothed = (right + weight * before) / (len(rows) + weight)
    return RuleCalibration(
        rule=rule,
        judged=len(rows),
        right=right,
        stated=round(before, 4),
        proposed=round(min(max(smoothed, _LOWEST), _HIGHEST), 2),
        floor=round(find_lower_bound(right, len(rows)), 4),
    )
