"""How far works are, on what ground, what others spend there: "87 percent complete", "on a 30-acre site"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.measure_naming import gerund
from kg.extraction.periods_beside import keep_periods_beside
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.undertakings import find_undertaking
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_AREA, _LENGTH = "area", "length"
_GROUNDED = (*WORKS_AND_ZONES, "Place", "Organization")
_OVER = ("over", "on", "across")
_ON = frozenset(["on", "over", "across", "covering", "occupying"])
_GROUNDS = frozenset(["area", "plot", "site", "land", "tract", "parcel", "piece", "stretch"])
_DONE = "completion"
_WORK = frozenset(["work", "construction", "building"])
_BEHIND = 14  # tokens between works and their ground
_PLACES = ("Country", "Province", "City", "District", "EconomicZone")


class SiteShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def progress(self, rule: Rule) -> Iterator[Candidate]:
        """ "The tunnel is 60 percent complete", "70 percent of the work on the dam is done"."""
        words = self.parse.words
        for value in self.values.all():
            if value.origin != "percent":
                continue
            start, end = self.arguments.ranges[value]
            first, last = self.parse.sentences[self.parse.sentence_of[start]]
            owner = None
            if words[end : end + 1] and words[end].lower() in rule.words:
                owner = self._find_works(range(start - 1, first - 1, -1))
                if (
                    owner is None and words[first].lower() in _WORK
                ):  # "Construction is 60% complete"
                    owner = find_undertaking(self.arguments, first)
            elif self._is_of_work(end) and not rule.words.isdisjoint(
                map(str.lower, words[end:last])
            ):
                owner = self._find_works(range(end, last))
            if owner is not None:
                told = self.observer.observe(rule, start, start, value, owner=owner, measure=_DONE)
                yield from keep_periods_beside(told, self.arguments)

    def _is_of_work(self, end: int) -> bool:
        """ "of the work", "of construction" right behind a percentage."""
        after = [w.lower() for w in self.parse.words[end : end + 4]]
        return after[:1] == ["of"] and not _WORK.isdisjoint(after)

    def _find_works(self, tokens: range) -> Mention | None:
        """The nearest works that have a name or are told of."""
        found = (m for t in tokens for m in self.arguments.by_token.get(t, ()) if self._is_works(m))
        return next(found, None)

    def _is_works(self, mention: Mention) -> bool:
        told = mention.kind is MentionKind.NAME or self.arguments.is_referring(mention)
        return told and self.arguments.fits(mention, WORKS_AND_ZONES)

    def site(self, rule: Rule) -> Iterator[Candidate]:
        """ "The plant, coming up on 42 acres", "on a 30-acre site", "spread across 1,200 acres"."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            before = [w.lower() for w in self.parse.words[max(start - 2, 0) : start]]
            led = before[-1:] != [] and (
                before[-1] in _ON or (before[-1] in {"a", "an"} and before[0] in _ON)
            )
            led = led or self._is_of_ground(start)
            if not led or value.origin != "measure":
                continue
            first = self.parse.sentences[self.parse.sentence_of[start]][0]
            edge = max(first, start - _BEHIND) - 1
            owner = self._find_works(range(start - 1, edge, -1))
            if owner is not None and self.words.name_for(value, owner) == _AREA:
                yield from self.observer.observe(
                    rule, start, start, value, owner=owner, measure=_AREA
                )

    def _is_of_ground(self, start: int) -> bool:
        """ "on an area of", "on a plot of"."""
        words = [w.lower() for w in self.parse.words[max(start - 4, 0) : start]]
        ground = words[-1:] == ["of"] and words[-2:-1] != [] and words[-2] in _GROUNDS
        return ground and words[0] in _ON

    def ground_covered(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik covers an area of 12 hectares", "the mill is spread over an area of 3 acres"."""
        placed = [t for name in _OVER for t in clause.slot(name)]
        nouns = placed if clause.passive or not clause.objects else clause.objects
        found = [(t, v) for t in nouns if (v := self._find_extent(rule, clause, t)) is not None]
        owners = self._find_covering(clause) if found else []
        if not owners:
            return
        noun, value = found[0]
        measure = self.words.name_of_unit(value)
        firm = self.arguments.fits(owners[0], ("Organization",))
        if measure == _AREA or (measure == _LENGTH and not firm):
            yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=measure)

    def _find_covering(self, clause: Clause) -> list[Mention]:
        """The subject; of a passive what is spread or built there."""
        if not clause.passive:
            return self.observer.find_owners(clause)
        return [m for t in clause.objects for m in self.arguments.find_all(t, _GROUNDED)]

    def _find_extent(self, rule: Rule, clause: Clause, token: int) -> Mention | None:
        """The value of "an area of 12 hectares", "a 12-hectare site", or of "12 hectares" alone."""
        values = []
        if self.parse.lemmas[token] in rule.nouns:
            values = [*self.values.after(token), *self.values.inside(token)]
        elif clause.lemma in self.words.covering:
            values = self.values.at(token)
        return next((v for v in values if v.origin == "measure"), None)

    def sum_placed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Foreign investors put 2 billion into Peru", "tourists spent 4 billion in Jordan": the place's."""
        parse = self.parse
        if clause.passive or len(clause.subjects) != 1:
            return
        subject = clause.subjects[0]
        told = self.arguments.by_token.get(subject, ())
        many = parse.tags[subject] == "NNS" and all(m.kind is MentionKind.NOMINAL for m in told)
        text = self.arguments.phrase_text(subject) if many else None
        slots = [t for name in ("into", "in") for t in clause.slot(name)]
        places = [m for t in slots for m in self.arguments.find_all(t, _PLACES)]
        money = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        named = any(parse.deps[c] == "appos" for c in parse.children[subject])
        if text and places and money and not named:
            measure = f"{gerund(clause.lemma)} by {text[0].lower()}{text[1:]}"
            yield from self.tell(rule, clause, subject, money[0], owner=places[0], measure=measure)
