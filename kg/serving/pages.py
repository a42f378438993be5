"""The pages of the server: without script, every text of the graph escaped."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.queries import NamedQuery, load_queries
from kg.rdf.terms import get_prefixes
from kg.serving.editor import has_editor
from kg.serving.things import NodePage
from kg.stores.graph_store import GraphStore
from kg.stores.results import Results, Term, Truth, show_term, to_table

_FOLDER = Path(__file__).parent / "templates"
_STYLE = (_FOLDER / "style.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# Their own style, by its hash, and nothing else: no script, no frame, no address but this server's.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
_PREFIXES = get_prefixes()
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.globals["has_editor"] = has_editor
_FIRST = """\
SELECT ?subject ?predicate ?object WHERE {
  ?statement a kg:Statement ; rdf:predicate ?predicate ;
    rdf:subject/rdfs:label ?subject ; rdf:object/rdfs:label ?object .
}
LIMIT 100
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A term as a page shows it; `iri` where it leads to a page of its own."""

    text: str
    iri: str = ""
    number: bool = False


def render_query_page(
    store: GraphStore,
    text: str,
    *,
    results: Results | None = None,
    problem: str = "",
    named: NamedQuery | None = None,
    values: Mapping[str, str] | None = None,
) -> bytes:
    """The page with a query, its answer or what is wrong with it, and the named queries."""
    return _render(
        "query.html",
        title="kg: ask the graph",
        text=text or _FIRST,
        triples=len(store),
        table=_make_table(results),
        truth=results.value if isinstance(results, Truth) else None,
        problem=problem,
        named=named,
        values=dict(values or {}),
        queries=list(load_queries().values()),
    )


def render_editor() -> bytes:
    """The page that holds the editor."""
    return _render("editor.html", title="kg: ask the graph")


def render_thing(page: NodePage) -> bytes:
    """The page of one node."""
    label = page.thing.label if page.thing else make_cell(ox.NamedNode(page.iri)).text
    outgoing = [(show_term(t.predicate, _PREFIXES), make_cell(t.object)) for t in page.outgoing]
    incoming = [(show_term(t.predicate, _PREFIXES), make_cell(t.subject)) for t in page.incoming]
    return _render(
        "thing.html",
        title=label,
        page=page,
        types=page.thing.types if page.thing else (),
        tables=(("Properties", outgoing), ("Where it stands", incoming)),
    )


def make_cell(term: Term | None) -> Cell:
    """A term as a page shows it."""
    text = show_term(term, _PREFIXES)
    if isinstance(term, ox.NamedNode):
        return Cell(text=text, iri=term.value)
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.rpartition("#")[2]
        return Cell(text=text, number=kind in ("integer", "decimal"))
    return Cell(text=text)


def _make_table(results: Results | None) -> dict[str, object] | None:
    if results is None or isinstance(results, Truth):
        return None
    table = to_table(results)
    rows = [[make_cell(term) for term in row] for row in table.rows]
    return {"names": table.variables, "rows": rows, "cut": results.cut}


def _render(name: str, **values: object) -> bytes:
    # The style is ours and no text of a graph, and its hash holds for it as it stands.
    style = Markup(_STYLE)  # noqa: S704
    return _ENVIRONMENT.get_template(name).render(style=style, **values).encode()
