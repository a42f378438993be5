"""Homes of bodies, posts of persons and containing places tell things of one name apart."""

import pytest

from kg.model.claim import Qualifier, Reading
from kg.model.mention import Mention

from .readings import Story, resolve_all


def tell_body(identifier: str, name: str, kind: str, place: str | None) -> Reading:
    """A document on a body, which is that of a place where one is given."""
    story = Story(identifier)
    body = story.name(name, kind)
    if place is not None:
        story.claim(body, "hasJurisdiction", story.name(place, "City"))
    return story.read()


BODIES = [
    ("Ministry of Trade", "Norvik", "Trade Ministry", "Norvik", True),
    ("Ministry of Trade", "Norvik", "Ministry of Trade", "Tarn", False),
    ("Ministry of Trade", "Norvik", "Ministry of Trade", None, False),
    ("Ministry of Ports, Fisheries and Salt", "Norvik", "Ministry of Ports, Fisheries and Salt", None, True),
    ("Ministry of Trade", None, "Ministry of Trade", None, True),
    ("Ministry of Defence", "Norvik", "Defense Ministry", "Norvik", True),
    ("Ministry of Trade", "Norvik", "Ministry of Transport", "Norvik", False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "home", "right", "other", "same"), BODIES)
def test_bodies_are_those_of_their_place(
    left: str, home: str | None, right: str, other: str | None, same: bool
) -> None:
    """One name and one place make one body; a general name without a place stays alone."""
    readings = [
        tell_body("a", left, "GovernmentBody", home),
        tell_body("b", right, "GovernmentBody", other),
    ]
    bodies = [e for e in resolve_all(*readings).entities if e.type == "GovernmentBody"]
    assert len(bodies) == (1 if same else 2)


def test_ids_of_equal_names_tell_the_place() -> None:
    """Neither of two has the plain id, and both have ids that people can read and pin."""
    readings = [
        tell_body("a", "Ministry of Trade", "GovernmentBody", "Norvik"),
        tell_body("b", "Ministry of Trade", "GovernmentBody", "Tarn"),
    ]
    ids = [e.id for e in resolve_all(*readings).entities if e.type == "GovernmentBody"]
    assert ids == ["organization/ministry-of-trade--norvik", "organization/ministry-of-trade--tarn"]


def test_a_mark_never_makes_the_id_of_another_name() -> None:
    """Jane of Doe Company is not Jane Doe, whatever their ids are made of."""
    readings = [
        hold_posts("a", "Jane", ("director", "Doe", "Company")),
        hold_posts("b", "Jane", ("director", "Tarn Bank", "Company")),
        hold_posts("c", "Jane Doe", ("mayor", "Norvik Council", "GovernmentBody")),
    ]
    ids = [e.id for e in resolve_all(*readings).entities]
    assert len(set(ids)) == len(ids)
    assert {"person/jane--doe", "person/jane-doe"} <= set(ids)


def hold_posts(identifier: str, person: str, *posts: tuple[str, str, str]) -> Reading:
    """A document on a person with posts: title, body, type of the body."""
    story = Story(identifier)
    holder = story.name(person, "Person")
    for title, body, kind in posts:
        target: Mention = story.name(body, kind)
        story.claim(holder, "holdsPost", target, Qualifier(name="title", value=title))
    return story.read()


MAYOR, OTHER_MAYOR = ("mayor", "Linz", "City"), ("mayor", "Riga", "City")
CHIEF, CHAIR = ("chief executive", "Norvik", "Company"), ("chairwoman", "Tarka", "Company")
MEMBER, FORMER = ("member", "Tarka", "Company"), ("former mayor", "Riga", "City")
PERSONS = [
    ([[MAYOR], [MAYOR]], 1),
    ([[MAYOR], []], 1),
    ([[MAYOR], [OTHER_MAYOR]], 2),
    ([[CHIEF], [CHAIR]], 2),
    ([[MAYOR], [CHIEF]], 2),
    ([[MAYOR], [MEMBER]], 1),
    ([[MAYOR], [FORMER]], 1),
    ([[MAYOR], [CHIEF], []], 3),
    ([[MAYOR], [CHIEF], [MEMBER]], 3),
    ([[MAYOR], [CHIEF], [MAYOR, CHIEF]], 1),
    ([[CHIEF], [("head", "Norvik Motor", "Company")]], 1),
]


@pytest.mark.parametrize(("posts", "persons"), PERSONS)
def test_posts_decide_identity_of_persons(
    posts: list[list[tuple[str, str, str]]], persons: int
) -> None:
    """Posts of one body join; posts that one person can hardly hold at one time part."""
    readings = [hold_posts(f"d{n}", "Jane Doe", *held) for n, held in enumerate(posts)]
    resolution = resolve_all(*readings)
    assert len({e.id for e in resolution.entities if e.type == "Person"}) == persons
    refused = [j for j in resolution.judgements if not j.same and "Doe" in j.left]
    assert bool(refused) is (persons > 1)


VARIANTS = [
    ("Robert J. Callahan", "Robert Callahan", True),
    ("Teng Hsiao-kang", "Deng Xiaogang", True),
    ("Robert Callahan Sr.", "Robert Callahan", False),
    ("Robert Callahan", "Roberta Callahan", False),
]


@pytest.mark.parametrize(("left", "right", "same"), VARIANTS)
def test_variants_join_with_one_post_only(left: str, right: str, same: bool) -> None:
    """A shorter name and another spelling are one person's where the post is one."""
    readings = [hold_posts("a", left, CHIEF), hold_posts("b", right, CHIEF)]
    assert (len({e.id for e in resolve_all(*readings).entities if e.type == "Person"}) == 1) is same
    readings = [hold_posts("a", left, CHIEF), hold_posts("b", right)]
    assert len({e.id for e in resolve_all(*readings).entities if e.type == "Person"}) == 2


def test_two_officials_of_one_state_are_no_variants() -> None:
    """A state has many posts: a shorter name is one's own where the title is the same."""
    president = ("President", "Tarka", "Country")
    secretary = ("Secretary to the Prime Minister", "Tarka", "Country")
    for post, people in ((president, 1), (secretary, 2)):
        readings = [
            hold_posts("a", "Robert James Callahan", president),
            hold_posts("b", "Robert Callahan", post),
        ]
        found = [e for e in resolve_all(*readings).entities if e.type == "Person"]
        assert len(found) == people


ORDERS = [
    ("Park Ji-hoon", "Ji Hoon Park", True),
    ("Park Ji-hoon", "Park Jihoon", True),
    ("Zhao Wenlin", "Wenlin Zhao", True),
    ("Watanabe Kenji", "Kenji Watanabe", True),
    ("Szabó Gergely", "Gergely Szabo", True),
    ("Li Na", "Na Li", False),
    ("James Oliver", "Oliver James", False),
    ("Mohammed Yousef Karim", "Muhammad Yusuf Kareem", False),
]


@pytest.mark.parametrize(("left", "right", "same"), ORDERS)
def test_the_family_name_may_stand_first_or_last(left: str, right: str, same: bool) -> None:
    """Where it is known which name is the family's; another spelling is a candidate only."""
    resolution = resolve_all(hold_posts("a", left), hold_posts("b", right))
    assert (len(resolution.entities) == 1) is same
    if "Karim" in left:
        assert [j.reason.split(":")[0] for j in resolution.judgements] == ["candidate"]


def call_short(identifier: str, full: str, short: str) -> Reading:
    """A document that calls a company by a short name too."""
    story = Story(identifier)
    company = story.name(full, "Company")
    story.name(short, "Company", same_as=company, reason="short form")
    return story.read()


def name_company(identifier: str, name: str) -> Reading:
    """A document that names a company."""
    story = Story(identifier)
    story.name(name, "Company")
    return story.read()


@pytest.mark.parametrize(
    ("others", "companies"),
    [
        ([], 2),
        ([call_short("c", "Norvik Freight Services", "Norvik")], 1),
        ([call_short("c", "Norvik Freight Services", "Norvik"), name_company("d", "Norvik Steel")], 3),
    ],
    ids=["nobody says so", "one text says so", "another name begins with it"],
)  # fmt: skip
def test_a_short_name_is_that_of_the_one_called_so(others: list[Reading], companies: int) -> None:
    """A bare short name joins what a text calls so, unless it may be another's."""
    readings = [name_company("a", "Norvik"), name_company("b", "Norvik Freight Services"), *others]
    assert len(resolve_all(*readings).entities) == companies


@pytest.mark.parametrize("word", ["Delta", "National", "Union", "General", "First"])
def test_common_words_are_no_short_names(word: str) -> None:
    """What any company may be called tells none."""
    readings = [call_short("a", f"{word} Air Lines", word), name_company("b", word)]
    assert len(resolve_all(*readings).entities) == 2
    readings = [name_company("a", f"{word} Group"), name_company("b", word)]
    assert len(resolve_all(*readings).entities) == 2
