"""Shows a graph over HTTP: a SPARQL endpoint, a page for every thing, and the page of the graph."""

from kg.serving.options import ServeOptions
from kg.serving.running import serve

__all__ = ["ServeOptions", "serve"]
