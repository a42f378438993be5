"""A small graph and annotations of one made-up article, written down in a few words."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.evaluation import Evaluation, evaluate
from kg.stores.graph_store import GraphStore

NORVIK = "Norvik Group bought Tarka Mills in Alba. It runs a port there."
Row = tuple[Any, ...]

_HEAD = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix id: <https://w3id.org/newskg/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
id:plant a kg:Document ; dcterms:identifier "news/plant.txt" ; dcterms:publisher "Alba Post" .
"""


def make_store(
    things: Mapping[str, Row], rows: Sequence[Row], values: Mapping[str, Mapping[str, str]]
) -> GraphStore:
    """A graph: things are {id: (type, name, ...)}, rows (subject, predicate, object, quote, more).

    `more` and, by id of a thing, `values` are further properties of a statement or measured value.
    """
    text = _HEAD
    for name, properties in values.items():
        text += "".join(f"id:{name} kg:{key} {value} .\n" for key, value in properties.items())
    for name, (kind, label, *others) in things.items():
        text += f'id:{name} a kg:{kind} ; rdfs:label "{label}" ; kg:mentionedIn id:plant .\n'
        text += "".join(f'id:{name} skos:altLabel "{other}" .\n' for other in others)
    for number, (subject, predicate, target, quote, *more) in enumerate(rows):
        details = {"modality": "kg:Actual", "confidence": "0.9", "rule": '"sample/rule"'}
        details |= more[0] if more else {}
        text += (
            f"id:s{number} a kg:Statement ; rdf:subject id:{subject} ; "
            f"rdf:predicate kg:{predicate} ; rdf:object id:{target} ; kg:evidence id:e{number}"
        )
        text += "".join(f" ; kg:{name} {value}" for name, value in details.items()) + " .\n"
        text += (
            f'id:e{number} a kg:Passage ; kg:quote "{quote}" ; kg:beginIndex 0 ; '
            f"kg:endIndex {len(quote)} ; dcterms:isPartOf id:plant .\n"
        )
    return GraphStore.from_quads(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE))


def write_gold(folder: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """The annotations of the article, as a file."""
    path = folder / "plant.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def entity(name: str, kind: str, *names: str, **more: Any) -> dict[str, Any]:
    """An annotated entity."""
    return {"kind": "entity", "id": name, "type": kind, "names": list(names), **more}


def statement(
    subject: str, predicate: str, target: str, evidence: str, **more: Any
) -> dict[str, Any]:
    """An annotated statement; "actual" unless told otherwise."""
    row = {"kind": "statement", "s": subject, "p": predicate, "o": target, "evidence": evidence}
    return {**row, "modality": "actual", **more}


def observation(
    subject: str, measure: str, value: float, evidence: str, **more: Any
) -> dict[str, Any]:
    """An annotated value."""
    row = {"kind": "observation", "s": subject, "measure": measure, "value": value}
    return {**row, "evidence": evidence, **more}


def run(
    folder: Path,
    things: Mapping[str, Row],
    rows: Sequence[Row],
    gold: Sequence[Mapping[str, Any]],
    text: str = NORVIK,
    values: Mapping[str, Mapping[str, str]] | None = None,
) -> Evaluation:
    """The evaluation of a small graph against annotations of a text."""
    (folder / "plant.txt").write_text(text, encoding="utf-8")
    return evaluate(make_store(things, rows, values or {}), [write_gold(folder, gold)])
