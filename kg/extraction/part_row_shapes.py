"""Shapes of the parts of a count, each by what is said of it: "300 members, 100 of whom are elected by X"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_WHOLE = frozenset(["which", "whom", "them", "these", "those"])
_JOINTS = frozenset([",", "and", ";"])
_SAYING = ("VBN", "VBG", "JJ", "VBD")
_CLOSING = frozenset([",", ";", ".", "and", "while", "but", "(", "–", "—"])
_PHRASE = 9  # tokens of what is said of a part
_PAST = 5  # tokens of what is counted again and its auxiliaries
_HYPHENS = frozenset("-–‑")
_PLACING = frozenset(["in", "at", "on"])
_FAR = 40  # tokens from a count to its part


class PartRowShapes(Shapes):
    """The shape, over the values of one document."""

    def parts_of_count(self, rule: Rule) -> Iterator[Candidate]:
        """ "657 mills, 250 of them state-owned", "…, of which 100 are elected by X and 200 appointed": each part."""
        row: tuple[int, Candidate] | None = None  # where the last part ends, and the whole
        for value in self.values.all():
            if value.origin != "number" or value.span in self.observer.made:
                continue
            start = self.arguments.ranges[value][0]
            said_at, whole = self._find_part(value)
            if whole is None and row is not None and self._goes_on(row, start):
                said_at, whole = self._find_said(self.arguments.ranges[value][1], row[1]), row[1]
            end = self._read(said_at) if whole is not None and said_at is not None else None
            if end is None or whole is None or said_at is None:
                continue
            row = (end, whole)
            known = whole.object.value if isinstance(whole.object, Mention) else None
            quantity = value.value
            if not isinstance(known, Quantity) or not isinstance(quantity, Quantity):
                continue
            if quantity.value < known.value:
                counted = self.values.replaced(value, replace(quantity, unit=known.unit))
                measure = self._name(whole.measure, said_at, end)
                yield from self.go_on(rule, whole, whole.token, counted, measure)

    def _name(self, whole: str, start: int, end: int) -> str:
        """ "members appointed by X", "new mills"."""
        said = self.arguments.slice(start, end)
        return f"{whole} {said}" if " " in said else f"{said} {whole}"

    def _find_part(self, value: Mention) -> tuple[int | None, Candidate | None]:
        """Where it is said what a number "of them" is, and the count that they are."""
        start, end = self.arguments.ranges[value]
        words = [w.lower() for w in self.parse.words[max(start - 3, 0) : end + 2]]
        behind = words[-2:]
        led = [w for w in words[: min(start, 3)] if w != ","][-2:]
        told_behind = behind[:1] == ["of"] and behind[-1] in _WHOLE
        told_before = led[:1] == ["of"] and led[-1] in _WHOLE
        whole = self._find_whole(start) if told_behind or told_before else None
        past = end + 2 if told_behind else end
        return (self._find_said(past, whole), whole) if whole is not None else (None, None)

    def _find_whole(self, start: int) -> Candidate | None:
        """The count told last before, in the same sentence."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        told = [
            (at, made)
            for made in self.observer.made.values()
            if isinstance(made.object, Mention)
            and made.object.origin == "number"
            and max(first, start - _FAR) <= (at := self.arguments.ranges[made.object][0]) < start
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def _goes_on(self, row: tuple[int, Candidate], start: int) -> bool:
        """Whether only a comma or "and" stands between a part and the next number."""
        between = self.parse.words[row[0] : start]
        plain = all(
            w.lower() in _JOINTS or w.lower() in {"the", "remaining", "other"} for w in between
        )
        return bool(between) and plain and len(between) <= _PHRASE

    def _find_said(self, token: int, whole: Candidate) -> int | None:
        """Past the noun that is counted again and its auxiliaries: where a participle or adjective stands."""
        parse = self.parse
        again = {*whole.measure.lower().split(), "be", "have"}
        for at in range(token, min(token + _PAST, len(parse.words) - 1)):
            lemma, word = parse.lemmas[at], parse.words[at].lower()
            joined = parse.words[at + 1] in _HYPHENS  # "state-owned"
            said = parse.tags[at] in _SAYING or joined or word in _PLACING
            if said and lemma not in {"be", "have"}:
                return at
            if lemma not in again and word not in again and parse.tags[at] != "RB":
                return None
        return None

    def _read(self, at: int) -> int | None:
        """Where the phrase ends that says what a part is."""
        for token in range(at, min(at + _PHRASE, len(self.parse.words))):
            if self.parse.words[token].lower() in _CLOSING:
                return token if token > at else None
        return None
