"""What the next of a row is measured by: the measure told before, with what is told next in its place."""

import re
from collections.abc import Iterable


def name_item(measure: str, known: Iterable[str], text: str) -> str | None:
    """ "corn crop" of "wheat crop" and "the corn crop", "share of output made up by farms" of "… by mills"."""
    for item in known:
        found = (
            re.search(rf"(?<!\w){re.escape(item)}(?!\w)", measure, re.IGNORECASE) if item else None
        )
        if found is not None:
            return f"{measure[: found.start()]}{text}{measure[found.end() :]}"
    return None
