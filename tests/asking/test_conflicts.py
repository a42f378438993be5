"""What contradicts what: shown with both sides, and nothing that both may be true at one time."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.asking.conflict_forms import format_conflicts, list_sides
from kg.asking.conflicts import Conflict
from kg.asking.contradicting import find_conflicts
from kg.asking.judgements import list_judgements
from kg.model.claim import Modality
from kg.model.entity import KnownEntity
from kg.ontology import load_ontology
from kg.stores.graph_store import open_graph

from .world import (
    ANTWERP,
    BELGIUM,
    FLANDERS,
    GHENT,
    KENYA,
    MINISTRY,
    NORVIK,
    TARKA,
    Told,
    date,
    figure,
    make_store,
    person,
    post,
    year,
)

KNOWN_GHENT = replace(
    GHENT,
    known=KnownEntity(
        label="Ghent",
        type="City",
        within=ANTWERP.id,
        above=(KnownEntity(label="Antwerp", type="City", id=ANTWERP.id, source="test"),),
        source="test",
    ),
)
JANE, JOHN, ANN = "Jane Doe", "John Roe", "Ann Poe"
PLANNED, NEGATED = Modality.PLANNED, Modality.NEGATED
CERTAIN = {
    "one day": [post(JANE, "Mayor", "2024-03-01"), post(JOHN, "mayor", "2024-03-01")],
    "a day between": [
        post(JANE, "Mayor", "2024-03-01"),
        post(JOHN, "Mayor", "2024-03-09"),
        post(JANE, "Mayor", "2024-03-20"),
    ],
    "one of two posts": [
        post(JANE, "Chairman and CEO", "2024-03-01", NORVIK),
        post(JOHN, "Chief Executive Officer", "2024-03-01", NORVIK),
    ],
    "a field in two ways": [
        post(JANE, "Minister of Trade and Industry", "2024-03-01", BELGIUM),
        post(JOHN, "industry and trade minister", "2024-03-01", BELGIUM),
    ],
    "a ministry's minister": [
        post(JANE, "Minister", "2024-03-01", MINISTRY),
        post(JOHN, "minister", "2024-03-01", MINISTRY),
    ],
    "told times": [
        post(JANE, "Mayor", startTime=year("2015"), endTime=year("2019")),
        post(JOHN, "Mayor", startTime=year("2017"), endTime=year("2020")),
    ],
    "still in post": [
        post(JANE, "Mayor", "2024-03-01", startTime=year("2015")),
        post(JOHN, "Mayor", "2020-01-01"),
    ],
    "figures": [figure("3000000"), figure("2400000")],
    "figures near each other": [figure("12"), figure("13")],
    "more than the other": [figure("600", ">"), figure("500")],
    "about": [figure("3000000", "~"), figure("2400000")],
    "changes in two texts": [figure("5.8", change=True), figure("19.5", change=True)],
    "dates": [Told(NORVIK, "foundedOn", date("1998")), Told(NORVIK, "foundedOn", date("2001-05"))],
    "births": [
        Told(person(JANE), "bornOn", date("1970-05-01")),
        Told(person(JANE), "bornOn", date("1970-05-02")),
    ],
    "cities": [
        Told(NORVIK, "headquarteredIn", ANTWERP, "2024-01-01"),
        Told(NORVIK, "headquarteredIn", GHENT, "2024-02-01"),
    ],
    "a city of another country": [
        Told(NORVIK, "headquarteredIn", ANTWERP),
        Told(ANTWERP, "locatedIn", BELGIUM),
        Told(NORVIK, "headquarteredIn", KENYA),
    ],
    "denied": [
        Told(NORVIK, "acquires", TARKA),
        Told(NORVIK, "acquires", TARKA, modality=NEGATED),
    ],
}
UNCERTAIN = {
    "no time told": [post(JANE, "Mayor"), post(JOHN, "Mayor")],
    "one text that tells of both": [
        post(JANE, "Mayor", "2024-03-01", document="x"),
        post(JOHN, "Mayor", "2024-03-01", document="x"),
    ],
    "a time of one alone": [post(JANE, "Mayor", "2024-03-01"), post(JOHN, "Mayor")],
}
NONE = {
    "one after the other": [post(JANE, "Mayor", "2024-03-01"), post(JOHN, "Mayor", "2024-03-09")],
    "told one after the other": [
        post(JANE, "Mayor", "2024-03-01", startTime=year("2015"), endTime=year("2019")),
        post(JOHN, "Mayor", "2024-03-01", startTime=year("2019")),
    ],
    "a former holder": [
        post(JANE, "Mayor", "2024-03-01", endTime=".."),
        post(JOHN, "Mayor", "2024-03-01"),
    ],
    "deputies": [
        post(JANE, "Deputy Mayor", "2024-03-01"),
        post(JOHN, "Deputy Mayor", "2024-03-01"),
    ],
    "vice presidents": [
        post(JANE, "Vice President", "2024-03-01", NORVIK),
        post(JOHN, "President", "2024-03-01", NORVIK),
    ],
    "ministers of one country": [
        post(JANE, "Minister", "2024-03-01", BELGIUM),
        post(JOHN, "Minister", "2024-03-01", BELGIUM),
    ],
    "ministers of two fields": [
        post(JANE, "Trade Minister", "2024-03-01", BELGIUM),
        post(JOHN, "Foreign Minister", "2024-03-01", BELGIUM),
    ],
    "spokesmen": [
        post(JANE, "spokesperson", "2024-03-01", NORVIK),
        post(JOHN, "spokesperson", "2024-03-01", NORVIK),
    ],
    "a plan": [
        post(JANE, "Mayor", "2024-03-01"),
        Told(person(JOHN), "holdsPost", ANTWERP, "2024-03-01", {"title": "Mayor"}, PLANNED),
    ],
    "rounded figures": [figure("3000000"), figure("3020000")],
    "about as much": [figure("3000000", "~"), figure("3020000")],
    "about, further off": [figure("3000000", "~"), figure("3250000")],
    "more than that": [figure("600", ">"), figure("780")],
    "more than and less than": [figure("600", ">"), figure("900", "<")],
    "two periods": [figure("3000000"), figure("2400000", period="2023")],
    "no period": [figure("3000000", period=""), figure("2400000", period="")],
    "two places": [figure("3000000", place=GHENT), figure("2400000")],
    "changes in one text": [
        figure("5.8", change=True, document="x"),
        figure("19.5", change=True, document="x"),
    ],
    "two units": [figure("3000000"), figure("2400000", unit="TEU")],
    "two measures": [figure("3000000"), figure("2400000", measure="coal")],
    "planned and actual": [figure("3000000"), figure("2400000", modality=PLANNED)],
    "a finer date": [Told(NORVIK, "foundedOn", date("1998")), Told(NORVIK, "foundedOn", date("1998-05"))],
    "a doubtful date": [Told(NORVIK, "foundedOn", date("1998~")), Told(NORVIK, "foundedOn", date("2001"))],
    "a city and its country": [
        Told(NORVIK, "headquarteredIn", ANTWERP),
        Told(NORVIK, "headquarteredIn", BELGIUM),
    ],
    "a city in a country that lies in the other": [
        Told(NORVIK, "headquarteredIn", GHENT),
        Told(GHENT, "locatedIn", ANTWERP),
        Told(NORVIK, "headquarteredIn", ANTWERP),
    ],
    "a city in a place that the gazetteer knows": [
        Told(NORVIK, "headquarteredIn", KNOWN_GHENT),
        Told(NORVIK, "headquarteredIn", ANTWERP),
    ],
    "a vague region": [
        Told(NORVIK, "headquarteredIn", FLANDERS),
        Told(NORVIK, "headquarteredIn", ANTWERP),
    ],
    "a seat that was moved": [
        Told(NORVIK, "headquarteredIn", ANTWERP, details={"time": year("2015")}),
        Told(NORVIK, "headquarteredIn", GHENT, details={"time": year("2020")}),
    ],
    "two seats in one sentence": [
        Told(NORVIK, "headquarteredIn", ANTWERP, document="x", sentence=1),
        Told(NORVIK, "headquarteredIn", GHENT, document="x", sentence=1),
    ],
    "two mayors in one sentence": [
        replace(post(JANE, "Mayor", document="x"), sentence=1),
        replace(post(JOHN, "Mayor", document="x"), sentence=1),
    ],
    "several plants": [Told(NORVIK, "operatesIn", ANTWERP), Told(NORVIK, "operatesIn", GHENT)],
    "denied of another year": [
        Told(NORVIK, "acquires", TARKA, details={"time": year("2015")}),
        Told(NORVIK, "acquires", TARKA, "", {"time": year("2020")}, NEGATED),
    ],
}  # fmt: skip


def find(told: list[Told]) -> list[Conflict]:
    """The conflicts of the graph of these."""
    return find_conflicts(make_store(told), load_ontology())


@pytest.mark.parametrize("told", CERTAIN.values(), ids=CERTAIN)
def test_what_cannot_both_be_true_is_a_conflict(told: list[Told]) -> None:
    """One, of two sides, and certain."""
    (conflict,) = find(told)
    assert conflict.certain
    assert len(conflict.sides) == 2


@pytest.mark.parametrize("told", UNCERTAIN.values(), ids=UNCERTAIN)
def test_holders_without_a_time_may_have_followed_each_other(told: list[Told]) -> None:
    """They are shown, and it is said that they are not certain."""
    (conflict,) = find(told)
    assert (conflict.kind, conflict.certain) == ("post", False)


@pytest.mark.parametrize("told", NONE.values(), ids=NONE)
def test_what_may_both_be_true_is_none(told: list[Told]) -> None:
    """Successions, deputies, roundings, plans and places within places contradict nothing."""
    assert find(told) == []


def test_all_values_of_one_thing_are_one_conflict() -> None:
    """With the values that nothing contradicts left out."""
    told = [figure(value) for value in ("3000000", "3020000", "2400000", "9000000")]
    (conflict,) = find([*told, figure("2", ">")])
    values = [side.value for side in conflict.sides]
    assert values == ["2.4 million t", "3 million t", "3.02 million t", "9 million t"]
    assert conflict.about == "cargo of Antwerp, 2024"


ALL = [
    replace(
        told,
        document=f"{name} {told.document or n}",
        sentence=n if told.sentence is None else told.sentence,
    )
    for name, case in (CERTAIN | UNCERTAIN | NONE).items()
    for n, told in enumerate(case)
]


@settings(max_examples=25)
@given(st.permutations(ALL))
def test_the_order_of_documents_does_not_matter(told: list[Told]) -> None:
    """All cases in one graph give the same conflicts in whatever order they are told."""
    assert find(told) == find(ALL) != []


def test_the_text_shows_both_sides_with_their_words() -> None:
    """What it is about, each value with its time, and under it document, place and sentence."""
    store = make_store([*CERTAIN["a day between"], *UNCERTAIN["no time told"]][:3])
    assert format_conflicts(store, find_conflicts(store, load_ontology())) == (
        "post: Mayor, Antwerp\n"
        "  Jane Doe (2024-03-01 to 2024-03-20)\n"
        "      0.txt, 0: “Words.”\n"
        "      2.txt, 0: “Words.”\n"
        "  John Roe (2024-03-09)\n"
        "      1.txt, 0: “Words.”\n"
        "\n"
        "1 conflict\n"
    )


ODD = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<x:a> a kg:Statement ; rdf:subject <x:jane> ; rdf:predicate kg:holdsPost ; rdf:object <x:antwerp> ;
    kg:title "Mayor" ; kg:modality kg:Actual ; kg:evidence <x:a1> ; kg:independentSources "many" .
<x:b> a kg:Statement ; rdf:subject <x:john> ; rdf:predicate kg:holdsPost ; rdf:object <x:antwerp> ;
    kg:title "Mayor" ; kg:modality kg:Actual ; kg:evidence <x:b1> ; kg:startTime "once" .
<x:a1> dcterms:isPartOf <x:d> . <x:b1> dcterms:isPartOf <x:e> .
<x:d> dcterms:identifier "d" ; dcterms:issued "some day" . <x:e> dcterms:identifier "e" .
<x:f> a kg:Statement ; rdf:subject <x:jane> ; rdf:predicate <x:likes> ; rdf:object <x:antwerp> ;
    kg:modality kg:Actual .
<x:c> a kg:Statement ; rdf:subject <x:jane> ; rdf:predicate kg:observes ; rdf:object <x:o> ;
    kg:modality kg:Actual .
<x:o> a kg:Observation ; kg:measure "age" ; kg:value "old" ; kg:periodStart "x" ; kg:periodEnd "y" .
<x:j> a kg:Judgement ; kg:verdict kg:Perhaps ; kg:score "high" ; kg:reason "r" ;
    kg:left <x:jane> ; kg:leftName "Jane" ; kg:right <x:john> ; kg:rightName "John" .
"""


def test_a_graph_of_others_may_hold_anything(tmp_path: Path) -> None:
    """What is no date, no number and no verdict is passed over."""
    (tmp_path / "odd.ttl").write_text(ODD, encoding="utf-8")
    store = open_graph(tmp_path / "odd.ttl")
    (conflict,) = found = find_conflicts(store, load_ontology())
    assert (conflict.kind, conflict.certain) == ("post", False)
    assert list_sides(store, found)[0]["independent_sources"] == 1
    assert list_judgements(store) == []
