"""Products of matrices whose rows do not depend on how many there are.

OpenBLAS rounds small products otherwise than large ones. A text must be read the same alone and among
others, so few rows are filled up with zeros to where the rounding stays the same.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_FEWEST = 256  # rows: with 64 columns on both sides still a large product


def multiply(rows: Floats, weights: Floats) -> Floats:
    """The product of rows and weights."""
    if len(rows) >= _FEWEST:
        return rows @ weights
    product: Floats = (_fill(rows) @ weights)[: len(rows)]
    return product


def _fill(rows: Floats) -> Floats:
    filled = np.zeros((_FEWEST, rows.shape[1]), dtype=np.float32)
    filled[: len(rows)] = rows
    return filled


def use_numpy() -> None:
    """Lets thinc multiply with numpy's BLAS in place of BLIS, few rows filled up."""
    from thinc.api import NumpyOps, set_current_ops

    class Ops(NumpyOps):  # type: ignore[misc]  # thinc has no types for it
        """thinc's numpy backend."""

        def gemm(
            self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False
        ) -> Any:
            if trans1 or len(x) >= _FEWEST:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            product = super().gemm(_fill(x), y, trans2=trans2)[: len(x)]
            if out is None:
                return product
            out[:] = product
            return out

    set_current_ops(Ops(use_blis=False))
