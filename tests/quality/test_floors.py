"""Floors are pinned on the corpus, and fall with leave alone; test_figures.py holds the figures against them."""

from pathlib import Path

import pytest

from .corpus import digest_corpus
from .floors import (
    lower_slightly,
    pin,
    read_floors,
    write_floors,
)

REPIN = "python -m tests.quality.update_floors"


def test_floors_are_pinned_on_these_articles_and_annotations() -> None:
    """A change of an article or annotation calls for floors that were measured on it."""
    assert read_floors()[0] == digest_corpus(), f"The corpus has changed; run: {REPIN}"


def test_floors_lie_slightly_below_the_figures() -> None:
    """Floors are hundredths, at least one hundredth below, and never negative."""
    figures = {"entity": {"precision": 0.8765, "recall": 0.004}}
    assert lower_slightly(figures) == {"entity": {"precision": 0.86, "recall": 0.0}}


@pytest.mark.parametrize("new", [{"entity": {"recall": 0.7}}, {}])
def test_a_lower_or_vanished_floor_is_refused(
    tmp_path: Path, new: dict[str, dict[str, float]]
) -> None:
    """Without leave nothing is written where a floor would fall or be dropped."""
    path = tmp_path / "floors.json"
    write_floors({"entity": {"recall": 0.8}}, path)
    before = path.read_bytes()
    assert pin(new, path, allow_lower=False)
    assert path.read_bytes() == before


def test_a_lower_floor_is_pinned_with_leave(tmp_path: Path) -> None:
    """With leave the lower floors are written."""
    path = tmp_path / "floors.json"
    write_floors({"entity": {"recall": 0.8}}, path)
    assert pin({"entity": {"recall": 0.7}}, path, allow_lower=True) == []
    assert read_floors(path)[1] == {"entity": {"recall": 0.69}}


def test_higher_figures_raise_the_floors(tmp_path: Path) -> None:
    """Figures above the floors are pinned without leave."""
    path = tmp_path / "floors.json"
    write_floors({"entity": {"recall": 0.8}}, path)
    assert pin({"entity": {"recall": 0.9}}, path, allow_lower=False) == []
    assert read_floors(path)[1] == {"entity": {"recall": 0.89}}
