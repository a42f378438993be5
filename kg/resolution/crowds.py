"""Crowds: clusters that tell the same are resolved once, however many documents they stand in."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from heapq import nsmallest

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


def make_crowd(common: Cluster, first: tuple[str, Span], documents: Sequence[str]) -> Crowd:
    """The crowd of clusters that strip to `common`.

    `first` is where the first of them stands, by document and first span; `documents` has that of each.
    """
    document, span = first
    return Crowd(
        first=replace(common, document=document, spans=(span,)),
        size=len(documents),
        documents=tuple(list_first(set(documents))),
    )


def list_first(documents: Set[str]) -> list[str]:
    """Those of the documents that judgements name."""
    return nsmallest(_SHOWN, documents)


def order_crowds(crowds: Iterable[Crowd]) -> list[Crowd]:
    """In the order in which they are resolved: by where the first of each stands."""
    return sorted(crowds, key=lambda c: (c.first.document, c.first.spans[0], c.first.type))
