"""How long somebody has done something: "with 57 years of mining experience", "has 20 years' experience in retail"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_BEARERS = ("Agent",)
_WIDE = 6  # tokens from the years to what they are of
_HAVING = frozenset(["have", "bring", "boast", "possess", "offer", "hold", "draw", "carry"])
_WITH = "with"
_BETWEEN = frozenset(["of", "'", "’", "'s", "’s", "-", "/", ",", "and"])
_FIELDS = frozenset(["in", "as", "with"])
_FIELD = frozenset(["NN", "NNS", "JJ", "JJR", "HYPH", "CC", ",", "VBG"])  # tags of what it is in
_CLIMBED = 8


class ExperienceShapes(Shapes):
    """The shape, over the values of one document."""

    def experience(self, rule: Rule) -> Iterator[Candidate]:
        """The years of experience that a person or firm has, by what it is in."""
        for value in self.values.all():
            quantity = value.value
            if not isinstance(quantity, Quantity) or quantity.unit != "year":
                continue
            noun = self._find_noun(rule, value)
            owner = self._find_bearer(value) if noun is not None else None
            bounds = self.arguments.find_phrase(noun) if noun is not None else None
            if noun is None or owner is None or bounds is None:
                continue
            start = max(bounds[0], self.arguments.ranges[value][1])  # "20 years experience"
            measure = f"{self.arguments.slice(start, noun + 1)}{self._find_field(noun)}"
            yield from self.observer.observe(rule, noun, noun, value, owner=owner, measure=measure)

    def _find_noun(self, rule: Rule, value: Mention) -> int | None:
        """The word for experience right behind the years: "years of combined experience"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _WIDE, last)):
            if parse.lemmas[token] in rule.nouns:
                return token
            if parse.tags[token][0] not in "NJVRD" and parse.words[token] not in _BETWEEN:
                return None
        return None

    def _find_field(self, noun: int) -> str:
        """ " in higher education"."""
        parse, start = self.parse, noun + 2
        if "".join(parse.words[noun + 1 : start]).lower() not in _FIELDS:
            return ""
        start += parse.tags[start : start + 1] == ["DT"]
        end = start
        while parse.tags[end : end + 1] and parse.tags[end] in _FIELD:
            end += 1
        while end > start and parse.tags[end - 1] not in {"NN", "NNS"}:
            end -= 1
        if end == start:
            return ""
        return f" {parse.words[noun + 1].lower()} {self.arguments.slice(start, end)}"

    def _find_bearer(self, value: Mention) -> Mention | None:
        """Who has it: the subject of a verb of having, the name before ", with", the subject after "With …,"."""
        parse, arguments = self.parse, self.arguments
        start = arguments.ranges[value][0]
        begin, last = parse.sentences[parse.sentence_of[start]]
        verb = self.observer.qualifiers.owner_of(value)
        if parse.words[start - 1].lower() == _WITH and start - 1 > begin:
            before = start - 2 - (parse.words[start - 2] == ",")
            return self._take(before)
        led = start - 1 == begin and parse.words[begin].lower() == _WITH
        if parse.tags[verb][:2] != "VB" or not (led or parse.lemmas[verb] in _HAVING):
            return None
        subjects = parse.list_subjects(verb)
        for _ in range(_CLIMBED if not subjects and not led else 0):
            if parse.deps[verb] not in {"conj", "xcomp", "advcl"} or parse.heads[verb] == verb:
                break
            verb = parse.heads[verb]
            subjects = parse.list_subjects(verb, passive=False)
        return self._take(subjects[0]) if subjects and subjects[0] < last else None

    def _take(self, token: int) -> Mention | None:
        found = self.arguments.find(token, _BEARERS)
        return found if found is not None and found.kind is not MentionKind.ADJECTIVE else None
