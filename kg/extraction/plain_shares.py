"""Shares of what somebody has, whatever is done with them: "half of the mill's machinery will be new"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_NEAR = 3  # tokens from a verb to the part that it tells
_FAR = 6  # tokens behind "of" in which the noun stands
_LEADING = frozenset(
    ["DT", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "PRP$", "RB", "POS", "NN", "NNP", "NNPS"]
)
_RATES = frozenset(
    ["turnout", "rate", "attendance", "participation", "occupancy", "margin", "yield", "inflation",
     "unemployment", "return", "premium", "discount", "interest", "growth"]
)  # fmt: skip
_IT = frozenset(["it", "them", "that", "this", "which"])
_TOTALS = frozenset(["total", "whole", "sum"])


class PlainShares(PlainShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.owned = words.get("parts_owned") | words.get("stakes") | words.get("share_holders")

    def share_acting(self, rule: Rule) -> Iterator[Candidate]:
        """ "Half of the mill's machinery will be new", "61 percent of the work has been completed"."""
        for clause in self.clauses:
            for token in clause.objects if clause.passive else clause.subjects:
                value = self._find_percent(token)
                noun = self._find_whole(value) if value is not None else None
                if value is None or noun is None or self.is_supposed(clause):
                    continue
                people = self.parse.lemmas[noun].lower() in self.no_topics
                own = self.observer.owners.find_own(noun) if people else self.find_owner_of(noun)
                owner, text = own, self.observer.owners.measure_text(noun)
                if owner is None or not text:
                    continue
                done = self.observer.name_done(text, clause) if clause.passive else text
                measure = f"{self.words.share} of {done}"
                yield from self.observe(rule, clause.token, noun, value, owner, measure)

    def _find_percent(self, token: int) -> Mention | None:
        values = (v for v in self.values.at(token) if v.origin == "percent" and self.is_free(v))
        return next(values, None)

    def _find_whole(self, value: Mention) -> int | None:
        """The common noun behind a share and its "of"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        if parse.words[end : end + 1] != ["of"]:
            return None
        found = None
        for token in range(end + 1, min(end + _FAR, last)):
            if parse.tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or parse.tags[token] not in _LEADING:
                break
        lemma = parse.lemmas[found].lower() if found is not None else ""
        if found is None or lemma in self.owned | self.times or self._is_told(found):
            return None
        return found

    def _is_told(self, noun: int) -> bool:
        """Whether a noun is a name, a time or a value."""
        left = {MentionKind.NAME, MentionKind.QUANTITY, MentionKind.PERIOD, MentionKind.PRONOUN}
        return any(m.kind in left for m in self.arguments.by_token.get(noun, ()))

    def share_taken(self, rule: Rule) -> Iterator[Candidate]:
        """ "… $4 billion. Smelters supplied 43 percent": a share of the figure told before, by who has it."""
        for clause in self.clauses:
            if clause.passive or clause.lemma not in rule.verbs or len(clause.subjects) != 1:
                continue
            values = [
                v
                for v in self.values.in_slots_or_beside(clause, ("object", "for", "at", "attr"))
                if v.origin != "number" and self.is_free(v)
            ]
            before = self._find_whole_before(clause) if values else None
            if before is None or not self._is_whole(before) or not self._is_of_it(values[0]):
                continue
            rate = self.parse.lemmas[clause.subjects[0]] in _RATES
            text = None if rate else self._name_taker(clause.subjects[0])
            shared = values[0].origin == "percent"
            if text is not None and (shared or self._is_part(values[0], before, clause.token)):
                share = f"{self.words.share} of {before.measure}"
                measure = f"{text} {share if shared else before.measure}"
                yield from self.observe(
                    rule, clause.token, before.token, values[0], before.subject, measure
                )

    def _find_whole_before(self, clause: Clause) -> Candidate | None:
        """The figure told last before a clause; of two of another time ("3 million, from 2"), the first."""
        before = self.find_figure_before(clause.token, sentences=1)
        if before is None:
            return None
        told = [c for c in self.observer.made.values() if c.token == before.token]
        alike = [c for c in told if c.measure == before.measure and self._is_whole(c)]
        return alike[0] if alike else before

    def _is_part(self, value: Mention, before: Candidate, verb: int) -> bool:
        """Whether a sum is less than the one told before, in the same unit."""
        one, known = (
            value.value,
            before.object.value if isinstance(before.object, Mention) else None,
        )
        if not isinstance(one, Quantity) or not isinstance(known, Quantity):
            return False
        near = self.arguments.ranges[value][0] - verb <= _NEAR  # no "… and oil for $3 million"
        return near and one.unit == known.unit and one.value < known.value

    def _is_whole(self, before: Candidate) -> bool:
        """Whether a figure is a sum, of which there are shares."""
        known = before.object
        return isinstance(known, Mention) and known.origin in {"money", "measure", "number"}

    def _is_of_it(self, value: Mention) -> bool:
        """Whether a share is told alone, or as one of the total."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if parse.words[end : end + 1] != ["of"]:
            return self.stands_alone(value)
        behind = [w.lower() for w in parse.words[end + 1 : end + 3]]
        return behind[0] in _IT or behind[-1] in _TOTALS

    def _name_taker(self, subject: int) -> str | None:
        """A plain noun or a named place, which no figure was told of yet."""
        named = [m for m in self.arguments.by_token.get(subject, ()) if m.kind is MentionKind.NAME]
        if named and self.arguments.fits(named[0], ("Place", "IntergovernmentalBody")):
            return named[0].text
        return self.arguments.phrase_text(subject) if self.is_plain_noun(subject) else None
