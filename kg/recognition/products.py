"""Products of matrices whose rows do not depend on how many there are, nor on where they stand.

A text must be read the same alone and among others, but OpenBLAS rounds a row otherwise in a small product
than in a large one, and on some processors otherwise at the edges of a product than inside it. So few rows
are filled up with zeros to where the rounding stays the same; and where a trial shows that places matter,
rows are multiplied in pieces of one size, away from their edges, by one thread.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.recognition.threads import use_one_thread

Floats = NDArray[np.float32]
_FEWEST = 256  # rows: with 64 columns on both sides still a large product
_PIECE = 304  # rows of a piece, which no kernel parts
_EDGE = 8  # rows at its ends that are left out
_TRIED = 64  # columns of the trial


def multiply(rows: Floats, weights: Floats) -> Floats:
    """The product of rows and weights."""
    if not depends_on_place():
        if len(rows) >= _FEWEST:
            return rows @ weights
        product: Floats = (_fill(rows) @ weights)[: len(rows)]
        return product
    with use_one_thread():
        return multiply_inside(rows, weights)


@cache
def depends_on_place() -> bool:
    """Whether rows of one product come out otherwise by where they stand; tried once, on this processor."""
    drawn = np.random.default_rng(0)  # any numbers would do
    row, weights = (drawn.standard_normal((n, _TRIED), dtype=np.float32) for n in (1, _TRIED))
    with use_one_thread():
        product = np.repeat(row, _FEWEST, axis=0) @ weights
    return bool((product != product[0]).any())


def multiply_inside(rows: Floats, weights: Floats) -> Floats:
    """The product, piece by piece, with the rows along the side on which kernels differ at its ends alone.

    What stands at the ends of a piece does not matter: other rows, where there are any.
    """
    step, turned = _PIECE - 2 * _EDGE, weights.T
    product = np.empty((len(rows), weights.shape[1]), dtype=np.float32)
    for start in range(0, len(rows), step):
        low, count = start - _EDGE, min(step, len(rows) - start)
        if low >= 0 and low + _PIECE <= len(rows):
            piece = rows[low : low + _PIECE]
        else:
            piece = np.zeros((_PIECE, rows.shape[1]), dtype=np.float32)
            piece[_EDGE : _EDGE + count] = rows[start : start + count]
        product[start : start + count] = (turned @ piece.T).T[_EDGE : _EDGE + count]
    return product


def _fill(rows: Floats) -> Floats:
    filled = np.zeros((_FEWEST, rows.shape[1]), dtype=np.float32)
    filled[: len(rows)] = rows
    return filled


def use_numpy() -> None:
    """Lets thinc multiply with numpy's BLAS in place of BLIS, by `multiply`."""
    from thinc.api import NumpyOps, set_current_ops

    class Ops(NumpyOps):  # type: ignore[misc]  # thinc has no types for it
        """thinc's numpy backend."""

        def gemm(
            self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
        ) -> Any:
            if trans1:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            product = multiply(x, y.T if trans2 else y)
            if out is None:
                return product
            out[:] = product
            return out

    set_current_ops(Ops(use_blis=False))
