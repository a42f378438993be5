"""Judgements in the graph: why names were taken for one thing, or kept apart."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model.entity import Judgement
from kg.model.ids import format_digest
from kg.rdf import formatting as f
from kg.rdf.blocks import Block


def describe_judgements(judgements: Iterable[Judgement], terms: f.TermFormatter) -> Iterator[Block]:
    """Each judgement, by id; links to documents are in the graphs of these."""
    for path, judgement in sorted(gather_judgements(judgements).items()):
        yield from _describe(terms.format_once(path), judgement, terms)


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


def _describe(node: str, judgement: Judgement, terms: f.TermFormatter) -> Iterator[Block]:
    term = terms.format_term
    pairs = (
        (f.TYPE, term("Judgement")),
        (term("left"), terms.format_node(judgement.left_id)),
        (term("leftName"), f.format_string(judgement.left)),
        (term("right"), terms.format_node(judgement.right_id)),
        (term("rightName"), f.format_string(judgement.right)),
        (term("verdict"), term(judgement.verdict.value.capitalize())),
        (term("score"), f.format_decimal(judgement.score)),
        (term("reason"), f.format_string(judgement.reason)),
    )
    yield node, pairs, ""
    for identifier in sorted(set(judgement.documents)):
        document = terms.format_document(identifier)
        yield node, ((term("judgedFrom"), document),), document
