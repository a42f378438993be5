"""Places of one name: what lies in other places is another thing."""

import pytest

from kg.model.claim import Reading
from kg.model.entity import KnownEntity
from kg.ontology import load_ontology
from kg.resolution import resolve
from kg.resolution.elsewhere import lies_elsewhere

from .readings import Story

WORLD = {
    "country/ruritania": KnownEntity(label="Ruritania", type="Country"),
    "country/freedonia": KnownEntity(label="Freedonia", type="Country"),
    "country/norvik": KnownEntity(label="Norvik", type="Country"),
    "province/norvik": KnownEntity(label="Norvik", type="Province", within="country/freedonia"),
    "city/tarn": KnownEntity(label="Tarn", type="City", within="country/ruritania"),
    "city/aba": KnownEntity(label="Aba", type="City", within="province/norvik"),
    "city/bor": KnownEntity(label="Bor", type="City", within="country/ruritania"),
}
ELSEWHERE = [
    ("city/tarn", "country/ruritania", False),
    ("city/tarn", "country/freedonia", True),
    ("city/aba", "province/norvik", False),
    ("city/aba", "country/freedonia", False),
    ("city/aba", "city/bor", True),
    ("city/aba", "city/nowhere", False),
    ("country/norvik", "country/freedonia", False),
]


@pytest.mark.parametrize(("known_as", "told", "elsewhere"), ELSEWHERE)
def test_a_place_told_to_lie_where_it_does_not_is_another(
    known_as: str, told: str, elsewhere: bool
) -> None:
    """Another country or province than the gazetteer's; what it does not know contradicts nothing."""
    assert lies_elsewhere(known_as, told, WORLD.get) is elsewhere


def locate(identifier: str, name: str, kind: str, place: str, known_as: str) -> Reading:
    """A document that says where something lies."""
    story = Story(identifier)
    thing = story.name(name, kind, known_as="city/bor" if name == "Bor" else None)
    story.claim(thing, "locatedIn", story.name(place, "Country", known_as=known_as))
    return story.read()


@pytest.mark.parametrize(
    ("name", "kind"), [("Riga Plant", "Facility"), ("Bor", "City"), ("Zell", "City")]
)
def test_things_told_to_lie_in_two_countries_are_two(name: str, kind: str) -> None:
    """A plant and a place have one name in two countries; ids tell where, and a known place keeps its own."""
    readings = [
        locate("a", name, kind, "Ruritania", "country/ruritania"),
        locate("b", name, kind, "Freedonia", "country/freedonia"),
    ]
    entities = resolve(readings, load_ontology(), WORLD.get).entities
    ids = [e.id for e in entities if e.type == kind]
    plain = f"{kind.lower()}/{name.lower().replace(' ', '-')}"
    first = plain if name == "Bor" else f"{plain}--ruritania"
    assert sorted(ids) == sorted([first, f"{plain}--freedonia"])


def test_things_told_to_lie_in_one_place_are_one() -> None:
    """A place that holds the other contradicts nothing."""
    readings = [
        locate("a", "Riga Plant", "Facility", "Aba", "city/aba"),
        locate("b", "Riga Plant", "Facility", "Freedonia", "country/freedonia"),
    ]
    entities = resolve(readings, load_ontology(), WORLD.get).entities
    assert len([e for e in entities if e.type == "Facility"]) == 1
