import contextlib
import time

import pytest

from kg.errors import QueryError
from kg.queries import load_queries
from kg.stores.gate import check_query

REFUSED = {
    "service": "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "silent, lower case": "select * { service silent <http://a.example/> { ?s ?p ?o } }",
    "after a comment": "SELECT * { # x\nSERVICE#\n<http://a.example/> { ?s ?p ?o } }",
    "no space": "SELECT * { SERVICEex:a { ?s ?p ?o } }",
    "after a name's dot": "SELECT * { ?s ?p ex:.SERVICE <http://a.example/> { ?s ?p ?o } }",
    "escaped": r"SELECT * { \u0053ERVICE <http://a.example/> { ?s ?p ?o } }",
    "behind a less-than": "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\n ex:a { ?a ?b ?c } }",
    "in what looks like a string": (
        "SELECT * { ?s ?p ?o FILTER(?s<?o#>'''\n) SERVICE ex:x { ?a ?b ?c } #'''\n }"
    ),
    "from": "SELECT * FROM <http://a.example/> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <http://a.example/> { ?s ?p ?o }",
    "load": "LOAD <http://a.example/>",
    "after an escaped hash": r"SELECT * { ?s ?p ex:a\#b . SERVICE <http://a.example/> {} }",
    "long": f"SELECT * {{ ?s ?p '{'x' * 70_000}' }}",
    "deep": f"SELECT * {{ {'{' * 200}{'}' * 200} }}",
    "deep after closing": f"ASK {{ {')' * 500}{'(' * 129} }}",
    "a chain of operators": f"SELECT * {{ FILTER({'!' * 5000}true) }}",
}
ALLOWED = {
    "in a string": 'SELECT * { ?s ?p "SERVICE", \'load\', """from\n"SERVICE" """ }',
    "in a comment": "# SERVICE FROM LOAD\nSELECT * { ?s ?p ?o }",
    "in an IRI": "SELECT * { <http://a.example/service/from(x)#load> ?p ?o }",
    "in local names": "SELECT * { ?service kg:fromPlace $load ; ex:SERVICE ?from }",
    "brackets in a string": f"SELECT * {{ ?s ?p '{'(' * 500}' }}",
    "less-than": "SELECT * { ?s ?p ?o FILTER(?s < ?o && ?o > 3) }",
    "a relative IRI": "SELECT * { <a> <urn:b> ?o }",
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_what_could_reach_out_or_crash_is_refused(query: str) -> None:
    """Every way of writing it raises QueryError before an engine sees it."""
    with pytest.raises(QueryError):
        check_query(query)


@pytest.mark.parametrize("query", ALLOWED.values(), ids=ALLOWED)
def test_words_that_only_look_forbidden_are_allowed(query: str) -> None:
    """Strings, comments, IRIs, variables and local names may hold any word."""
    check_query(query)


@pytest.mark.parametrize("name", load_queries())
def test_every_named_query_is_allowed(name: str) -> None:
    """The shipped queries pass their own gate."""
    check_query(load_queries()[name].text)


@pytest.mark.parametrize("piece", ["-", "'", '"', "<", "'''", "a.", "\\'", "x", ":", "<a", "''\\'"])
def test_the_gate_is_quick_on_any_repetition(piece: str) -> None:
    """The longest query of one piece is decided within two seconds."""
    start = time.process_time()
    with contextlib.suppress(QueryError):
        check_query(piece * (60_000 // len(piece)))
    assert time.process_time() - start < 2
