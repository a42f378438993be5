"""What is taken for one thing: by name, known id and declared acronym, never by likeness."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.claim import Reading
from kg.model.cluster import Cluster
from kg.model.entity import Resolution
from kg.model.mention import MentionKind
from kg.ontology import load_ontology
from kg.resolution import Resolver, gather_clusters, resolve_clusters
from kg.resolution.normal import normalize_name

from .readings import KNOWN, Story, resolve_all, tell

SAME = [
    (("Norvik Group", "Company"), ("Norvik", "Company")),
    (("Norvik Group", "Company"), ("NORVIK GROUP", "Company")),
    (("Tarn Logistics Ltd.", "Company"), ("Tarn Logistics", "Company")),
    (("Klaipėda", "City"), ("Klaipeda", "City")),
    (("the Ministry of Trade", "GovernmentBody"), ("Ministry of Trade", "GovernmentBody")),
    (("2025 Baltic Ports Conference", "Event"), ("2025 Baltic Ports Conference", "Event")),
    (("Jane Doe", "Person"), ("Jane Doe", "Official")),
    (("Jane Doe’s", "Person"), ("Jane Doe", "Person")),
]
APART = [
    (("Norvik Group", "Company"), ("Tarn Group", "Company")),
    (("Jane Doe", "Person"), ("John Doe", "Person")),
    (("Doe", "Person"), ("Jane Doe", "Person")),
    (("Norvik", "Company"), ("Norvik", "City")),
    (("Ministry of Trade", "GovernmentBody"), ("Ministry of Health", "GovernmentBody")),
    (("Antwerp", "City"), ("Port of Antwerp", "Port")),
    (("BPA", "Company"), ("Baltic Port Authority", "GovernmentBody")),
]


def name_one(identifier: str, name: tuple[str, str]) -> Reading:
    """A document that names one thing."""
    story = Story(identifier)
    story.name(*name)
    return story.read()


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_in_two_documents_is_one_thing(
    left: tuple[str, str], right: tuple[str, str]
) -> None:
    """Case, accents, articles, possessives and legal forms do not tell things apart."""
    resolution = resolve_all(name_one("a", left), name_one("b", right))
    assert len(resolution.entities) == 1
    assert resolution.entities[0].documents == ("a", "b")


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_names_are_other_things(left: tuple[str, str], right: tuple[str, str]) -> None:
    """Likeness joins nothing: other names, kinds and bare family names stay apart."""
    assert len(resolve_all(name_one("a", left), name_one("b", right)).entities) == 2


def test_the_fullest_name_is_the_label_and_the_others_are_aliases() -> None:
    """Names that one document links are one entity under its fullest name."""
    story = Story("a")
    jane = story.name("Jane Doe", "Person")
    story.name("Doe", "Person", same_as=jane)
    (entity,) = resolve_all(story.read()).entities
    assert (entity.id, entity.label, entity.aliases) == ("person/jane-doe", "Jane Doe", ("Doe",))


def test_a_known_id_joins_whatever_the_names() -> None:
    """What the gazetteer knows has its id, label, type and links elsewhere."""
    first, second = Story("a"), Story("b")
    first.name("Kenya", "Country", known_as="country/kenya")
    second.name("Republic of Kenya", "Country", known_as="country/kenya")
    (entity,) = resolve_all(first.read(), second.read()).entities
    assert (entity.id, entity.label) == ("country/kenya", "Kenya")
    assert entity.aliases == ("Republic of Kenya",)
    assert entity.same_as == ("http://example.org/ke",)


def declare(identifier: str, full: str, acronym: str, kind: str = "GovernmentBody") -> Reading:
    """A document that gives an acronym in brackets."""
    story = Story(identifier)
    body = story.name(full, kind)
    story.name(acronym, kind, same_as=body, reason="declared in brackets")
    return story.read()


def test_an_acronym_joins_what_another_document_declares_it_for() -> None:
    """A bare acronym is the one thing that any document gives it for; the reason is told."""
    declared = declare("a", "Baltic Port Authority", "BPA")
    resolution = resolve_all(declared, name_one("b", ("BPA", "GovernmentBody")))
    (entity,) = resolution.entities
    assert (entity.label, entity.aliases) == ("Baltic Port Authority", ("BPA",))
    told = {(j.left, j.right, j.reason) for j in resolution.judgements if j.same}
    assert ("BPA", "Baltic Port Authority", "acronym declared in another document") in told


def test_an_ambiguous_acronym_joins_nothing() -> None:
    """Where two things are given one acronym, a bare one is a third."""
    readings = [
        declare("a", "Baltic Port Authority", "BPA"),
        declare("b", "Bureau of Public Assets", "BPA"),
        name_one("c", ("BPA", "GovernmentBody")),
    ]
    labels = sorted(e.label for e in resolve_all(*readings).entities)
    assert labels == ["BPA", "Baltic Port Authority", "Bureau of Public Assets"]


def test_an_acronym_of_another_family_joins_nothing() -> None:
    """An acronym of an organization is no person's."""
    readings = [declare("a", "Baltic Port Authority", "BPA"), name_one("b", ("BPA", "Person"))]
    assert len(resolve_all(*readings).entities) == 2


def test_nominals_stay_apart_in_each_document() -> None:
    """ "A tyre plant" of two documents is two plants, with ids of their own."""
    readings = []
    for identifier in ("a", "b"):
        story = Story(identifier)
        company = story.name("Norvik Group", "Company")
        plant = story.name("tyre plant", "Facility", form=MentionKind.NOMINAL)
        story.claim(company, "develops", plant)
        readings.append(story.read())
    entities = resolve_all(*readings).entities
    plants = [e for e in entities if e.nominal]
    assert [e.label for e in plants] == ["tyre plant", "tyre plant"]
    assert len({e.id for e in plants}) == 2
    assert len(entities) == 3


def test_sectors_told_in_common_words_are_one() -> None:
    """Fields of business and products are the same in every document, though no names."""
    readings = []
    for identifier in ("a", "b"):
        story = Story(identifier)
        company = story.name("Norvik Group", "Company")
        field = story.name("wind power", "Sector", form=MentionKind.NOMINAL)
        story.claim(company, "activeIn", field)
        readings.append(story.read())
    assert [e.id for e in resolve_all(*readings).entities] == [
        "organization/norvik-group",
        "sector/wind-power",
    ]


def test_a_nominal_that_nothing_is_said_of_is_no_entity() -> None:
    """Common nouns become things only where a claim speaks of them."""
    story = Story("a")
    story.name("tyre plant", "Facility", form=MentionKind.NOMINAL)
    assert resolve_all(story.read()).entities == ()


WORLD = [
    ("Norvik Group", "Company"), ("Norvik", "Company"), ("Norvik", "City"), ("Jane Doe", "Person"),
    ("Jane Doe", "Official"), ("BPA", "GovernmentBody"), ("Klaipėda", "City"), ("Klaipeda", "City"),
    ("重庆", "City"), ("Ministry of Trade", "GovernmentBody"), ("NORVIK", "MediaOutlet"),
]  # fmt: skip
DOCUMENTS = st.lists(
    st.lists(st.sampled_from(WORLD), min_size=1, max_size=4).map(lambda names: tell(*names)),
    max_size=6,
    unique_by=lambda reading: reading.document.identifier,
)


def partition(resolution: Resolution) -> set[frozenset[tuple[str, int, int]]]:
    """The mentions of each entity."""
    groups: dict[str, set[tuple[str, int, int]]] = {}
    for key, entity in resolution.entity_of.items():
        groups.setdefault(entity.id, set()).add(key)
    return {frozenset(group) for group in groups.values()}


@settings(deadline=None)
@given(readings=DOCUMENTS, data=st.data())
def test_the_order_of_documents_changes_nothing(
    readings: list[Reading], data: st.DataObject
) -> None:
    """Shuffled readings give equal entities, mentions and reasons."""
    shuffled = data.draw(st.permutations(readings))
    first, second = resolve_all(*readings), resolve_all(*shuffled)
    assert first.entities == second.entities
    assert dict(first.entity_of) == dict(second.entity_of)
    assert first.judgements == second.judgements


@settings(deadline=None)
@given(readings=DOCUMENTS)
def test_every_name_is_of_one_entity_and_ids_are_their_own(readings: list[Reading]) -> None:
    """Each mention of a name has one entity, ids are unique, and every entity is mentioned."""
    resolution = resolve_all(*readings)
    keys = {(r.document.identifier, m.span.start, m.span.end) for r in readings for m in r.mentions}
    assert set(resolution.entity_of) == keys
    ids = [e.id for e in resolution.entities]
    assert len(ids) == len(set(ids))
    assert {e.id for e in resolution.entity_of.values()} == set(ids)
    assert len(partition(resolution)) == len(ids)


@settings(deadline=None)
@given(readings=DOCUMENTS)
def test_more_documents_part_no_things_that_were_one(readings: list[Reading]) -> None:
    """What two documents make one thing stays one thing where more documents come."""
    whole = resolve_all(*readings).entity_of
    for pair in itertools.combinations(readings, 2):
        for group in partition(resolve_all(*pair)):
            assert len({whole[key].id for key in group}) == 1


@settings(deadline=None)
@given(readings=DOCUMENTS)
def test_clusters_without_a_common_key_are_never_one(readings: list[Reading]) -> None:
    """Resolving each component alone makes the same mentions one as resolving them all."""
    ontology = load_ontology()
    resolver = Resolver(ontology, KNOWN.get)
    clusters = [c for reading in readings for c in gather_clusters(reading, ontology, KNOWN.get)]
    whole = resolve_clusters(clusters, ontology, KNOWN.get)
    components: list[list[Cluster]] = []
    for cluster in clusters:
        keys = set(resolver.list_keys(cluster))
        tied = [g for g in components if any(keys & set(resolver.list_keys(c)) for c in g)]
        components = [g for g in components if g not in tied]
        components.append([cluster, *(c for g in tied for c in g)])
    alone = [resolve_clusters(members, ontology, KNOWN.get) for members in components]
    assert {group for r in alone for group in partition(r)} == partition(whole)
    same = {(j.left, j.right, j.reason) for j in whole.judgements if j.same}
    assert {(j.left, j.right, j.reason) for r in alone for j in r.judgements if j.same} == same


@settings(deadline=None)
@given(readings=DOCUMENTS)
def test_a_crowd_is_resolved_as_its_clusters(readings: list[Reading]) -> None:
    """What several documents tell alike gives what it would give cluster by cluster."""
    twice = [
        replace(reading, document=replace(reading.document, identifier=f"{n}"))
        for n, reading in enumerate([*readings, *readings])
    ]
    once = {(e.id, e.label, e.aliases, e.type) for e in resolve_all(*readings).entities}
    assert {(e.id, e.label, e.aliases, e.type) for e in resolve_all(*twice).entities} == once


WORDS = st.lists(st.from_regex(r"[a-z]{2,6}", fullmatch=True), min_size=2, max_size=4)


@given(words=WORDS, family=st.sampled_from(["organization", "person", "place", "event"]))
def test_case_spaces_and_points_do_not_count(words: list[str], family: str) -> None:
    """However a name is set, its normal form is the same; a person's hyphen may bind syllables."""
    plain = normalize_name(" ".join(words), family)
    assert plain
    assert normalize_name(" ".join(words).upper(), family) == plain
    assert normalize_name("  ".join(words) + " ", family) == plain
    assert family == "person" or normalize_name("-".join(words), family) == plain
