"""What the own articles gave once, they give from then on; another scorer, which shares nothing with kg, agrees.

Both stand in one file, which one process runs: the graph of these articles is made once.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.evaluation import Score
from kg.evaluation.recording import describe_score

from .corpus import find_annotations
from .floors import find_drops, get_figures, read_floors

OTHER_SCORER = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "score.py"


@pytest.mark.skipif(not OTHER_SCORER.exists(), reason="the other scorer is not here")
def test_another_scorer_gives_the_same_figures(
    graph: kg.Graph, score: Score, tmp_path: Path
) -> None:
    """Every count, share and detail agrees, to the digit, with a scorer that reads the Turtle."""
    path = tmp_path / "graph.ttl"
    graph.write(path)
    command = [sys.executable, "-B", *map(str, [OTHER_SCORER, path, *find_annotations()]), "--json"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    other = json.loads(answer.stdout)
    assert other.pop("documents") == len(find_annotations())
    assert other.pop("documents missing") == []
    assert describe_score(score) == other


def test_no_figure_falls_below_its_floor(score: Score) -> None:
    """Precision and recall of every pinned kind stay at or above the floor."""
    drops = find_drops(read_floors()[1], get_figures(score))
    assert not drops, "\n".join(drops)
