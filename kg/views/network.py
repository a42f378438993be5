"""pyvis's Network without its template: our page instead, and no edge or node lost on the way."""

import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyvis
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.views.content import PageContent, PageNode
from kg.views.style import Style

_VIS_SCRIPT = "templates/lib/vis-9.1.2/vis-network.min.js"
_FIRST_BEND = 0.16  # roundness of the innermost of several edges between one pair
_NEXT_BEND = 0.14


class PageNetwork(Network):  # type: ignore[misc]
    """The nodes and edges as vis-network draws them.

    pyvis looks through all nodes for each edge, and drops a node whose id it has without a word;
    here an id is looked up, and standing twice is an error. Nothing of pyvis's own page is used: it
    loads parts from the network and runs scripts that stand in titles.
    """

    def __init__(self) -> None:
        super().__init__(directed=True, cdn_resources="in_line")

    def add_node(
        self,
        n_id: int,
        label: str = "",
        shape: str = "dot",
        color: str | None = None,
        **options: Any,
    ) -> None:
        """Adds a node; raises ValueError where the id stands already."""
        if n_id in self.node_map:
            raise ValueError(f"the node {n_id} stands twice")
        if color is not None:
            options["color"] = color
        node = Node(n_id, shape, label=label, **options)
        self.nodes.append(node.options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node.options

    def add_edge(self, source: int, to: int, **options: Any) -> None:
        """Adds an edge beside those that are there; raises ValueError where an end is missing."""
        for end in (source, to):
            if end not in self.node_map:
                raise ValueError(f"an edge ends at {end}, which is no node")
        self.edges.append(Edge(source, to, self.directed, **options).options)


def measure_size(node: PageNode) -> float:
    """The radius of a node's shape: the more statements it has, the larger it is, within limits."""
    return round(min(11 + 2.4 * math.sqrt(node.degree), 30), 1)


def build_network(
    content: PageContent, positions: Iterable[tuple[float, float]], style: Style
) -> PageNetwork:
    """The network of a page; ids are indices into `content.nodes` and `content.edges`."""
    network = PageNetwork()
    for i, (node, (x, y)) in enumerate(zip(content.nodes, positions, strict=True)):
        family = style.choose_family(node.family)
        size = measure_size(node)
        network.add_node(
            i, node.label, style.families[family].shape, group=family, size=size, x=x, y=y
        )
    index = {node.id: i for i, node in enumerate(content.nodes)}
    pairs = [(index[edge.source], index[edge.target]) for edge in content.edges]
    for i, ((source, target), look) in enumerate(zip(pairs, _keep_apart(pairs), strict=True)):
        network.add_edge(source, target, id=i, **look)
    return network


def _keep_apart(pairs: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """A curve for each edge, so that no two between the same nodes lie on one another."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (source, target) in enumerate(pairs):
        groups[min(source, target), max(source, target)].append(i)
    looks: list[dict[str, Any]] = [{} for _ in pairs]
    for (low, high), members in groups.items():
        for rank, i in enumerate(members):
            if low == high:
                looks[i] = {"selfReference": {"size": 18 + 9 * rank, "angle": 0.8}}
            elif len(members) > 1:
                looks[i] = {"smooth": _bend(rank, len(members), pairs[i][0] == low)}
    return looks


def _bend(rank: int, total: int, forward: bool) -> dict[str, Any]:
    """Spreads edges to both sides of the straight line, which an odd one out keeps."""
    if total % 2 and rank == 0:
        return {"enabled": False}
    step, side = divmod(rank - total % 2, 2)
    clockwise = (side == 0) == forward
    roundness = round(min(_FIRST_BEND + _NEXT_BEND * step, 2.0), 2)
    return {
        "enabled": True,
        "type": "curvedCW" if clockwise else "curvedCCW",
        "roundness": roundness,
    }


def read_vis_script() -> str:
    """The vis-network script that pyvis ships; nothing of it is fetched."""
    script = (Path(pyvis.__file__).parent / _VIS_SCRIPT).read_text(encoding="utf-8")
    return script.replace("\r\n", "\n")  # as a browser reads it, or its hash would differ
