"""A row of a product has the same bits alone, among others and wherever it stands."""

import numpy as np
import pytest

from kg.recognition.products import Floats, multiply, multiply_inside

SHAPES = [(384, 288), (288, 288), (96, 192), (64, 90)]


def _draw(*shape: int) -> Floats:
    return np.random.default_rng(7).standard_normal(shape, dtype=np.float32)


@pytest.mark.parametrize(("inputs", "outputs"), SHAPES)
def test_a_row_does_not_depend_on_the_others(inputs: int, outputs: int) -> None:
    """Numbers of rows below, at and above the sizes at which kernels and pieces change."""
    rows, weights = _draw(900, inputs), _draw(inputs, outputs)
    whole = multiply(rows, weights)
    for start, end in ((0, 1), (3, 7), (0, 288), (1, 289), (100, 405), (250, 900), (899, 900)):
        assert np.array_equal(multiply(rows[start:end], weights), whole[start:end]), (start, end)


@pytest.mark.parametrize(("inputs", "outputs"), SHAPES)
def test_pieces_give_the_product(inputs: int, outputs: int) -> None:
    """Up to rounding, whatever the number of rows; none gives none."""
    for count in (0, 1, 287, 288, 289, 700):
        rows, weights = _draw(count, inputs), _draw(inputs, outputs)
        np.testing.assert_allclose(
            multiply_inside(rows, weights), rows @ weights, rtol=1e-4, atol=1e-3
        )
