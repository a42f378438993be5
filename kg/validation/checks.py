"""What every graph must be and no SHACL core shape can say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ontology import TERMS, Ontology, Predicate
from kg.validation.graph import (
    OBJECT,
    PREDICATE,
    SUBJECT,
    TYPE,
    Node,
    find_objects,
    format_node,
    name_node,
)

_MODALITY = ox.NamedNode(TERMS + "modality")
_ACTUAL = ox.NamedNode(TERMS + "Actual")
_QUOTE = ox.NamedNode(TERMS + "quote")
_BEGIN = ox.NamedNode(TERMS + "beginIndex")
_END = ox.NamedNode(TERMS + "endIndex")
_IS_PART_OF = ox.NamedNode("http://purl.org/dc/terms/isPartOf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a check found; `check` is its name."""

    check: str
    focus: Node
    message: str
    path: ox.NamedNode | None = None


def find_problems(store: ox.Store, ontology: Ontology) -> Iterator[Problem]:
    """All problems in the default graph, in no particular order."""
    yield from _check_terms(store, ontology)
    yield from _check_plain_triples(store, ontology)
    yield from _check_kinds(store, ontology)
    yield from _check_passages(store)


def _quads(store: ox.Store, predicate: ox.NamedNode | None) -> Iterable[ox.Quad]:
    return store.quads_for_pattern(None, predicate, None, ox.DefaultGraph())


def _check_terms(store: ox.Store, ontology: Ontology) -> Iterator[Problem]:
    """No blank nodes, and nothing of the ontology's namespace that the ontology lacks."""
    for quad in _quads(store, None):
        for node in (quad.subject, quad.object):
            if isinstance(node, ox.BlankNode):
                yield Problem(
                    check="no-blank-nodes",
                    focus=quad.subject,
                    path=quad.predicate,
                    message=f"a blank node stands with {name_node(store, quad.predicate)}",
                )
        terms = [quad.predicate, quad.object] if quad.predicate == TYPE else [quad.predicate]
        for term in terms:
            if isinstance(term, ox.NamedNode) and term.value.startswith(TERMS):
                name = term.value.removeprefix(TERMS)
                if name not in ontology.labels:
                    yield Problem(
                        check="known-terms",
                        focus=quad.subject,
                        path=quad.predicate,
                        message=f"the ontology has no term '{name}'",
                    )


def _check_plain_triples(store: ox.Store, ontology: Ontology) -> Iterator[Problem]:
    """A plain triple stands if and only if a statement with kg:Actual stands behind it.

    A graph without any statement was made without provenance: its triples need none.
    """
    actual: dict[tuple[Node, str, Node], Node] = {}
    statements = 0
    for quad in _quads(store, SUBJECT):
        statements += 1
        if _ACTUAL in find_objects(store, quad.subject, _MODALITY):
            for predicate in find_objects(store, quad.subject, PREDICATE):
                for value in find_objects(store, quad.subject, OBJECT):
                    actual[quad.object, _localize(predicate), value] = quad.subject
    if not statements:
        return
    plain = {
        (quad.subject, name, quad.object)
        for name in ontology.predicates
        for quad in _quads(store, ox.NamedNode(TERMS + name))
    }
    for key in actual.keys() - plain:
        subject, name, value = key
        yield Problem(
            check="plain-triple-of-statement",
            focus=actual[key],
            message="the statement is kg:Actual, but its plain triple is missing",
        )
    for subject, name, value in plain - actual.keys():
        if ontology.predicates[name].symmetric and (value, name, subject) in actual:
            continue
        yield Problem(
            check="statement-of-plain-triple",
            focus=subject,
            path=ox.NamedNode(TERMS + name),
            message=f"the plain triple kg:{name} {name_node(store, value)} has no kg:Actual "
            "statement behind it",
        )


def _check_kinds(store: ox.Store, ontology: Ontology) -> Iterator[Problem]:
    """Subject and object of a statement, of any modality, are of kinds that go together."""
    for quad in _quads(store, PREDICATE):
        predicate = ontology.predicates.get(_localize(quad.object))
        subjects = find_objects(store, quad.subject, SUBJECT)
        values = find_objects(store, quad.subject, OBJECT)
        if predicate is None or len(subjects) != 1 or len(values) != 1:
            continue  # the shapes report it
        kinds, others = _find_kinds(store, subjects[0]), _find_kinds(store, values[0])
        if not _accept(ontology, predicate, kinds, others, values[0]):
            told = "a literal" if isinstance(values[0], ox.Literal) else _list_kinds(others)
            yield Problem(
                check="statement-kinds",
                focus=quad.subject,
                path=quad.predicate,
                message=f"kg:{predicate.name} does not go from {_list_kinds(kinds)} to {told}",
            )


def _accept(
    ontology: Ontology,
    predicate: Predicate,
    kinds: Iterable[str],
    others: Iterable[str],
    value: Node,
) -> bool:
    if predicate.takes_literal:
        fits = any(ontology.accepts_subject(predicate.name, kind) for kind in kinds)
        return fits and isinstance(value, ox.Literal)
    return any(
        ontology.accepts_pair(predicate.name, kind, other) for kind in kinds for other in others
    )


def _find_kinds(store: ox.Store, node: Node) -> list[str]:
    return [_localize(kind) for kind in find_objects(store, node, TYPE)]


def _list_kinds(kinds: list[str]) -> str:
    return " and ".join(f"a kg:{kind}" for kind in kinds) or "a thing without a type"


def _localize(node: Node) -> str:
    return node.value.removeprefix(TERMS) if isinstance(node, ox.NamedNode) else ""


def _check_passages(store: ox.Store) -> Iterator[Problem]:
    """A passage's quote is as long as its indices tell, in code points, and its IRI names them."""
    for quad in _quads(store, _QUOTE):
        begin, end = (_find_number(store, quad.subject, index) for index in (_BEGIN, _END))
        if begin is None or end is None or not isinstance(quad.object, ox.Literal):
            continue  # the shapes report it
        length = len(quad.object.value)
        if length != end - begin:
            yield Problem(
                check="passage-length",
                focus=quad.subject,
                path=_QUOTE,
                message=f"the quote has {length} code points, its indices tell of {end - begin}",
            )
        for document in find_objects(store, quad.subject, _IS_PART_OF):
            if not isinstance(document, ox.NamedNode) or isinstance(quad.subject, ox.BlankNode):
                continue  # the shapes report it
            expected = f"{document.value}#char={begin},{end}"
            if format_node(quad.subject) != expected:
                yield Problem(
                    check="passage-iri", focus=quad.subject, message=f"the IRI should be {expected}"
                )


def _find_number(store: ox.Store, node: Node, predicate: ox.NamedNode) -> int | None:
    values = find_objects(store, node, predicate)
    text = values[0].value if len(values) == 1 and isinstance(values[0], ox.Literal) else ""
    return int(text) if text.isdecimal() and len(text) < 16 else None
