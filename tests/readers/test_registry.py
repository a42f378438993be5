import pytest

from kg.errors import UsageError
from kg.registry import Registry


def test_gives_back_what_was_registered() -> None:
    """A registered value is found under its name, and an unknown name finds nothing."""
    registry: Registry[int] = Registry("number")
    registry.register("two", 2)
    assert (registry.get("two"), registry.find("two"), registry.find("three")) == (2, 2, None)


def test_unknown_name_lists_the_known_ones() -> None:
    """Asking for an unknown name says which names there are, sorted."""
    registry: Registry[int] = Registry("number")
    registry.register("two", 2)
    registry.register("one", 1)
    with pytest.raises(UsageError, match="no number 'three'; choose one of one, two"):
        registry.get("three")


def test_second_registration_is_refused() -> None:
    """A name cannot be taken over silently."""
    registry: Registry[int] = Registry("number")
    registry.register("two", 2)
    with pytest.raises(UsageError, match="registered twice"):
        registry.register("two", 3)
    assert registry.get("two") == 2
