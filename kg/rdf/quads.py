"""Statements to quads: the shape of the graph."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.model.document import Document, Span
from kg.model.entity import Entity, Judgement
from kg.model.period import Period
from kg.model.provenance import Run
from kg.model.quantity import Quantity
from kg.model.statement import (
    LiteralValue,
    Observation,
    Statement,
    StatementObject,
    StatementQualifier,
)
from kg.rdf import terms as t
from kg.rdf.content import GraphContent
from kg.rdf.dataset import follow
from kg.rdf.gathering import Gathered, gather
from kg.rdf.judgements import describe_judgements
from kg.rdf.known_facts import describe_containers, describe_facts, list_broader, list_links
from kg.rdf.quantities import format_quantity, format_quantity_path

_Node = ox.NamedNode
_Term = ox.NamedNode | ox.Literal
_Pair = tuple[_Node, _Term]

_ALT_LABEL = _Node(t.SKOS + "altLabel")
_SUBJECT = _Node(t.RDF + "subject")
_PREDICATE = _Node(t.RDF + "predicate")
_OBJECT = _Node(t.RDF + "object")
_IS_PART_OF = t.get_dcterms("isPartOf")
# Qualifiers whose bounds stand beside them, so that every SPARQL engine can compare.
_BOUNDED = frozenset({"time", "period"})


def to_quads(
    *,
    documents: Iterable[Document],
    entities: Iterable[Entity],
    statements: Iterable[Statement],
    run: Run,
    base: str,
    provenance: bool = True,
    judgements: Iterable[Judgement] = (),
) -> Iterator[ox.Quad]:
    """The quads of a graph, without duplicates, all of one subject after another.

    Documents come first, then entities, places that only the gazetteer tells of, observations,
    quantities, statements, passages, gazetteer facts, judgements, the run and the description of it
    all, each by id, whatever the order of the input. What a document contributes is in the graph of
    its IRI. Raises TermError for an id or link that cannot become an IRI.
    """
    maker = t.TermMaker(base)
    gathered = gather(documents, entities, statements, provenance=provenance)
    shape = Shape(maker, gathered, provenance=provenance)
    quads = _describe(gathered, shape)
    if not provenance:
        return quads
    entities = gathered.entities.values()
    behind = (describe_facts(entities, maker), describe_judgements(judgements, maker))
    return follow(chain(quads, *behind, shape.describe_run(run)), run, maker)


def _describe(gathered: Gathered, shape: "Shape") -> Iterator[ox.Quad]:
    """What texts say, and the things that it is said of."""
    for _, document in sorted(gathered.documents.items()):
        yield from shape.describe_document(document)
    for _, entity in sorted(gathered.entities.items()):
        yield from shape.describe_entity(entity)
    yield from shape.describe_containers()
    for _, observation in sorted(gathered.observations.items()):
        yield from shape.describe_observation(observation)
    for path, quantity in sorted(gathered.quantities.items()):
        yield from shape.describe_quantity(path, quantity)
    for statement in gathered.statements.values():  # sorted when gathered
        yield from shape.describe_statement(statement)
    for (identifier, span), quote in sorted(gathered.passages.items()):
        yield from shape.describe_passage(identifier, span, quote)


class Shape:
    """Describes one subject after another."""

    def __init__(self, maker: t.TermMaker, gathered: Gathered, *, provenance: bool) -> None:
        self._maker = maker
        self._term = maker.get_term
        self._gathered = gathered
        self._provenance = provenance

    def describe_document(self, document: Document) -> Iterator[ox.Quad]:
        """What is known of it before anything is said."""
        node = self._maker.get_document(document.identifier)
        pairs: list[_Pair] = [
            (t.TYPE, self._term("Document")),
            (t.get_dcterms("identifier"), t.make_verbatim(document.identifier)),
        ]
        if document.title is not None:
            pairs.append((t.get_dcterms("title"), t.make_verbatim(document.title)))
        if document.published is not None:
            pairs.append((t.get_dcterms("issued"), t.make_day(document.published)))
        if document.url is not None:
            pairs.append((t.get_dcterms("source"), t.make_link(document.url)))
        if document.publisher is not None:
            pairs.append((t.get_dcterms("publisher"), t.make_string(document.publisher)))
        pairs.append((t.get_dcterms("language"), t.make_string(document.language)))
        return (ox.Quad(node, predicate, value, node) for predicate, value in pairs)

    def describe_entity(self, entity: Entity) -> Iterator[ox.Quad]:
        """Its type, names, links, plain triples and documents."""
        node = self._maker.get_node(entity.id)
        label = t.make_string(entity.label)
        aliases = {t.make_string(alias).value for alias in entity.aliases} - {label.value}
        pairs: list[_Pair] = [(t.TYPE, self._term(entity.type)), (t.LABEL, label)]
        pairs += [(_ALT_LABEL, ox.Literal(alias)) for alias in sorted(aliases)]
        if self._provenance:
            pairs += list_links(entity.same_as)
            pairs += list_broader(entity.known.above if entity.known else (), self._maker)
        pairs += self.list_facts(entity.id)
        yield from (ox.Quad(node, predicate, value) for predicate, value in pairs)
        if self._provenance:
            for identifier in sorted(set(entity.documents)):
                yield self.describe_mention(entity.id, identifier)

    def describe_mention(self, entity_id: str, identifier: str) -> ox.Quad:
        """That a document names an entity, in the graph of the document."""
        document = self._maker.get_document(identifier)
        return ox.Quad(
            self._maker.get_node(entity_id), self._term("mentionedIn"), document, document
        )

    def describe_containers(self) -> Iterator[ox.Quad]:
        """The places that only the gazetteer tells of."""
        if not self._provenance:
            return
        for place_id, pairs in describe_containers(self._gathered.entities.values(), self._maker):
            node = self._maker.get_node(place_id)
            yield from (ox.Quad(node, predicate, value) for predicate, value in pairs)

    def describe_observation(self, observation: Observation) -> Iterator[ox.Quad]:
        """A measured value."""
        node = self._maker.get_node(observation.id)
        pairs: list[_Pair] = [
            (t.TYPE, self._term("Observation")),
            (t.LABEL, t.make_string(observation.label)),
            (self._term("measure"), t.make_string(observation.measure)),
        ]
        if observation.quantity is not None:
            pairs += self._list_quantity(observation.quantity)
        elif observation.change is not None:
            comparator = t.make_string(observation.change.comparator)
            pairs.append((self._term("comparator"), comparator))
        if observation.change is not None:
            pairs.append((self._term("change"), t.make_number(observation.change.value)))
        if observation.period is not None:
            pairs += self._list_period("period", observation.period)
        paths = sorted({format_quantity_path(quantity) for quantity in observation.equivalents})
        pairs += [(self._term("equivalent"), self._maker.get_node(path)) for path in paths]
        if observation.place is not None:
            pairs.append((self._term("place"), self._maker.get_node(observation.place.id)))
        return (ox.Quad(node, predicate, value) for predicate, value in pairs)

    def describe_quantity(self, path: str, quantity: Quantity) -> Iterator[ox.Quad]:
        """A quantity that a statement or observation refers to."""
        node = self._maker.get_node(path)
        pairs: list[_Pair] = [
            (t.TYPE, self._term("Quantity")),
            (t.LABEL, t.make_string(format_quantity(quantity))),
            *self._list_quantity(quantity),
        ]
        return (ox.Quad(node, predicate, value) for predicate, value in pairs)

    def describe_statement(self, statement: Statement) -> Iterator[ox.Quad]:
        """What is said, how sure, by which rule and on which passages."""
        maker = self._maker
        node = maker.get_node(statement.id)
        pairs: list[_Pair] = [
            (t.TYPE, self._term("Statement")),
            (_SUBJECT, maker.get_node(statement.subject.id)),
            (_PREDICATE, self._term(statement.predicate)),
            (_OBJECT, self._make_object(statement.object)),
            *self._list_details(statement),
            (self._term("modality"), self._term(statement.modality.value.capitalize())),
        ]
        speakers = sorted({speaker.id for speaker in statement.attributed_to})
        pairs += [(self._term("attributedTo"), maker.get_node(speaker)) for speaker in speakers]
        pairs.append((self._term("confidence"), t.make_decimal(statement.confidence)))
        pairs += [
            (self._term("rule"), t.make_string(rule)) for rule in sorted(set(statement.rules))
        ]
        sources = t.make_integer(statement.independent_sources)
        pairs.append((self._term("independentSources"), sources))
        yield from (ox.Quad(node, predicate, value) for predicate, value in pairs)
        evidence = self._term("evidence")
        for identifier, span in sorted({(e.document, e.span) for e in statement.evidence}):
            passage = maker.make_passage(identifier, span)
            yield ox.Quad(node, evidence, passage, maker.get_document(identifier))

    def describe_passage(self, identifier: str, span: Span, quote: str) -> Iterator[ox.Quad]:
        """A range of a document and the words that stand there."""
        document = self._maker.get_document(identifier)
        node = self._maker.make_passage(identifier, span)
        pairs: tuple[_Pair, ...] = (
            (t.TYPE, self._term("Passage")),
            (self._term("quote"), t.make_verbatim(quote)),
            (self._term("beginIndex"), t.make_integer(span.start)),
            (self._term("endIndex"), t.make_integer(span.end)),
            (_IS_PART_OF, document),
        )
        return (ox.Quad(node, predicate, value, document) for predicate, value in pairs)

    def describe_run(self, run: Run) -> Iterator[ox.Quad]:
        """The provenance of the graph."""
        node = self._maker.get_node(run.id)
        texts = [
            ("kgVersion", run.kg_version),
            ("spacyVersion", run.spacy_version),
            ("modelName", run.model_name),
            ("modelVersion", run.model_version),
            ("modelDigest", run.model_digest),
            ("ontologyDigest", run.ontology_digest),
            ("rulesDigest", run.rules_digest),
            ("gazetteerDigest", run.gazetteer_digest),
        ]
        texts += sorted({("option", f"{name}={value}") for name, value in run.options})
        yield ox.Quad(node, t.TYPE, self._term("Run"))
        yield from (ox.Quad(node, self._term(name), t.make_string(text)) for name, text in texts)

    def list_facts(self, subject: str) -> list[_Pair]:
        """What plain triples say of an entity, in order."""
        facts = self._gathered.facts.get(subject, ())
        keyed = {}
        for predicate, value in facts:
            term = self._make_object(value)
            keyed[predicate, str(term)] = (self._term(predicate), term)
        return [pair for _, pair in sorted(keyed.items(), key=lambda item: item[0])]

    def _list_details(self, statement: Statement) -> list[_Pair]:
        """The qualifiers by name, and the bounds of an object that is a date."""
        qualifiers = sorted(statement.qualifiers, key=lambda qualifier: qualifier.name)
        pairs = [pair for qualifier in qualifiers for pair in self._list_qualifier(qualifier)]
        if isinstance(statement.object, LiteralValue) and statement.object.period is not None:
            pairs += self._list_bounds("time", statement.object.period)
        values: dict[_Node, dict[str, _Term]] = {}
        for predicate, value in pairs:
            values.setdefault(predicate, {})[str(value)] = value
        return [
            (predicate, found[key]) for predicate, found in values.items() for key in sorted(found)
        ]

    def _list_qualifier(self, qualifier: StatementQualifier) -> list[_Pair]:
        value, term = qualifier.value, self._term(qualifier.name)
        if isinstance(value, Period):
            return self._list_period(qualifier.name, value)
        if isinstance(value, Quantity):
            return [(term, self._maker.get_node(format_quantity_path(value)))]
        if isinstance(value, Entity):
            return [(term, self._maker.get_node(value.id))]
        return [(term, t.make_string(value))]

    def _list_period(self, name: str, period: Period) -> list[_Pair]:
        pairs: list[_Pair] = [(self._term(name), t.make_string(period.edtf))]
        return pairs + (self._list_bounds(name, period) if name in _BOUNDED else [])

    def _list_bounds(self, name: str, period: Period) -> list[_Pair]:
        bounds = ((f"{name}Start", period.start), (f"{name}End", period.end))
        return [(self._term(end), t.make_day(day)) for end, day in bounds if day is not None]

    def _list_quantity(self, quantity: Quantity) -> list[_Pair]:
        pairs: list[_Pair] = [(self._term("value"), t.make_number(quantity.value))]
        if quantity.upper is not None:
            pairs.append((self._term("upperValue"), t.make_number(quantity.upper)))
        pairs.append((self._term("unit"), t.make_string(quantity.unit)))
        pairs.append((self._term("comparator"), t.make_string(quantity.comparator)))
        return pairs

    def _make_object(self, value: StatementObject) -> _Term:
        if isinstance(value, LiteralValue):
            make = t.make_edtf if value.datatype == "edtf" else t.make_string
            return make(value.value)
        return self._maker.get_node(value.id)


def to_content_quads(content: GraphContent) -> Iterator[ox.Quad]:
    """The quads of what a file is written from; see `to_quads`."""
    if content.quads is not None:
        return iter(content.quads)
    return to_quads(
        documents=content.documents,
        entities=content.entities,
        statements=content.statements,
        run=content.run,
        base=content.base,
        provenance=content.provenance,
        judgements=content.resolution.judgements if content.resolution is not None else (),
    )
