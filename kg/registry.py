"""Named choices that can be added to: readers by file ending, stores by name, and the like."""

from typing import Generic, TypeVar

from kg.errors import UsageError

T = TypeVar("T")


class Registry(Generic[T]):
    """Values by name. `what` names the kind of thing in messages ("file ending")."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._values: dict[str, T] = {}

    def register(self, name: str, value: T) -> None:
        """Adds a value; UsageError where the name is taken, so that nothing is lost by accident."""
        if name in self._values:
            raise UsageError(f"The {self._what} '{name}' is registered twice; choose another name.")
        self._values[name] = value

    def get(self, name: str) -> T:
        """The value of that name; UsageError lists the names there are."""
        if name not in self._values:
            known = ", ".join(self.list_names())
            raise UsageError(f"There is no {self._what} '{name}'; choose one of {known}.")
        return self._values[name]

    def find(self, name: str) -> T | None:
        """The value of that name, or None."""
        return self._values.get(name)

    def list_names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted(self._values))
