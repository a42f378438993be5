"""Words put behind the verb of marked sentences, and other ways to write them, that change nothing of what is told."""

import re

from insertion_variants import PUT_IN, Variant, Vary, insert, put

from kg.extraction.examples import Mark, MarkedText
from kg.model.document import Span

_FIRM, _NAMED = "Company", frozenset(["Company", "Organization", "Person", "Official", "Facility"])
_ARTICLES = re.compile(r"(?<=\s)(?:the|a|an) (?=[a-z])")
_SPELLINGS = {
    "centre": "center", "programme": "program", "labour": "labor", "organise": "organize", "modernise": "modernize",
    "harbour": "harbor", "aluminium": "aluminum", "licence": "license", "defence": "defense", "takeover": "take-over",
    "cooperat": "co-operat", "headquarters": "head office", "percent": "per cent", "%": " percent",
    "carmaker": "car maker",    "airline": "air carrier", "metre": "meter", "tonne": "ton", "neighbour": "neighbor",
}  # fmt: skip


_PLACES = {
    "Uruguay": "Country",
    "Uruguayan": "Country",
    "Montevideo": "City",
    "Selva Bank": "Company",
}


def _put_in(marked: MarkedText, name: str, offset: int, piece: str) -> Variant:
    """The text with the piece put in, and the place or firm that it names marked, behind all other marks."""
    variant, marks = insert(marked, name, (offset, piece)), []
    for word, type_ in _PLACES.items():
        found = re.search(rf"\b{word}\b", piece)
        if found is not None:
            marks.append(Mark(Span(offset + found.start(), offset + found.end()), PUT_IN, type_))
    return Variant(name, variant.text, (*variant.marks, *marks))


def _second(marked: MarkedText, types: frozenset[str] | set[str] = _NAMED) -> Mark | None:
    """The second mark, if it is a name of such a type, alone behind a small word."""
    names = [m for m in marked.marks if m.is_name]
    if len(names) < 2 or names[1].type not in types:
        return None
    before = marked.text[: names[1].span.start].split(" ")
    ok = before[-1] == "" and before[-2:-1] and before[-2].isalpha() and before[-2].islower()
    return names[1] if ok else None


_LINKS = {
    "of",
    "with",
    "from",
    "by",
    "to",
    "for",
    "in",
    "at",
    "and",
    "between",
    "against",
    "into",
    "on",
    "alongside",
}


def _acts_before(marked: MarkedText, mark: Mark) -> bool:
    """Whether a preposition or verb stands before a name, so that it may have a description."""
    word = marked.text[: mark.span.start].split()[-1]
    return word in _LINKS or word.endswith(("ed", "es"))


def _before_second(name: str, piece: str) -> Vary:
    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        mark = _second(marked, {_FIRM})
        if mark is None or not _acts_before(marked, mark):
            return None
        return _put_in(marked, name, mark.span.start, piece)

    return vary


def _behind_second(name: str, pieces: dict[str, str], *, last: bool, closing: str) -> Vary:
    """Behind the second name, where it ends the sentence or where a preposition follows."""

    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        mark = _second(marked, set(pieces))
        if mark is None or not _acts_before(marked, mark):
            return None
        behind = marked.text[mark.span.end :]
        if last:
            if behind != ".":
                return None
            return _put_in(marked, name, mark.span.end, pieces[mark.type])
        word = behind.split()[:1]
        if (
            not behind.startswith(" ")
            or not word
            or not word[0].isalpha()
            or word[0] not in _LINKS - {"and"}
        ):
            return None
        return _put_in(marked, name, mark.span.end, pieces[mark.type] + closing)

    return vary


def _behind_verb(name: str, piece: str) -> Vary:
    """Behind the verb of the first name, where an article follows."""

    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        first = next((m for m in marked.marks if m.is_name), None)
        if first is None or tags[:1] not in (["VBD"], ["VBZ"]) or tags[1:2] != ["DT"]:
            return None
        verb = re.match(r" (\w+)(?= (?:a|an|the)\b)", marked.text[first.span.end :])
        if verb is None or verb[1] in {
            "is",
            "was",
            "are",
            "were",
            "has",
            "had",
            "becomes",
            "became",
            "remains",
        }:
            return None
        return _put_in(marked, name, first.span.end + verb.end(), piece)

    return vary


def _adjective(name: str, word: str) -> Vary:
    """Between an article and the noun behind the verb."""

    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        names = [m for m in marked.marks if m.is_name]
        if not names:
            return None
        found = re.compile(r"(?<= )(an?) (?=[a-z])").search(marked.text, names[0].span.end)
        if found is None or any(m.span.start < found.end() < m.span.end for m in marked.marks):
            return None
        article = "an" if word[0] in "aeiou" else "a"
        if any(m.span.start == found.start() for m in marked.marks):
            return None
        return put(marked, name, found.start(), found.end(), f"{article} {word} ")

    return vary


def _and_second(marked: MarkedText, tags: list[str]) -> Variant | None:
    first = next((m for m in marked.marks if m.is_name), None)
    if (
        first is None
        or first.type != _FIRM
        or first.span.start
        or tags[:1] not in (["VBD"], ["MD"])
    ):
        return None
    if re.match(r" (?:was|had)\b", marked.text[first.span.end :]):
        return None
    return _put_in(marked, "second subject", first.span.end, " and Selva Bank")


def _more_objects(marked: MarkedText, _: list[str]) -> Variant | None:
    mark = _second(marked, {_FIRM})
    if mark is None or not _acts_before(marked, mark):
        return None
    word = marked.text[mark.span.end :].split()[:1]
    if marked.text[mark.span.end :] != "." and not (word and word[0] in _LINKS - {"and"}):
        return None
    if marked.text[: mark.span.start].split()[-1] in {"and", "between", "by"}:
        return None
    return _put_in(marked, "second object", mark.span.end, " and Selva Bank")


def _passive(name: str, auxiliary: str) -> Vary:
    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        names = [m for m in marked.marks if m.is_name]
        if (
            len(names) < 2
            or names[0].span.start
            or tags[:1] != ["VBD"]
            or names[1].type == "Person"
        ):
            return None
        between = marked.text[names[0].span.end : names[1].span.start]
        verb = re.fullmatch(r" ([a-z]+ed) (the )?", between)
        behind = marked.text[names[1].span.end :]
        if (
            verb is None
            or not re.match(r"\.| (?:in|for|on|from|last|at)\b", behind)
            or len(marked.marks) > 9
        ):
            return None
        one, two = (marked.text[m.span.start : m.span.end] for m in names[:2])
        article = "The " if verb[2] else ""
        text = f"{article}{two} {auxiliary} {verb[1]} by {one}{behind}"
        marks = []
        for m in marked.marks:
            start = (
                text.index(f" by {one}") + 4 if m == names[0]
                else len(article) if m == names[1]
                else m.span.start + len(text) - len(marked.text)
            )  # fmt: skip
            marks.append(Mark(Span(start, start + m.span.end - m.span.start), m.role, m.type))
        return Variant(name, text, tuple(marks))

    return vary


def _all_through(name: str, pattern: re.Pattern[str], make: dict[str, str] | str) -> Vary:
    """Each word that the pattern finds outside of names in another spelling."""

    def vary(marked: MarkedText, _: list[str]) -> Variant | None:
        names = [m.span for m in marked.marks if m.is_name]
        changed, variant = False, Variant(name, marked.text, marked.marks)
        for found in reversed(list(pattern.finditer(marked.text))):
            if any(n.start < found.end() and found.start() < n.end for n in names):
                continue
            if (
                any(
                    m.span.start == found.start() or m.span.end == found.end() for m in marked.marks
                )
                and make == ""
            ):
                continue
            piece = make if isinstance(make, str) else make[found[0]]
            variant = put(
                MarkedText(variant.text, variant.marks), name, found.start(), found.end(), piece
            )
            changed = True
        return variant if changed else None

    return vary


def _quote(marked: MarkedText, _: list[str]) -> Variant | None:
    text = marked.text
    if (
        not text.endswith(".")
        or text.count(". ")
        or "“" in text
        or '"' in text
        or not text[0].isupper()
    ):
        return None
    quoted = put(marked, "quote", len(text) - 1, len(text), ",” said the head of the firm.")
    return insert(MarkedText(quoted.text, quoted.marks), "quote", (0, "“"))


def _front(name: str, piece: str) -> Vary:
    def vary(marked: MarkedText, tags: list[str]) -> Variant | None:
        first = next((m for m in marked.marks if m.is_name), None)
        if (
            first is None
            or first.span.start
            or first.type != _FIRM
            or tags[:1] not in (["VBD"], ["VBZ"], ["MD"])
        ):
            return None
        return _put_in(marked, name, 0, piece)

    return vary


_ASIDE = {
    _FIRM: ", a family business with 300 workers", "Organization": ", which has 300 members",
    "Person": ", a father of two",    "Official": ", a father of two", "Facility": ", the largest of its kind",
}  # fmt: skip

_DASHED = {kind: f" —{aside[1:]}" for kind, aside in _ASIDE.items()}
INSIDE: dict[str, Vary] = {
    "second described": _before_second("second described", "the Uruguayan miner "),
    "second owned": _before_second("second owned", "Uruguay's "),
    "second kind": _before_second("second kind", "state-owned "),
    "second of": _behind_second("second of", {_FIRM: " of Uruguay"}, last=True, closing=""),
    "second of inside": _behind_second("second of inside", {_FIRM: " of Uruguay"}, last=False, closing=""),
    "second apposition": _behind_second("second apposition", _ASIDE, last=True, closing=""),
    "second aside": _behind_second("second aside", _ASIDE, last=False, closing=","),
    "second dashes": _behind_second("second dashes", _DASHED, last=False, closing=" —"),
    "second bracket": _behind_second("second bracket", {_FIRM: " (ZND.N)"}, last=False, closing=""),
    "verb day": _behind_verb("verb day", " on Tuesday"),
    "verb place": _behind_verb("verb place", " in Montevideo on Tuesday"),
    "verb this": _behind_verb("verb this", " earlier this year"),
    "new": _adjective("new", "new"),
    "long-awaited": _adjective("long-awaited", "long-awaited"),
    "further": _adjective("further", "further large"),
    "second subject": _and_second,
    "second object": _more_objects,
    "passive": _passive("passive", "was"),
    "passive perfect": _passive("passive perfect", "has been"),
    "no articles": _all_through("no articles", _ARTICLES, ""),
    "spelling": _all_through("spelling", re.compile("|".join(map(re.escape, _SPELLINGS))), _SPELLINGS),
    "quote": _quote,
    "front participle": _front("front participle", "Citing weak demand, "),
    "front headed": _front("front headed", "Founded in 1990, "),
}  # fmt: skip
