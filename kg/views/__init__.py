"""Shows a graph as one self-contained page; the only place that knows pyvis and networkx."""

from kg.views.content import (
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
)
from kg.views.graph_content import from_quads, from_store
from kg.views.page import render_page
from kg.views.sparql import make_sparql

__all__ = [
    "PageContent",
    "PageDocument",
    "PageEdge",
    "PageEvidence",
    "PageFact",
    "PageNode",
    "from_quads",
    "from_store",
    "make_sparql",
    "render_page",
]
