"""Which nodes matter most, and which of them a page opens with."""

from collections import Counter

from kg.views.content import PageContent

FIRST_VIEW = 150  # nodes that a page opens with
_FEW = 40  # nodes that are all shown, tied or not
_COMPANIONS = 6  # that an important node brings along


def rank_nodes(content: PageContent) -> list[int]:
    """Indices of the nodes, the most important first, by neighbours, statements and documents."""
    neighbours = _find_neighbours(content)
    said = Counter(fact.node for fact in content.facts)

    def weigh(i: int) -> tuple[float, str, str]:
        node = content.nodes[i]
        statements = node.degree + said[node.id]
        weight = 2 * len(neighbours[node.id]) + statements + 0.5 * len(node.documents)
        return -weight, node.label, node.id

    return sorted(range(len(content.nodes)), key=weigh)


def choose_first(content: PageContent, ranked: list[int]) -> list[int]:
    """The nodes that a page opens with, the most important first.

    Each important node brings its most important neighbours, for a thing without what it is tied to
    tells little; what is tied to nothing is left out, unless nodes are few or nothing has ties.
    """
    if len(ranked) <= _FEW:
        return ranked
    neighbours = _find_neighbours(content)
    rank = {content.nodes[i].id: place for place, i in enumerate(ranked)}
    chosen: set[int] = set()
    for i in ranked:
        beside = sorted(rank[other] for other in neighbours[content.nodes[i].id])
        for place in (rank[content.nodes[i].id], *beside[:_COMPANIONS]) if beside else ():
            if len(chosen) < FIRST_VIEW:
                chosen.add(ranked[place])
    first = [i for i in ranked if i in chosen]
    return first or ranked[:FIRST_VIEW]


def _find_neighbours(content: PageContent) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {node.id: set() for node in content.nodes}
    for edge in content.edges:
        if edge.source != edge.target:
            neighbours[edge.source].add(edge.target)
            neighbours[edge.target].add(edge.source)
    return neighbours
