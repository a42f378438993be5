"""The run report is JSON lines that any program can read."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import ErrorKind, Outcome, Status
from kg.running import format_outcome, write_report


def test_a_line_has_every_field_in_alphabetical_order() -> None:
    """Two runs differ only where an outcome does."""
    outcome = Outcome(identifier="a.txt", status=Status.OK, words=7, claims=2, marks=("sanitized",))
    assert format_outcome(outcome) == (
        '{"claims": 2, "identifier": "a.txt", "kind": null, "marks": ["sanitized"], '
        '"message": null, "status": "ok", "words": 7}'
    )


@given(st.lists(st.text(), max_size=5))
def test_any_identifier_stays_one_line_and_comes_back(identifiers: list[str]) -> None:
    """Line separators, controls and lone surrogates in a file name do not break the report."""
    outcomes = [
        Outcome(identifier=name, status=Status.FAILED, kind=ErrorKind.EMPTY, message=name)
        for name in identifiers
    ]
    stream = io.BytesIO()
    write_report(outcomes, stream)
    lines = stream.getvalue().decode("ascii").splitlines()
    assert [json.loads(line)["identifier"] for line in lines] == identifiers
