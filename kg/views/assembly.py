"""The last step: order, degrees, and ends that nobody declared."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.views.content import PageContent, PageDocument, PageEdge, PageFact, PageNode


def assemble_content(
    title: str,
    nodes: Iterable[PageNode],
    edges: Iterable[PageEdge],
    facts: Iterable[PageFact],
    documents: Iterable[PageDocument],
    values: Iterable[tuple[str, tuple[tuple[str, str], ...]]] = (),
) -> PageContent:
    """The content in its one order, by id, whatever order it came in, with degrees counted."""
    kept = sorted(edges, key=lambda edge: edge.id)
    degree = Counter(end for edge in kept for end in (edge.source, edge.target))
    return PageContent(
        title=title,
        nodes=tuple(
            replace(node, degree=degree[node.id])
            for node in sorted(nodes, key=lambda node: node.id)
        ),
        edges=tuple(kept),
        facts=tuple(sorted(facts, key=lambda fact: fact.id)),
        documents=tuple(sorted(documents)),
        values=tuple(sorted(values)),
    )
