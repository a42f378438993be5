import pyoxigraph as ox
import pytest
from rdf.sample import CONTENT

from kg.errors import QueryError
from kg.queries import load_queries
from kg.queries.loading import get_query, parse_query
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore
from kg.stores.results import Table

STORE = GraphStore.from_quads(to_content_quads(CONTENT))
_FAIR = "articles/rail-fair.txt"
_PACT = "articles/pact.txt"
_NORDWIND = "Nordwind Group"
_TRAIN = "Alba-Bruma Freight Train"
_INVESTED = (
    "Vice Minister Li Hua of the Ministry of Harbours said Nordwind Group 🚢 invested more than"
    " 10 billion yuan in Port Alba in 2024."
)
_INVESTMENT = (
    _NORDWIND, "Port Alba", "more than 10 billion CNY", "10000000000", "CNY", "2024",
    "2025-11-26", "Actual", _FAIR,
)  # fmt: skip
_OUTPUT = (
    "Alba", "industrial output", "2720000000000", None, "CNY", "=", "2024", "94.5", "Actual", _FAIR,
)  # fmt: skip
_DRY_PORT = (
    _NORDWIND, "develops", "Alba Dry Port", "Planned", None, None,
    "Nordwind plans to build the Alba Dry Port.",
)  # fmt: skip
_SHARE = (
    _NORDWIND, "observes", "market share of Nordwind Group: -3%", "Possible", None, None,
    "Nordwind works with Alba University.",
)  # fmt: skip
_EVENT = ("Ostrava Rail Fair", "Alba", "2025-11-25", "2025-11-25", "2025-11-25")
_POST = (
    "Li Hua", "Vice Minister", "Ministry of Harbours", None, "..", "", "before 2025-11-26", None,
    "Actual", _FAIR,
)  # fmt: skip
_HUB = ("Port Alba", "Port", "Alba", _TRAIN)
_PACT_ROW = ("Alba", "Bruma", "cold storage", None, None, "Actual", _PACT)
_WORKS_ROW = (_NORDWIND, "Alba University", None, None, None, "Actual", _PACT)
_SAID = ("Li Hua", _NORDWIND, "investsIn", "Port Alba", "Actual", _INVESTED, _FAIR)
_EVIDENCE = (
    _NORDWIND, "investsIn", "Port Alba", "Actual", "sample/investsIn", "0.9", _INVESTED, _FAIR,
    "24", "151",
)  # fmt: skip
_STATEMENT = "https://w3id.org/newskg/id/statement/0000000000000002"

CASES: list[tuple[str, dict[str, str], list[tuple[str | None, ...]]]] = [
    ("posts", {}, [_POST]),
    ("posts", {"body": "harbour", "person": "LI"}, [_POST]),
    ("posts", {"body": "customs"}, []),
    ("investments", {}, [_INVESTMENT]),
    ("investments", {"place": "Ruritania", "investor": "nord"}, [_INVESTMENT]),
    ("investments", {"place": "Bruma"}, []),
    ("places", {"place": "alba city"}, [("Port Alba", "Port", "Alba")]),
    ("places", {"place": "ruritania"},
     [("Alba", "City", "Ruritania"), ("Port Alba", "Port", "Ruritania")]),
    ("hubs", {}, [_HUB]),
    ("hubs", {"place": "RURITANIA"}, [_HUB]),
    ("hubs", {"place": "bruma"}, []),
    ("corridors", {"corridor": "freight"},
     [(_TRAIN, "Bruma", "City", "Actual", _FAIR), (_TRAIN, "Port Alba", "Port", "Actual", _FAIR)]),
    ("cooperation", {}, [_PACT_ROW, _WORKS_ROW]),
    ("cooperation", {"partner": "bruma"}, [_PACT_ROW]),
    ("events", {}, [_EVENT]),
    ("events", {"since": "2025", "place": "Ruritania"}, [_EVENT]),
    ("events", {"since": "2025-11-26"}, []),
    ("figures", {"of": "Alba City", "measure": "output"}, [_OUTPUT]),
    ("figures", {"of": "Nordwind"},
     [(_NORDWIND, "market share", None, None, None, "=", None, "-3", "Possible", _PACT)]),
    ("corroborated", {}, [("Alba", "hostsHub", "Port Alba", "Actual", "2", "2")]),
    ("corroborated", {"least": "1", "who": "train"},
     [(_TRAIN, "connects", "Bruma", "Actual", "1", "1"),
      (_TRAIN, "connects", "Port Alba", "Actual", "1", "1")]),
    ("corroborated", {"least": "3"}, []),
    ("planned", {}, [_DRY_PORT, _SHARE]),
    ("planned", {"who": "alba"}, []),
    ("said", {"speaker": "li"}, [_SAID]),
    ("said", {"speaker": "alba"}, []),
    ("sources", {},
     [(_FAIR, "Ostrava Rail Fair opens", "2025-11-26", "9", "10"), (_PACT, None, None, "5", "7")]),
    ("top", {"type": "company"}, [(_NORDWIND, "Company", "6", "2")]),
    ("statements", {"publisher": "alba daily", "document": "pact"}, []),
    ("evidence", {"statement": _STATEMENT}, [_EVIDENCE]),
    ("evidence", {"statement": _STATEMENT, "entity": "bruma"}, []),
    ("activities", {"place": "ruritania"},
     [(_NORDWIND, "investsIn", "Port Alba", "Alba", "Actual")]),
    ("activities", {"who": "nordwind", "place": "bruma"},
     [(_NORDWIND, "operatesIn", "Bruma", None, "Negated")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "rows"), CASES)
def test_a_named_query_has_its_hand_checked_answer(
    name: str, values: dict[str, str], rows: list[tuple[str | None, ...]]
) -> None:
    """On the sample graph, with and without parameters, in order."""
    answer = load_queries()[name].run(STORE, values)
    assert isinstance(answer, Table)
    assert answer.variables == load_queries()[name].columns
    assert [
        tuple(term.value if isinstance(term, ox.Literal) else None for term in row)
        for row in answer.rows
    ] == rows


@pytest.mark.parametrize(
    "name", [n for n, q in load_queries().items() if None not in [p.default for p in q.parameters]]
)
def test_a_named_query_also_runs_as_it_stands(name: str) -> None:
    """Run as text, with no parameter bound, it answers as with empty ones."""
    query = load_queries()[name]
    plain = STORE.query(query.text)
    bound = query.run(STORE)
    assert isinstance(plain, Table)
    assert isinstance(bound, Table)
    assert len(plain.rows) == len(bound.rows)


@pytest.mark.parametrize("name", load_queries())
def test_a_header_shows_its_own_use(name: str) -> None:
    """The example runs this query, with parameters that it has."""
    query = load_queries()[name]
    assert query.purpose.endswith(".")
    words = query.example.split()
    assert words[:2] == ["kg", "query"]
    assert words[3] == name
    options = [word.removeprefix("--").replace("-", "_") for word in words if word.startswith("--")]
    assert set(options) <= {parameter.name for parameter in query.parameters}


def test_wrong_parameters_are_told() -> None:
    """Unknown names and values of another kind raise QueryError."""
    with pytest.raises(QueryError, match="investor, least, place"):
        get_query("investments").bind({"city": "Alba"})
    with pytest.raises(QueryError, match="posts"):
        get_query("post")
    need = parse_query(
        "x",
        "# purpose: p.\n# parameters: size number\n# columns: a\n# example: e\nASK {}",
    )
    with pytest.raises(QueryError, match="--size"):
        need.bind({})
    with pytest.raises(QueryError, match="no number"):
        need.bind({"size": "many"})


_HEADER = "# purpose: p.\n# parameters: {}\n# columns: a\n# example: e\n"


@pytest.mark.parametrize(
    "text",
    [
        "ASK {}",
        _HEADER.format("a b c") + "ASK {}",
        _HEADER.format("a text") + "#b: ?s ?p ?o .\nASK {}",
    ],
)
def test_a_bad_header_is_told(text: str) -> None:
    """A header that lacks a line or misspells a parameter, and a line for none, raise QueryError."""
    with pytest.raises(QueryError, match="'x'"):
        parse_query("x", text)


def test_lines_of_a_parameter_count_only_with_a_value() -> None:
    """Each select that names a parameter gets its value as a term; a default counts as given."""
    text = _HEADER.format('name text "", size number "2"') + (
        "SELECT ?name ?size ?a WHERE {\n  #name: ?a <p:p> ?name .\n  { SELECT ?b WHERE { ?b ?c ?d } }\n}\n"
    )
    query = parse_query("x", text)
    assert "#name: ?a" in query.write_sparql()
    assert "VALUES (?size) { (" in query.write_sparql()
    written = query.write_sparql({"name": 'Jane "J" Doe'})
    assert "\n  ?a <p:p> ?name ." in written
    assert 'VALUES (?name ?size) { ("Jane \\"J\\" Doe" ' in written
    assert "SELECT ?b WHERE { ?b" in written


def test_statements_can_be_asked_by_publisher() -> None:
    """Only documents that name one have it; an IRI or a name."""
    rows = {}
    for publisher in ("alba DAILY", "daily planet"):
        answer = get_query("statements").run(STORE, {"publisher": publisher})
        assert isinstance(answer, Table)
        rows[publisher] = {str(row[0]) for row in answer.rows}
    assert rows == {"alba DAILY": {f'"{_FAIR}"'}, "daily planet": set()}
