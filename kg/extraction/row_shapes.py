"""Figures that go on with one before: "16,000 vehicles a day, including 4,000 trucks"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.ordered import ORDERED, is_ordered
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_INCLUDING = "including"
_EQUAL = frozenset(["equivalent", "equal", "amounting", "corresponding"])
_OUTPUT = frozenset(["gdp", "product"])
_OF_ALL = frozenset(["its", "the", "all", "their", "total", "overall", "gdp", "gross", "global"])
_NEAR = 14  # tokens between a figure and its part
_JOINTS = frozenset([",", "and", ";"])
_LINKS = frozenset(["of", "from", "by", "to", "for", "on"])
_NOUN = 4  # tokens of what is counted


class RowShapes(Shapes):
    """The shapes, over the values of one document."""

    def including(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, including 4,000 trucks", "…, among them 300 women": a part of what was counted just before."""
        parse = self.parse
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            noun = self._find_counted(value)
            if noun is None or not self._is_led(rule, start):
                continue
            before = self._find_before(start)
            text = self.observer.owners.measure_text(noun)
            if before is None or not text or parse.lemmas[noun] in self.words.uncounted:
                continue
            yield from self.go_on(
                rule, before, noun, self._count_at_rate(value, noun, before), text
            )

    def counted_on(self, rule: Rule) -> Iterator[Candidate]:
        """ "has a draft of 17 metres, six berths and 23 cranes": a row of what somebody has goes on."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            if value.origin != "number" or value.span in self.observer.made:
                continue
            if is_ordered(self.parse, self.arguments.ranges[value][1]):
                yield from self._ordered(rule, value)
                continue
            joined = self.parse.words[start - 1].lower() in {",", "and"}
            noun = self._find_counted(value) if joined else None
            acts = noun is not None and self.parse.deps[noun].startswith("nsubj")
            before = self._find_row_before(start) if noun is not None and not acts else None
            text = self.observer.owners.measure_text(noun) if noun and before else None
            if noun is None or before is None or not text:
                continue
            if self.parse.lemmas[noun] in self.words.uncounted | self.words.none:
                continue
            counted = self.values.with_unit(value, noun)
            yield from self.go_on(rule, before, noun, counted, text)

    def _ordered(self, rule: Rule, value: Mention) -> Iterator[Candidate]:
        """ "has 91 aircraft and 230 more on order": as many of what was counted right before."""
        before = self._find_before(self.arguments.ranges[value][0])
        counted = before.object.value if before and isinstance(before.object, Mention) else None
        if before is None or not isinstance(counted, Quantity) or counted.unit == "person":
            return
        end = self.arguments.ranges[before.object][1] if isinstance(before.object, Mention) else 0
        nouns = (t for t in range(end, end + _NOUN) if self.is_plural(t))
        noun, one = next(nouns, None), value.value
        text = self.arguments.phrase_text(noun) if noun is not None else None
        if noun is None or not text or not isinstance(one, Quantity) or one.unit:
            return
        ordered = self.values.replaced(value, replace(one, unit=counted.unit))
        yield from self.go_on(rule, before, noun, ordered, f"{text} {ORDERED}")

    def _find_row_before(self, start: int) -> Candidate | None:
        """The figure that somebody has, with only the rest of its phrase before a token."""
        told = [
            (self.arguments.ranges[other][1], candidate)
            for other, candidate in self._list_made_before(start)
        ]
        end, before = max(told, key=lambda item: item[0]) if told else (start, None)
        having = before is not None and self.parse.lemmas[before.token] in self.words.plain_verbs
        plain = all(self.parse.tags[t][0] in "NJ,CH" for t in range(end, start))
        return before if having and plain else None

    def share_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "cut 1,200 jobs, about 8 percent of its workforce": what a count is of the whole."""
        words = self.parse.words
        for value in self.values.all():
            if value.origin != "percent":
                continue
            start, end = self.arguments.ranges[value]
            after = [w.lower() for w in words[end : end + 2]]
            before = self._find_whole(start) if after[:1] == ["of"] else None
            first, whose = self._find_owner(end + 1)
            if before is None or not (whose or _OF_ALL.intersection(after[1:])):
                continue
            noun = next((t for t in range(first, first + 5) if self._ends_phrase(t)), None)
            text = self.arguments.phrase_text(noun) if noun is not None else None
            if noun is None or not text or self.parse.lemmas[noun] in self.words.parts_owned:
                continue
            text = f"{whose}{text}"
            yield from self.go_on(rule, before, noun, value, self._name_part(before, noun, text))

    def _find_owner(self, first: int) -> tuple[int, str]:
        """ "or 12 percent of [Kenya's] population": where what it owns begins, and a name with "'s"."""
        names = (m for m in self.arguments.by_token.get(first, ()) if m.kind is MentionKind.NAME)
        owner = next(names, None)
        end = self.arguments.ranges[owner][1] if owner is not None else first
        if owner is None or self.parse.tags[end : end + 1] != ["POS"]:
            return first, ""
        return end + 1, f"{owner.text}'s "

    def _name_part(self, before: Candidate, noun: int, text: str) -> str:
        """ "share of its workforce"; of a deficit "deficit as share of GDP"."""
        share = f"{self.words.share} of {text}"
        if self.parse.words[noun].lower() not in _OUTPUT:
            return share
        return f"{next(str(q.value) for q in before.qualifiers if q.name == 'measure')} as {share}"

    def _find_whole(self, start: int) -> Candidate | None:
        """The figure that a percentage behind "or", "equivalent to" or a comma tells again."""
        words = [w.lower() for w in self.parse.words[max(start - 2, 0) : start]]
        if words[-1:] == ["to"] and words[0] in _EQUAL:
            words = ["or"]
        if words[-1:] not in ([","], ["or"], ["("]):
            return None
        told = [
            (self.arguments.ranges[other][0], candidate)
            for other, candidate in self._list_made_before(start)
            if other.origin != "percent"
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def listed(self, rule: Rule) -> Iterator[Candidate]:
        """ "made 7 tonnes of copper, 4 tonnes of gold", "gets 6 percent of its power from coal, 2 from gas"."""
        words = self.parse.words
        for value in self.values.all():
            start, end = self._find_amount(value)
            link = "".join(words[end : end + 1]).lower()
            led = words[start - 1].lower() in _JOINTS | {_INCLUDING}
            if not led or link not in _LINKS:
                continue
            before = self._find_listed_before(value)
            measure = self._name_listed(before, value, link, end) if before is not None else None
            if before is None or measure is None:
                continue
            yield from self.go_on(rule, before, before.token, value, measure)

    def _find_amount(self, value: Mention) -> tuple[int, int]:
        """Where the amount alone stands, of "20 tonnes of gas per day"."""
        start, end = self.arguments.ranges[value]
        links = (t for t in range(start, end) if self.parse.words[t].lower() == "of")
        return start, next(links, end) if value.origin == "measure" else end

    def _name_listed(self, before: Candidate, value: Mention, link: str, end: int) -> str | None:
        """The measure of the one before: its share, or what was done to these goods."""
        told = before.measure
        if value.origin == "percent":
            return told if link != "of" and told.startswith(f"{self.words.share} of ") else None
        if value.origin != "measure" or link != "of" or " " not in told:
            return None
        noun = next((t for t in range(end + 1, end + 4) if self._ends_phrase(t)), None)
        text = self.arguments.phrase_text(noun) if noun is not None else None
        done = told.rpartition(" ")[2]
        return f"{text} {done}" if text and done.endswith(("ed", "n", "t", "ld")) else None

    def _find_listed_before(self, value: Mention) -> Candidate | None:
        """The figure right before in the sentence, of the same kind, with no verb between."""
        start = self.arguments.ranges[value][0]
        told = [
            (self.arguments.ranges[other][1], candidate)
            for other, candidate in self._list_made_before(start)
            if other.origin == value.origin
        ]
        end, before = max(told, key=lambda item: item[0]) if told else (start, None)
        verbs = any(
            self.parse.tags[t][:2] in {"VB", "MD"} and self.parse.words[t].lower() != _INCLUDING
            for t in range(end, start)
        )
        return None if verbs else before

    def _ends_phrase(self, token: int) -> bool:
        """Whether a noun stands last in its phrase."""
        tags = self.parse.tags
        return token < len(tags) and tags[token][0] == "N" and tags[token + 1 : token + 2] != ["NN"]

    def _count_at_rate(self, value: Mention, noun: int, before: Candidate) -> Mention:
        """In units of the noun, a day where what it is part of is a day."""
        counted = self.values.with_unit(value, noun)
        whole = before.object.value if isinstance(before.object, Mention) else None
        one = counted.value
        rated = isinstance(whole, Quantity) and "/" in whole.unit
        if not rated or not isinstance(one, Quantity) or not isinstance(whole, Quantity):
            return counted
        rate = whole.unit.partition("/")[2]
        return self.values.replaced(counted, replace(one, unit=f"{one.unit}/{rate}"))

    def _is_led(self, rule: Rule, start: int) -> bool:
        """Whether a word of parts stands right before, or before another part that "and" joins."""
        words = [w.lower() for w in self.parse.words[max(start - 2, 0) : start]]
        return words[-1:] != [] and (words[-1] in rule.words or " ".join(words) in rule.words)

    def _find_counted(self, value: Mention) -> int | None:
        """The plural noun that a number counts."""
        if value.origin != "number":
            return None
        end = self.arguments.ranges[value][1]
        for noun in range(end, min(end + _NOUN, len(self.parse.words))):
            if self.is_plural(noun) and self.values.count_of(noun) == value:
                return noun
        return None

    def _find_before(self, start: int) -> Candidate | None:
        """The count told right before in the sentence, which is larger."""
        told = [
            (self.arguments.ranges[other][0], candidate)
            for other, candidate in self._list_made_before(start)
            if isinstance(other.value, Quantity) and other.origin == "number"
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def _list_made_before(self, start: int) -> list[tuple[Mention, Candidate]]:
        """The figures told near before a token in its sentence, with their values."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        return [
            (other, candidate)
            for candidate in self.observer.made.values()
            if isinstance(other := candidate.object, Mention)
            and max(first, start - _NEAR) <= self.arguments.ranges[other][0] < start
        ]
