"""The run report: JSON lines, one Outcome a line."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from kg.model.document import Outcome


def write_report(outcomes: Iterable[Outcome], stream: BinaryIO) -> None:
    """Writes the outcomes in the order given, as bytes; who opens the stream decides where to."""
    for outcome in outcomes:
        stream.write(f"{format_outcome(outcome)}\n".encode())


def format_outcome(outcome: Outcome) -> str:
    """One line of JSON with sorted keys and every field; ASCII, whatever the identifier."""
    fields = {
        "claims": outcome.claims,
        "identifier": outcome.identifier,
        "kind": outcome.kind,
        "marks": list(outcome.marks),
        "message": outcome.message,
        "status": outcome.status,
        "words": outcome.words,
    }
    return json.dumps(fields, sort_keys=True)
