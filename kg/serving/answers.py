"""What a request gets: made in a worker process, from the graph and nothing else."""

from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries import load_queries
from kg.rdf.terms import get_prefixes
from kg.serving.accepting import choose_form
from kg.serving.describing import describe_service
from kg.serving.pages import render_query_page, render_thing
from kg.serving.things import gather_triples, read_thing
from kg.stores.graph_store import GraphStore
from kg.stores.results import Results, Table, Triples
from kg.stores.sparql_forms import GRAPH_FORMS, RESULT_FORMS, write_results, write_triples

HTML = "text/html"
Answer = tuple[dict[str, Any], bytes]


def answer(store: GraphStore, request: dict[str, Any]) -> Answer:
    """Header (status, type, cut) and body of an answer to one of the kinds of request.

    Raises QueryError for a query that cannot be asked, GraphError for a thing that is not there.
    """
    kinds = {
        "query": _answer_query,
        "named": _answer_named,
        "thing": _answer_thing,
        "service": _answer_service,
        "view": _answer_view,
    }
    return kinds[request["kind"]](store, request)


def _answer_query(store: GraphStore, request: dict[str, Any]) -> Answer:
    text = request["query"]
    if choose_form(request["accept"], (*RESULT_FORMS, *GRAPH_FORMS, HTML)) == HTML:
        return _answer_page(store, request, text)
    return _write(store.query(text, rows=request["rows"]), request["accept"])


def _answer_page(store: GraphStore, request: dict[str, Any], text: str) -> Answer:
    """The page with the answer under the question; a slip in the query is told there too."""
    if not text.strip():
        return _make_html(render_query_page(store, ""))
    try:
        results = store.query(text, rows=request["rows"])
    except QueryError as error:
        return {"status": 400, "type": HTML}, render_query_page(store, text, problem=str(error))
    return _make_html(render_query_page(store, text, results=results))


def _answer_named(store: GraphStore, request: dict[str, Any]) -> Answer:
    name = request["name"]
    query = load_queries().get(name)
    if query is None:
        return {"status": 404}, f"There is no query named '{name}'.".encode()
    results = query.run(store, request["parameters"], rows=request["rows"])
    if choose_form(request["accept"], (*RESULT_FORMS, *GRAPH_FORMS, HTML)) == HTML:
        return _make_html(
            render_query_page(
                store, query.text, results=results, named=query, values=request["parameters"]
            )
        )
    return _write(results, request["accept"])


def _write(results: Results, accept: str) -> Answer:
    forms = tuple(GRAPH_FORMS) if isinstance(results, Triples) else tuple(RESULT_FORMS)
    form = choose_form(accept, forms)
    if form is None:
        return {"status": 406}, f"This answer comes as {', '.join(forms)}.".encode()
    header = {"status": 200, "type": form}
    if isinstance(results, Table | Triples) and results.cut:
        header["cut"] = len(results.rows if isinstance(results, Table) else results.triples)
    return header, write_results(results, form, get_prefixes())


def _answer_thing(store: GraphStore, request: dict[str, Any]) -> Answer:
    try:
        node = ox.NamedNode(request["iri"])
    except ValueError:
        return {"status": 400}, b"That is no IRI; write it in full."
    form = choose_form(request["accept"], (HTML, *GRAPH_FORMS))
    if form is None:
        return {"status": 406}, f"A thing comes as {', '.join((HTML, *GRAPH_FORMS))}.".encode()
    if form == HTML:
        return _make_html(render_thing(read_thing(store, node)))
    triples = gather_triples(store, node)
    return {"status": 200, "type": form}, write_triples(triples, form, get_prefixes())


def _answer_service(store: GraphStore, request: dict[str, Any]) -> Answer:
    form = choose_form(request["accept"], (*GRAPH_FORMS, HTML))
    if form == HTML:
        return _make_html(render_query_page(store, ""))
    triples = describe_service(
        store, request["endpoint"], request["rows"], updates=request["updates"]
    )
    form = form or "text/turtle"
    return {"status": 200, "type": form}, write_triples(triples, form, get_prefixes())


def _answer_view(store: GraphStore, request: dict[str, Any]) -> Answer:
    from kg.views import from_store, render_page

    del request
    return {"status": 200, "type": HTML, "own_policy": True}, render_page(
        from_store(store)
    ).encode()


def _make_html(page: bytes) -> Answer:
    return {"status": 200, "type": HTML}, page
