"""The description that each graph has of itself."""

import dataclasses
from collections import Counter

import pyoxigraph as ox
import pytest

from kg.ontology import TERMS
from kg.rdf import terms as t
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads

from .sample import CONTENT, STATEMENTS

DATASET = ox.NamedNode(t.DCAT + "Dataset")


def void(name: str) -> ox.NamedNode:
    """A term of VoID."""
    return ox.NamedNode(t.VOID + name)


def split(content: GraphContent) -> tuple[set[ox.Quad], list[ox.Quad]]:
    """The description, and all else."""
    quads = list(to_content_quads(content))
    own = {q for q in quads if f"{content.base}dataset/" in str(q.subject)}
    return own, [q for q in quads if q not in own]


def find(quads: set[ox.Quad], predicate: ox.NamedNode) -> list[str]:
    """What the data set itself says with that property."""
    (node,) = {q.subject for q in quads if q.object == DATASET}
    return sorted(
        getattr(q.object, "value", "")
        for q in quads
        if (q.subject, q.predicate) == (node, predicate)
    )


def count_parts(quads: set[ox.Quad], kind: str, counted: str) -> dict[str, int]:
    """The parts of the data set by what they are of."""
    names = {q.subject: getattr(q.object, "value", "") for q in quads if q.predicate == void(kind)}
    return {
        names[q.subject]: int(getattr(q.object, "value", ""))
        for q in quads
        if q.predicate == void(counted) and q.subject in names
    }


def test_the_counts_are_those_of_the_graph() -> None:
    """Triples, properties and classes, as one counts them from outside; the description aside."""
    own, rest = split(CONTENT)
    assert find(own, void("triples")) == [str(len(rest))]
    properties = Counter(quad.predicate.value for quad in rest)
    classes = Counter(getattr(q.object, "value", "") for q in rest if q.predicate == t.TYPE)
    assert count_parts(own, "property", "triples") == properties
    assert count_parts(own, "class", "entities") == classes
    assert find(own, void("properties")) == [str(len(properties))]
    assert find(own, void("classes")) == [str(len(classes))]
    assert classes[f"{TERMS}Statement"] == len(STATEMENTS)
    things = [q for q in rest if q.predicate == t.TYPE and f"<{TERMS}" in str(q.object)]
    frame = {"Document", "Statement", "Passage", "Quantity", "Observation", "Judgement", "Run"}
    named = [q for q in things if getattr(q.object, "value", "").removeprefix(TERMS) not in frame]
    assert find(own, void("entities")) == [str(len(named))]


def test_it_names_vocabularies_run_and_base() -> None:
    """Only namespaces that the graph uses are vocabularies; it stands in the default graph."""
    own, rest = split(CONTENT)
    used = {quad.predicate.value for quad in rest}
    for space in find(own, void("vocabulary")):
        assert any(iri.startswith(space) for iri in used)
    assert f"{t.DCTERMS}" in find(own, void("vocabulary"))
    assert t.DCAT not in find(own, void("vocabulary"))
    assert find(own, ox.NamedNode(t.PROV + "wasGeneratedBy")) == [CONTENT.base + CONTENT.run.id]
    assert find(own, void("uriSpace")) == [CONTENT.base]
    assert all(isinstance(quad.graph_name, ox.DefaultGraph) for quad in own)


def test_a_licence_stands_where_the_user_gave_one() -> None:
    """It is an option of the run, and no graph has one by itself."""
    assert find(split(CONTENT)[0], t.get_dcterms("license")) == []
    iri = t.make_licence("CC-BY-4.0")
    run = dataclasses.replace(CONTENT.run, options=(("license", iri),))
    own, _ = split(dataclasses.replace(CONTENT, run=run))
    assert find(own, t.get_dcterms("license")) == ["https://spdx.org/licenses/CC-BY-4.0"]


def test_its_name_is_of_what_it_says() -> None:
    """Graphs that differ in a count or in the run are two data sets; without provenance there is none."""
    nodes = {
        next(q.subject for q in split(content)[0] if q.object == DATASET)
        for content in (
            CONTENT,
            dataclasses.replace(CONTENT, statements=STATEMENTS[1:]),
            dataclasses.replace(CONTENT, run=dataclasses.replace(CONTENT.run, id="run/other")),
        )
    }
    assert len(nodes) == 3
    assert split(dataclasses.replace(CONTENT, provenance=False))[0] == set()


@pytest.mark.parametrize("text", ["free for all", "", "<urn:x>"])
def test_a_licence_is_an_iri_or_a_name_of_spdx(text: str) -> None:
    """Anything else is wrong use."""
    from kg.errors import UsageError

    with pytest.raises(UsageError, match="neither an IRI nor a name"):
        t.make_licence(text)
