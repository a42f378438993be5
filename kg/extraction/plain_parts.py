"""So many out of so many: "of the 31 projects nine are late", "only 11 of 50 containers were loaded"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind

_ROUND = frozenset([2, 3, 4, 5, 10, 100])  # "four out of 10 workers" is a rate
_LONGEST = 12  # tokens from the whole to its part
_SAID = 5  # tokens of what is said of a part
_PERSONS = frozenset(["who", "whom"])


class PlainParts(PlainShapes):
    """The shape, over the values of one document."""

    def out_of(self, rule: Rule) -> Iterator[Candidate]:
        """The whole and its part, both counts of the same things."""
        for whole in list(self.values.all()):
            noun = self.find_counted(whole)
            people = noun is not None and self.parse.lemmas[noun].lower() in self.no_topics
            if noun is None or people or self.size_of(whole) in _ROUND:
                continue
            part = self._find_part(whole, noun)
            if part is None or self.size_of(part) >= self.size_of(whole):
                continue
            owner = self.find_owner_of(noun)
            text = self.observer.owners.measure_text(noun)
            if owner is None or not text:
                continue
            token = self._find_verb(part)
            if self.is_free(whole):
                counted = self.values.with_unit(whole, noun)
                yield from self.observe(rule, token, noun, counted, owner, text)
            said = self._name_said(token)
            if self.is_free(part) and said:
                counted = self.values.with_unit(part, noun)
                yield from self.observe(rule, token, noun, counted, owner, f"{text} {said}")

    def _find_part(self, whole: Mention, noun: int) -> Mention | None:
        """The bare number before "of" or "out of" and a whole, or behind "Of the 31 projects, …"."""
        words, start = self.parse.words, self.arguments.ranges[whole][0]
        link = start - 1 - (words[start - 1].lower() in {"the", "its", "their"})
        if link < 0 or words[link].lower() != "of":
            return None
        before = link - 1 - (words[link - 1].lower() == "out")
        first, last = self.parse.sentences[self.parse.sentence_of[noun]]
        if before >= first:
            found = [v for v in self.values.at(before) if self.arguments.ranges[v][1] == before + 1]
            if found and found[0].origin == "number":
                return found[0]
        if link != first and words[link - 1] not in {":", ",", ";"}:
            return None
        for value in self.values.all():
            at, end = self.arguments.ranges[value]
            near = noun < at < min(last, noun + _LONGEST)
            if near and value.origin == "number" and self.find_counted(value) is None:
                behind = self.parse.tags[end : end + 1]
                return value if behind and behind[0] in {"VBP", "VBD", "VBZ", "MD"} else None
        return None

    def _find_verb(self, part: Mention) -> int:
        token = self.arguments.ranges[part][1] - 1
        for _ in range(4):
            if self.parse.tags[token][:2] == "VB":
                return token
            token = self.parse.heads[token]
        return token

    def _name_said(self, verb: int) -> str:
        """What is said of a part: "behind schedule", "loaded"."""
        parse = self.parse
        if parse.tags[verb][:2] != "VB":
            return ""
        last = parse.sentences[parse.sentence_of[verb]][1]
        begin = verb + 1 if parse.lemmas[verb] in {"be", "have"} else verb
        end = begin
        while end < min(last, begin + _SAID) and parse.tags[end] in {
            "VBN", "VBG", "VBD", "JJ", "IN", "NN", "NNS", "RB", "DT", "JJR",
        } and not self._is_time(end):  # fmt: skip
            end += 1
        while end > begin and parse.tags[end - 1] in {"IN", "DT", "RB"}:
            end -= 1
        return self.arguments.slice(begin, end) if end > begin else ""

    def _is_time(self, token: int) -> bool:
        kinds = {MentionKind.PERIOD, MentionKind.QUANTITY}
        return any(m.kind in kinds for m in self.arguments.by_token.get(token, ()))

    def of_whom(self, rule: Rule) -> Iterator[Candidate]:
        """ "employs 320 people, of whom 120 are women": the part, by what it is."""
        for clause in self.clauses:
            if clause.lemma != "be" or len(clause.subjects) != 1:
                continue
            values = [v for v in self.values.at(clause.subjects[0]) if v.origin == "number"]
            value = next((v for v in values if self.is_free(v)), None)
            if value is None or not self._is_of_whom(value):
                continue
            before = self.find_figure_before(self.arguments.ranges[value][0], sentences=0)
            nouns = [t for t in clause.complements if self.parse.tags[t] == "NNS"]
            if before is None or not nouns or self.find_counted(value) is not None:
                continue
            text = self.arguments.phrase_text(nouns[0])
            if text:
                counted = self.values.with_unit(value, nouns[0])
                yield from self.observe(
                    rule, clause.token, before.token, counted, before.subject, text
                )

    def _is_of_whom(self, value: Mention) -> bool:
        start = self.arguments.ranges[value][0]
        before = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        return not _PERSONS.isdisjoint(before) or "which" in before or "them" in before
