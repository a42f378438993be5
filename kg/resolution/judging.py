"""Judgements: what was decided about names, once for each pair of names and reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model.cluster import Cluster, Crowd
from kg.model.entity import Draft, Judgement
from kg.resolution.crowds import list_first
from kg.resolution.joining import Decision

_Told = tuple[Judgement, tuple[str, ...]]


def make_judgements(
    crowds: Sequence[Crowd],
    clusters: Sequence[Cluster],
    owner: Sequence[int],
    drafts: Mapping[int, Draft],
    decisions: Iterable[Decision],
) -> list[Judgement]:
    """The judgements of a component; `clusters` are the first of each crowd, as pins have them.

    `owner` has the number of the draft of each crowd; those numbers stand for ids in the judgements
    until ids are settled (see name_sides).
    """
    documents: dict[Judgement, set[str]] = defaultdict(set)
    told = (
        *_tell_decisions(crowds, clusters, owner, decisions),
        *_tell_links(crowds, clusters, owner, drafts),
    )
    for judgement, where in told:
        documents[judgement].update(where)
    return [
        replace(judgement, documents=tuple(list_first(where)))
        for judgement, where in documents.items()
    ]


def name_sides(judgement: Judgement, ids: Sequence[str] | Mapping[int, str]) -> Judgement:
    """The judgement with ids in place of the numbers of drafts, its sides in their order."""
    sides = sorted(
        (
            (judgement.left, judgement.left_type, ids[int(judgement.left_id)]),
            (judgement.right, judgement.right_type, ids[int(judgement.right_id)]),
        )
    )
    return judge(sides, judgement)


def judge(sides: Sequence[tuple[str, str, str]], like: Judgement) -> Judgement:
    """A judgement on two sides (name, type, id), for the reason and on the documents of another."""
    (left, left_type, left_id), (right, right_type, right_id) = sorted(sides)
    return Judgement(
        left=left,
        right=right,
        same=like.same,
        score=like.score,
        reason=like.reason,
        left_type=left_type,
        right_type=right_type,
        left_id=left_id,
        right_id=right_id,
        documents=like.documents,
    )


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
    crowds: Sequence[Crowd],
    clusters: Sequence[Cluster],
    owner: Sequence[int],
    decisions: Iterable[Decision],
) -> Iterator[_Told]:
    """Decisions between different names, or that keep one name apart."""
    for decision in decisions:
        numbers = (decision.left, decision.right)
        sides = [(_name(clusters[n]), clusters[n].type, str(owner[n])) for n in numbers]
        if decision.same and sides[0][0] == sides[1][0]:
            continue
        where = tuple(name for n in numbers for name in crowds[n].documents)
        told = Judgement(
            left="", right="", same=decision.same, score=decision.score, reason=decision.reason
        )
        yield judge(sides, told), where


def _tell_links(
    crowds: Sequence[Crowd],
    clusters: Sequence[Cluster],
    owner: Sequence[int],
    drafts: Mapping[int, Draft],
) -> Iterator[_Told]:
    """The links inside documents that gave an entity one of its names."""
    for n, (crowd, cluster) in enumerate(zip(crowds, clusters, strict=True)):
        entity = drafts[owner[n]].entity
        shown = {entity.label, *entity.aliases}
        for link in cluster.links:
            if link.name in shown:
                told = Judgement(left="", right="", same=True, score=link.score, reason=link.reason)
                sides = [
                    (name, cluster.type, str(owner[n])) for name in (link.name, link.antecedent)
                ]
                yield judge(sides, told), crowd.documents


def _name(cluster: Cluster) -> str:
    return cluster.names[0] if cluster.names else cluster.known_as or ""
