import contextlib
import datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import TermError, UsageError
from kg.model.document import Span
from kg.rdf import terms as t

ANY_TEXT = st.text(st.characters())  # lone surrogates included


@pytest.mark.parametrize(
    ("edtf", "datatype"),
    [
        ("2025-11-25", t.DATE),
        ("2024", t.YEAR),
        ("2024-02", t.MONTH),
        ("2024-21", t.EDTF),
        ("2025-01/2025-10", t.EDTF),
        ("../2030", t.EDTF),
        ("2024-02-30", ox.NamedNode(t.XSD + "string")),
    ],
)
def test_a_date_has_the_narrowest_datatype_that_holds_it(edtf: str, datatype: ox.NamedNode) -> None:
    """Full days, months and years are XSD values; other EDTF keeps its own datatype."""
    assert t.make_edtf(edtf) == ox.Literal(edtf, datatype=datatype)


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        ("1E+10", "10000000000", t.INTEGER),
        ("6.10", "6.1", t.DECIMAL),
        ("-0", "0", t.INTEGER),
        ("-3.0", "-3", t.INTEGER),
    ],
)
def test_a_number_is_written_in_full(value: str, text: str, datatype: ox.NamedNode) -> None:
    """No exponent, no trailing zeros, integer where integral."""
    assert t.make_number(Decimal(value)) == ox.Literal(text, datatype=datatype)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+99999", "1E-99999"])
def test_what_is_no_reasonable_number_is_refused(value: str) -> None:
    """NaN, infinity and numbers of a thousand digits raise TermError."""
    with pytest.raises(TermError):
        t.make_number(Decimal(value))


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://a.example/b c?d=[1]#e", "https://a.example/b%20c?d=%5B1%5D#e"),
        ("HTTPS://a.example/100%", "HTTPS://a.example/100%25"),
        (" http://a.example/é ", "http://a.example/é"),
        ("http://a.example/> <urn:x>", "http://a.example/%3E%20%3Curn:x%3E"),
    ],
)
def test_a_web_address_becomes_an_iri(url: str, iri: str) -> None:
    """What an IRI cannot hold is percent-encoded; the rest stays as it is."""
    assert t.make_link(url) == ox.NamedNode(iri)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "news/1.html", "", "http://", "id:x", "file:///a"]
)
def test_what_is_no_web_address_becomes_a_literal(url: str) -> None:
    """A link that is no absolute http or https IRI is kept as text."""
    assert t.make_link(url) == ox.Literal(url)


def test_an_iri_that_reads_as_a_short_form_is_refused() -> None:
    """A text such as "kg:x" would change its meaning where prefixes are known."""
    with pytest.raises(TermError, match="kg:x"):
        t.make_iri("kg:x")


@pytest.mark.parametrize("base", ["", "no scheme/", "http://a.example/#", "http://a b/"])
def test_a_bad_base_is_refused(base: str) -> None:
    """A base has to be an absolute IRI without a fragment."""
    with pytest.raises(UsageError):
        t.format_base(base)


def test_a_base_is_closed_with_a_slash() -> None:
    """Ids follow the base as path segments."""
    assert t.format_base("http://a.example/x") == "http://a.example/x/"


def test_a_passage_names_its_characters() -> None:
    """The fragment is an RFC 5147 character range."""
    maker = t.TermMaker("http://a.example/")
    iri = maker.make_passage("articles/a.txt", Span(1, 5)).value
    assert iri == maker.get_document("articles/a.txt").value + "#char=1,5"


def test_an_empty_id_is_refused() -> None:
    """Nothing is given the IRI of the base itself."""
    with pytest.raises(TermError):
        t.TermMaker("http://a.example/").get_node("\x00")


@given(ANY_TEXT)
def test_any_text_becomes_terms_or_a_term_error(text: str) -> None:
    """No text breaks the gate in another way than by TermError."""
    t.make_string(text)
    t.make_link(text)
    t.make_edtf(text)
    assert len(t.make_verbatim(text).value) == len(text)
    for make in (t.make_iri, t.TermMaker("http://a.example/").get_node):
        with contextlib.suppress(TermError):
            assert make(text).value


def test_a_day_is_an_xsd_date() -> None:
    """Days are written with four digits of the year."""
    assert t.make_day(datetime.date(987, 1, 2)).value == "0987-01-02"
