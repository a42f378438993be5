"""build(): the stages in order, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import kg
from kg.extraction import Extractor, RuleSet, load_rules
from kg.graph import Graph
from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.ids import format_digest
from kg.model.provenance import LICENCE, Run
from kg.model.sections import join_readings, split_document
from kg.ontology import DEFAULT_BASE, Ontology, load_ontology
from kg.rdf.terms import format_base, make_licence
from kg.readers import ReadOptions, read_documents
from kg.recognition import (
    GazetteerEntry,
    Model,
    ParsedDocument,
    Recognizer,
    load_gazetteer,
    load_model,
    parse_documents,
)
from kg.resolution import KnownEntity, Ledger, consolidate, read_ledger, resolve, sign_text
from kg.running import run_documents

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
        self._known: dict[str, KnownEntity | None] = {}
        identity = options.identity
        self.ledger = Ledger() if identity is None else read_ledger(identity, self.ontology)

    @cached_property
    def rules(self) -> RuleSet:
        """The rules, loaded when first needed."""
        return load_rules(self.options.rules, ontology=self.ontology)

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
        return Extractor(self.rules, self.ontology)

    def read(self, document: Document) -> Reading:
        """One document's mentions and claims."""
        sections = [section for _, section in split_document(document)]
        return self.read_parsed(document, list(parse_documents(sections, self.model)))

    def read_parsed(self, document: Document, parsed: Sequence[ParsedDocument]) -> Reading:
        """The same, of a document whose sections are parsed already."""
        parts = [
            (offset, self.extractor.extract(self.recognizer.recognize(section, parse)))
            for (offset, section), parse in zip(split_document(document), parsed, strict=True)
        ]
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
                parsed.update(self._parse([item for item in batch if isinstance(item, Document)]))
                yield from batch

        return run_documents(
            parse_ahead(), read_one, fail_fast=self.options.fail_fast, on_progress=on_progress
        )

    def _parse(self, documents: Sequence[Document]) -> dict[str, list[ParsedDocument]]:
        """The parses of a batch by document; none if one of them fails, so that only it will fail."""
        sections = [(d.identifier, s) for d in documents for _, s in split_document(d)]
        found: dict[str, list[ParsedDocument]] = {}
        try:
            results = parse_documents([section for _, section in sections], self.model)
            for (identifier, _), result in zip(sections, results, strict=True):
                found.setdefault(identifier, []).append(result)
        except (ValueError, MemoryError, UnicodeError):
            return {}
        return found

    def find_known(self, entity_id: str) -> KnownEntity | None:
        """What the gazetteer says of an entity."""
        if entity_id not in self._known:
            self._known[entity_id] = self._read_known(entity_id)
        return self._known[entity_id]

    def _read_known(self, entity_id: str) -> KnownEntity | None:
        entry = self.gazetteer.get(entity_id)
        if entry is None:
            return None
        above = self.gazetteer.list_above(entity_id) if self.options.hierarchy else []
        places: tuple[KnownEntity, ...] = ()
        for place in reversed(above):
            places = (_tell(place, places), *places)
        return _tell(entry, places)

    def find_linked(self, name: str, kind: str) -> KnownEntity | None:
        """What the gazetteer says of an organization of just this name and type; places it knows by id."""
        if not self.ontology.is_a(kind, "Organization"):
            return None
        entry = self.gazetteer.find_of_type(name, kind)
        return _tell(entry, ()) if entry else None

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

    def assemble(self, outcomes: Sequence[Outcome], readings: Sequence[Reading]) -> Graph:
        """Readings of all documents to a graph."""
        resolution = resolve(
            readings, self.ontology, self.find_known, self.ledger, self.find_linked
        )
        statements = consolidate(
            readings, resolution, self.ontology, min_confidence=self.options.min_confidence
        )
        return Graph(
            outcomes=tuple(outcomes),
            readings=tuple(sorted(readings, key=lambda r: r.document.identifier)),
            resolution=resolution,
            statements=tuple(statements),
            run=self.describe_run(),
            base=format_base(self.options.base),
            provenance=self.options.provenance,
            notes=(*resolution.notes, *self.ledger.list_unmatched(resolution.matched)),
        )


def _tell(entry: GazetteerEntry, above: tuple[KnownEntity, ...]) -> KnownEntity:
    """What an entry of the gazetteer says; `above` of the places that contain it."""
    return KnownEntity(
        id=entry.id,
        label=entry.label,
        type=entry.type,
        same_as=entry.same_as,
        within=entry.within,
        above=above,
        source=entry.source,
        licence=entry.licence,
    )


def _gather_batches(items: Iterable[Document | Outcome]) -> Iterator[list[Document | Outcome]]:
    """Items in runs of about BATCH_WORDS words."""
    batch: list[Document | Outcome] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) // 6 if isinstance(item, Document) else 0
        if size >= BATCH_WORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


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
    options = options or BuildOptions()
    format_base(options.base)  # a wrong base is told before the work
    pipeline = Pipeline(options)
    pipeline.check()
    items = iter(read_documents([str(path) for path in paths], options=options.read))
    first = next(items, None)
    tell = None
    if on_progress is not None:
        report = on_progress

        def tell(documents: int, words: int) -> None:
            report(Progress(documents=documents, words=words))

    outcomes: list[Outcome] = []
    readings: list[Reading] = []
    if first is not None:
        for outcome, reading in pipeline.read_all(chain([first], items), tell):
            outcomes.append(outcome)
            if reading is not None:
                readings.append(reading)
    return pipeline.assemble(outcomes, readings)


def explain_sentence(sentence: str, options: BuildOptions | None = None) -> str:
    """Which rules fired on a sentence, and which nearly did and at which condition they stopped."""
    from kg.explaining_rules import describe_reading

    pipeline = Pipeline(options or BuildOptions())
    document = Document(identifier="sentence", text=sentence)
    parsed = next(parse_documents([document], pipeline.model))
    recognized = pipeline.recognizer.recognize(document, parsed)
    trace: list[str] = []
    reading = pipeline.extractor.extract(recognized, trace)
    return describe_reading(reading, trace)
