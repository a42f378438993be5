"""The judgements on names that a graph holds: taken for one, kept apart, left undecided."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.asking.listing import fold
from kg.asking.reading import select_rows
from kg.model.entity import Verdict
from kg.ontology import TERMS
from kg.stores.graph_store import GraphStore

_JUDGEMENTS = """
SELECT ?node ?verdict ?left ?leftName ?leftType ?right ?rightName ?rightType ?score ?reason WHERE {
  ?node a kg:Judgement ; kg:verdict ?verdict ; kg:score ?score ; kg:reason ?reason ;
    kg:left ?left ; kg:leftName ?leftName ; kg:right ?right ; kg:rightName ?rightName .
  OPTIONAL { ?left a ?leftType } OPTIONAL { ?right a ?rightType }
}"""
_SOURCES = """
SELECT DISTINCT ?node ?document WHERE { ?node kg:judgedFrom/dcterms:identifier ?document }"""
_VERDICTS = {f"{TERMS}{verdict.capitalize()}": verdict for verdict in Verdict}
_NUMBER = re.compile(r"[01](?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A name and the thing that bears it."""

    name: str
    iri: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement as the graph tells it; `documents` are some of those that it stands on, sorted."""

    left: Side
    right: Side
    verdict: Verdict
    score: float
    reason: str
    documents: tuple[str, ...]


def list_judgements(store: GraphStore) -> list[Judged]:
    """All judgements, by the names, without regard to case, and their verdict."""
    documents: dict[str, list[str]] = defaultdict(list)
    for node, document in sorted(select_rows(store, _SOURCES)):
        documents[node].append(document)
    found = {}
    for node, verdict, left, name, kind, right, other, other_kind, score, reason in sorted(
        select_rows(store, _JUDGEMENTS)
    ):
        if not _NUMBER.fullmatch(score) or verdict not in _VERDICTS:
            continue  # a graph of others may hold anything
        found[node] = Judged(
            left=Side(name=name, iri=left, type=kind.removeprefix(TERMS)),
            right=Side(name=other, iri=right, type=other_kind.removeprefix(TERMS)),
            verdict=_VERDICTS[verdict],
            score=float(score),
            reason=reason,
            documents=tuple(documents[node]),
        )
    return sorted(found.values(), key=_sort_key)


def filter_judgements(
    judgements: Iterable[Judged], *, candidates: bool = False, name: str | None = None
) -> list[Judged]:
    """The decided ones, or the undecided alone; on names that hold `name`."""
    part = fold(name or "")
    return [
        judged
        for judged in judgements
        if (judged.verdict is Verdict.UNDECIDED) == candidates
        and (not part or any(part in fold(side.name) for side in (judged.left, judged.right)))
    ]


def _sort_key(judged: Judged) -> tuple[str, ...]:
    left, right = judged.left, judged.right
    return (
        fold(left.name), fold(right.name), judged.verdict, judged.reason,
        left.name, right.name, left.iri, right.iri,
    )  # fmt: skip
