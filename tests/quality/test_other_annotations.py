"""The annotations outside the quality gate are sound as well."""

import json
from pathlib import Path

import pytest

from kg.evaluation import read_gold
from kg.ontology import load_ontology

from .corpus import GOLD

_FOLDERS = ("developed", "held_out", "passages/developed", "passages/held_out")
_OTHERS = [path for folder in _FOLDERS for path in sorted((GOLD / folder).glob("*.jsonl"))]
_WORDINGS = sorted((GOLD / "wordings").glob("*.jsonl"))


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
    texts = {p.with_suffix("") for f in _FOLDERS for p in (GOLD / f).glob("*.txt")}
    assert texts == {path.with_suffix("") for path in _OTHERS}


@pytest.mark.parametrize("path", _WORDINGS, ids=lambda path: path.stem)
def test_wordings_name_what_stands_in_them(path: Path) -> None:
    """Every end of a fact is in its sentence, predicates are the ontology's, and no sentence stands there twice."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    facts = [(fact, row["text"]) for row in rows for fact in row["facts"] + row.get("maybe", [])]
    assert len({row["text"] for row in rows}) == len(rows) == 90
    assert {predicate for (_, predicate, _), _ in facts} <= set(load_ontology().predicates)
    assert [f for f, text in facts if f[0] not in text or f[2] not in text] == []
