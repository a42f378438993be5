"""The judgements of a graph, and what they say of two names."""

import dataclasses

import pytest
from rdf.sample import CONTENT, FAIR, JUDGEMENTS, NORDWIND, PACT, RESOLUTION

from kg.asking.identity import compare_names, format_comparisons
from kg.asking.judgements import filter_judgements, list_judgements
from kg.errors import GraphError
from kg.explaining import explain, format_explanation
from kg.model.entity import Judgement
from kg.ontology import load_ontology
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore

STORE = GraphStore.from_quads(to_content_quads(CONTENT))
_BOTH = f"{PACT.identifier}, {FAIR.identifier}"


def compare(left: str, right: str, store: GraphStore = STORE) -> str:
    """The comparison of two names as text."""
    return format_comparisons(left, right, compare_names(store, load_ontology(), left, right))


def test_judgements_are_listed_by_name_with_what_they_stand_on() -> None:
    """Names, things and their types, verdict, score, reason, documents."""
    found = list_judgements(STORE)
    assert [(j.left.name, j.verdict, j.right.name) for j in found] == [
        ("Alba", "different", "Alba University"),
        ("Alba", "undecided", "Alva"),
        ("Nordwind", "same", "Nordwind Group"),
    ]
    last = found[-1]
    assert (last.score, last.reason) == (0.95, "short form")
    assert last.documents == (PACT.identifier, FAIR.identifier)
    assert (last.left.iri, last.left.type) == (
        "https://w3id.org/newskg/id/company/nordwind-group",
        "Company",
    )


def test_candidates_are_a_list_of_their_own() -> None:
    """What was decided and what was not are asked for apart; names narrow both."""
    found = list_judgements(STORE)
    assert [j.right.name for j in filter_judgements(found)] == ["Alba University", "Nordwind Group"]
    assert [j.right.name for j in filter_judgements(found, candidates=True)] == ["Alva"]
    assert [j.right.name for j in filter_judgements(found, name="nordW")] == ["Nordwind Group"]
    assert filter_judgements(found, candidates=True, name="nordwind") == []


def test_two_names_of_one_thing_are_led_from_one_to_the_other() -> None:
    """By the judgement between them."""
    assert compare("nordwind", "Nordwind Group") == (
        "One thing: Nordwind Group (Company), company/nordwind-group, in 2 documents\n"
        f"  “Nordwind” is “Nordwind Group”: short form (0.95), in {_BOTH}\n"
    )


def test_names_are_led_over_a_third() -> None:
    """Where no judgement ties the two, the shortest way over others is shown."""
    acronym = Judgement(
        left="NWG", right="Nordwind Group", same=True, score=0.9, reason="declared in brackets",
        left_id=NORDWIND.id, right_id=NORDWIND.id, documents=(PACT.identifier,),
    )  # fmt: skip
    named = dataclasses.replace(NORDWIND, aliases=("NWG", "Nordwind"))
    content = dataclasses.replace(
        CONTENT,
        entities=(*(e for e in CONTENT.entities if e != NORDWIND), named),
        resolution=dataclasses.replace(RESOLUTION, judgements=(*JUDGEMENTS, acronym)),
    )
    text = compare("NWG", "Nordwind", GraphStore.from_quads(to_content_quads(content)))
    assert text.splitlines()[1:] == [
        f"  “NWG” is “Nordwind Group”: declared in brackets (0.9), in {PACT.identifier}",
        f"  “Nordwind” is “Nordwind Group”: short form (0.95), in {_BOTH}",
    ]


def test_names_without_judgement_are_told_so() -> None:
    """The graph may know a name that no judgement speaks of."""
    assert "holds no judgement" in compare("Alba City", "Alba")
    assert "one name, twice" in compare("Alba", "ALBA")


def test_two_things_are_told_apart_with_the_reason() -> None:
    """And with the line of a ledger that would join them."""
    assert compare("Alba", "Alba University") == (
        "Two things:\n"
        "  Alba (City), city/alba, in 2 documents\n"
        "  Alba University (ResearchBody), organization/alba-university, in 1 document\n"
        "  “Alba” is not “Alba University”: another kind of thing (0.9), in articles/pact.txt\n"
        "  To make them one, write in a ledger (kg build --identity):\n"
        "    same:\n"
        "      - [city/alba, organization/alba-university]\n"
    )
    assert "“Alba” may or may not be “Alva”" in compare("Alba", "Bruma")
    assert "Nothing joins them" in compare("Bruma", "Li Hua")


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    """Whichever of the two it is."""
    for pair in (("Nordwnd", "Alba"), ("Alba", "Nordwnd")):
        with pytest.raises(GraphError, match="'Nordwind'"):
            compare(*pair)


def test_explaining_a_thing_shows_the_judgements_on_its_names() -> None:
    """Above its statements; and how many of several documents are independent."""
    text = format_explanation(explain(STORE, "Nordwind Group"))
    assert (
        text.splitlines()[3] == f"  “Nordwind” is “Nordwind Group”: short form (0.95), in {_BOTH}"
    )
    assert "      in 2 documents, 2 of them independent\n" in format_explanation(
        explain(STORE, "Port Alba")
    )
