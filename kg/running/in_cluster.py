"""Runs tasks on a Dask cluster, on this machine or on many; knows no stage.

The one module that knows Dask, which need not be installed.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
        self._stack = ExitStack()
        self._client: distributed.Client | None = None
        self._token = 0

    def __enter__(self) -> Self:
        """Raises UsageError where Dask is not installed or no scheduler answers."""
        try:
            import dask
            import distributed
        except ImportError as error:
            raise UsageError(MISSING) from error
        address: object = self._scheduler
        with ExitStack() as stack:
            if self._scheduler is None:
                # Also for workers that take the place of one that died.
                stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
                address = stack.enter_context(
                    distributed.LocalCluster(
                        n_workers=max(1, self._workers),
                        threads_per_worker=1,
                        dashboard_address="127.0.0.1:0",  # no fixed port, which another may have
                        silence_logs=logging.CRITICAL,
                    )
                )
            try:
                client = distributed.Client(address, timeout=_WAIT, set_as_default=False)
            except (OSError, TimeoutError, ValueError) as error:
                raise UsageError(
                    f"No Dask scheduler answers at '{self._scheduler}'; start one with `dask scheduler`,"
                    " or leave out --scheduler to build on this machine."
                ) from error
            self._client = stack.enter_context(client)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._client = None
        self._stack.close()

    def run(
        self, function: Callable[..., T], name: str, arguments: Sequence[tuple[Any, ...]]
    ) -> Iterator[tuple[int, T]]:
        """(number, answer) of a call for each of the arguments, as soon as it is there: in no order.

        The function must be one that can be called again: a call is repeated when its worker dies, and
        some times when it raises. Raises KgError for a call that ended several workers.
        """
        client = self._client
        if client is None:
            raise RuntimeError("the cluster is used outside of its context")
        self._token += 1
        calls = {}
        for number, given in enumerate(arguments):
            key = f"{name}-{number}-{client.id}-{self._token}"
            future = client.submit(function, *given, key=key, retries=_RETRIES, pure=False)
            calls[future] = number
        with _tell_losses(name):
            yield from _follow(client, calls)


def _follow(
    client: "distributed.Client", calls: dict["distributed.Future[T]", int]
) -> Iterator[tuple[int, T]]:
    """The answers as they come; each is let go of then."""
    import distributed

    for future in distributed.as_completed(list(calls), loop=client.loop):
        yield calls.pop(future), future.result()


@contextmanager
def _tell_losses(name: str) -> Iterator[None]:
    """Turns what a cluster can lose into a sentence."""
    import distributed
    from distributed.comm.core import CommClosedError

    again = "and run the command again: it goes on from here."
    try:
        yield
    except distributed.KilledWorker as error:
        raise KgError(
            f"A task of the step '{name}' ended every worker that took it; look at the memory of the "
            f"workers and at their logs, {again}"
        ) from error
    except (distributed.CancelledError, CommClosedError) as error:
        raise KgError(f"The scheduler of the cluster was lost; start it {again}") from error
    except OSError as error:
        raise KgError(
            f"The step '{name}' could not read or write a file ({error}); mend that {again}"
        ) from error
