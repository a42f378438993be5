"""Where the time goes: seconds by stage. Nothing that kg makes depends on it."""

import contextlib
import time
from collections import defaultdict
from collections.abc import Iterator


class Stopwatch:
    """Seconds by the clock that each stage took in this process."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    @contextlib.contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """Adds what the block takes to the stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.spent[stage] += time.perf_counter() - start

    def take(self) -> dict[str, float]:
        """What was spent since this was last asked."""
        spent = dict(self.spent)
        self.spent.clear()
        return spent
