"""Rows of plain things with a figure in brackets behind each: "shares fell on trade (16%), mining (14%) and …"."""

from collections.abc import Iterator
from functools import cached_property

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.parse import FINITE

_LEAST = 2  # of such things, for a row
_DASHES = frozenset(["–", "—", "-", "--"])
_INSIDE = frozenset(["NN", "NNS", "JJ", "VBG", "NNP", "NNPS", "HYPH"])
_ENDS = frozenset(["NN", "NNS", "VBG"])
_JOINTS = frozenset([")", ",", ";", "and", "or", "while"])
_LONG = 12  # tokens of the name of one such thing
_BEFORE = 2  # tokens from a value in brackets back to the thing
_SHARED = frozenset(["share", "proportion", "percentage", "weight", "part"])
_GROWTH = "growth"


class BracketRows(Shapes):
    """The shape, over the values that no clause took."""

    @cached_property
    def _measures(self) -> frozenset[str]:
        return self.words.nouns | self.words.change_nouns

    def things_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "The largest shares of output fell on trade (16%), mining (14%)": a figure for each."""
        rows: dict[int, list[tuple[int, int, Mention]]] = {}
        for value in self.values.all():
            if value.span not in self.observer.made and (end := self._find_end(value)) is not None:
                row = rows.setdefault(self.parse.sentence_of[end - 1], [])
                before = self.arguments.ranges[row[-1][2]][1] if row else None
                begin = self._find_begin(end) if before is None else self._find_next(before, end)
                row.extend([(begin, end, value)] if begin is not None else ())
        for row in rows.values():
            if len(row) < _LEAST or len({_kind_of(v) for _, _, v in row}) > 1:
                continue
            noun = self._find_measured(row[0][0])
            for begin, end, value in row if noun is not None else ():
                yield from self._tell_one(rule, noun, begin, end, value)

    def _find_end(self, value: Mention) -> int | None:
        """Where the thing ends that a value in brackets, or behind a dash, stands behind."""
        words = self.parse.words
        start, end = self.arguments.ranges[value]
        enclosed = words[end : end + 1] == [")"] and words[start - 1] == "("
        dashed = words[start - 1] in _DASHES and value.origin == "percent"
        last = start - _BEFORE
        if last < 0 or not (enclosed or dashed):
            return None
        return last + 1 if self.parse.tags[last] in _ENDS and not self._is_named(last) else None

    def _is_named(self, token: int) -> bool:
        """Whether something of a name stands there: what is no mere field of business."""
        told = self.arguments.by_token.get(token, ())
        return any(m.kind is MentionKind.NAME and m.type != "Sector" for m in told)

    def _find_begin(self, end: int) -> int | None:
        """The first word of the name of the first thing, behind the verb or preposition before it."""
        parse = self.parse
        first = max(parse.sentences[parse.sentence_of[end - 1]][0], end - _LONG)
        begin = end - 1
        for token in range(end - 2, first - 1, -1):
            word, tag = parse.words[token].lower(), parse.tags[token]
            joint = word == "," and parse.words[token + 1].lower() == "and"
            joint = joint or (word in {"and", "of"} and parse.tags[token + 1][0] in "NJ")
            if not joint and tag not in _INSIDE:
                break
            if parse.lemmas[token] in self.words.change_nouns or self._is_named(token):
                return None
            begin = begin if joint else token
        return begin

    def _find_next(self, before: int, end: int) -> int | None:
        """The first word of a thing that goes on with a row, behind the brackets before it."""
        parse = self.parse
        begin = before
        while begin < end and parse.words[begin].lower() in _JOINTS:
            begin += 1
        acting = any(tag in FINITE for tag in parse.tags[begin:end])
        return begin if begin < end <= begin + _LONG and not acting else None

    def _find_measured(self, first: int) -> int | None:
        """The last measured noun before a row."""
        parse = self.parse
        start = parse.sentences[parse.sentence_of[first]][0]
        for noun in range(first - 1, start - 1, -1):
            if (
                parse.lemmas[noun] in self._measures
                and parse.tags[noun][0] == "N"
                and not self.observer.is_entity(noun)
            ):
                return self._find_share(noun)
        return None

    def _find_share(self, noun: int) -> int:
        """ "the largest share of GDP": the share, where the GDP is what it is of."""
        parse, link = self.parse, self.parse.heads[noun]
        whole = parse.heads[link]
        shared = parse.deps[noun] == "pobj" and parse.lemmas[whole] in _SHARED
        return whole if shared else noun

    def _tell_one(
        self, rule: Rule, noun: int | None, begin: int, end: int, value: Mention
    ) -> Iterator[Candidate]:
        if noun is None:
            return
        parse = self.parse
        thing = " ".join(parse.words[begin:end]).replace(" ,", ",")
        shared = parse.lemmas[noun] in _SHARED  # "the largest share falls on"
        moved = parse.lemmas[noun] in self.words.change_nouns or self._is_moved(noun)
        moved = moved and not shared
        if value.origin == "percent" and not moved:
            whole = self._find_whole(noun)
            measure = f"share of {thing} in {whole}" if whole else None
        elif parse.lemmas[noun] in self.words.change_nouns:
            measure = f"{_GROWTH} in {thing}"
        else:
            text = self.observer.owners.measure_text(noun, bare=True)
            measure = f"{text} of {thing}" if text else None
        falls = parse.lemmas[noun] in self.words.falling or self._is_moved(noun, falling=True)
        change = signed(value, falls) if value.origin == "percent" and moved else None
        if measure is not None:
            owner = self._find_owner(noun)
            yield from self.observer.observe(
                rule, noun, noun, value, owner=owner, measure=measure, change=change
            )

    def _find_owner(self, noun: int) -> Mention | None:
        """Whose a measure is, told in its phrase, in what it is a share of, or at a measure before it."""
        first = self.parse.sentences[self.parse.sentence_of[noun]][0]
        parts = [
            inner
            for link in self.parse.children[noun]
            if self.parse.lemmas[link] in {"of", "in"}
            for inner in self.parse.children[link]
        ]
        before = (t for t in range(first, noun) if self.parse.lemmas[t] in self._measures)
        found = (self.observer.owners.find_own(t) for t in (noun, *parts, *before))
        return next((m for m in found if m is not None), None)

    def _find_whole(self, noun: int) -> str | None:
        """What a share is of: "the largest share of GDP"; else what was measured."""
        parse, text = self.parse, self.observer.owners.measure_text
        if parse.lemmas[noun] not in _SHARED:
            return text(noun, bare=True)
        for link in parse.children[noun]:
            for inner in parse.children[link] if parse.lemmas[link] in {"of", "in"} else ():
                return text(inner, bare=True) or parse.words[inner]
        return None

    def _is_moved(self, noun: int, *, falling: bool = False) -> bool:
        """Whether the verb that a measure stands under tells of a rise or fall."""
        verb = self.parse.heads[noun]
        moving = self.words.falling if falling else self.words.moving
        return self.parse.tags[verb][:2] == "VB" and self.parse.lemmas[verb] in moving - {"be"}


def _kind_of(value: Mention) -> tuple[str, str]:
    return value.origin, read_unit(value)
