"""A page that answers SPARQL by itself, in a real browser; needs what `make sparql` fetches."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

import kg.views.sparql
from kg.errors import UsageError
from kg.resources import find_built_folder
from kg.views import make_sparql
from kg.views.sparql import PageQuery, PageSparql

from .conftest import Opener
from .sample import make_content, make_quads

needs_engine = pytest.mark.skipif(
    find_built_folder("sparql") is None, reason="the engine is not here; 'make sparql' fetches it"
)
QUERY = """PREFIX kg: <https://w3id.org/newskg/ontology#>
SELECT ?who ?body WHERE { ?who kg:holdsPost ?body }"""


def _make_sparql() -> PageSparql:
    return make_sparql(make_quads(), [PageQuery(name="posts", purpose="Who holds.", text=QUERY)])


@pytest.mark.browser
@needs_engine
def test_a_page_answers_from_its_own_graph(opener: Opener) -> None:
    """A named query, a boolean, a graph and a mistake; things lead to their panel; no request."""
    opened = opener.open(make_content(), sparql=_make_sparql(), address="view=sparql")
    page = opened.page
    answer = page.locator("#answer")
    page.get_by_role("button", name="Ask").click()
    expect(answer.locator("tbody tr")).to_have_count(1)
    answer.get_by_role("button", name="Ministry of Tides").click()
    expect(page.locator("#panel h2")).to_have_text("Ministry of Tides")
    for query, words in (
        ("ASK { ?s ?p 'Norvik Group' }", "Yes."),
        ("CONSTRUCT { ?s <urn:x> 1 } WHERE { ?s ?p 'Norvik' }", "<urn:x> 1"),
        ("SELECT nonsense", "error"),
    ):
        page.fill("#query", query)
        page.keyboard.press("Control+Enter")
        expect(answer).to_contain_text(words)
    opened.assert_quiet()


@pytest.mark.browser
@needs_engine
def test_a_query_that_asks_the_network_gets_nothing(opener: Opener) -> None:
    """SERVICE has no way out of the page."""
    opened = opener.open(make_content(), sparql=_make_sparql(), address="view=sparql")
    opened.page.fill("#query", "SELECT * { SERVICE <https://tracker.example/> { ?s ?p ?o } }")
    opened.page.get_by_role("button", name="Ask").click()
    expect(opened.page.locator("#answer .error")).to_be_visible()
    assert opened.requests == []


@pytest.mark.browser
@needs_engine
def test_an_endless_query_is_stopped_and_the_next_is_answered(opener: Opener) -> None:
    """The page stays alive: the engine runs beside it and is ended with the question."""
    opened = opener.open(make_content(), sparql=_make_sparql(), address="view=sparql")
    page = opened.page
    pairs = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(9))
    page.fill("#query", f"SELECT (COUNT(*) AS ?n) {{ {pairs} }}")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#answer")).to_have_text("Stopped.")
    page.fill("#query", "ASK { ?s ?p ?o }")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("#answer")).to_have_text("Yes.")


@needs_engine
def test_the_graph_on_the_page_is_the_same_in_any_order() -> None:
    """The bytes depend on the triples alone."""
    quads = make_quads()
    assert make_sparql(quads, ()) == make_sparql(quads[::-1], ())


def test_without_the_engine_the_option_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A package built without npm has all else."""
    monkeypatch.setattr(kg.views.sparql, "find_built_folder", lambda _: tmp_path)
    with pytest.raises(UsageError, match="make sparql"):
        make_sparql(make_quads(), ())
