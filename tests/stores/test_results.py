import json

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.stores.results import Table, Triples, Truth, format_results

A = ox.NamedNode("http://a.example/x")
TABLE = Table(
    variables=("x", "y"),
    rows=(
        (A, ox.Literal("港口\n\x1b[31m\u202e")),
        (None, ox.Literal("=cmd()")),
        (ox.Literal("-3", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")), None),
    ),
)


def test_a_table_is_aligned_and_cannot_steer_the_terminal() -> None:
    """Wide characters take two columns; controls and direction marks are escapes."""
    assert format_results(TABLE, "table", {"a": "http://a.example/"}) == (
        "x    y\n"
        "---  ---------------------\n"
        "a:x  港口 \\u001b[31m\\u202e\n"
        "     =cmd()\n"
        "-3\n"
        "(3 rows)\n"
    )


def test_csv_guards_text_and_leaves_numbers() -> None:
    """A text that a spreadsheet would run has "'" before it; a negative number has not."""
    text = format_results(TABLE, "csv")
    assert "'=cmd()" in text
    assert "\n-3,\n" in text


def test_json_is_the_standard_form() -> None:
    """Unbound variables are left out; other datatypes than string are named."""
    data = json.loads(format_results(TABLE, "json"))
    assert data["head"]["vars"] == ["x", "y"]
    assert data["results"]["bindings"][1] == {"y": {"type": "literal", "value": "=cmd()"}}
    assert data["results"]["bindings"][2]["x"]["datatype"].endswith("#integer")
    assert json.loads(format_results(Truth(value=False), "json")) == {"head": {}, "boolean": False}


def test_triples_are_shown_as_turtle() -> None:
    """Prefixes shorten IRIs; the strict reader gets the triples back."""
    triples = Triples(triples=(ox.Triple(A, A, ox.Literal("x")),))
    text = format_results(triples, "turtle", {"a": "http://a.example/"})
    assert text == '@prefix a: <http://a.example/> .\n\na:x a:x "x" .\n'
    assert [quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)] == list(triples.triples)


def test_a_form_that_does_not_fit_is_refused() -> None:
    """Turtle of rows and unknown forms raise UsageError."""
    with pytest.raises(UsageError, match="CONSTRUCT"):
        format_results(TABLE, "turtle")
    with pytest.raises(UsageError, match="csv"):
        format_results(TABLE, "xlsx")
    assert format_results(Truth(value=True), "table") == "true\n"
