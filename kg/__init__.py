"""kg: a knowledge-graph builder for news.

>>> import kg
>>> graph = kg.build(["articles/"])  # doctest: +SKIP
>>> graph.write("graph.ttl")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.growing import Store
    from kg.pipeline import BuildOptions, Pipeline, Progress, build

__all__ = ["BuildOptions", "Graph", "Pipeline", "Progress", "Store", "__version__", "build"]


def __getattr__(name: str) -> Any:
    """Loads the pipeline when it is first asked for: `kg --help` must not wait for spaCy."""
    if name in {"BuildOptions", "Pipeline", "Progress", "build"}:
        from kg import pipeline

        return getattr(pipeline, name)
    if name == "Graph":
        from kg.graph import Graph

        return Graph
    if name == "Store":
        from kg.growing import Store

        return Store
    raise AttributeError(f"module 'kg' has no attribute '{name}'")
