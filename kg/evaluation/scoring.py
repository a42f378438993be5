"""Counts of what a graph says rightly, wrongly and not at all, against hand-made annotations."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.evaluation.comparison import Comparison, Outcome


@dataclass(slots=True)
class Count:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what is said that is right; 0 where nothing is said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what is asked for that is said; 0 where nothing is asked for."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, *, right: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Adds to each."""
        self.right += right
        self.wrong += wrong
        self.missed += missed


@dataclass(slots=True)
class Score:
    """Counts by kind, details beside them.

    Kinds are "entity", "statement", "observation", "fact" (the two together), "lenient" (a predicate
    of the same family will do) and "p:" with each predicate. `details` say for what is right how
    many have a part right, and how many have the part at all.
    """

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    details: defaultdict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))


def score_comparisons(comparisons: Iterable[Comparison]) -> Score:
    """The score of all of them together."""
    score = Score()
    for comparison in comparisons:
        _add(comparison, score)
    fact = Count()
    for kind in ("statement", "observation"):
        count = score.counts[kind]
        fact.add(right=count.right, wrong=count.wrong, missed=count.missed)
    score.counts["fact"] = fact
    return score


def score_by(
    comparisons: Iterable[Comparison], name: Callable[[Comparison], str]
) -> dict[str, Score]:
    """A score for each name that the comparisons are given, by name."""
    groups: defaultdict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        groups[name(comparison)].append(comparison)
    return {key: score_comparisons(groups[key]) for key in sorted(groups)}


def _add(comparison: Comparison, score: Score) -> None:
    counts = score.counts
    counts["entity"].add(
        right=len(comparison.found), wrong=len(comparison.unknown), missed=len(comparison.missed)
    )
    for judged in comparison.rows:
        if judged.outcome in {Outcome.NEUTRAL, Outcome.REPEATED}:
            continue
        right = judged.outcome is Outcome.RIGHT
        for kind in ("statement", f"p:{judged.row.predicate}"):
            counts[kind].add(right=right, wrong=not right)
        counts["lenient"].add(right=right or judged.near, wrong=not right and not judged.near)
    for missed in comparison.missed_statements:
        counts["statement"].add(missed=1)
        counts[f"p:{missed.key[1]}"].add(missed=1)
    counts["lenient"].add(missed=comparison.missed_near)
    for value in comparison.values:
        counts["observation"].add(
            right=value.outcome is Outcome.RIGHT, wrong=value.outcome is Outcome.WRONG
        )
    counts["observation"].add(missed=len(comparison.missed_observations))
    for detail in comparison.details:
        score.details[detail.name][detail.right] += 1
