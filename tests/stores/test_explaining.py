import dataclasses

import pytest
from rdf.sample import BRUMA, CONTENT, ENTITIES

from kg.errors import GraphError
from kg.explaining import explain, format_explanation
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore

STORE = GraphStore.from_quads(to_content_quads(CONTENT))


@pytest.mark.parametrize(
    "name",
    [
        "Nordwind Group",
        "NORDWIND",
        "company/nordwind-group",
        "https://w3id.org/newskg/id/company/nordwind-group",
    ],
)
def test_a_thing_is_found_by_name_id_and_iri(name: str) -> None:
    """Labels and other names count, without regard to case."""
    assert [thing.label for thing in explain(STORE, name).things] == ["Nordwind Group"]


def test_an_explanation_says_everything_of_a_statement() -> None:
    """Qualifiers, speaker, rule, confidence, document and sentence."""
    (thing,) = explain(STORE, "nordwind").things
    assert thing.types == ("Company",)
    assert thing.names == ("Nordwind",)
    line = next(line for line in thing.lines if line.predicate == "investsIn")
    assert line.details == (("amount", "more than 10 billion CNY"), ("time", "2024"))
    assert (line.modality, line.speakers, line.rules) == (
        "actual",
        ("Li Hua",),
        ("sample/investsIn",),
    )
    assert line.confidence == "0.9"
    (source,) = line.sources
    assert (source.document, source.start) == ("articles/rail-fair.txt", 24)
    assert source.quote.startswith("Vice Minister Li Hua")
    assert {line.modality for line in thing.lines} == {"actual", "planned", "possible", "negated"}


def test_statements_in_follow_those_out() -> None:
    """The port is located in the city, and the train connects it."""
    (thing,) = explain(STORE, "Port Alba").things
    assert [(line.outgoing, line.predicate) for line in thing.lines] == [
        (True, "locatedIn"),
        (False, "connects"),
        (False, "hostsHub"),
        (False, "investsIn"),
    ]


def test_the_text_shows_the_words() -> None:
    """Each statement has its source beneath it, and hostile characters stand as escapes."""
    evil = dataclasses.replace(BRUMA, aliases=("Bruma\x1b[31m\u202e",))
    content = dataclasses.replace(CONTENT, entities=(*ENTITIES, evil))
    text = format_explanation(explain(GraphStore.from_quads(to_content_quads(content)), "bruma"))
    assert "  Alba cooperatesWith Bruma\n      matter: cold storage\n" in text
    assert 'articles/pact.txt, 65: “Alba "and" Bruma signed a pact \\ on cold storage.”' in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_shared_name_lists_all_that_bear_it() -> None:
    """Two things called alike are both explained, after a list."""
    twin = dataclasses.replace(BRUMA, id="company/bruma", type="Company")
    content = dataclasses.replace(CONTENT, entities=(*ENTITIES, twin))
    explanation = explain(GraphStore.from_quads(to_content_quads(content)), "Bruma")
    assert [thing.types for thing in explanation.things] == [("City",), ("Company",)]
    assert format_explanation(explanation).startswith("2 things are called 'Bruma':")


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    """A slip of the pen is put right by the message."""
    with pytest.raises(GraphError, match="'Nordwind Group'"):
        explain(STORE, "Nordwnd Group")
    with pytest.raises(GraphError, match="nothing called"):
        explain(STORE, "")
