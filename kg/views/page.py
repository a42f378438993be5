"""One self-contained HTML page: it asks the network for nothing and runs nothing of its data."""

import base64
import hashlib
import re
from dataclasses import asdict
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.views.content import PageContent
from kg.views.network import read_vis_script
from kg.views.payload import build_payload, format_data_block
from kg.views.sparql import PageSparql
from kg.views.style import Style, load_style

_ASSETS = Path(__file__).with_name("assets")
# In this order: each may use what stands before it.
SCRIPTS = (
    *("data", "filters", "dom", "theme", "labels", "places", "canvas", "marks", "cards"),
    *("path", "figures", "panel", "legend", "search", "files", "table", "reading", "changes"),
    *("turtle", "pictures", "sparql", "address", "keys", "main"),
)
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render_page(content: PageContent, *, sparql: PageSparql | None = None) -> str:
    """The page as text, to be written as UTF-8; the same content gives the same bytes.

    With `sparql` (see `make_sparql`) a reader can ask the graph in SPARQL; the page grows by 2 MB.
    Whatever stands in the content is shown literally. Takes about 3 s for 5,000 nodes with 20,000
    edges; a page opens with the most important nodes and says how many there are.
    """
    vis, own = read_vis_script(), join_scripts(with_sparql=sparql is not None)
    style = load_style()
    css = _read_asset("style.css") + _format_families(style)
    payload = build_payload(content, style)
    template = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    ).get_template("page.html.j2")
    return template.render(
        title=_UNSHOWABLE.sub("\ufffd", content.title),
        counts=_count(content),
        empty=not content.nodes,
        policy=_format_policy([vis, own], [css], engine=sparql is not None),
        # Our own files, and JSON that is escaped already: the only texts that are not escaped here.
        css=Markup(css),  # noqa: S704
        vis=Markup(vis),  # noqa: S704
        own=Markup(own),  # noqa: S704
        data=Markup(format_data_block(payload)),  # noqa: S704
        sparql=_format_sparql(sparql) if sparql else None,
    )


def _format_families(style: Style) -> str:
    """The colours of families as rules, for names in texts."""
    return "".join(
        f".f-{name} {{ --own: light-dark({family.light}, {family.dark}); }}\n"
        for name, family in style.families.items()
    )


def _format_sparql(sparql: PageSparql) -> dict[str, Markup]:
    engine = {"script": sparql.script, "engine": sparql.engine}
    graph = {"graph": sparql.graph, "queries": [asdict(query) for query in sparql.queries]}
    return {
        "engine": Markup(format_data_block(engine)),  # noqa: S704 - JSON that is escaped already
        "graph": Markup(format_data_block(graph)),  # noqa: S704
    }


def join_scripts(*, with_sparql: bool = True) -> str:
    """All scripts of the page as one, in a function of its own."""
    names = [name for name in SCRIPTS if name != "sparql" or with_sparql]
    parts = "\n".join(_read_asset(f"{name}.js") for name in names)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _read_asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _format_policy(scripts: list[str], styles: list[str], *, engine: bool) -> str:
    """A content security policy that allows exactly these texts and no request at all.

    The engine is WebAssembly in a worker, which the page makes of its own text.
    """
    allowed = [*map(_format_hash, scripts), *(["'wasm-unsafe-eval'"] if engine else [])]
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(allowed)}",
            *(["worker-src blob:"] if engine else []),
            f"style-src {' '.join(map(_format_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _format_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _count(content: PageContent) -> list[str]:
    statements = len(content.edges) + len(content.facts)
    return [
        _format_count(len(content.nodes), "entity", "entities"),
        _format_count(statements, "statement", "statements"),
        _format_count(len(content.documents), "document", "documents"),
    ]


def _format_count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
