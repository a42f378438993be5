"""Judgements: what was decided about names, once for each pair of names and reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model.cluster import Cluster
from kg.model.entity import Entity, Judgement
from kg.resolution.joining import Decision

_SHOWN = 5  # documents that a judgement names


def make_judgements(
    clusters: Sequence[Cluster], entities: Sequence[Entity], decisions: Iterable[Decision]
) -> list[Judgement]:
    """The judgements of a component; `entities` has the entity of each cluster."""
    documents: dict[Judgement, set[str]] = defaultdict(set)
    for told in (_tell_decisions(clusters, entities, decisions), _tell_links(clusters, entities)):
        for judgement, where in told:
            documents[judgement].update(where)
    return [
        replace(judgement, documents=tuple(sorted(where)[:_SHOWN]))
        for judgement, where in documents.items()
    ]


def sort_judgements(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """In the order of a Resolution."""
    return tuple(
        sorted(
            judgements,
            key=lambda j: (
                j.left, j.right, j.left_type, j.right_type, j.left_id, j.right_id, j.reason, j.score,
            ),
        )
    )  # fmt: skip


def _tell_decisions(
    clusters: Sequence[Cluster], entities: Sequence[Entity], decisions: Iterable[Decision]
) -> Iterator[tuple[Judgement, tuple[str, ...]]]:
    """Decisions between different names, or that keep one name apart."""
    for decision in decisions:
        sides = sorted(
            (_name(clusters[n]), clusters[n].type, entities[n].id)
            for n in (decision.left, decision.right)
        )
        if decision.same and sides[0][0] == sides[1][0]:
            continue
        where = (clusters[decision.left].document, clusters[decision.right].document)
        yield _judge(sides, decision.same, decision.score, decision.reason), where


def _tell_links(
    clusters: Sequence[Cluster], entities: Sequence[Entity]
) -> Iterator[tuple[Judgement, tuple[str, ...]]]:
    """The links inside documents that gave an entity one of its names."""
    for cluster, entity in zip(clusters, entities, strict=True):
        shown = {entity.label, *entity.aliases}
        for link in cluster.links:
            if link.name in shown:
                sides = sorted(
                    (name, cluster.type, entity.id) for name in (link.name, link.antecedent)
                )
                yield _judge(sides, True, link.score, link.reason), (cluster.document,)


def _judge(
    sides: Sequence[tuple[str, str, str]], same: bool, score: float, reason: str
) -> Judgement:
    (left, left_type, left_id), (right, right_type, right_id) = sides
    return Judgement(
        left=left,
        right=right,
        same=same,
        score=score,
        reason=reason,
        left_type=left_type,
        right_type=right_type,
        left_id=left_id,
        right_id=right_id,
    )


def _name(cluster: Cluster) -> str:
    return cluster.names[0] if cluster.names else cluster.known_as or ""
