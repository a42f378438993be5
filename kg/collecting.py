"""How often the interpreter looks for garbage while many objects are made that live on."""

import contextlib
import gc
from collections.abc import Iterator

# Objects made between two looks. Of the usual 700 a start spends a fifth on them, a build a twentieth.
OBJECTS = 100_000


@contextlib.contextmanager
def collect_seldom() -> Iterator[None]:
    """Looks seldom inside the block, if it looks more often outside of it, and as before behind it."""
    kept = gc.get_threshold()
    if 0 < kept[0] < OBJECTS:
        gc.set_threshold(OBJECTS, *kept[1:])
    try:
        yield
    finally:
        gc.set_threshold(*kept)
