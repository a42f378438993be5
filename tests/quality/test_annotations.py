"""The annotations are sound."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kg.evaluation import read_gold
from kg.ontology import load_ontology

from .corpus import find_annotations, find_articles


def test_every_article_is_annotated() -> None:
    """Each article has its annotations and each file of annotations its article."""
    assert [p.stem for p in find_articles()] == [p.stem for p in find_annotations()]


@pytest.mark.parametrize("path", find_annotations(), ids=lambda path: path.stem)
def test_annotations_stand_on_the_article(path: Path) -> None:
    """Every piece of evidence is found exactly once, and every id is that of an entity."""
    article = next(p for p in find_articles() if p.stem == path.stem).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = Counter(row["id"] for row in rows if row["kind"] == "entity")
    assert max(ids.values()) == 1
    for row in rows:
        if row["kind"] == "entity":
            continue
        assert article.count(row["evidence"]) == 1, row
        ends = [row["s"], row.get("attributedTo"), None if row.get("literal") else row.get("o")]
        assert {end for end in ends if end} <= set(ids), row


@pytest.mark.parametrize("path", find_annotations(), ids=lambda path: path.stem)
def test_annotations_speak_the_vocabulary(path: Path) -> None:
    """Types and predicates are the ontology's."""
    article, ontology = read_gold(path), load_ontology()
    assert {entity.type for entity in article.entities.values()} <= set(ontology.types)
    assert {row.predicate for row in article.statements} <= set(ontology.predicates)
