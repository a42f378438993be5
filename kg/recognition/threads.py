"""How many threads numpy multiplies with while texts are parsed."""

import contextlib
import functools

from threadpoolctl import ThreadpoolController


@functools.cache
def _find_pools() -> ThreadpoolController:
    """The thread pools of this process; to be asked once numpy is loaded."""
    return ThreadpoolController()


def use_one_thread() -> contextlib.AbstractContextManager[object]:
    """One BLAS thread inside the block, whatever is set outside of it.

    The products of a parse are small: a second thread waits more than it works, and takes the
    processor from another worker. A variable such as OPENBLAS_NUM_THREADS would come too late, as
    numpy reads it once, when it is loaded.
    """
    limit: contextlib.AbstractContextManager[object] = _find_pools().limit(
        limits=1, user_api="blas"
    )
    return limit
