"""The ontology as the code sees it."""

from pathlib import Path

import pytest
import yaml

from kg.errors import OntologyError
from kg.ontology import Ontology, load_ontology

VOCABULARY = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text("utf-8"))
PREDICATES: dict[str, dict[str, str]] = VOCABULARY["predicates"]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    """The ontology that ships with kg."""
    return load_ontology()


def test_types_are_those_of_the_vocabulary(ontology: Ontology) -> None:
    """Every type is there, under its supertype, and no other."""
    assert {t.name: t.parent for t in ontology.types.values()} == VOCABULARY["types"]


def test_predicates_are_those_of_the_vocabulary(ontology: Ontology) -> None:
    """Every predicate is there and no other."""
    assert set(ontology.predicates) == set(PREDICATES)


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_a_predicate_accepts_what_the_vocabulary_says(ontology: Ontology, name: str) -> None:
    """Subjects and objects are the listed kinds with all below them; a date is a literal."""
    said, predicate = PREDICATES[name], ontology.get_predicate(name)
    for kind in ontology.types:
        below = ontology.lineage(kind)
        assert ontology.accepts_subject(name, kind) == any(k in below for k in said["from"].split())
        assert ontology.accepts_object(name, kind) == any(k in below for k in said["to"].split())
    assert predicate.takes_literal == (said["to"] == "date")
    assert predicate.symmetric == said.get("symmetric", False)


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_a_predicate_carries_the_qualifiers_of_the_vocabulary(
    ontology: Ontology, name: str
) -> None:
    """Its own qualifiers and, as every statement, time and place; the defining ones are marked."""
    said, predicate = PREDICATES[name], ontology.get_predicate(name)
    defining = set(said.get("defining", "").split())
    assert set(predicate.defining_qualifiers) == defining
    assert set(predicate.qualifiers) == defining | set(said.get("with", "").split()) | {
        "time",
        "place",
    }
    assert len(predicate.qualifiers) == len(set(predicate.qualifiers))


def test_only_location_and_parts_are_transitive(ontology: Ontology) -> None:
    """What lies in a part lies in the whole; no other predicate reaches on."""
    found = {p.name for p in ontology.predicates.values() if p.transitive}
    assert found == {"locatedIn", "partOf"}


@pytest.mark.parametrize(
    ("subject", "value", "accepted"),
    [
        ("Company", "GovernmentBody", True),
        ("Company", "EconomicZone", False),
        ("Airport", "EconomicZone", True),
        ("Airport", "Company", False),
        ("TransportCorridor", "TransportCorridor", True),
        ("City", "City", False),
    ],
)
def test_a_part_is_of_a_kind_with_its_whole(
    ontology: Ontology, subject: str, value: str, accepted: bool
) -> None:
    """Organizations are parts of organizations; zones, facilities and corridors of each other."""
    assert ontology.accepts_pair("partOf", subject, value) is accepted


def test_pairs_follow_domain_and_range_where_nothing_restricts_them(ontology: Ontology) -> None:
    """A pair is accepted where subject and object are, and never for a literal."""
    assert ontology.accepts_pair("investsIn", "Company", "City")
    assert not ontology.accepts_pair("investsIn", "Event", "City")
    assert not ontology.accepts_pair("investsIn", "City", "Event")
    assert not ontology.accepts_pair("heldOn", "Event", "Event")


def test_a_kind_is_all_that_stands_above_it(ontology: Ontology) -> None:
    """Kinship goes upwards, includes the type itself, and is false for what is no type."""
    assert ontology.lineage("Port") == ("Port", "LogisticsHub", "Facility", "Place")
    assert ontology.is_a("Port", "Place")
    assert ontology.is_a("Port", "Port")
    assert not ontology.is_a("Place", "Port")
    assert not ontology.is_a("", "Place")
    assert ontology.lineage("") == ()
    assert not ontology.accepts_subject("locatedIn", "")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["Organization", "Company"], ("Company",)),
        (["Company", "Agent", "GovernmentBody", "Company"], ("Company", "GovernmentBody")),
        (["Port", "Place"], ("Port",)),
        (["nonsense", ""], ()),
    ],
)
def test_the_most_specific_kinds_remain(
    ontology: Ontology, kinds: list[str], expected: tuple[str, ...]
) -> None:
    """A supertype yields to its subtype; kinds that disagree all remain, sorted."""
    assert ontology.most_specific(kinds) == expected


def test_families_and_folders_are_inherited_unless_named(ontology: Ontology) -> None:
    """Officials are persons also by IRI; a land port is a facility with a folder of its own."""
    found = {n: (t.family, t.folder) for n, t in ontology.types.items()}
    assert found["Official"] == ("person", "person")
    assert found["MediaOutlet"] == ("organization", "organization")
    assert found["City"] == ("place", "city")
    assert found["EconomicZone"] == ("zone", "economic-zone")
    assert found["LandPort"] == ("facility", "land-port")
    assert found["TransportCorridor"] == ("corridor", "transport-corridor")


def test_ner_labels_mean_one_type_or_none(ontology: Ontology) -> None:
    """A label of the model has one default type; numbers, dates and nationalities have none."""
    assert ontology.type_of_ner_label("ORG") == "Organization"
    assert ontology.type_of_ner_label("GPE") == "City"
    assert ontology.type_of_ner_label("NORP") is None
    assert ontology.type_of_ner_label("no label") is None
    labels = [label for t in ontology.types.values() for label in t.ner_labels]
    assert len(labels) == len(set(labels))
    assert not ontology.ignored_ner_labels & set(labels)


def test_a_wrong_name_is_answered_with_near_ones(ontology: Ontology) -> None:
    """The error names the misspelt term and what it may have meant."""
    with pytest.raises(OntologyError, match="no predicate 'holdPost'; did you mean holdsPost"):
        ontology.get_predicate("holdPost")
    with pytest.raises(OntologyError, match="no type 'landport'; did you mean LandPort"):
        ontology.get_type("landport")
    with pytest.raises(OntologyError, match="no predicate 'xyzzy'"):
        ontology.accepts_subject("xyzzy", "City")
    with pytest.raises(OntologyError, match="no predicate 'xyzzy'"):
        ontology.accepts_object("xyzzy", "City")
    assert ontology.find_type("landport") is None
    assert ontology.get_type("LandPort").label == "land port"


PREFIXES = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kg:A a owl:Class .", "kg:A has no rdfs:label"),
        ("kg:A a", "cannot be read"),
        (
            "kg:A a owl:Class ; rdfs:subClassOf kg:B . kg:B a owl:Class ; rdfs:subClassOf kg:A .",
            "one superclass that is not below it",
        ),
        (
            'kg:p a owl:ObjectProperty ; kg:usedAs "predicate" ; rdfs:label "p" ;'
            ' rdfs:comment "p" ; skos:example "p" ; rdfs:domain kg:A ; rdfs:range kg:A .',
            "kg:p needs a domain and a range of entity types .unknown: kg:A|unknown: A",
        ),
    ],
)
def test_an_ontology_that_cannot_be_used_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    """The error says which term is wrong, and how."""
    family = ' kg:A kg:identityFamily "a" .' if "kg:A a owl" in text else ""
    (tmp_path / "kg.ttl").write_text(PREFIXES + text + family, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_ontology(tmp_path)


def test_a_folder_without_an_ontology_is_named(tmp_path: Path) -> None:
    """A wrong folder is an error that says which file is missing where."""
    with pytest.raises(OntologyError, match=r"no kg\.ttl in"):
        load_ontology(tmp_path)


def test_the_digest_follows_the_turtle_files_alone(tmp_path: Path) -> None:
    """Each of the Turtle files counts, other files and the folder's name do not."""
    digests = []
    for name, files in {
        "one": {"kg.ttl": "", "notes.txt": "a"},
        "two": {"kg.ttl": "", "notes.txt": "b"},
        "three": {"kg.ttl": "", "shapes.ttl": ""},
    }.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text, encoding="utf-8")
        digests.append(load_ontology(tmp_path / name).digest)
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == 64


def test_the_ontology_is_read_once(ontology: Ontology) -> None:
    """Asking again gives the same object."""
    assert load_ontology() is ontology
