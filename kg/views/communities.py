"""Groups of nodes that hang together more than with the rest, so that a drawing can keep them apart."""

import networkx as nx

_SEED = 20
_FEWEST = 12  # a part with fewer nodes is read at one look


def find_communities(graph: "nx.Graph[int]") -> dict[int, int]:
    """The number of each node's community (Louvain, seeded); one community where nodes are few."""
    if len(graph) < _FEWEST:
        return dict.fromkeys(graph, 0)
    found = nx.community.louvain_communities(graph, seed=_SEED)
    ordered = sorted(sorted(members) for members in found)
    return {node: number for number, members in enumerate(ordered) for node in members}
