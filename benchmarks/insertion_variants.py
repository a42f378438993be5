"""Words put into marked sentences that change nothing of what is told: an aside, a time, a speaker, another tense."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.extraction.examples import Mark, MarkedText
from kg.model.document import Span

_FIRMS = frozenset(["Company", "Organization"])
_PEOPLE = frozenset(["Person", "Official"])
_PLACES = frozenset(["City", "Country", "Province", "District", "Region"])
_BODIES = frozenset(["GovernmentBody", "Association", "ResearchBody", "IntergovernmentalBody"])
_APPOSITIONS = {
    "firm": "a family business with 300 workers", "person": "a father of two",
    "place": "a place of two million people", "body": "one of the oldest bodies of its kind",
    "thing": "the largest of its kind",
}  # fmt: skip
_RELATIVES = {
    "firm": "which has 300 workers", "person": "who is 54", "place": "which has two million people",
    "body": "which has 300 officials", "thing": "which is the largest of its kind",
}  # fmt: skip
PUT_IN = "put_in"  # the role of a mark that the example does not have


@dataclass(frozen=True, slots=True)
class Variant:
    """A text in which the marks stand at other places than in the example."""

    name: str
    text: str
    marks: tuple[Mark, ...]

    def has_all(self, fact: tuple[str, int | None, int | None]) -> bool:
        """Whether both sides of a statement are marks of the example, and none that was put in."""
        sides = [self.marks[side] for side in fact[1:] if side is not None]
        return len(sides) == 2 and all(mark.role != PUT_IN for mark in sides)


Vary = Callable[[MarkedText, list[str]], Variant | None]  # by the tags behind the first name


def insert(marked: MarkedText, name: str, *pieces: tuple[int, str]) -> Variant:
    """The text with pieces put in at offsets of the plain text, and its marks moved."""
    text, marks = marked.text, list(marked.marks)
    for offset, piece in sorted(pieces, reverse=True):
        text = text[:offset] + piece + text[offset:]
        marks = [_move(mark, offset, len(piece)) for mark in marks]
    return Variant(name, text, tuple(marks))


def put(marked: MarkedText, name: str, start: int, end: int, piece: str) -> Variant:
    """The text with a piece in the stead of the words from start to end, in which no mark lies."""
    text = marked.text[:start] + piece + marked.text[end:]
    marks = [_move(mark, end, len(piece) - (end - start)) for mark in marked.marks]
    return Variant(name, text, tuple(marks))


def _move(mark: Mark, offset: int, by: int) -> Mark:
    start = mark.span.start + (by if mark.span.start >= offset else 0)
    end = mark.span.end + (by if mark.span.end > offset else 0)
    return Mark(Span(start, end), mark.role, mark.type)


def _kind(mark: Mark) -> str:
    for kind, types in (
        ("firm", _FIRMS),
        ("person", _PEOPLE),
        ("place", _PLACES),
        ("body", _BODIES),
    ):
        if mark.type in types:
            return kind
    return "thing"


def _find_first_name(marked: MarkedText) -> Mark | None:
    """The name that opens the sentence, where something may be said of it."""
    first = next((m for m in marked.marks if m.is_name), None)
    if first is None or first.role is None or first.span.start > len("The "):
        return None
    behind = marked.text[first.span.end : first.span.end + 2]
    free = behind[:1] == " " and behind[1:].islower()
    return first if free and first.span.end - first.span.start > 2 else None


def _behind_first(name: str, make: Callable[[str], str]) -> Vary:
    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        first = _find_first_name(marked)
        if first is None or not _acts(marked, first, tags):
            return None
        return insert(marked, name, (first.span.end, make(_kind(first))))

    return vary


def _acts(marked: MarkedText, first: Mark, tags: list[str]) -> bool:
    """Whether a finite verb follows the first name at once, so that it is the subject."""
    word = marked.text[first.span.end :].split()[:1]
    return bool(word) and bool(tags) and tags[0] in {"VBD", "VBZ", "VBP", "MD"}


def _before_all(name: str, piece: str) -> Vary:
    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        text = marked.text
        if not text[:1].isupper() and text[:1] not in "€$":
            return None
        if text.split()[0] in {"The", "A", "An", "Its", "His", "Her", "In", "On", "At", "By"}:
            moved = MarkedText(text[0].lower() + text[1:], marked.marks)
            return insert(moved, name, (0, piece))
        opens = marked.marks and marked.marks[0].span.start == 0
        return insert(marked, name, (0, piece)) if opens else None

    return vary


def _behind_all(name: str, piece: str) -> Vary:
    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        if not marked.text.endswith(".") or marked.text.count(". ") or '"' in marked.text:
            return None
        return insert(marked, name, (len(marked.text) - 1, piece))

    return vary


def _behind_money(marked: MarkedText, _: list[str]) -> Variant | None:
    for unit in (" million", " billion"):
        at = marked.text.find(unit)
        words = marked.text[at + len(unit) :].split(" ")
        if at < 0:
            continue
        end = at + len(unit)
        if words[1:2] and words[1] in {
            "euros",
            "dollars",
            "yuan",
            "rupees",
            "pesos",
            "yen",
            "dirhams",
        }:
            end += 1 + len(words[1])
        if not re.match(r"[.,]| (?:in|for|on|to|from|of|by|at|with|and)\b", marked.text[end:]):
            return None  # "a 5 million euro loan"
        return insert(marked, "money bracket", (end, " (about 30 million pounds)"))
    return None


def _adverb(name: str, piece: str) -> Vary:
    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        first = _find_first_name(marked)
        if first is None or not _acts(marked, first, tags):
            return None
        words = marked.text[first.span.end :].split(" ")
        offset = first.span.end
        if words[1] in {
            "will",
            "has",
            "have",
            "had",
            "is",
            "are",
            "was",
            "were",
            "would",
            "could",
            "may",
        }:
            offset += 1 + len(words[1])
        return insert(marked, name, (offset, piece))

    return vary


def _tense(name: str, make: Callable[[str], str]) -> Vary:
    """The past of the verb behind the first name in another tense; regular verbs alone."""

    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        first = _find_first_name(marked)
        if first is None or tags[:1] != ["VBD"]:
            return None
        verb = marked.text[first.span.end :].split()[0]
        start = first.span.end + 1
        if (
            len(verb) < 5
            or not verb.endswith("ed")
            or any(m.span.start < start + len(verb) and m.span.end > start for m in marked.marks)
        ):
            return None
        return put(marked, name, start, start + len(verb), make(verb))

    return vary


def _base(verb: str) -> str:
    stem = verb[:-2]
    if stem[-1] == "i":
        return stem[:-1] + "y"
    if stem[-1:] == stem[-2:-1] and stem[-1] not in "slz":
        return stem[:-1]
    return LEMMAS.get(verb) or stem


LEMMAS: dict[str, str] = {}  # of the words of all sentences, filled before they are changed


def _described(marked: MarkedText, tags: list[str]) -> Variant | None:
    first = _find_first_name(marked)
    if (
        first is None
        or first.type != "Company"
        or first.span.start
        or not _acts(marked, first, tags)
    ):
        return None
    return insert(marked, "described", (0, "Ruritanian furniture maker "))


INSERTIONS: dict[str, Vary] = {
    "apposition": _behind_first("apposition", lambda k: f", {_APPOSITIONS[k]},"),
    "relative": _behind_first("relative", lambda k: f", {_RELATIVES[k]},"),
    "dashes": _behind_first("dashes", lambda k: f" — {_APPOSITIONS[k]} —"),
    "source": _behind_first("source", lambda _: ", according to a statement,"),
    "said": _behind_first("said", lambda k: f" said on Monday {'she' if k == 'person' else 'it'}"),
    "also": _adverb("also", " also"),
    "recently": _adverb("recently", " recently"),
    "day": _behind_first("day", lambda _: " on Tuesday"),
    "front time": _before_all("front time", "On Tuesday, "),
    "front aim": _before_all("front aim", "To meet growing demand, "),
    "front speaker": _before_all("front speaker", "Officials said that "),
    "dateline": _before_all("dateline", "ZENDA, May 5 (RNA) — "),
    "speaker": _behind_all("speaker", ", officials said on Monday"),
    "source behind": _behind_all("source behind", ", according to a statement"),
    "aim": _behind_all("aim", " as part of a drive to create jobs"),
    "while": _behind_all("while", ", while prices went on falling"),
    "money bracket": _behind_money,
    "described": _described,
    "perfect": _tense("perfect", lambda v: f"has {v}"),
    "future": _tense("future", lambda v: f"will {_base(v)}"),
    "plan": _tense("plan", lambda v: f"plans to {_base(v)}"),
    "progress": _tense("progress", lambda v: f"is {_base(v).removesuffix('e')}ing"),
    "agreed": _tense("agreed", lambda v: f"has agreed to {_base(v)}"),
    "headline": _tense("headline", lambda v: f"{_base(v)}s"),
}
