"""Paragraphs, pieces and the parse: offsets are right whatever the text, batches change nothing."""

import itertools

import pytest
from conftest import PINNED_MODEL
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.document import Document, Span
from kg.recognition import Model, load_model, parse_documents
from kg.recognition.paragraphs import find_paragraphs
from kg.recognition.parsing import (
    MAX_PIECE,
    MAX_SENTENCE,
    find_pieces,
    parse_document,
)

WRAPPED = (
    "The company opened its third plant in the port city on\n"
    "Monday, and officials of the ministry of trade came to\n"
    "the ceremony, where they praised what had been built in\n"
    "two years."
)

LONG = " ".join(["A much longer line that is a paragraph."] * 4)


def paragraphs(text: str) -> list[str]:
    """The texts of the paragraphs."""
    return [text[s.start : s.end] for s in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n\nTwo.", ["One.", "Two."]),
        ("  One. \n   \n\tTwo.", ["One.", "Two."]),
        (WRAPPED, [WRAPPED]),
        (f"Title\n\n{WRAPPED}\n\nEnd.", ["Title", WRAPPED, "End."]),
        (f"Title\n{LONG}", ["Title", LONG]),
        ("x" * 131 + "\n" + "y" * 131 + "\n" + "z" * 131, ["x" * 131, "y" * 131, "z" * 131]),
    ],
)  # fmt: skip
def test_lines_are_paragraphs_and_wrapped_blocks_stay_together(
    text: str, expected: list[str]
) -> None:
    """A line is a paragraph; lines of one width that follow each other are one; blank ones none."""
    assert paragraphs(text) == expected


@given(st.text(alphabet="ab .\n\t é中😀", max_size=200))
def test_paragraphs_hold_all_that_is_not_blank(text: str) -> None:
    """Paragraphs are in order, do not overlap, and lose no letter."""
    spans = find_paragraphs(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


def test_ignored_passages_are_not_parsed() -> None:
    """What a reader marked as boilerplate gives no piece; what stands around it does."""
    text = "Norvik Group grew. Photo: Jane Doe. Exports rose.\n\nWe use cookies."
    ignored = (Span(19, 35), Span(51, len(text)))
    pieces = find_pieces(Document(identifier="x", text=text, ignored=ignored))
    assert [text[s.start : s.end].strip() for _, s in pieces] == [
        "Norvik Group grew.",
        "Exports rose.",
    ]
    assert [number for number, _ in pieces] == [0, 0]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("LIMA (Zenda Wire) - Prices rose.", ["LIMA (Zenda Wire) -", "Prices rose."]),
        ("ST. JOHN, Norvia (ZW) — Prices rose.", ["ST. JOHN, Norvia (ZW) —", "Prices rose."]),
        ("KOTA BARU: Prices rose.", ["KOTA BARU:", "Prices rose."]),
        ("Tarn Hill (ZNA) – Prices rose.", ["Tarn Hill (ZNA) –", "Prices rose."]),
        ("Lima, Nov 19 (ZNA): Prices rose.", ["Lima, Nov 19 (ZNA):", "Prices rose."]),
        ("Lima, Feb. 12, 2026, ZNA – Prices rose.", ["Lima, Feb. 12, 2026, ZNA –", "Prices rose."]),
        ("Norvik Group (NG) fell.", ["Norvik Group (NG) fell."]),
        ("Prices rose - again.", ["Prices rose - again."]),
        ("ZX-9 - a ship - sank.", ["ZX-9 - a ship - sank."]),
    ],
)
def test_datelines_are_parsed_apart(text: str, pieces: list[str]) -> None:
    """The place before a report's first sentence is no part of that sentence."""
    found = find_pieces(Document(identifier="x", text=text))
    assert [text[span.start : span.end] for _, span in found] == pieces
    assert {number for number, _ in found} == {0}


@given(
    text=st.text(alphabet="ab .\n", min_size=1, max_size=120),
    holes=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 30)), max_size=4),
)
def test_pieces_and_ignored_passages_never_overlap(text: str, holes: list[tuple[int, int]]) -> None:
    """Overlapping, empty and outlying ignored spans are borne."""
    ignored = tuple(
        Span(min(start, len(text)), min(start + length, len(text))) for start, length in holes
    )
    pieces = [span for _, span in find_pieces(Document(identifier="x", text=text, ignored=ignored))]
    assert not any(p.overlaps(hole) for p in pieces for hole in ignored)
    assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))


@pytest.mark.parametrize("unit", ["Prices rose again. ", "a", "中"])
def test_pieces_are_never_longer_than_spacy_can_take(unit: str) -> None:
    """A paragraph of 450,000 code points comes in pieces that give it back."""
    text = (unit * 450_000)[:450_000].strip()
    pieces = [span for _, span in find_pieces(Document(identifier="x", text=text))]
    assert len(pieces) > 4
    assert max(s.end - s.start for s in pieces) <= MAX_PIECE
    assert "".join(text[s.start : s.end] for s in pieces) == text


def test_no_sentence_is_longer_than_people_write(model: Model) -> None:
    """A row of 1,500 words comes in parts, each a tree of its own that no name hangs over."""
    text = "Norvik Group signed with Kenya, Uganda " + "and Kenya, Uganda and Old Port " * 200
    parsed = parse_document(Document(identifier="x", text=text), model)
    sentences = parsed.parse.sentences
    assert max(end - start for start, end in sentences) <= MAX_SENTENCE
    assert [start for start, _ in sentences] == [0, *(end for _, end in sentences[:-1])]
    for start, end in sentences:
        assert all(start <= parsed.parse.heads[i] < end for i in range(start, end))
        assert sum(parsed.parse.heads[i] == i for i in range(start, end)) >= 1
    cuts = {start for start, _ in sentences}
    assert not any(cuts & set(range(name.start + 1, name.end)) for name in parsed.named)


TEXTS = [
    "Norvik Group opened a plant in Antwerp. It cost €2 billion.",
    "😀 Norvik Group 👩‍👩‍👧 opened a plant. 🇰🇪 Kenya paid.\n\n😀😀 It cost much.",
    "重庆 (Chongqing) grew by 6.1%.\n\n中欧班列 runs to Duisburg. 北京市 is far.",
    "  An indented line.\n\n\n\tA tab, a no-break\u00a0space and a soft\u00adhyphen.",
    "e\u0301te\u0301 is summer; Zu\u0308rich is a city.",
    WRAPPED,
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_stands_where_its_offsets_say(model: Model, text: str) -> None:
    """Offsets count code points of the document's text, also after emoji, Chinese and marks."""
    parse = parse_document(Document(identifier="x", text=text), model).parse
    for word, start, end in zip(parse.words, parse.starts, parse.ends, strict=True):
        assert text[start:end].replace("\n", " ") == word
    assert parse.starts == sorted(parse.starts)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_parses_with_right_offsets(text: str) -> None:
    """Whatever the characters, tokens are where they say, and sentences hold all of them."""
    parsed = parse_document(Document(identifier="x", text=text), load_model(PINNED_MODEL))
    parse = parsed.parse
    for word, start, end in zip(parse.words, parse.starts, parse.ends, strict=True):
        assert text[start:end].replace("\n", " ") == word
    assert [i for s, e in parse.sentences for i in range(s, e)] == list(range(len(parse.words)))
    assert len(parsed.paragraph_of) == len(parse.sentences)


def test_sentences_lie_in_one_paragraph_each(model: Model) -> None:
    """No sentence runs over a blank line, even where the first line has no end mark."""
    text = "Norvik Group opens plant\n\nThe plant is in Antwerp. It is large."
    parsed = parse_document(Document(identifier="x", text=text), model)
    parse = parsed.parse
    sentences = [text[parse.starts[s] : parse.ends[e - 1]] for s, e in parse.sentences]
    assert sentences == ["Norvik Group opens plant", "The plant is in Antwerp.", "It is large."]
    assert parsed.paragraph_of == (0, 1, 1)


def test_heads_are_tokens_of_the_same_sentence_or_piece(model: Model) -> None:
    """Heads are indices into the whole document's tokens, and children answer them."""
    text = "\n\n".join(TEXTS)
    parse = parse_document(Document(identifier="x", text=text), model).parse
    for i, head in enumerate(parse.heads):
        assert head == i or i in parse.children[head]


@pytest.mark.parametrize("batch_size", [1, 2, 128])
def test_batches_and_company_do_not_change_results(model: Model, batch_size: int) -> None:
    """A document's parse is the same alone, in any batch, and in any order of documents."""
    documents = [Document(identifier=str(n), text=text) for n, text in enumerate(TEXTS)]
    alone = [parse_document(document, model) for document in documents]
    assert list(parse_documents(documents, model, batch_size=batch_size)) == alone
    assert list(parse_documents(documents[::-1], model, batch_size=batch_size)) == alone[::-1]
