import dataclasses
import random
from collections import Counter
from itertools import groupby

import pyoxigraph as ox

from kg.model.claim import Modality
from kg.ontology import TERMS
from kg.rdf import terms as t
from kg.rdf.quads import to_content_quads

from .sample import ALBA, CONTENT, FAIR, PACT, STATEMENTS

MAKER = t.TermMaker(CONTENT.base)
QUADS = list(to_content_quads(CONTENT))


def _with(predicate: str) -> list[ox.Quad]:
    return [quad for quad in QUADS if quad.predicate == MAKER.get_term(predicate)]


def test_the_order_of_the_input_does_not_matter() -> None:
    """Shuffled documents, entities and statements give the same quads in the same order."""
    shuffler = random.Random(7)  # noqa: S311 - no secret
    shuffled = dataclasses.replace(
        CONTENT,
        documents=tuple(shuffler.sample(CONTENT.documents, len(CONTENT.documents))),
        entities=tuple(shuffler.sample(CONTENT.entities, len(CONTENT.entities))),
        statements=tuple(shuffler.sample(CONTENT.statements, len(CONTENT.statements))),
    )
    assert list(to_content_quads(shuffled)) == QUADS


def test_no_quad_comes_twice_and_subjects_stay_together() -> None:
    """Each quad is unique, and all quads of a subject follow one another."""
    assert max(Counter(map(str, QUADS)).values()) == 1
    subjects = [subject for subject, _ in groupby(QUADS, key=lambda quad: quad.subject)]
    assert len(subjects) == len(set(subjects))


def test_a_plain_triple_stands_exactly_for_actual_statements() -> None:
    """Planned, possible and negated statements have no plain triple."""
    plain = {
        (quad.subject, quad.predicate)
        for quad in QUADS
        if quad.predicate in {MAKER.get_term(s.predicate) for s in STATEMENTS}
    }
    expected = {
        (MAKER.get_node(s.subject.id), MAKER.get_term(s.predicate))
        for s in STATEMENTS
        if s.modality is Modality.ACTUAL
    }
    assert plain == expected


def test_every_statement_has_evidence_that_gives_back_its_quote() -> None:
    """The document's text between the two indices is the quote, code point for code point."""
    texts = {MAKER.get_document(d.identifier): d.text for d in (FAIR, PACT)}
    passages: dict[object, dict[str, str]] = {}
    for quad in QUADS:
        graph, value = quad.graph_name, quad.object
        if isinstance(graph, ox.NamedNode) and "#char=" in str(quad.subject):
            assert isinstance(value, ox.Literal | ox.NamedNode)
            passages.setdefault(quad.subject, {})[quad.predicate.value] = value.value
            passages[quad.subject]["text"] = texts[graph]
    supported = {quad.subject for quad in _with("evidence")}
    assert supported == {MAKER.get_node(statement.id) for statement in STATEMENTS}
    for quad in _with("evidence"):
        passage = passages[quad.object]
        start, end = (int(passage[TERMS + name]) for name in ("beginIndex", "endIndex"))
        assert passage["text"][start:end] == passage[TERMS + "quote"]


def test_what_a_document_contributes_is_in_its_graph() -> None:
    """Documents, passages and all links to them are in named graphs, all else is not."""
    named = {"evidence", "mentionedIn", "judgedFrom", "quote", "beginIndex", "endIndex"}
    for quad in QUADS:
        subject = str(quad.subject)
        own = "/document/" in subject or quad.predicate.value.removeprefix(TERMS) in named
        assert isinstance(quad.graph_name, ox.NamedNode) == own, quad


def test_there_are_no_blank_nodes() -> None:
    """Every subject, object and graph is an IRI or a literal."""
    assert not any(isinstance(term, ox.BlankNode) for quad in QUADS for term in quad)


def test_without_provenance_names_facts_and_observations_remain() -> None:
    """No statement, passage, document, run or link elsewhere is written."""
    quads = list(to_content_quads(dataclasses.replace(CONTENT, provenance=False)))
    types = {str(quad.object) for quad in quads if quad.predicate == t.TYPE}
    frame = {"Statement", "Passage", "Document", "Run"}
    assert not {f"<{TERMS}{name}>" for name in frame} & types
    assert f"<{TERMS}Observation>" in types
    assert not any("88bb0000" in str(quad) for quad in quads)  # possible only
    known = {MAKER.get_term(n) for n in ("mentionedIn", "evidence", "modality")}
    assert not known & {quad.predicate for quad in quads}
    plain = [quad for quad in QUADS if quad.predicate == MAKER.get_term("investsIn")]
    assert set(plain) <= set(quads)


def test_an_entity_that_only_a_statement_names_is_described() -> None:
    """An IRI never stands without type and label."""
    content = dataclasses.replace(CONTENT, entities=())
    assert ox.Quad(MAKER.get_node(ALBA.id), t.LABEL, ox.Literal("Alba")) in set(
        to_content_quads(content)
    )


def test_equal_facts_make_one_plain_triple() -> None:
    """Two statements that differ in a qualifier share the triple."""
    again = dataclasses.replace(STATEMENTS[1], id="statement/ffff", qualifiers=())
    content = dataclasses.replace(CONTENT, statements=(*STATEMENTS, again))
    found = [q for q in to_content_quads(content) if q.predicate == MAKER.get_term("investsIn")]
    assert len(found) == 1
