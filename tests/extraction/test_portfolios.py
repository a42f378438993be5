"""Ministers of every field that governments give, in the forms in which news names them."""

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline

FIELDS = [
    "Finance", "Energy", "Health", "Education", "Defence", "Interior", "Home Affairs", "Trade", "Commerce",
    "Industry", "Transport", "Tourism", "Agriculture", "Environment", "Labour", "Culture", "Sports", "Science",
    "Digital Economy", "Economy", "Economic Affairs", "Infrastructure", "Housing", "Water", "Mining",
    "Petroleum", "Oil", "Power", "Railways", "Shipping", "Ports", "Civil Aviation", "Information",
    "Communications", "Planning", "Investment", "Youth", "Immigration", "Security", "Fisheries", "Lands",
    "Public Works", "Technology", "Social Affairs", "Foreign Trade", "Natural Resources",
    "Regional Development", "Logistics", "Electricity", "Irrigation", "Construction", "Urban Development",
]  # fmt: skip
FORMS = [
    "Kenyan {} Minister Jane Doe said so.",
    "Kenya's {} Minister Jane Doe said so.",
    "Jane Doe, Kenya's {} minister, said so.",
    "Jane Doe, Kenya's minister of {}, said so.",
    "Kenya's Minister of {} Jane Doe said so.",
    "Kenya's Minister for {}, Jane Doe, said so.",
    "The Kenyan {} minister, Jane Doe, said so.",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_minister_is_of_the_country_whatever_the_field(pipeline: Pipeline, form: str) -> None:
    """The post is the country's, its title holds the field, and nothing else is claimed of either."""
    wrong = {}
    for field in FIELDS:
        told = field.lower() if "minister" in form else field
        text = f"News from Antwerp\n\n{form.format(told)}\n"
        claims = pipeline.read(Document(identifier="case", text=text)).claims
        found = [
            (claim.subject.text, claim.predicate, getattr(claim.object, "type", ""))
            for claim in claims
        ]
        titles = [q.value for claim in claims for q in claim.qualifiers if q.name == "title"]
        if found != [("Jane Doe", "holdsPost", "Country")] or told.split()[0] not in str(titles):
            wrong[field] = found, titles
    assert wrong == {}


@pytest.mark.parametrize(
    "title",
    [
        "Ports and Airports Minister",
        "Airports and Trade Minister",
        "Shipping and Waterways Minister",
        "Police and Prisons Minister",
        "Minister of Livestock and Peace",
    ],
)
def test_a_minister_has_all_fields_of_his_title(pipeline: Pipeline, title: str) -> None:
    """No field is taken for a firm or a part of the name."""
    text = f"{title} Jane Doe told Kenya's parliament so.\n"
    reading = pipeline.read(Document(identifier="x", text=text))
    told = {
        (c.subject.text, c.find_qualifier("title"))
        for c in reading.claims
        if c.predicate == "holdsPost"
    }
    assert told == {("Jane Doe", title)}
