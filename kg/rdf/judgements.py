"""Judgements to quads: why names were taken for one thing, or kept apart."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from kg.model.entity import Judgement
from kg.model.ids import format_digest
from kg.rdf import terms as t


def describe_judgements(judgements: Iterable[Judgement], maker: t.TermMaker) -> Iterator[ox.Quad]:
    """The quads of each judgement, by id; links to documents are in the graphs of these."""
    for path, judgement in sorted(gather_judgements(judgements).items()):
        yield from _describe(maker.get_node(path), judgement, maker)


def gather_judgements(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Judgements by id path: those that differ in score or documents alone are one, the surest."""
    found: dict[str, Judgement] = {}
    for judgement in judgements:
        ids = judgement.left_id, judgement.right_id
        if not all(ids) or judgement.left in ids or judgement.right in ids:
            continue  # no thing bears it, or one side has no name
        path = _format_path(judgement)
        other = found.get(path)
        if other is not None:
            documents = tuple(sorted({*judgement.documents, *other.documents}))
            score = max(judgement.score, other.score)
            judgement = replace(judgement, score=score, documents=documents)
        found[path] = judgement
    return found


def _format_path(judgement: Judgement) -> str:
    left = judgement.left, judgement.left_id
    right = judgement.right, judgement.right_id
    return f"judgement/{format_digest(left, right, judgement.verdict.value, judgement.reason)}"


def _describe(node: ox.NamedNode, judgement: Judgement, maker: t.TermMaker) -> Iterator[ox.Quad]:
    term = maker.get_term
    pairs: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (t.TYPE, term("Judgement")),
        (term("left"), maker.get_node(judgement.left_id)),
        (term("leftName"), t.make_string(judgement.left)),
        (term("right"), maker.get_node(judgement.right_id)),
        (term("rightName"), t.make_string(judgement.right)),
        (term("verdict"), term(judgement.verdict.value.capitalize())),
        (term("score"), t.make_decimal(judgement.score)),
        (term("reason"), t.make_string(judgement.reason)),
    ]
    yield from (ox.Quad(node, predicate, value) for predicate, value in pairs)
    for identifier in sorted(set(judgement.documents)):
        document = maker.get_document(identifier)
        yield ox.Quad(node, term("judgedFrom"), document, document)
