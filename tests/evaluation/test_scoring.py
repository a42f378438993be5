"""Names, numbers and counts are held against annotations as their guide says."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluation import find_gold, read_gold
from kg.evaluation.matching import is_alike, is_close
from kg.evaluation.plain import format_plain
from kg.evaluation.sentences import Sentences

from .world import entity, run, statement, write_gold

BUY = "Norvik Group bought Tarka Mills in Alba."
THINGS = {
    "g": ("Company", "Norvik Group"),
    "m": ("Company", "Tarka Mills"),
    "c": ("City", "Alba"),
}
ENTITIES = [
    entity("g", "Company", "Norvik Group"),
    entity("m", "Company", "Tarka Mills"),
    entity("c", "City", "Alba"),
]


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


def test_facts_are_counted(tmp_path: Path) -> None:
    """Right, wrong, missed; a predicate of the same family is right for the lenient measure."""
    rows = [("g", "acquires", "m", BUY), ("m", "operatesIn", "c", BUY)]
    gold = [
        statement("g", "acquires", "m", "bought"),
        statement("m", "headquarteredIn", "c", "in Alba"),
    ]
    evaluation = run(tmp_path, THINGS, rows, [*ENTITIES, *gold])
    counts = {
        kind: (count.right, count.wrong, count.missed)
        for kind, count in evaluation.score.counts.items()
    }
    assert counts["entity"] == (3, 0, 0)
    assert counts["fact"] == counts["statement"] == (1, 1, 1)
    assert counts["lenient"] == (2, 0, 0)
    assert counts["p:headquarteredIn"] == (0, 0, 1)


def test_an_optional_statement_counts_neither_for_nor_against(tmp_path: Path) -> None:
    """Neither where it is said nor where it is not."""
    gold = statement("m", "operatesIn", "c", "in Alba", optional=True)
    for rows in ([("m", "operatesIn", "c", BUY)], []):
        count = run(tmp_path, THINGS, rows, [*ENTITIES, gold]).score.counts["statement"]
        assert (count.right, count.wrong, count.missed) == (0, 0, 0)


def test_what_is_said_of_an_optional_thing_is_never_wrong(tmp_path: Path) -> None:
    """Nor is what is annotated of it ever missed."""
    city = {**ENTITIES[2], "optional": True}
    gold = statement("m", "operatesIn", "c", "in Alba")
    rows = [("g", "operatesIn", "c", BUY)]
    count = run(tmp_path, THINGS, rows, [*ENTITIES[:2], city, gold]).score.counts["statement"]
    assert (count.right, count.wrong, count.missed) == (0, 0, 0)


def test_what_follows_from_a_chain_is_not_wrong(tmp_path: Path) -> None:
    """A place in a place in a place need not be annotated."""
    things = {"a": ("City", "Alba"), "b": ("Province", "Bruma"), "c": ("Country", "Cavia")}
    named = [
        entity("a", "City", "Alba"),
        entity("b", "Province", "Bruma"),
        entity("c", "Country", "Cavia"),
    ]
    gold = [statement("a", "locatedIn", "b", "x"), statement("b", "locatedIn", "c", "x")]
    rows = [
        ("a", "locatedIn", "c", "x"),
        ("a", "locatedIn", "b", "x"),
        ("b", "locatedIn", "c", "x"),
    ]
    count = run(tmp_path, things, rows, [*named, *gold]).score.counts["statement"]
    assert (count.right, count.wrong, count.missed) == (2, 0, 0)


def test_figures_are_split_by_document_and_outlet(tmp_path: Path) -> None:
    """The outlet is the document's publisher."""
    evaluation = run(tmp_path, THINGS, [], ENTITIES)
    assert list(evaluation.score_by_document()) == ["plant"]
    assert list(evaluation.score_by_outlet()) == ["Alba Post"]


def test_an_article_without_document_is_named(tmp_path: Path) -> None:
    """All of it is missed."""
    path = write_gold(tmp_path, ENTITIES).rename(tmp_path / "port.jsonl")
    evaluation = run(tmp_path, THINGS, [], [])
    assert evaluation.missing == ()
    from kg.evaluation import evaluate
    from kg.stores.graph_store import GraphStore

    assert evaluate(GraphStore.from_quads([]), [path]).missing == ("port",)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no json", "plant.jsonl:1: this is no JSON"),
        ("[1]", "must be a JSON object"),
        ('{"kind": "thing"}', "the kind is 'thing'"),
        ('{"kind": "entity", "id": "e"}', "the field 'type' is missing"),
        (
            '{"kind": "observation", "s": "e", "measure": "m", "value": "five"}',
            "a field has a wrong value",
        ),
        (
            '{"kind": "statement", "s": "e", "p": "owns", "o": "f", "modality": "actual"}',
            "'e' is a subject",
        ),
    ],
)
def test_bad_annotations_are_refused_with_their_line(
    tmp_path: Path, line: str, message: str
) -> None:
    """Whoever annotates is told what to mend and where."""
    path = tmp_path / "plant.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_gold(path)


def test_folders_of_annotations_are_taken_whole(tmp_path: Path) -> None:
    """All .jsonl files of a folder, by name; a folder without any is refused."""
    with pytest.raises(UsageError, match="has no annotations"):
        find_gold([tmp_path])
    with pytest.raises(UsageError, match="no annotations at"):
        find_gold([tmp_path / "nowhere"])
    path = write_gold(tmp_path, ENTITIES)
    assert find_gold([tmp_path]) == [path]


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        ("paid 3", "Mr. Doe of the U.S. firm paid 3 euros."),
        ("left", "“He left.”"),
        ("Next", "Next line"),
        ("nowhere", "nowhere"),
    ],
)
def test_a_piece_of_evidence_has_its_sentence(tmp_path: Path, evidence: str, sentence: str) -> None:
    """A short form with a full stop ends none; an end of line does."""
    text = "It rained. Mr. Doe of the U.S. firm paid 3 euros. “He left.” She stayed.\nNext line"
    view = run(tmp_path, THINGS, [], ENTITIES).comparisons[0].view
    assert Sentences(view, text).find(evidence) == sentence


def test_a_graph_of_another_program_may_hold_anything(tmp_path: Path) -> None:
    """What is no number is none, and a statement without an end is passed over."""
    things = {**THINGS, "v": ("Observation", "value")}
    rows = [("g", "observes", "v", BUY, {"confidence": '"high"'})]
    odd = {"v": {"measure": '"output"', "value": '"many"'}, "s9": {"modality": "kg:Actual"}}
    evaluation = run(tmp_path, things, rows, ENTITIES, values=odd)
    count = evaluation.score.counts["observation"]
    assert (count.right, count.wrong) == (0, 1)
    assert evaluation.list_mistakes()
