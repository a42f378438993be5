"""Runs tasks on a Dask cluster, on this machine or on many; knows no stage.

The one module that knows Dask, which need not be installed.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    import distributed

T = TypeVar("T")
_RETRIES = 3  # of a task that raises, such as for a network that failed
_WAIT = "20s"  # for a scheduler to answer
MISSING = (
    'Building on a cluster needs Dask, which is not installed; run pip install "newskg[dask]".'
)


class Cluster:
    """A cluster to run tasks on: that of the scheduler at an address, or one of `workers` processes here.

    Its workers may have child processes. A context: leaving it ends what it has begun.
    """

    def __init__(self, scheduler: str | None, workers: int) -> None:
        self._scheduler = scheduler
        self._workers = workers
        self._own: distributed.LocalCluster | None = None
        self._client: distributed.Client | None = None
        self._token = 0

    def __enter__(self) -> Self:
        """Raises UsageError where Dask is not installed or no scheduler answers."""
        try:
            import dask
            import distributed
        except ImportError as error:
            raise UsageError(MISSING) from error
        if self._scheduler is None:
            dask.config.set({"distributed.worker.daemon": False})
            self._own = distributed.LocalCluster(
                n_workers=max(1, self._workers),
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )
        address = self._own or self._scheduler
        try:
            self._client = distributed.Client(address, timeout=_WAIT, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(
                f"No Dask scheduler answers at '{self._scheduler}'; start one with `dask scheduler`, "
                "or leave out --scheduler to build on this machine."
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._client is not None:
            self._client.close()
        if self._own is not None:
            self._own.close()

    def run(
        self, function: Callable[..., T], name: str, arguments: Sequence[tuple[Any, ...]]
    ) -> Iterator[tuple[int, T]]:
        """(number, answer) of a call for each of the arguments, as soon as it is there: in no order.

        The function must be one that can be called again: a call is repeated when its worker dies, and
        some times when it raises. Raises KgError for a call that ended several workers.
        """
        import distributed

        if self._client is None:
            raise RuntimeError("the cluster is used outside of its context")
        self._token += 1
        futures = {
            self._client.submit(
                function,
                *given,
                key=f"{name}-{n}-{self._client.id}-{self._token}",
                retries=_RETRIES,
                pure=False,
            ): n
            for n, given in enumerate(arguments)
        }
        try:
            for future in distributed.as_completed(list(futures), loop=self._client.loop):
                number = futures.pop(future)
                yield number, future.result()
        except distributed.KilledWorker as error:
            raise KgError(
                f"A task of the step '{name}' ended every worker that took it; look at the memory of "
                "the workers and at their logs, and run the command again: it goes on from here."
            ) from error
        except (distributed.CancelledError, OSError) as error:
            raise KgError(
                "The scheduler of the cluster was lost; start it and run the command again: it goes on "
                "from here."
            ) from error
