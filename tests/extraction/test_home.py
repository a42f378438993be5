"""Which country a text speaks from: that of its dateline, where the text tells of it."""

import pytest

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

_HEADLINE = "Norvik terminal gets wider yard\n\n"
_STORY = (
    "Finland paid for a new crane at the Norvik terminal, which was opened on Sunday.\n\n"
    "Trade Minister Jane Tarko said the Finnish money showed trust in {land}. "
    "Finland will pay again, and {land}'s ports will grow.\n"
)


@pytest.mark.parametrize(
    ("opening", "land", "country"),
    [
        ("KARACHI: ", "Pakistan", "Pakistan"),
        ("Karachi - ", "Pakistan", "Pakistan"),
        ("By our correspondent in Karachi\n\n", "Pakistan", "Pakistan"),
        ("Staff Correspondent, Lima\n\n", "Peru", "Peru"),
        ("LIMA, May 3 (Tarka Wire) - ", "Peru", "Peru"),
        ("Lima, May 3 (TW): ", "Peru", "Peru"),
        ("Lima, Feb. 12, 2026, TW – ", "Peru", "Peru"),
        ("Hung Yen (TW) – ", "Vietnam", "Vietnam"),
        ("Lima grew fast – ", "Peru", "Finland"),
        ("LIMA: ", "the country", None),
        ("", "the country", "Finland"),
    ],
)
def test_a_minister_is_of_the_country_that_the_text_is_sent_from(
    pipeline: Pipeline, opening: str, land: str, country: str | None
) -> None:
    """Whoever acts in the lead; nobody's, where that country is not told."""
    text = _HEADLINE + opening + _STORY.format(land=land)
    reading = pipeline.read(Document(identifier="x", text=text))
    posts = [c.object for c in reading.claims if c.predicate == "holdsPost"]
    told = {place.text for place in posts if isinstance(place, Mention)}
    assert told == ({country} if country else set())


@pytest.mark.parametrize(
    "envoy",
    [
        "India's High Commissioner Ravi Tarko",
        "the Indian High Commissioner, Ravi Tarko",
        "Indian Ambassador Ravi Tarko",
        "the consul-general of India, Ravi Tarko",
    ],
)
def test_a_minister_is_not_of_the_country_whose_envoy_he_meets(
    pipeline: Pipeline, envoy: str
) -> None:
    """It is the only country told, but an envoy is abroad."""
    text = f"Trade Minister Jane Norvik met {envoy}.\n"
    reading = pipeline.read(Document(identifier="x", text=text))
    holders = {c.subject.text for c in reading.claims if c.predicate == "holdsPost"}
    assert holders == {"Ravi Tarko"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President Jane Tarko opened a forum in Astana. Guests from Peru came.", None),
        ("A forum in Astana, Kazakhstan, was opened by President Jane Tarko. Peru sent guests.", "Kazakhstan"),
        ("President Jane Tarko met traders from Peru in Astana.", None),
        ("President Jane Tarko said in Astana that Peru would sign.", "Peru"),
        ("President Jane Tarko said that tariffs on Peruvian copper would rise. Peru will reply.", None),
        ("Trade Minister Jane Tarko announced an embargo against Peru. Peru will reply.", None),
        ("Prime Minister Jane Tarko visited Lima. Peru will buy ten jets.", None),
        ("Prime Minister Jane Tarko visited Arequipa. Peru will buy ten jets.", "Peru"),
        ("President Jane Tarko received traders from Finland in Lima. Peru needs roads.", "Peru"),
        (
            "Trade Minister Jane Tarko and her Finnish counterpart, Juha Norvik, met in Helsinki. "
            "Peru sells copper to Finland.",
            "Peru",
        ),
    ],
)  # fmt: skip
def test_a_president_is_not_of_the_land_that_another_seat_or_a_tariff_tells_apart(
    pipeline: Pipeline, text: str, country: str | None
) -> None:
    """Who is host in a capital is of that land, and who bars a land's goods or comes to it is of elsewhere."""
    reading = pipeline.read(Document(identifier="x", text=text))
    posts = [c for c in reading.claims if c.predicate == "holdsPost"]
    of = {c.object for c in posts if c.subject.text == "Jane Tarko"}
    told = {place.known_as for place in of if isinstance(place, Mention)}
    assert told == ({f"country/{country.lower()}"} if country else set())
