"""The score counts as the guide of the annotations says, and the annotations are sound."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import kg
from kg.ontology import load_ontology

from .gold import find_annotations, find_articles, read_article
from .matching import is_alike, is_close
from .plain import format_plain
from .scoring import Score

OTHER_SCORER = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "score.py"


@pytest.mark.skipif(not OTHER_SCORER.exists(), reason="the other scorer is not here")
def test_another_scorer_gives_the_same_figures(
    graph: kg.Graph, score: Score, tmp_path: Path
) -> None:
    """Counts of every kind and details agree with a scorer that reads the Turtle."""
    path = tmp_path / "graph.ttl"
    graph.write(path)
    command = [sys.executable, *map(str, [OTHER_SCORER, path, *find_annotations()]), "--json"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    other = json.loads(answer.stdout)
    ours = {kind: [count.right, count.wrong, count.missed] for kind, count in score.counts.items()}
    theirs = {
        kind: [row["tp"], row["fp"], row["fn"]]
        for kind, row in other.items()
        if kind in ours or kind.startswith("p:")
    }
    assert ours == theirs
    details = {name: f"{seen[True]}/{seen.total()}" for name, seen in score.details.items()}
    assert details == other["of the matched"]


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
    article, ontology = read_article(path), load_ontology()
    assert {entity.type for entity in article.entities.values()} <= set(ontology.types)
    assert {row.predicate for row in article.statements} <= set(ontology.predicates)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Acme Co. Ltd.", "acme"),
        ("Acme's", "acme"),
        ("Müller-Lüdenscheidt AG", "müller lüdenscheidt"),
        ("Ltd", "ltd"),
    ],
)
def test_names_are_compared_in_plain_form(name: str, plain: str) -> None:
    """Case, article, possessive, punctuation and company form do not part two names."""
    assert format_plain(name) == plain


def test_measures_and_numbers_may_differ_a_little() -> None:
    """Half of the shorter measure's words suffice; numbers are equal but for rounding."""
    assert is_alike("total industrial output", "output of major firms")
    assert not is_alike("exports", "imports")
    assert is_close(0.1 + 0.2, 0.3)
    assert not is_close(None, None)
