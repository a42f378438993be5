"""Cutting a long document and putting it together again changes no offset."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Claim, Literal, Qualifier, Reading
from kg.model.document import Document, Span
from kg.model.mention import Coreference, Mention, MentionKind
from kg.model.sections import join_readings, split_document

TEXTS = st.text(alphabet="ab. \n中😀", max_size=300)
LIMITS = st.integers(min_value=2, max_value=60)


@given(text=TEXTS, limit=LIMITS)
def test_sections_are_the_text(text: str, limit: int) -> None:
    """Sections come in order, none is empty or too long, and together they are the document."""
    sections = split_document(Document(identifier="x", text=text), limit=limit)
    assert "".join(section.text for _, section in sections) == text
    assert all(section.text == text[offset : offset + len(section.text)] for offset, section in sections)  # fmt: skip
    assert all(len(section.text) <= limit for _, section in sections)
    assert all(section.text for _, section in sections) or not text
    assert {section.identifier for _, section in sections} == {"x"}


@given(
    text=TEXTS,
    limit=LIMITS,
    holes=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=4),
)
def test_ignored_passages_keep_their_place(
    text: str, limit: int, holes: list[tuple[int, int]]
) -> None:
    """The code points that are ignored are the same before and after cutting."""
    ignored = tuple(
        Span(min(start, len(text)), min(start + length, len(text))) for start, length in holes
    )
    document = Document(identifier="x", text=text, ignored=ignored)
    before = {i for span in ignored for i in range(span.start, span.end)}
    after = {
        offset + i
        for offset, section in split_document(document, limit=limit)
        for span in section.ignored
        for i in range(span.start, span.end)
    }
    assert after == before


def test_sections_end_at_paragraphs_where_they_can() -> None:
    """A blank line is a better end than a line, a sentence or a space."""
    text = "One. Two.\n\nThree. Four.\nFive six seven eight nine ten."
    sections = split_document(Document(identifier="x", text=text), limit=18)
    assert [section.text for _, section in sections][:2] == ["One. Two.\n\n", "Three. Four.\n"]


def read_words(document: Document) -> Reading:
    """A reading in which every word is a mention, and neighbours are linked and claimed."""
    mentions = []
    start = 0
    for word in document.text.split(" "):
        if word:
            span = Span(start, start + len(word))
            mentions.append(
                Mention(span=span, text=word, type="City", kind=MentionKind.NAME, origin="test")
            )
        start += len(word) + 1
    pairs = list(itertools.pairwise(mentions))
    return Reading(
        document=document,
        sentences=tuple(m.span for m in mentions),
        mentions=tuple(mentions),
        coreferences=tuple(
            Coreference(mention=b, antecedent=a, reason="test", score=1.0) for a, b in pairs
        ),
        claims=tuple(
            Claim(
                subject=a,
                predicate="locatedIn",
                object=Literal(value=b.text, datatype="string", span=b.span) if len(b.text) % 2 else b,
                evidence=Span(a.span.start, b.span.end),
                rules=("test/rule",),
                qualifiers=(Qualifier(name="place", value=b), Qualifier(name="title", value="x")),
                attributed_to=a,
            )
            for a, b in pairs
        ),
    )  # fmt: skip


@given(text=st.text(alphabet="ab中😀 ", max_size=200), limit=LIMITS)
def test_everything_of_a_joined_reading_stands_where_it_says(text: str, limit: int) -> None:
    """Mentions, links, claims, literals and qualifiers point at their words in the whole document."""
    document = Document(identifier="x", text=text)
    parts = [(offset, read_words(section)) for offset, section in split_document(document, limit=limit)]  # fmt: skip
    whole = join_readings(document, parts)
    assert whole.document == document
    assert len(whole.claims) == sum(len(part.claims) for _, part in parts)
    mentions = [
        *whole.mentions,
        *(m for c in whole.coreferences for m in (c.mention, c.antecedent)),
    ]
    for claim in whole.claims:
        mentions += [
            claim.subject,
            *(q.value for q in claim.qualifiers if isinstance(q.value, Mention)),
        ]
        assert claim.attributed_to == claim.subject
        if isinstance(claim.object, Literal):
            assert text[claim.object.span.start : claim.object.span.end] == claim.object.value
        else:
            mentions.append(claim.object)
        assert claim.subject.span.start == claim.evidence.start
    assert all(text[m.span.start : m.span.end] == m.text for m in mentions)
    assert set(mentions) == set(whole.mentions)


def test_a_short_document_is_not_cut() -> None:
    """A document within the limit is its own section, and its reading is returned as it is."""
    document = Document(identifier="x", text="One. Two.")
    assert split_document(document) == [(0, document)]
    reading = read_words(document)
    assert join_readings(document, [(0, reading)]) is reading
