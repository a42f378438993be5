"""Shows a graph as one self-contained page; the only place that knows pyvis and networkx."""

from kg.views.content import (
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
)
from kg.views.graph_content import from_store
from kg.views.model_content import from_model
from kg.views.page import render_page

__all__ = [
    "PageContent",
    "PageDocument",
    "PageEdge",
    "PageEvidence",
    "PageFact",
    "PageNode",
    "from_model",
    "from_store",
    "render_page",
]
