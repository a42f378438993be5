"""Confidence is held against what is right, by band and by rule."""

import pytest

from kg.evaluation.calibrating import Calibration, Judged, calibrate, find_lower_bound


def _calibrate(right: int, wrong: int, stated: float = 0.8) -> Calibration:
    rows = [
        Judged(confidence=stated, rules=("a/b",), right=n < right) for n in range(right + wrong)
    ]
    return calibrate(rows, stated={"a/b": stated})


def test_a_band_tells_what_was_stated_and_what_was_right() -> None:
    """Nine in ten of what states 0.8: a distance of 0.1."""
    calibration = _calibrate(9, 1)
    (band,) = calibration.bands
    assert (band.low, band.judged, band.right, band.share) == (0.8, 10, 9, 0.9)
    assert calibration.error == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("right", "wrong", "proposed"),
    [(1, 0, 0.82), (0, 1, 0.73), (90, 10, 0.89), (10, 90, 0.16), (1000, 0, 0.99), (0, 1000, 0.05)],
)
def test_few_cases_move_a_rule_little_and_many_move_it_far(
    right: int, wrong: int, proposed: float
) -> None:
    """What its author stated counts as ten cases; no rule becomes sure or worthless."""
    assert _calibrate(right, wrong).rules[0].proposed == proposed


def test_a_statement_counts_for_each_of_its_rules() -> None:
    """Without a stated confidence that of the statements stands for it."""
    calibration = calibrate([Judged(confidence=0.7, rules=("a/b", "c/d"), right=True)])
    assert [(r.rule, r.judged, r.stated) for r in calibration.rules] == [
        ("a/b", 1, 0.7),
        ("c/d", 1, 0.7),
    ]


def test_nothing_judged_gives_an_empty_calibration() -> None:
    """No division by nothing."""
    assert calibrate([]) == Calibration(bands=(), rules=(), error=0.0)
    assert find_lower_bound(0, 0) == 0.0


def test_the_lower_bound_is_wilsons() -> None:
    """Of 9 in 10: about 0.596."""
    assert find_lower_bound(9, 10) == pytest.approx(0.596, abs=0.001)
