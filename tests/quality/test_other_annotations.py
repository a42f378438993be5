"""The annotations outside the quality gate are sound as well."""

import json
from pathlib import Path

import pytest

from kg.evaluation import read_gold
from kg.ontology import load_ontology

from .corpus import GOLD

_OTHERS = [
    path for folder in ("developed", "held_out") for path in sorted((GOLD / folder).glob("*.jsonl"))
]


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_annotations_stand_on_the_article(path: Path) -> None:
    """Every piece of evidence is found exactly once, and types and predicates are the ontology's."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lost = [row for row in rows if row["kind"] != "entity" and text.count(row["evidence"]) != 1]
    article, ontology = read_gold(path), load_ontology()
    assert lost == []
    assert {entity.type for entity in article.entities.values()} <= set(ontology.types)
    assert {row.predicate for row in article.statements} <= set(ontology.predicates)


def test_each_of_them_has_its_article() -> None:
    """No article is without annotations, and no annotations without an article."""
    texts = {p.with_suffix("") for f in ("developed", "held_out") for p in (GOLD / f).glob("*.txt")}
    assert texts == {path.with_suffix("") for path in _OTHERS}
