"""A sum or length that is told again in another unit costs no claim: what follows it is read as without."""

import re

import pytest

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.mention import Mention, MentionKind, read_unit
from kg.pipeline import Pipeline

from .plain_items import FOLDER, read_items

_FILES = ("deals", "figures-deals", "figures-firms", "figures-news", "figures-sums", "sums")
_AGAIN = {
    "USD": "about 12.5 billion baht",
    "EUR": "about 12.5 billion baht",
    "GBP": "$1.3 billion; €1.2 billion",
    "INR": "US$12 million at current exchange rates",
    "CNY": "or $7 million",
    "km": "1,622 miles",
    "m": "6,561 feet",
    "ha": "2,470 acres",
    "MW": "12,345 horsepower",
}
_GOES_ON = re.compile(r"\s?[(/-]|\s(?:a|per|each|or)\b")  # "$3 a tonne", "650-metre-long"


@pytest.mark.parametrize("stem", _FILES)
def test_brackets_behind_values_cost_no_claim(pipeline: Pipeline, stem: str) -> None:
    """Items with such brackets behind their values give the claims that they give without."""
    changed, lost = 0, {}
    for item in read_items(FOLDER / f"{stem}.txt"):
        reading = pipeline.read(Document(identifier="plain", text=item.text))
        text = _tell_again(item.text, reading.mentions)
        if text == item.text:
            continue
        changed += 1
        if {*map(_tell, reading.claims)} != {*map(_tell, _read(pipeline, text))}:
            lost[item.name] = text
    assert changed > 2
    assert lost == {}


@pytest.mark.parametrize(
    ("start", "again", "end"),
    [
        ("Norvik paid 30 million yuan", ", or about $4.2 million,", " for Tarka Foods."),
        ("Norvik bought Tarka Foods for 800 pounds", " ($1,000)", " in 2020."),
        ("Norvik's profit rose to £12m", " (then worth $15m)", " in 2016."),
        ("Norvik's sales rose to $3.8m to $4.9m", " (£2m to £2.6m)", " in 2016."),
        ("The Tarka Mill makes 3 million tonnes", " (3.3 million tons)", " of paper a year."),
        ("The Tarka Mill has an output of 3 tonnes", " (3.3 tons)", " a year."),
    ],
)
def test_other_ways_to_tell_a_sum_again_cost_no_claim(
    pipeline: Pipeline, start: str, again: str, end: str
) -> None:
    """Without brackets, with a word before or behind, as a span, before what it is a rate of."""
    texts = (f"{start}{end}", f"{start}{again}{end}")
    plain, told = ([*map(_tell, _read(pipeline, text))] for text in texts)
    assert plain
    assert [claim[:3] for claim in told] == [claim[:3] for claim in plain]


def test_what_is_more_than_the_sum_stays(pipeline: Pipeline) -> None:
    """Brackets that tell another time or share are read as brackets."""
    text = "Norvik's profit rose to $5 million (2023: $4 million), and sales to $9 million (up 5%)."
    (parsed,) = pipeline.parse(Document(identifier="x", text=text))
    assert parsed.parse.words.count("(") == 2


def _read(pipeline: Pipeline, text: str) -> tuple[Claim, ...]:
    return pipeline.read(Document(identifier="plain", text=text)).claims


def _tell_again(text: str, mentions: tuple[Mention, ...]) -> str:
    for mention in sorted(mentions, key=lambda m: -m.span.start):
        plain = mention.kind is MentionKind.QUANTITY and not mention.equivalents
        again, end = _AGAIN.get(read_unit(mention) or ""), mention.span.end
        if plain and again and not _GOES_ON.match(text, end):
            text = f"{text[:end]} ({again}){text[end:]}"
    return text


def _tell(claim: Claim) -> tuple[str, ...]:
    """A claim as far as brackets must not change it."""
    thing = claim.object
    told = _name(thing) if isinstance(thing, Mention) else thing.value
    more = sorted(f"{q.name} {_name(q.value)}" for q in claim.qualifiers if q.name != "equivalent")
    return claim.subject.text, claim.predicate, told, claim.modality.value, *more


def _name(value: object) -> str:
    return str(value.value or value.text) if isinstance(value, Mention) else str(value)
