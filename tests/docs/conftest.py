"""What the tests of pages share."""

from collections.abc import Iterator

import pytest
from cli.warm_path import open_warm_path


@pytest.fixture(scope="package")
def shell() -> Iterator[dict[str, str]]:
    """The environment of the pages' commands, whose `kg` has started already where that changes nothing."""
    with open_warm_path() as environment:
        yield environment
