"""How a build is run: nothing of it changes a byte of what is made."""

from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import UsageError
from kg.running.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """`workers` processes read documents within `limits`; with 0 this process does, without limits.

    `cache` is a folder that keeps what was read of documents, and their parses, for later builds.
    """

    workers: int = 0
    limits: Limits = field(default_factory=Limits)
    cache: Path | None = None

    def __post_init__(self) -> None:
        if self.workers < 0:
            raise UsageError("The number of workers must be 0 or more.")
