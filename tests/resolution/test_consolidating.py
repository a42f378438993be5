"""Claims become statements: none lost, none invented, contradictions kept apart."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.claim import Claim, Literal, Modality, Qualifier, Reading
from kg.model.document import Span
from kg.model.period import Period
from kg.model.quantity import Quantity

from .readings import Story, make_statements

YEAR = Qualifier(
    name="time",
    value=Period(edtf="2024", start=datetime.date(2024, 1, 1), end=datetime.date(2024, 12, 31)),
)
OTHER_YEAR = Qualifier(name="time", value=Period(edtf="2023"))
MONEY = Qualifier(name="amount", value=Quantity(value=Decimal(10), unit="EUR"))
MORE_MONEY = Qualifier(name="amount", value=Quantity(value=Decimal(20), unit="EUR"))


def invest(
    identifier: str,
    *qualifiers: Qualifier,
    modality: Modality = Modality.ACTUAL,
    confidence: float = 0.9,
) -> Reading:
    """A document that says that Norvik Group invested in Antwerp."""
    story = Story(identifier)
    company, city = story.name("Norvik Group", "Company"), story.name("Antwerp", "City")
    story.claim(company, "investsIn", city, *qualifiers, modality=modality, confidence=confidence)
    return story.read()


def test_two_documents_that_say_the_same_make_one_statement() -> None:
    """The statement has the evidence of both, sorted, and the surest confidence."""
    (statement,) = make_statements(invest("b", confidence=0.6), invest("a", confidence=0.8))
    assert [e.document for e in statement.evidence] == ["a", "b"]
    assert statement.confidence == 0.8
    assert statement.subject.id == "organization/norvik-group"
    assert statement.rules == ("test/rule",)


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ((MONEY,), (MONEY,), 1),
        ((MONEY,), (MORE_MONEY,), 2),
        ((YEAR,), (OTHER_YEAR,), 2),
        ((YEAR,), (), 1),
        ((MONEY, YEAR), (MONEY,), 1),
        ((), (), 1),
    ],
)
def test_contradicting_details_part_a_statement(
    left: tuple[Qualifier, ...], right: tuple[Qualifier, ...], count: int
) -> None:
    """Details that contradict each other give two statements, others are gathered on one."""
    statements = make_statements(invest("a", *left), invest("b", *right))
    assert len(statements) == count
    assert len({s.id for s in statements}) == count
    assert sum(len(s.evidence) for s in statements) == 2


def test_a_gathered_statement_has_the_details_of_both() -> None:
    """Details of one document stand beside those of the other."""
    (statement,) = make_statements(invest("a", MONEY, YEAR), invest("b", MONEY))
    assert [q.name for q in statement.qualifiers] == ["amount", "time"]


def test_modalities_are_statements_of_their_own() -> None:
    """What one document plans and another denies are two statements beside the fact."""
    readings = [invest(m.value, modality=m) for m in Modality]
    assert {s.modality for s in make_statements(*readings)} == set(Modality)


def test_symmetric_predicates_have_one_direction() -> None:
    """ "A works with B" and "B works with A" are one statement."""
    readings = []
    for identifier, names in (("a", ("Kenya", "Uganda")), ("b", ("Uganda", "Kenya"))):
        story = Story(identifier)
        first, second = (story.name(name, "Country") for name in names)
        story.claim(first, "cooperatesWith", second)
        readings.append(story.read())
    (statement,) = make_statements(*readings)
    assert statement.subject.label == "Kenya"
    assert len(statement.evidence) == 2


def test_directed_predicates_keep_their_direction() -> None:
    """ "A supplies B" and "B supplies A" are two statements."""
    readings = []
    for identifier, names in (("a", ("Norvik", "Tarn")), ("b", ("Tarn", "Norvik"))):
        story = Story(identifier)
        first, second = (story.name(name, "Company") for name in names)
        story.claim(first, "supplies", second)
        readings.append(story.read())
    assert len(make_statements(*readings)) == 2


@pytest.mark.parametrize(("least", "count"), [(0.0, 2), (0.5, 2), (0.6, 1), (0.9, 1), (0.91, 0)])
def test_claims_below_the_confidence_asked_for_are_left_out(least: float, count: int) -> None:
    """The limit itself is in; a statement of two claims stands on the surer one alone."""
    readings = [invest("a", MONEY, confidence=0.5), invest("b", MORE_MONEY, confidence=0.9)]
    statements = make_statements(*readings, min_confidence=least)
    assert len(statements) == count
    assert all(s.confidence >= least for s in statements)


def test_nothing_is_said_of_a_thing_and_itself() -> None:
    """Two names of one thing in a claim give no statement."""
    story = Story("a")
    full = story.name("Norvik Group", "Company")
    short = story.name("Norvik", "Company", same_as=full)
    story.claim(short, "subsidiaryOf", full)
    assert make_statements(story.read()) == []


def test_a_date_is_a_literal() -> None:
    """An object that is a date keeps its EDTF and its bounds."""
    story = Story("a")
    company = story.name("Norvik Group", "Company")
    story.text += "2012"
    span = Span(len(story.text) - 4, len(story.text))
    date = Literal(value="2012", datatype="edtf", span=span, period=Period(edtf="2012"))
    story.claim(company, "foundedOn", date)
    (statement,) = make_statements(story.read())
    assert (statement.predicate, getattr(statement.object, "value", None)) == ("foundedOn", "2012")


COMPANIES = ["Norvik Group", "Tarn", "Kestrel"]
CITIES = ["Antwerp", "Riga"]
QUALIFIERS = st.lists(
    st.sampled_from([MONEY, MORE_MONEY, YEAR, OTHER_YEAR]), max_size=2, unique_by=lambda q: q.name
)


@st.composite
def documents(draw: st.DrawFn) -> list[Reading]:
    """Documents with a few claims over the same companies and cities."""
    readings = []
    for n in range(draw(st.integers(0, 4))):
        story = Story(f"document-{n}")
        for _ in range(draw(st.integers(0, 3))):
            company = story.name(draw(st.sampled_from(COMPANIES)), "Company")
            other = draw(st.sampled_from(COMPANIES))
            if draw(st.booleans()) and other != company.text:
                predicate, target = "cooperatesWith", story.name(other, "Company")
            else:
                predicate, target = "investsIn", story.name(draw(st.sampled_from(CITIES)), "City")
            modality = draw(st.sampled_from(Modality))
            story.claim(company, predicate, target, *draw(QUALIFIERS), modality=modality)
        readings.append(story.read())
    return readings


@settings(deadline=None)
@given(readings=documents())
def test_no_claim_is_lost_and_none_invented(readings: list[Reading]) -> None:
    """Each claim's passage stands under a statement that says it, and each evidence is a claim's."""
    statements = make_statements(*readings)
    said = {
        (e.document, e.span, s.predicate, s.modality, frozenset(_names(s.subject, s.object)))
        for s in statements
        for e in s.evidence
    }
    claimed = {
        (r.document.identifier, c.evidence, c.predicate, c.modality, frozenset(_claimed(c)))
        for r in readings
        for c in r.claims
    }
    assert said == claimed
    details = {(e.document, q.name) for s in statements for e in s.evidence for q in s.qualifiers}
    for reading in readings:
        for claim in reading.claims:
            for qualifier in claim.qualifiers:
                assert (reading.document.identifier, qualifier.name) in details
    for statement in statements:
        for evidence in statement.evidence:
            text = next(r for r in readings if r.document.identifier == evidence.document)
            assert text.document.text[evidence.span.start : evidence.span.end] == evidence.quote


def _names(*things: object) -> list[str]:
    return [str(getattr(thing, "label", "")) for thing in things]


def _claimed(claim: Claim) -> list[str]:
    return [claim.subject.text, str(getattr(claim.object, "text", ""))]


@settings(deadline=None)
@given(readings=documents(), data=st.data())
def test_the_order_of_documents_changes_no_statement(
    readings: list[Reading], data: st.DataObject
) -> None:
    """Shuffled readings give the same statements, in the same order, to the last detail."""
    shuffled = data.draw(st.permutations(readings))
    assert make_statements(*readings) == make_statements(*shuffled)


@pytest.mark.parametrize(
    ("endings", "count"),
    [
        ({"a": [".."], "b": [None]}, 2),
        ({"a": [None], "b": [None]}, 1),
        ({"a": [".."], "b": [".."]}, 1),
        ({"a": ["..", None]}, 1),
        ({"a": ["..", None], "b": [None]}, 2),
    ],
)
def test_a_former_post_and_the_post_are_two_statements(
    endings: dict[str, list[str | None]], count: int
) -> None:
    """Where two documents tell of them: the older does not know that the post would end."""
    readings = []
    for name, ends in endings.items():
        story = Story(name)
        person, city = story.name("Jane Doe", "Official"), story.name("Antwerp", "City")
        for end in ends:
            details = [Qualifier(name="title", value="Mayor")]
            if end is not None:
                details.append(Qualifier(name="endTime", value=Period(edtf=end)))
            story.claim(person, "holdsPost", city, *details)
        readings.append(story.read())
    statements = make_statements(*readings)
    assert len(statements) == count
    assert make_statements(*reversed(readings)) == statements
