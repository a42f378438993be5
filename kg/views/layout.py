"""Where the nodes stand: seeded and computed here, so that a page opens at once and the same."""

import math
from collections.abc import Sequence
from unicodedata import east_asian_width

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.views.communities import find_communities
from kg.views.crowded import place_crowd

Points = npt.NDArray[np.float64]

_SEED = 20
_SPRING_LIMIT = 500  # above, networkx takes many seconds
_EDGE_LENGTH = 65.0  # pixels at full size, where nodes are many
_CROWD_LENGTH = 105.0  # where they are very many
_ROOMY = 80  # with fewer nodes than this there is room for longer edges, and so for their words
_NODE_HEIGHT = 46.0  # a small shape with one line of label
_RADIUS = 13.0  # of a small shape
_BETWEEN = 0.6  # pull of a tie between communities, where one inside them pulls by 1
_GAP = 40.0  # between components
_PASSES = 300
_CROWDED = 3.0  # overlaps a node: above, the whole grows
_ASPECT = 1.1  # width to height of the whole: of a drawing between its panels
_CLOUD_ASPECT = 1.0  # of one part, before names push it wider


def place_nodes(
    labels: Sequence[str], pairs: Sequence[tuple[int, int]], sizes: Sequence[float] = ()
) -> list[tuple[float, float]]:
    """Positions in pixels, one a label, for the graph of these pairs of indices.

    Parts that hang together are laid out alone and then packed side by side; up to 500 nodes no two
    boxes of shape and label overlap. `sizes` are the radii of the shapes, small ones where not given.
    Communities stand apart. Deterministic; rounded to a tenth, around the origin.
    """
    if not labels:
        return []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(labels)))
    graph.add_edges_from(sorted({(min(p), max(p)) for p in pairs if p[0] != p[1]}))
    radii = sizes or [_RADIUS] * len(labels)
    boxes = np.array([_measure_box(*pair) for pair in zip(labels, radii, strict=True)])
    parts = sorted(
        (sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p[0])
    )
    points = np.zeros((len(labels), 2))
    length = _EDGE_LENGTH * (1 + max(0.0, 1 - len(labels) / _ROOMY))
    placed = [_place_part(graph, part, boxes[part], length) for part in parts]
    for part, spots in zip(parts, _pack(placed, [boxes[part] for part in parts]), strict=True):
        points[part] = spots
    points -= (points.min(axis=0) + points.max(axis=0)) / 2
    return [(round(float(x), 1) + 0.0, round(float(y), 1) + 0.0) for x, y in points]


def _measure_box(label: str, radius: float) -> tuple[float, float]:
    letters = len(label) + sum(east_asian_width(letter) in "WF" for letter in label)
    lines = 1 if letters <= 20 else 2
    width = max(40.0, min(letters, 20) * 7.0 + 10.0, 2 * radius + 10.0)
    return width, _NODE_HEIGHT + 2 * (radius - _RADIUS) + (lines - 1) * 14.0


def _place_part(graph: "nx.Graph[int]", part: list[int], boxes: Points, length: float) -> Points:
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) > _SPRING_LIMIT:
        index = {node: i for i, node in enumerate(part)}
        edges = np.array([(index[a], index[b]) for a, b in graph.subgraph(part).edges])
        return place_crowd(len(part), np.sort(edges, axis=1), length=_CROWD_LENGTH)
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted((min(e), max(e)) for e in graph.subgraph(part).edges))
    community = find_communities(ordered)
    for a, b in ordered.edges:
        ordered[a][b]["weight"] = 1.0 if community[a] == community[b] else _BETWEEN
    rounds = 150 if len(part) <= 200 else 60
    spots = nx.spring_layout(
        ordered, seed=_SEED, iterations=rounds, k=2.2 / math.sqrt(len(part)), method="force"
    )
    points = np.array([spots[node] for node in part])
    points = _fill_screen(_turn_flat(points - points.mean(axis=0)))
    lengths = [float(np.hypot(*(points[a] - points[b]))) for a, b in _index_edges(ordered, part)]
    points *= length / max(float(np.median(lengths)), 1e-6)
    return _push_apart(points, boxes)


def _index_edges(graph: "nx.Graph[int]", part: list[int]) -> list[tuple[int, int]]:
    index = {node: i for i, node in enumerate(part)}
    return [(index[a], index[b]) for a, b in graph.edges]


def _turn_flat(points: Points) -> Points:
    """Turns the cloud so that its long side lies level: screens and labels are wider than high."""
    xx, yy = float((points[:, 0] ** 2).sum()), float((points[:, 1] ** 2).sum())
    xy = float((points[:, 0] * points[:, 1]).sum())
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = points[:, 0], points[:, 1]
    return np.stack([cos * x + sin * y, cos * y - sin * x], axis=1)


def _fill_screen(points: Points) -> Points:
    """Stretches a little towards the shape of a screen; names need more room across anyhow."""
    width, height = np.ptp(points, axis=0) + 1e-9
    factor = math.sqrt(min(max(width / height / _CLOUD_ASPECT, 0.5), 2.0))
    return np.asarray(points * np.array([1 / factor, factor]))


def _push_apart(points: Points, boxes: Points) -> Points:
    """Moves overlapping boxes away from each other until none overlap, or for so many passes."""
    points = points.copy()
    need = (boxes[:, None, :] + boxes[None, :, :]) / 2
    itself = np.eye(len(points), dtype=bool)
    order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
    for _ in range(_PASSES):
        delta = points[:, None, :] - points[None, :, :]
        delta[:, :, 1] += np.where(np.abs(delta).max(axis=2) < 1.0, order, 0)
        nearness = (np.abs(delta) / need).max(axis=2)
        hit = (nearness < 0.999) & ~itself
        if not hit.any():
            break
        if hit.sum() > len(points) * _CROWDED:  # quicker than pushing everything by little
            points *= 1.05
            continue
        push = delta * np.where(hit, 1 / np.maximum(nearness, 0.1) - 1, 0.0)[:, :, None]
        points += 0.3 * push.sum(axis=1) / np.maximum(hit.sum(axis=1), 1)[:, None] ** 0.5
    return points


def _pack(placed: list[Points], boxes: list[Points]) -> list[Points]:
    """Puts the parts on shelves, the largest first, so that all is as large as a screen allows."""
    lows = [(points - size / 2).min(axis=0) for points, size in zip(placed, boxes, strict=True)]
    highs = [(points + size / 2).max(axis=0) for points, size in zip(placed, boxes, strict=True)]
    sizes = [high - low + _GAP for low, high in zip(lows, highs, strict=True)]
    widest = max(float(size[0]) for size in sizes)
    tries = [_fill_shelves(sizes, widest * (1 + step / 8)) for step in range(25)]
    corners = min(tries, key=lambda corners: _measure_need(corners, sizes))
    return [
        points - low + corner for points, low, corner in zip(placed, lows, corners, strict=True)
    ]


def _fill_shelves(sizes: list[Points], limit: float) -> list[Points]:
    """The upper left corner of each part, on shelves of this width."""
    corners, left, top, shelf = [], 0.0, 0.0, 0.0
    for size in sizes:
        width, height = float(size[0]), float(size[1])
        if left > 0 and left + width > limit + 1e-6:
            left, top, shelf = 0.0, top + shelf, 0.0
        corners.append(np.array([left, top]))
        left, shelf = left + width, max(shelf, height)
    return corners


def _measure_need(corners: list[Points], sizes: list[Points]) -> float:
    """How wide a screen must be to show it all."""
    far = np.max([corner + size for corner, size in zip(corners, sizes, strict=True)], axis=0)
    return round(max(float(far[0]), float(far[1]) * _ASPECT), 3)
