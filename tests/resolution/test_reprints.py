"""Reprints of one text are one source; two texts on one matter are two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Reading
from kg.resolution.reprints import count_sources, sign_text

from .readings import Story, make_statements

HEAD = "Norvik opens battery plant in Tarka\nBy Jane Doe\n"
BODY = (
    "Norvik Group opened a battery plant in Tarka on Tuesday, its third on the coast and the first "
    "that will supply makers of electric buses.\n",
    "The plant cost 240 million euros and employs 600 people, the company said in a statement, with "
    "another 200 to be hired by the end of next year.\n",
    'Mayor John Roe called the opening "the best news that this harbour has had in a generation" and '
    "promised a new road from the port to the works.\n",
    "Norvik, based in Antwerp, bought the land four years ago from a shipyard that had closed, and "
    "spent two years cleaning the ground before building could begin.\n",
    "Shares of the company rose two per cent in early trade.\n",
)
ARTICLE = HEAD + "".join(BODY)
OTHER_AUTHOR = (
    "New works bring jobs to the Tarka waterfront\nBy Ann Poe\n"
    "After years of delay a factory for batteries has started up beside the docks of Tarka. Norvik "
    "Group, its owner, says 600 people work there already.\n"
    'For Mayor John Roe it is "the best news that this harbour has had in a generation". Neighbours '
    "are less sure: the lorries, they say, pass their windows all night, and the road that was "
    "promised to them has not been begun.\n"
    "The shipyard that once stood here left oil in the soil. Cleaning it took the company two years "
    "and a good part of the 240 million euros that it has spent.\n"
)
REPRINTS = {
    "the same": ARTICLE,
    "another headline": ARTICLE.replace("Norvik opens battery plant in Tarka", "A plant for buses"),
    "another byline": ARTICLE.replace("By Jane Doe", "Tarka Daily staff"),
    "no last paragraph": HEAD + "".join(BODY[:-1]),
    "the first half": HEAD + "".join(BODY[:2]),
    "all of that": "Buses to run on Tarka cells\n" + "".join(BODY[:-2]),
    "other marks and case": ARTICLE.upper().replace('"', "“").replace("\n", "\n\n"),
    "words changed here and there": ARTICLE.replace("Tuesday", "Monday").replace("600", "610"),
}
ANOTHER = {
    "another author": OTHER_AUTHOR,
    "another text with a paragraph of it": OTHER_AUTHOR + BODY[1],
    "one sentence of it": "Jane Doe has left.\n" * 2 + "A plant in Tarka made by Norvik Group.",
    "nothing": "",
}


@pytest.mark.parametrize("text", REPRINTS.values(), ids=REPRINTS.keys())
def test_a_reprint_is_no_further_source(text: str) -> None:
    """Another head, another byline and a missing end leave it the text that it is."""
    assert count_sources([sign_text(ARTICLE), sign_text(text)]) == 1


@pytest.mark.parametrize("text", ANOTHER.values(), ids=ANOTHER.keys())
def test_another_text_is_another_source(text: str) -> None:
    """The same names, figures and quotations do not make a reprint."""
    assert count_sources([sign_text(ARTICLE), sign_text(text)]) == 2


def test_a_reprint_of_a_reprint_is_no_further_source() -> None:
    """Two cuttings that share nothing are one source where the whole stands beside them."""
    first, second = "".join(BODY[:2]), "".join(BODY[2:])
    cuttings = [sign_text(first), sign_text(second)]
    assert count_sources(cuttings) == 2
    assert count_sources([*cuttings, sign_text(ARTICLE)]) == 1


@given(st.permutations([*REPRINTS.values(), *ANOTHER.values(), OTHER_AUTHOR]))
def test_the_order_of_documents_does_not_matter(texts: list[str]) -> None:
    """One article, one by another author with its longer form, a short note and an empty text."""
    assert count_sources(sign_text(text) for text in texts) == 4


def test_a_signature_is_the_same_everywhere() -> None:
    """No seed, process or machine goes into it: stores keep it."""
    signature = sign_text("Norvik Group opened a plant in Antwerp.")
    assert signature.size == 3
    assert signature.minima[:8].hex() == "44300cc49db0c6c8"


def _tell(identifier: str, text: str, *, signed: bool = True) -> Reading:
    """A document that says that Norvik Group invested in Antwerp, under the signature of `text`."""
    story = Story(identifier)
    company, city = story.name("Norvik Group", "Company"), story.name("Antwerp", "City")
    story.claim(company, "investsIn", city)
    return replace(story.read(), signature=sign_text(text) if signed else None)


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ([ARTICLE], 1),
        ([ARTICLE, REPRINTS["another headline"]], 1),
        ([ARTICLE, OTHER_AUTHOR], 2),
        ([ARTICLE, OTHER_AUTHOR, REPRINTS["the first half"]], 2),
    ],
)
def test_a_statement_tells_its_independent_sources(texts: list[str], count: int) -> None:
    """It keeps the evidence of every document all the same."""
    readings = [_tell(f"{n}.txt", text) for n, text in enumerate(texts)]
    (statement,) = make_statements(*readings)
    assert statement.independent_sources == count
    assert len(statement.evidence) == len(texts)


def test_a_document_without_signature_is_a_source_of_its_own() -> None:
    """Readings made without it lose nothing."""
    readings = [_tell(name, ARTICLE, signed=name == "a") for name in ("a", "b", "c")]
    (statement,) = make_statements(*readings)
    assert statement.independent_sources == 3
