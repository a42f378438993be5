"""What a graph says of each subject: documents, things, statements, passages, the run."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from kg.model.document import Document
from kg.model.entity import Entity
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
from kg.rdf import formatting as f
from kg.rdf import terms as t
from kg.rdf.blocks import Block, Pair
from kg.rdf.gathering import Gathered, PassageKey
from kg.rdf.known_facts import describe_containers, list_broader, list_links
from kg.rdf.quantities import format_quantity, format_quantity_path

_ALT_LABEL = f"<{t.SKOS}altLabel>"
_SUBJECT = f"<{t.RDF}subject>"
_PREDICATE = f"<{t.RDF}predicate>"
_OBJECT = f"<{t.RDF}object>"
_get_name = attrgetter("name")
# Qualifiers whose bounds stand beside them, so that every SPARQL engine can compare.
_BOUNDED = frozenset({"time", "period"})


class Shape:
    """Describes one subject after another."""

    def __init__(self, terms: f.TermFormatter, gathered: Gathered, *, provenance: bool) -> None:
        self._terms = terms
        self._term = terms.format_term
        self._gathered = gathered
        self._provenance = provenance
        term = terms.format_term
        # Pairs that many subjects share.
        self._type: Callable[[str], Pair] = f.keep(lambda name: (f.TYPE, term(name)))
        self._modality: Callable[[str], Pair] = f.keep(
            lambda name: (term("modality"), term(name.capitalize()))
        )
        self._rule = f.keep(lambda rule: (term("rule"), f.format_string(rule)))
        self._confidence = f.keep(lambda value: (term("confidence"), f.format_decimal(value)))
        self._sources = f.keep(lambda n: (term("independentSources"), f.format_integer(n)))
        self._mentioned = f.keep(self._list_mentioned)

    def describe_document(self, document: Document) -> Block:
        """What is known of it before anything is said."""
        node = self._terms.format_document(document.identifier)
        pairs: list[Pair] = [
            self._type("Document"),
            (_dcterms("identifier"), f.format_verbatim(document.identifier)),
        ]
        if document.title is not None:
            pairs.append((_dcterms("title"), f.format_verbatim(document.title)))
        if document.published is not None:
            pairs.append((_dcterms("issued"), f.format_day(document.published)))
        if document.url is not None:
            pairs.append((_dcterms("source"), str(t.make_link(document.url))))
        if document.publisher is not None:
            pairs.append((_dcterms("publisher"), f.format_string(document.publisher)))
        pairs.append((_dcterms("language"), f.format_string(document.language)))
        return node, pairs, node

    def describe_entity(self, entity: Entity) -> Iterator[Block]:
        """Its type, names, links, plain triples and documents."""
        node = self._terms.format_node(entity.id)
        label = t.clean_text(entity.label)
        pairs: list[Pair] = [
            self._type(entity.type),
            (f.LABEL, f.format_plain(label)),
        ]
        if entity.aliases:
            aliases = {t.clean_text(alias) for alias in entity.aliases} - {label}
            pairs += [(_ALT_LABEL, f.format_plain(alias)) for alias in sorted(aliases)]
        if self._provenance:
            pairs += list_links(entity.same_as) if entity.same_as else ()
            pairs += list_broader(entity.known.above, self._terms) if entity.known else ()
        pairs += self.list_facts(entity.id)
        yield node, pairs, ""
        if self._provenance:
            for identifier in sorted(set(entity.documents)):
                yield node, *self._mentioned(identifier)

    def describe_mention(self, entity_id: str, identifier: str) -> Block:
        """That a document names an entity, in the graph of the document."""
        return self._terms.format_node(entity_id), *self._mentioned(identifier)

    def _list_mentioned(self, identifier: str) -> tuple[tuple[Pair], str]:
        document = self._terms.format_document(identifier)
        return ((self._term("mentionedIn"), document),), document

    def describe_containers(self) -> Iterator[Block]:
        """The places that only the gazetteer tells of."""
        if not self._provenance:
            return
        for place_id, pairs in describe_containers(self._gathered.entities.values(), self._terms):
            yield self._terms.format_node(place_id), pairs, ""

    def describe_observation(self, observation: Observation) -> Block:
        """A measured value."""
        pairs: list[Pair] = [
            self._type("Observation"),
            (f.LABEL, f.format_string(observation.label)),
            (self._term("measure"), f.format_string(observation.measure)),
        ]
        if observation.quantity is not None:
            pairs += self._list_quantity(observation.quantity)
        elif observation.change is not None:
            comparator = f.format_string(observation.change.comparator)
            pairs.append((self._term("comparator"), comparator))
        if observation.change is not None:
            pairs.append((self._term("change"), f.format_number(observation.change.value)))
        if observation.period is not None:
            pairs += self._list_period("period", observation.period)
        paths = sorted({format_quantity_path(quantity) for quantity in observation.equivalents})
        pairs += [(self._term("equivalent"), self._terms.format_node(path)) for path in paths]
        if observation.place is not None:
            pairs.append((self._term("place"), self._terms.format_node(observation.place.id)))
        return self._terms.format_once(observation.id), pairs, ""

    def describe_quantity(self, path: str, quantity: Quantity) -> Block:
        """A quantity that a statement or observation refers to."""
        pairs = [
            self._type("Quantity"),
            (f.LABEL, f.format_string(format_quantity(quantity))),
            *self._list_quantity(quantity),
        ]
        return self._terms.format_once(path), pairs, ""

    def describe_statement(self, statement: Statement) -> Iterator[Block]:
        """What is said, how sure, by which rule and on which passages."""
        term, node = self._term, self._terms.format_node
        subject = self._terms.format_once(statement.id)
        pairs: list[Pair] = [
            self._type("Statement"),
            (_SUBJECT, node(statement.subject.id)),
            (_PREDICATE, term(statement.predicate)),
            (_OBJECT, self._format_object(statement.object)),
            *self._list_details(statement),
            self._modality(statement.modality.value),
        ]
        if statement.attributed_to:
            speakers = sorted({speaker.id for speaker in statement.attributed_to})
            pairs += [(term("attributedTo"), node(speaker)) for speaker in speakers]
        pairs.append(self._confidence(statement.confidence))
        pairs += map(self._rule, sorted(set(statement.rules)))
        pairs.append(self._sources(statement.independent_sources))
        yield subject, pairs, ""
        places = [(e.document, e.span.start, e.span.end) for e in statement.evidence]
        for place in sorted(set(places)) if len(places) > 1 else places:
            passage = self._terms.format_passage(*place)
            document = self._terms.format_document(place[0])
            yield subject, ((term("evidence"), passage),), document

    def describe_passage(self, place: PassageKey, quote: str) -> Block:
        """A range of a document and the words that stand there."""
        identifier, start, end = place
        document = self._terms.format_document(identifier)
        pairs = (
            self._type("Passage"),
            (self._term("quote"), f.format_verbatim(quote)),
            (self._term("beginIndex"), f.format_integer(start)),
            (self._term("endIndex"), f.format_integer(end)),
            (_dcterms("isPartOf"), document),
        )
        return self._terms.format_passage(*place), pairs, document

    def describe_run(self, run: Run) -> Block:
        """The provenance of the graph."""
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
        pairs = [(self._term(name), f.format_string(text)) for name, text in texts]
        return self._terms.format_once(run.id), [self._type("Run"), *pairs], ""

    def list_facts(self, subject: str) -> list[Pair]:
        """What plain triples say of an entity, in order."""
        facts = self._gathered.facts.get(subject)
        if facts is None:
            return []
        keys = {(predicate, self._format_object(value)) for predicate, value in facts}
        return [(self._term(predicate), value) for predicate, value in sorted(keys)]

    def _list_details(self, statement: Statement) -> list[Pair]:
        """The qualifiers by name, and the bounds of an object that is a date."""
        if not statement.qualifiers and not isinstance(statement.object, LiteralValue):
            return []
        qualifiers = sorted(statement.qualifiers, key=_get_name)
        pairs = [pair for qualifier in qualifiers for pair in self._list_qualifier(qualifier)]
        if isinstance(statement.object, LiteralValue) and statement.object.period is not None:
            pairs += self._list_bounds("time", statement.object.period)
        if len(pairs) < 2:
            return pairs
        values: dict[str, set[str]] = {}
        for predicate, value in pairs:
            values.setdefault(predicate, set()).add(value)
        return [(predicate, text) for predicate, found in values.items() for text in sorted(found)]

    def _list_qualifier(self, qualifier: StatementQualifier) -> list[Pair]:
        value, term = qualifier.value, self._term(qualifier.name)
        if isinstance(value, Period):
            return self._list_period(qualifier.name, value)
        if isinstance(value, Quantity):
            return [(term, self._terms.format_node(format_quantity_path(value)))]
        if isinstance(value, Entity):
            return [(term, self._terms.format_node(value.id))]
        return [(term, f.format_string(value))]

    def _list_period(self, name: str, period: Period) -> list[Pair]:
        pairs = [(self._term(name), f.format_string(period.edtf))]
        return pairs + (self._list_bounds(name, period) if name in _BOUNDED else [])

    def _list_bounds(self, name: str, period: Period) -> list[Pair]:
        bounds = ((f"{name}Start", period.start), (f"{name}End", period.end))
        return [(self._term(end), f.format_day(day)) for end, day in bounds if day is not None]

    def _list_quantity(self, quantity: Quantity) -> list[Pair]:
        pairs = [(self._term("value"), f.format_number(quantity.value))]
        if quantity.upper is not None:
            pairs.append((self._term("upperValue"), f.format_number(quantity.upper)))
        pairs.append((self._term("unit"), f.format_string(quantity.unit)))
        pairs.append((self._term("comparator"), f.format_string(quantity.comparator)))
        return pairs

    def _format_object(self, value: StatementObject) -> str:
        if isinstance(value, LiteralValue):
            make = f.format_edtf if value.datatype == "edtf" else f.format_string
            return make(value.value)
        return self._terms.format_node(value.id)


def _dcterms(name: str) -> str:
    return f"<{t.DCTERMS}{name}>"
