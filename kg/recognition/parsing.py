"""A document's text → paragraphs → spaCy → one Parse with offsets into the document, and NER spans."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from kg.model.document import Document, Span
from kg.model.parse import Parse
from kg.recognition.auxiliary_subjects import give_subjects_to_verbs
from kg.recognition.dateline_pattern import DATELINE, is_clause
from kg.recognition.headlines import Recaser, list_nothing
from kg.recognition.inserted_speech import give_speakers_back, give_subjects_back
from kg.recognition.letters_behind import give_head_to_names
from kg.recognition.nlp import Model
from kg.recognition.opening_capitals import write_opening_plainly
from kg.recognition.paragraphs import LABELS, find_paragraphs, is_label
from kg.recognition.parser_text import write_for_parser
from kg.recognition.relative_numbers import give_clauses_back
from kg.recognition.sentence_ends import is_behind_letters, is_coin, is_in_brackets
from kg.recognition.space_tokens import drop_spaces
from kg.recognition.squeezed import Squeezed, gather_groups, squeeze
from kg.recognition.taxed_profits import hang_sums_on_profits
from kg.recognition.threads import use_one_thread
from kg.recognition.tickers_behind import give_names_back
from kg.recognition.town_tails import give_towns_back

# Code points. spaCy needs 3.4 GB for 1,000,000, and what walks a sentence is made for sentences.
MAX_PIECE = 10_000
MAX_SENTENCE = 200  # tokens
_LABEL = 3  # tokens that a label has, with its colon
_MAX_TOLD = 6  # the same, with a year in brackets
_FINAL = frozenset(".?!:;\"”’')…")
_FIRMS = frozenset(  # what may stand before a title or before more of a firm's name
    ["corp.", "co.", "inc.", "ltd.", "pvt.", "pte.", "pty.", "bros.", "cos."]
)
_SHORT_FIRMS = frozenset(["Pvt", "Pte", "Pty", "Sdn", "Cos", "Bros"])  # the same of firms
_LEGAL = frozenset(["ltd", "limited", "co", "inc", "corp", "bhd"])
_STATES = frozenset(["U.S.", "U.K.", "U.N.", "E.U.", "U.S.A."])
_OF_STATES = frozenset(
    "House Senate Congress Treasury Supreme Department Navy Army Marine Coast Capitol Embassy Rep. Sen.".split()  # noqa: SIM905
)
_NUMBERS = frozenset(["no.", "nos.", "nr."])
_TITLES = frozenset(
    ["dr.", "mr.", "mrs.", "ms.", "gen.", "adm.", "col.", "lt.", "st.", "prof.", "rev."]
)
_OFFICES = "Hon Eng Engr Amb Maj Brig Capt Cpt Cllr Supt Insp Cdr Cmdr Sgt Dir Pres Asst Assoc Ing Coun Ald"
_ADDRESSES = "Barr Arc Alh Surv Inf Kav Czi Cke Pt Smt Kum Er Adv Sh"
_SHORT_TITLES = frozenset(f"{_OFFICES} {_ADDRESSES}".split())  # the tokenizer leaves their stop
# "O’zsanoat", "Farg'ona": words that the tagger takes for numbers and common nouns
_LETTERED = re.compile(r"[A-Z]\w*['’‘ʻʼ]\w+(?:['’‘ʻʼ]\w+)*")


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A span of tokens that the statistical model took for a name, with its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """The parse of a whole document; `paragraph_of` gives each sentence's paragraph number."""

    parse: Parse
    named: tuple[NamedSpan, ...]
    paragraph_of: tuple[int, ...]


def _cut(text: str, span: Span, ignored: tuple[Span, ...]) -> Iterator[Span]:
    """The paragraph without its ignored passages, in pieces of at most MAX_PIECE code points.

    A dateline is a piece of its own: the parser would take its place for the subject.
    """
    start = span.start
    for hole in [*ignored, Span(span.end, span.end)]:
        if hole.end <= start or hole.start > span.end:
            continue
        end = min(hole.start, span.end)
        dateline = DATELINE.match(text, start, end) if start == span.start else None
        if dateline is not None and (is_label(dateline[0]) or is_clause(dateline[0])):
            dateline = None
        if dateline is not None and dateline.end() < end:
            yield Span(start, len(text[: dateline.end()].rstrip()))
            start = dateline.end()
        while end - start > MAX_PIECE:
            cut = _find_cut(text, start)
            yield Span(start, cut)
            start = cut
        if text[start:end].strip():
            yield Span(start, end)
        start = max(start, hole.end)


def _find_cut(text: str, start: int) -> int:
    """Behind the last sentence of a piece, else behind its last word, else where the piece is full."""
    half, full = start + MAX_PIECE // 2, start + MAX_PIECE
    found = (text.rfind(mark, half, full) for mark in (". ", " "))
    return next((place + 1 for place in found if place > 0), full)


def find_pieces(document: Document) -> list[tuple[int, Span]]:
    """(paragraph number, span) of each piece that spaCy is given, in order."""
    ignored = tuple(sorted(document.ignored))
    return [
        (number, piece)
        for number, paragraph in enumerate(find_paragraphs(document.text))
        for piece in _cut(document.text, paragraph, ignored)
    ]


class _Builder:
    """Gathers the parses of pieces into one Parse of the document."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.words: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.named: list[NamedSpan] = []
        self.paragraph_of: list[int] = []

    def add(self, doc: Any, piece: Squeezed, offset: int, paragraph: int) -> None:
        base = len(self.words)
        table = doc.to_array(["TAG", "DEP", "HEAD", "IDX", "SENT_START"])
        strings = doc.vocab.strings
        words, table, named = drop_spaces(doc, table, strings["ROOT"])
        self.words.extend(words)
        tags = (strings[int(tag)] for tag in table[:, 0])
        self.tags.extend(map(_mend_tag, self.words[base:], tags))
        self.deps.extend(strings[int(dep)] for dep in table[:, 1])
        relative = table[:, 2].astype(np.int64)
        self.heads.extend((np.arange(len(relative)) + relative + base).tolist())
        signs = table[:, 3].astype(np.int64)
        lasts = signs + np.array([len(word) for word in words], np.int64) - 1
        self.starts.extend((piece.find(signs) + offset).tolist())
        self.ends.extend((piece.find(lasts) + offset + 1).tolist())
        before = len(self.sentences)
        self._add_sentences(table[:, 4].astype(np.int64).tolist(), base, paragraph)
        starts = {start for start, _ in self.sentences[before:]}
        for first, behind, label in named:
            start, end = base + first, base + behind
            if starts.isdisjoint(range(start + 1, end)):  # not where a long sentence was cut
                self.named.append(NamedSpan(start, end, label))

    def _add_sentences(self, starts: list[int], base: int, paragraph: int) -> None:
        # The small model breaks long names in two sentences; without a final mark there is no end.
        firsts = [i for i, flag in enumerate(starts) if i == 0 or self._opens(i, flag, base)]
        for first, last in zip(firsts, [*firsts[1:], len(starts)], strict=True):
            for span in self._cut_sentence(base + first, base + last):
                self.sentences.append(span)
                self.paragraph_of.append(paragraph)

    def _opens(self, i: int, flag: int, base: int) -> bool:
        """Whether a sentence begins at `i` of a piece; none does behind a label, "Investors: Norvik and Tarka"."""
        before = self.words[base + i - 1]
        label = before == ":" and (i <= _LABEL or self._is_labelled(base, base + i))
        return flag == 1 and before[-1:] in _FINAL and not label and not self._goes_on(base + i)

    def _is_labelled(self, first: int, last: int) -> bool:
        """ "Sales (2021):"."""
        words = [word.lower() for word in self.words[first : min(last, first + _MAX_TOLD)]]
        return last - first <= _MAX_TOLD and not LABELS.isdisjoint(words)

    def _cut_sentence(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentence, or parts of what is too long for one, each a tree of its own.

        Much that looks at a sentence costs its square, and what two long lists of names in it would
        claim is more than anybody says.
        """
        if end - start <= MAX_SENTENCE:
            yield start, end
            return
        while start < end:
            full = min(start + MAX_SENTENCE, end)
            commas = (i for i in range(full, full - 50, -1) if self.words[i - 1] == ",")
            last = full if full == end else next(commas, full)
            self._make_tree(start, last)
            yield start, last
            start = last

    def _make_tree(self, start: int, end: int) -> None:
        """Heads outside of it give way to its own root."""
        loose = [i for i in range(start, end) if not start <= self.heads[i] < end]
        rooted = (i for i in range(start, end) if self.heads[i] == i)
        root = next(rooted, loose[0] if loose else start)
        for i in loose:
            self.heads[i] = root
            self.deps[i] = "dep"
        self.heads[root], self.deps[root] = root, "ROOT"

    def _goes_on(self, i: int) -> bool:
        """Whether a full stop before word i only shortens a word: "Norvik Corp. President X"."""
        before, word = self.words[i - 1], self.words[i]
        if is_coin(before, word) or (before == ")" and is_behind_letters(self.words, i - 1)):
            return True
        if word == "," or (before == ":" and is_in_brackets(self.words, i - 1)):
            return True
        if before == "." and i > 1 and word[:1].isupper():  # "Hon" "." "Jane Doe"
            touching = self.starts[i - 2] + len(self.words[i - 2]) == self.starts[i - 1]
            firm = self.words[i - 2] in _SHORT_FIRMS and word.lower().rstrip(".") in _LEGAL
            return touching and (firm or self.words[i - 2] in _SHORT_TITLES)
        if before == "." or not before.endswith("."):
            return False
        if before.lower() in _NUMBERS and word[:1].isdigit():
            return True  # "the Land Act No. 4 of 1999"
        if before in _STATES and word in _OF_STATES:
            return True  # "members of the U.S. House"
        firm = before.lower() in _FIRMS and self.tags[i] in {"NNP", "NNPS"}
        return before.lower() in _TITLES or firm or word[:1].islower()

    def finish(self) -> ParsedDocument:
        lemmatize = self.model.lemmatize
        give_head_to_names(self.words, self.heads, self.deps, self.model.is_common)
        give_names_back(self.words, self.heads, self.deps)
        give_towns_back(self.words, self.tags, self.heads, self.deps)
        hang_sums_on_profits(self.words, self.heads, self.deps)
        give_subjects_back(self.words, self.heads, self.deps)
        give_speakers_back(self.words, self.heads, self.deps)
        give_subjects_to_verbs(self.words, self.heads, self.deps)
        give_clauses_back(self.words, self.tags, self.heads, self.deps)
        parse = Parse(
            words=self.words,
            lemmas=[lemmatize(w, t) for w, t in zip(self.words, self.tags, strict=True)],
            tags=self.tags,
            deps=self.deps,
            heads=self.heads,
            starts=self.starts,
            ends=self.ends,
            sentences=self.sentences,
        )
        return ParsedDocument(parse, tuple(self.named), tuple(self.paragraph_of))


def _mend_tag(word: str, tag: str) -> str:
    """The tag of a word; a capital and an apostrophe inside a word that stays one token make a name."""
    return "NNP" if tag[:3] != "NNP" and _LETTERED.fullmatch(word) else tag


def _parse(texts: list[str], model: Model, batch_size: int) -> list[Any]:
    with use_one_thread():
        return list(model.nlp.pipe(texts, batch_size=batch_size))


def _read_piece(document: Document, paragraph: int, span: Span, recase: Recaser) -> str:
    """The text of a piece; a headline in title case as a sentence."""
    headline = paragraph == 0 and span.start == 0
    text = recase(document.text, span.end) if headline else document.text[span.start : span.end]
    known, common = recase.find_known, recase.is_common
    return write_for_parser(write_opening_plainly(text, document.text, common, known))


def parse_documents(
    documents: list[Document],
    model: Model,
    find_known: Callable[[str], Iterable[Span]] = list_nothing,
    *,
    batch_size: int = 512,
) -> Iterator[ParsedDocument]:
    """Parses documents in order, their paragraphs in common batches. Results do not depend on batches.

    Large batches are a fifth faster than those of 64 paragraphs. `find_known` finds the known names of a
    headline in title case.
    """
    pieces = [(n, p, span) for n, d in enumerate(documents) for p, span in find_pieces(d)]
    recase = Recaser(model.is_common, find_known)
    texts = (_read_piece(documents[n], p, s, recase).replace("\n", " ") for n, p, s in pieces)
    read = [squeeze(text) for text in texts]
    docs = chain.from_iterable(_parse(g, model, batch_size) for g in gather_groups(read))
    position = 0
    for number in range(len(documents)):
        builder = _Builder(model)
        while position < len(pieces) and pieces[position][0] == number:
            _, paragraph, span = pieces[position]
            builder.add(next(docs), read[position], span.start, paragraph)
            position += 1
        yield builder.finish()


def parse_document(document: Document, model: Model) -> ParsedDocument:
    """Parses one document."""
    return next(parse_documents([document], model))
