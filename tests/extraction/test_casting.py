"""Names whose type a rule decides: companies in lists of clients, titles of works."""

import pytest

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

CASES = [
    (
        "The studio released the films The Lighthouse of Velm and Dusk.",
        {("produces", "The Lighthouse of Velm"), ("produces", "Dusk")},
    ),
    (
        "Its clients include Brivo, Hentzo and Kalmo.",
        {("supplies", "Brivo"), ("supplies", "Hentzo"), ("supplies", "Kalmo")},
    ),
    (
        "Its clients include Brivo, Jane Doe and Kalmo.",
        {("supplies", "Brivo"), ("supplies", "Kalmo")},
    ),
    (
        "Its clients include Brivo, based in Ruritania, Hentzo (since 2019) and Kalmo.",
        {("supplies", "Brivo"), ("supplies", "Hentzo"), ("supplies", "Kalmo")},
    ),
    (
        "The studio released films such as Dusk, directed by Jane Doe, Velm by John Roe and Harbour.",
        {("produces", "Dusk"), ("produces", "Velm"), ("produces", "Harbour")},
    ),
    (
        "The studio produced many films that won prizes, including Jane Eyre (1996) and Dusk.",
        {("produces", "Jane Eyre"), ("produces", "Dusk")},
    ),
    (
        "The studio produced the Brivo series Dusk, the Kalmo series Velm and a show for Hentzo.",
        {("produces", "Dusk"), ("produces", "Velm"), ("supplies", "Hentzo")},
    ),
    (
        "The studio made films for networks including Brivo and Hentzo.",
        {("supplies", "Brivo"), ("supplies", "Hentzo")},
    ),
    (
        "The studio released Friday (1995), It Follows The Harbour and the Ruritanian-language Velm.",
        {("produces", "Friday"), ("produces", "It Follows The Harbour"), ("produces", "Velm")},
    ),
    (
        "Its clients include Brivo's, Hentzo and Kalmo.",
        {("supplies", "Brivo"), ("supplies", "Hentzo"), ("supplies", "Kalmo")},
    ),
    ("Casewise has many clients, which include Brivo Motors.", {("supplies", "Brivo Motors")}),
    ("Velmar supplies parts for Brivo Motors.", {("supplies", "Brivo Motors")}),
    ("Yesterday was bad for Brivo Motors.", set()),
    (
        "The studio released films such as Dusk, 13 Steps and What Sailors Want.",
        {
            ("produces", "Dusk"),
            ("produces", "13 Steps"),
            ("produces", "What Sailors Want"),
        },
    ),
    (
        "The studio released the films Dusk, Harbour Lights, a sequel to it, and Velm.",
        {("produces", "Dusk"), ("produces", "Harbour Lights"), ("produces", "Velm")},
    ),
    (
        "Its clients include Brivo, Hentzo and other shipping firms such as Kalmo and Tarno.",
        {("supplies", name) for name in ("Brivo", "Hentzo", "Kalmo", "Tarno")},
    ),
    (
        "The company made games for years. Notable productions include Dusk and Velm.",
        {("produces", "games"), ("produces", "Dusk"), ("produces", "Velm")},
    ),
    (
        "Its clients include Brivo, 7Hentzo, Kalmo along with Tarno and Velmo.",
        {("supplies", name) for name in ("Brivo", "7Hentzo", "Kalmo", "Tarno", "Velmo")},
    ),
    (
        "Its clients include Brivo in 2004, Hentzo in 2006 and Kalmo.",
        {("supplies", "Brivo"), ("supplies", "Hentzo"), ("supplies", "Kalmo")},
    ),
    ("Hentzo is led by Kalmo Films and was moved, including Brivo.", set()),
    ("The studio released the film on Monday.", set()),
    ("The studio launched its shows in Paris.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_rule_decides_what_a_name_is(
    pipeline: Pipeline, text: str, expected: set[tuple[str, str]]
) -> None:
    """Each name of the list gives a claim; places, dates and common words give none."""
    reading = pipeline.read(Document(identifier="cast", text=text))
    found = {(c.predicate, c.object.text) for c in reading.claims if isinstance(c.object, Mention)}
    assert {f for f in found if f[0] in {"produces", "supplies"}} == expected


@pytest.mark.parametrize(
    ("text", "buyer", "bought"),
    [
        ("In May, Inkling Dale bought Norvik Steel.", "Inkling Dale", "Norvik Steel"),
        ("The Inkling was bought by Norvik Steel.", "Norvik Steel", "Inkling"),
        ("Bottle Rocket was bought by Norvik Steel.", "Norvik Steel", "Bottle Rocket"),
        ("It was bought by Lodz, Poland-based networking firm Norvik.", "Norvik", "It"),
        ("Lodz, Poland-based Norvik Steel bought Zenda Dairy.", "Norvik Steel", "Zenda Dairy"),
    ],
)
def test_a_subject_that_nothing_named_may_begin_a_rule(
    pipeline: Pipeline, text: str, buyer: str, bought: str
) -> None:
    """Proper names that open a clause count, where a rule tells that they are companies."""
    reading = pipeline.read(Document(identifier="open", text=text))
    found = {
        (c.subject.text, c.object.text)
        for c in reading.claims
        if c.predicate == "acquires" and isinstance(c.object, Mention)
    }
    assert found == {(buyer, bought)}
