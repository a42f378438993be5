"""Where nodes stand and how edges bend."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views import PageContent, PageEdge, PageNode
from kg.views.layout import place_nodes
from kg.views.network import build_network
from kg.views.style import load_style

from .sample import make_large


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
@settings(max_examples=25, deadline=None)
def test_places_are_finite_apart_and_repeatable(pairs: list[tuple[int, int]]) -> None:
    """Any graph, with loops, repeated pairs and loose nodes, gives one layout without overlaps."""
    labels = [f"Name {n}" for n in range(12)]
    places = place_nodes(labels, pairs)
    assert places == place_nodes(labels, pairs)
    for (x1, y1), (x2, y2) in combinations(places, 2):
        assert abs(x1 - x2) >= 30 or abs(y1 - y2) >= 30


def test_the_order_of_edges_does_not_move_nodes() -> None:
    """Places depend on who is tied to whom, not on the order or direction of the ties."""
    pairs = [(0, 1), (1, 2), (2, 3), (1, 3), (4, 5)]
    labels = [f"Name {n}" for n in range(6)]
    assert place_nodes(labels, pairs) == place_nodes(labels, [(b, a) for a, b in reversed(pairs)])


def test_nothing_to_place_is_no_error() -> None:
    """An empty graph has no places."""
    assert place_nodes([], []) == []


def test_five_thousand_nodes_are_placed_alike_twice() -> None:
    """Large graphs take the fast layout; no two nodes but a few share a place."""
    content = make_large(5000, 20000)
    pairs = [(int(e.source[1:]), int(e.target[1:])) for e in content.edges]
    labels = [node.label for node in content.nodes]
    places = place_nodes(labels, pairs)
    assert places == place_nodes(labels, pairs)
    assert len(set(places)) > 4990


def _bend(*pairs: tuple[str, str]) -> list[dict[str, object]]:
    names = sorted({name for pair in pairs for name in pair})
    content = PageContent(
        nodes=tuple(PageNode(id=n, label=n, type="city", family="place") for n in names),
        edges=tuple(
            PageEdge(id=f"e{i}", source=a, target=b, predicate="part of")
            for i, (a, b) in enumerate(pairs)
        ),
    )
    edges: list[dict[str, object]] = build_network(
        content, [(0.0, 0.0)] * len(names), load_style()
    ).edges
    return edges


def test_every_edge_between_one_pair_is_kept_and_has_its_own_curve() -> None:
    """Both directions and several relations: all are there, none lies on another."""
    edges = _bend(("a", "b"), ("b", "a"), ("a", "b"), ("a", "b"), ("b", "a"), ("a", "c"))
    assert len(edges) == 6
    sides = set()
    for edge in edges[:5]:
        smooth = edge["smooth"]
        assert isinstance(smooth, dict)
        bend = smooth.get("roundness", 0) * (1 if smooth.get("type") == "curvedCW" else -1)
        sides.add(bend if edge["from"] == 0 else -bend)
    assert len(sides) == 5
    assert "smooth" not in edges[5]


def test_several_loops_of_one_node_have_different_sizes() -> None:
    """A statement of a thing about itself is drawn as a loop of its own."""
    sizes = [str(edge["selfReference"]) for edge in _bend(("a", "a"), ("a", "a"))]
    assert len(set(sizes)) == 2
