"""What became of a load."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A batch that is not in the store, and why."""

    graphs: tuple[str, ...]
    triples: int
    reason: str


@dataclass(slots=True, kw_only=True)
class LoadReport:
    """Triples by what became of them.

    `expected` and `held` count triples by graph, as sent and as the store tells afterwards; `held` is
    None where the store could not be asked. In `fresh` graphs nothing stood before, so that the two
    must be equal. `stopped` says why the rest was not tried.
    """

    expected: dict[str, int]
    loaded: int = 0
    skipped: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    stopped: str = ""
    held: dict[str, int] | None = None
    fresh: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        """Triples that should stand in the store."""
        return sum(self.expected.values())

    @property
    def wrong_counts(self) -> dict[str, int]:
        """Graphs that hold too few triples, or others beside them, with what they hold."""
        if self.held is None:
            return {}
        return {
            name: self.held.get(name, 0)
            for name, number in self.expected.items()
            if self.held.get(name, 0) < number
            or (name in self.fresh and self.held.get(name, 0) != number)
        }

    @property
    def complete(self) -> bool:
        """Whether all was taken and nothing says otherwise."""
        return not (self.refusals or self.stopped or self.wrong_counts)
