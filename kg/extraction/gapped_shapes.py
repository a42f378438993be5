"""Shapes of figures whose verb stands only once: "exports amounted to 5 billion and imports to 4 billion"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.row_changes import change_alike, is_of_goods, tell_alike
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_TIME = 6  # tokens after "in" in which a time stands
_BETWEEN = 12  # tokens between two values of one measure
_PLACES = ("Country", "Province", "City", "Region")
_DURING = frozenset(["in", "for", "during", "over"])
_SPANS = frozenset(["year", "quarter", "month", "half", "week", "season", "months", "weeks"])
_RELATIVE = frozenset(["next", "last", "this"])
_LATER = frozenset(["next", "following", "year"])  # "and 3% the next", "and 3% the year after"
_WITHIN = frozenset(["amod", "compound"])  # "and [fixed]-asset investment"
_LINKS = frozenset(["to", "by", "at"])
_DESCRIBING = frozenset(["JJ", "NN", "NNP", "VBN", "VBG"])
_JOINTS = frozenset(["and", "while", ",", ";", "but"])
_PAIRING = frozenset(["and", "while", "whereas", "but"])
_MADE = frozenset(["production", "output", "exports", "imports", "sales", "shipments", "prices"])
_PRESENT = frozenset(["VB", "VBZ", "VBP"])


class GappedShapes(Shapes):
    """The shape, over the values of one document."""

    def gapped(self, rule: Rule) -> Iterator[Candidate]:
        """ "… and imports to 4 billion": a measure and a value, told by the verb of the figure before."""
        parse = self.parse
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            rise = self._find_rise(start)  # "and profit 7 percent to 1 billion"
            edge = start if rise is None else self.arguments.ranges[rise][0]
            noun = edge - 1 - (parse.words[edge - 1].lower() in _LINKS)
            noun -= self._has_gap(noun)
            first = parse.sentences[parse.sentence_of[start]][0]
            before = self._find_before(value, first) if noun > first else None
            if (
                before is None
                or self._has_verb(before, noun)
                or is_of_goods(before, self.words.commodities)
            ):
                continue
            if not self._is_measure(noun, first) and not self._is_listed(noun, before):
                continue
            verb = before.token
            percent = rise or value
            change = change_alike(before, percent) if percent.origin == "percent" else None
            own = self.observer.owners.find_own(noun)
            for candidate in self.observer.observe(
                rule,
                verb,
                noun,
                value,
                owner=own or before.subject,
                measure=self._name(noun, before),
                change=change,
            ):
                candidate.modality = before.modality
                yield candidate

    def _has_gap(self, comma: int) -> bool:
        """ "and imports, 4 billion": a comma for the verb."""
        words, tags = self.parse.words, self.parse.tags
        k = comma - 1
        while k > 0 and tags[k] in _DESCRIBING | {"NNS"}:
            k -= 1
        return words[comma] == "," and comma - 1 > k > 0 and words[k].lower() in _PAIRING

    def _name(self, noun: int, before: Candidate) -> str | None:
        """The measure of a noun; the share of it where shares are told."""
        goods, _, made = before.measure.lower().rpartition(" ")
        word = self.parse.words[noun]
        if goods and made in _MADE and word.lower() in self.words.commodities:
            return f"{word} {made}"  # "copper production rose 3 percent, [silver] 9 percent"
        if self.parse.tags[noun][0] != "N":
            return word
        text = self.observer.owners.measure_text(noun)
        head, link, _ = before.measure.partition(" of ")
        if text and link and head.lower().split()[-1] in _MADE and not self._is_known(noun):
            return f"{head}{link}{text}"  # "exports of tea rose 5 percent, [coffee] 3 percent"
        shared = before.measure.startswith(f"{self.words.share} of ")
        return f"{self.words.share} of {text}" if shared and text else None

    def _is_known(self, noun: int) -> bool:
        return self.parse.lemmas[noun] in self.words.nouns

    def _is_listed(self, noun: int, before: Candidate) -> bool:
        """ "services rose 8 percent, [fishing] 2 percent": whatever goes on right behind a figure."""
        other, parse = before.object, self.parse
        bounds = self.arguments.find_phrase(noun)
        taken = parse.tags[noun] in _PRESENT and self._is_no_deed(noun, before)
        bounds = (noun, noun + 1) if taken else bounds
        if (
            parse.tags[noun] not in {"NN", "NNS"} | _PRESENT
            or bounds is None
            or self.arguments.by_token.get(noun)
        ):
            return False
        if not isinstance(other, Mention) or other.origin == "number":
            return False
        edge, end = bounds[0], self.arguments.ranges[other][1]
        while edge - 1 > end and parse.tags[edge - 1] in _DESCRIBING:
            edge -= 1  # "and [handmade] cloth"
        between = parse.words[end:edge]
        unknown = parse.lemmas[noun] not in self.words.none | self.words.uncounted
        return unknown and 0 < len(between) <= 2 and all(w.lower() in _JOINTS for w in between)

    def _is_no_deed(self, noun: int, before: Candidate) -> bool:
        """ "rose 9 percent, and [lead] by 7": taken for a verb, but of another tense than the verb told."""
        told = self.parse.tags[before.token] == "VBD"
        return told and self.parse.lemmas[noun] not in self.words.moving

    def again(self, rule: Rule) -> Iterator[Candidate]:
        """ "grew 3 percent in May and 2 percent in June": the same measure at another time."""
        words = self.arguments.lower
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            first, last = self.parse.sentences[self.parse.sentence_of[start]]
            joint = start - 1 - (words[start - 1] in _LINKS)
            timed = end + 1 < last and words[end] in _DURING and self._has_time(end + 1, last)
            timed = timed or (end < last and words[end] in _RELATIVE)  # "2% this year and 3% next"
            then = "".join(words[end + 1 : end + 2])
            timed = timed or (words[end : end + 1] == ["the"] and then in _LATER)
            before = self._find_before(value, first) if timed and words[joint] in _JOINTS else None
            if before is None or not self._is_alike(before, value) or self._has_verb(before, start):
                continue
            yield from self._tell_again(rule, before, value, before.subject, value)

    def elsewhere(self, rule: Rule) -> Iterator[Candidate]:
        """ "output fell 3 percent to 2 tonnes in Peru and 5 percent to 1 tonne in Chile": each place its own."""
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            first, last = self.parse.sentences[self.parse.sentence_of[start]]
            rise = self._find_rise(start)
            edge = start if rise is None else self.arguments.ranges[rise][0]
            edge -= self.parse.words[edge - 1].lower() in _LINKS
            joined = edge > first and self.parse.words[edge - 1].lower() in _JOINTS
            owner = self._find_place(end, last) if joined else None
            before = self._find_before(value, first) if owner is not None else None
            if owner is None or before is None or not self._is_placed(before, edge):
                continue
            yield from self._tell_again(rule, before, value, owner, rise or value)

    def _tell_again(
        self,
        rule: Rule,
        before: Candidate,
        value: Mention,
        owner: Mention | None,
        percent: Mention,
    ) -> Iterator[Candidate]:
        """The measure told before, of another value; `percent` may be its change."""
        change = change_alike(before, percent) if percent.origin == "percent" else None
        return tell_alike(self.observer, rule, before, value, owner, change)

    def _find_place(self, end: int, last: int) -> Mention | None:
        """The place after "in" right behind a value."""
        if end + 1 >= last or self.parse.words[end].lower() != "in":
            return None
        named = (m for m in self.arguments.by_token.get(end + 1, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, _PLACES)), None)

    def _is_placed(self, before: Candidate, edge: int) -> bool:
        """Whether the figure before stands in a place of its own, with no verb up to the next."""
        other = before.object
        if not isinstance(other, Mention) or before.subject is None or self._has_verb(before, edge):
            return False
        end = self.arguments.ranges[other][1]
        own = self._find_place(end, edge)
        return own is not None and self.arguments.find_first(own) == self.arguments.find_first(
            before.subject
        )

    def _has_time(self, start: int, last: int) -> bool:
        """Whether a time begins within a few words, perhaps one that is no period: "the second quarter"."""
        words = {w.lower() for w in self.parse.words[start : min(start + _TIME, last)]}
        near = range(start, min(start + _TIME, last))
        return not words.isdisjoint(_SPANS) or any(map(self.arguments.find_period_around, near))

    def _is_alike(self, before: Candidate, value: Mention) -> bool:
        """Whether a value is in the unit of the one before, and only a time stands between."""
        other, one = before.object, value.value
        if not isinstance(other, Mention) or not isinstance(other.value, Quantity):
            return False
        end, start = self.arguments.ranges[other][1], self.arguments.ranges[value][0]
        near = start - end <= _BETWEEN and self._has_time(end, start)
        return near and isinstance(one, Quantity) and one.unit == other.value.unit

    def _find_rise(self, start: int) -> Mention | None:
        """The percentage right before "to" and a value."""
        if self.parse.words[start - 1].lower() != "to":
            return None
        return next((v for v in self.values.at(start - 2) if v.origin == "percent"), None)

    def _is_measure(self, noun: int, first: int) -> bool:
        """Whether a noun is a measure that "and" or a comma joins to what stands before."""
        parse = self.parse
        # "and imports 7 percent": the small model often takes it for a verb
        taken = parse.tags[noun] in {"VBZ", "VBG"} and parse.words[noun].lower() in self.words.nouns
        known = parse.tags[noun] in {"NN", "NNS"} and (
            parse.lemmas[noun] in self.words.nouns
            or self.observer.owners.field_of(noun) is not None
        )
        if not taken and not known:
            return False
        bounds = self.arguments.find_phrase(noun)
        edge = bounds[0] if bounds is not None else noun
        while edge - 1 > first and parse.tags[edge - 1] in {"JJ", "NN", "VBN"}:
            edge -= 1  # "and foreign orders"
        edge -= parse.tags[edge - 1] in {"PRP$", "DT"}
        joined = edge > first and parse.words[edge - 1].lower() in _JOINTS
        return joined and not self.observer.is_entity(noun)

    def _find_before(self, value: Mention, first: int) -> Candidate | None:
        """The figure told right before in the sentence, of the same kind."""
        start = self.arguments.ranges[value][0]
        told = [
            (self.arguments.ranges[other][0], candidate)
            for candidate in self.observer.made.values()
            if isinstance(other := candidate.object, Mention)
            and first <= self.arguments.ranges[other][0] < start
            and other.origin == value.origin
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def _has_verb(self, before: Candidate, noun: int) -> bool:
        other = before.object
        if not isinstance(other, Mention):
            return True
        end = self.arguments.ranges[other][1]
        return any(
            (tag[:2] == "VB" or tag == "MD") and self.parse.deps[t] not in _WITHIN
            for t, tag in enumerate(self.parse.tags[end:noun], end)
        )
