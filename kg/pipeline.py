"""build(): the stages in order, and nothing else."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import kg
from kg.collecting import collect_seldom
from kg.extraction import Extractor, RuleSet, load_rules
from kg.graph import Graph
from kg.knowing import KnownFinder
from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.ids import format_digest
from kg.model.provenance import LICENCE, Run
from kg.model.sections import join_readings, split_document
from kg.ontology import DEFAULT_BASE, Ontology, load_ontology
from kg.rdf.terms import format_base, make_licence
from kg.readers import ReadOptions
from kg.recognition import (
    Model,
    ParsedDocument,
    Recognizer,
    load_gazetteer,
    load_model,
    parse_documents,
)
from kg.recognition.parsing_code import PARSING_CODE
from kg.resolution import Ledger, read_ledger, sign_text
from kg.resolution.assembling import put_together
from kg.resources import digest_code
from kg.running import RunOptions, run_documents
from kg.stopwatch import Stopwatch

BATCH_WORDS = 20_000  # parsed together: enough for spaCy's batches, little enough to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """The settings of a build. `rules` are folders, `gazetteers` files, on top of the shipped ones.

    `model` is the name or folder of a spaCy pipeline; None takes the largest that is installed.
    `identity` is a ledger of decisions on what is one thing and what is not; `license` is what the
    graph says of its own licence, an IRI or a name of the SPDX list.
    Statements below `min_confidence` (0 to 1) are left out; `provenance` False leaves plain triples;
    `hierarchy` False leaves out which places contain others by the gazetteer.
    """

    base: str = DEFAULT_BASE
    model: str | None = None
    rules: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()
    identity: Path | None = None
    license: str | None = None
    min_confidence: float = 0.0
    provenance: bool = True
    hierarchy: bool = True
    fail_fast: bool = False
    read: ReadOptions = field(default_factory=ReadOptions)
    running: RunOptions = field(default_factory=RunOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build is: documents and words read; `total` documents where that is known."""

    documents: int
    words: int
    total: int | None = None


class Pipeline:
    """The loaded stages; each can be used alone."""

    def __init__(self, options: BuildOptions) -> None:
        self.options = options
        self._licence = make_licence(options.license) if options.license is not None else None
        self.ontology: Ontology = load_ontology()
        self.gazetteer = load_gazetteer(options.gazetteers)
        self.stopwatch = Stopwatch()
        known = KnownFinder(self.ontology, self.gazetteer, hierarchy=options.hierarchy)
        self.find_known, self.find_linked = known.find, known.find_linked
        identity = options.identity
        self.ledger = Ledger() if identity is None else read_ledger(identity, self.ontology)

    @cached_property
    def rules(self) -> RuleSet:
        """The rules, loaded when first needed; the shipped ones without their examples."""
        return load_rules(self.options.rules, ontology=self.ontology, examples=False)

    @cached_property
    def model(self) -> Model:
        """The spaCy model, loaded when first needed."""
        return load_model(self.options.model)

    def check(self) -> None:
        """Loads rules and model; raises the KgError of settings that cannot be used."""
        _ = self.rules, self.model

    @cached_property
    def recognizer(self) -> Recognizer:
        """Text to mentions."""
        return Recognizer(self.model, self.ontology, self.gazetteer)

    @cached_property
    def extractor(self) -> Extractor:
        """Mentions to claims."""
        return Extractor(self.rules, self.ontology, self.stopwatch)

    def read(self, document: Document) -> Reading:
        """One document's mentions and claims."""
        return self.read_parsed(document, self.parse(document))

    def parse(self, document: Document) -> list[ParsedDocument]:
        """The parses of one document's sections."""
        sections = [section for _, section in split_document(document)]
        with self.stopwatch.measure("parsing"):
            return list(parse_documents(sections, self.model, self.gazetteer.find_sure))

    def read_parsed(self, document: Document, parsed: Sequence[ParsedDocument]) -> Reading:
        """The same, of a document whose sections are parsed already."""
        parts = []
        for (offset, section), parse in zip(split_document(document), parsed, strict=True):
            with self.stopwatch.measure("mentions"):
                recognized = self.recognizer.recognize(section, parse)
            parts.append((offset, self.extractor.extract(recognized)))
        return replace(join_readings(document, parts), signature=sign_text(document.text))

    def read_all(
        self,
        items: Iterable[Document | Outcome],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Iterator[tuple[Outcome, Reading | None]]:
        """(outcome, reading) of each item in order; documents are parsed in common batches."""
        parsed: dict[str, list[ParsedDocument]] = {}

        def read_one(document: Document) -> Reading:
            found = parsed.pop(document.identifier, None)
            return self.read(document) if found is None else self.read_parsed(document, found)

        def parse_ahead() -> Iterator[Document | Outcome]:
            for batch in _gather_batches(items):
                parsed.update(self.parse_all([i for i in batch if isinstance(i, Document)]))
                yield from batch

        return run_documents(
            parse_ahead(), read_one, fail_fast=self.options.fail_fast, on_progress=on_progress
        )

    def parse_all(self, documents: Sequence[Document]) -> dict[str, list[ParsedDocument]]:
        """The parses of a batch by document; none if one of them fails, so that only it will fail."""
        with self.stopwatch.measure("parsing"):
            return self._parse(documents)

    def _parse(self, documents: Sequence[Document]) -> dict[str, list[ParsedDocument]]:
        sections = [(d.identifier, s) for d in documents for _, s in split_document(d)]
        found: dict[str, list[ParsedDocument]] = {}
        try:
            results = parse_documents(
                [s for _, s in sections], self.model, self.gazetteer.find_sure
            )
            for (identifier, _), result in zip(sections, results, strict=True):
                found.setdefault(identifier, []).append(result)
        except (ValueError, MemoryError, UnicodeError):
            return {}
        return found

    def describe_run(self) -> Run:
        """The provenance of what this pipeline makes."""
        fields = {
            "kg_version": kg.__version__,
            "spacy_version": version("spacy"),
            "model_name": self.model.name,
            "model_version": self.model.version,
            "model_digest": self.model.digest,
            "ontology_digest": self.ontology.digest,
            "rules_digest": self.rules.digest,
            "gazetteer_digest": self.gazetteer.digest,
        }
        options = (
            ("min-confidence", str(self.options.min_confidence)),
            ("provenance", str(self.options.provenance).lower()),
            *((("hierarchy", "false"),) if not self.options.hierarchy else ()),
            *((("identity", self.ledger.digest),) if self.options.identity else ()),
            *(((LICENCE, self._licence),) if self._licence is not None else ()),
        )
        digest = format_digest(*sorted(fields.items()), *options)
        return Run(id=f"run/{digest}", options=options, **fields)

    def digest_readers(self) -> str:
        """A digest of all that a reading depends on besides its document."""
        fields = asdict(replace(self.describe_run(), id="", options=()))
        return format_digest(digest_code(), sorted(fields.items()), length=32)

    def digest_parser(self) -> str:
        """A digest of all that a parse depends on besides its document."""
        run = self.describe_run()
        model = (run.spacy_version, run.model_name, run.model_version, run.model_digest)
        return format_digest(digest_code(*PARSING_CODE), (*model, run.gazetteer_digest), length=32)

    def assemble(
        self,
        outcomes: Sequence[Outcome],
        readings: Collection[Reading],
        documents: tuple[Document, ...] | None = None,
    ) -> Graph:
        """Readings of all documents to a graph.

        Where the `documents` are given, both are in the order of their identifiers, and the readings,
        which are gone through anew for some forms, need not be in memory.
        """
        if documents is None:
            readings = tuple(sorted(readings, key=lambda r: r.document.identifier))
        sources = self.ontology, self.find_known, self.ledger, self.find_linked
        with self.stopwatch.measure("resolution"):
            resolution, statements = put_together(
                readings, *sources, min_confidence=self.options.min_confidence
            )
        return Graph(
            outcomes=tuple(outcomes),
            readings=readings,
            documents=documents,
            resolution=resolution,
            statements=tuple(statements),
            run=self.describe_run(),
            base=format_base(self.options.base),
            provenance=self.options.provenance,
            notes=(*resolution.notes, *self.ledger.list_unmatched(resolution.matched)),
        )


def _gather_batches(items: Iterable[Document | Outcome]) -> Iterator[list[Document | Outcome]]:
    """Items in runs of about BATCH_WORDS words."""
    batch, size = list[Document | Outcome](), 0
    for item in items:
        batch.append(item)
        size += len(item.text) // 6 if isinstance(item, Document) else 0
        if size >= BATCH_WORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def prepare(options: BuildOptions) -> Pipeline:
    """The stages, loaded; raises the KgError of settings that cannot be used, before any work."""
    format_base(options.base)
    pipeline = Pipeline(options)
    pipeline.check()
    return pipeline


def build(
    paths: Sequence[str | Path],
    *,
    options: BuildOptions | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Graph:
    """Builds the graph of files, folders or "-" (standard input).

    The same input, options and versions give the same graph. A document that cannot be read is an
    outcome and never stops the rest; settings, rules or gazetteers that cannot be used raise a
    KgError with exit code 2 before any document is read.
    """
    from kg.corpus import CorpusReader  # which stands on this module

    pipeline = prepare(options or BuildOptions())
    tell = None
    if on_progress is not None:
        report = on_progress

        def tell(documents: int, words: int) -> None:
            report(Progress(documents=documents, words=words))

    pairs: list[tuple[Outcome, Reading | None]] = []
    with collect_seldom():
        with CorpusReader(pipeline, tell) as corpus:
            pairs += corpus.read(corpus.open([str(path) for path in paths]))
        outcomes = [outcome for outcome, _ in pairs]
        readings = [reading for _, reading in pairs if reading is not None]
        return pipeline.assemble(outcomes, readings)


def explain_sentence(sentence: str, options: BuildOptions | None = None) -> str:
    """Which rules fired on a sentence, and which nearly did and at which condition they stopped."""
    from kg.explaining_rules import describe_reading

    pipeline = Pipeline(options or BuildOptions())
    document = Document(identifier="sentence", text=sentence)
    recognized = pipeline.recognizer.recognize(document, pipeline.parse(document)[0])
    trace: list[str] = []
    reading = pipeline.extractor.extract(recognized, trace)
    return describe_reading(reading, trace)
