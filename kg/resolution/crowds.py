"""Crowds: clusters that tell the same are resolved once, however many documents they stand in."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model.cluster import Cluster, Crowd
from kg.model.document import Span
from kg.resolution.keys import KeyMaker

_SHOWN = 5  # documents that a judgement names


def strip_place(cluster: Cluster, keys: KeyMaker) -> Cluster:
    """What the cluster has in common with all of its crowd: itself but for document and spans.

    A nameless thing is a crowd of its own, and so is what a pin may name by its document.
    """
    if keys.stands_alone(cluster) or cluster.document in keys.ledger.documents:
        return cluster
    return replace(cluster, document="", spans=())


def make_crowd(common: Cluster, places: Iterable[tuple[str, Span]]) -> Crowd:
    """The crowd of clusters that strip to `common`; `places` has document and first span of each."""
    ordered = sorted(places)
    document, span = ordered[0]
    return Crowd(
        first=replace(common, document=document, spans=(span,)),
        size=len(ordered),
        documents=tuple(dict.fromkeys(name for name, _ in ordered))[:_SHOWN],
    )


def order_crowds(crowds: Iterable[Crowd]) -> list[Crowd]:
    """In the order in which they are resolved: by where the first of each stands."""
    return sorted(crowds, key=lambda c: (c.first.document, c.first.spans[0], c.first.type))
