"""What the plain shapes work on: values that no other shape took, what they count, and whose a plain noun is."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.told_owners import OWNERS_BY_FIELD
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_BEHIND = 3  # tokens behind a number in which what it counts stands
_DESCRIBING = frozenset(["NN", "JJ", "HYPH", "VBN", "VBG", "NNP"])
_TELLING = ("Organization", "Place", "Project", "TransportCorridor", "Event", "Agreement")
_UNDER = frozenset(["nummod", "compound", "amod", "nmod", "quantmod"])
_WE = frozenset(["we", "our", "us"])
_SUPPOSING = frozenset(["if", "when", "once", "unless", "until", "whether", "whenever"])
_WORDS = load_lexicon("measures")
_NO_TOPICS = frozenset[str]().union(
    *map(_WORDS.get, ("no_measures", "no_levels", "people", "many_holders", "others_nouns")),
    _WORDS.get("people_kinds"),
)
_TIMES = _WORDS.get("time_units") | {"h", "hour", "min", "minute", "s"}


class PlainShapes(Shapes):
    """Base of the plain shapes, over the clauses and values of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer)
        self.clauses = clauses
        self.no_topics, self.times = _NO_TOPICS, _TIMES

    def is_free(self, value: Mention) -> bool:
        """Whether no figure was made of a value yet."""
        return value.span not in self.observer.made and value.span not in self.observer.spent

    def list_free(self) -> Iterator[Mention]:
        """The values that nothing took, in text order."""
        return (v for v in self.values.all() if self.is_free(v))

    def find_counted(self, value: Mention) -> int | None:
        """The plural noun that a bare number counts, right behind it but for what describes it."""
        end = self.arguments.ranges[value][1]
        if value.origin != "number":
            return None
        for token in range(end, min(end + _BEHIND, len(self.parse.words))):
            tag = self.parse.tags[token]
            if tag == "NNS" or (tag == "NN" and self.is_plural(token)):
                return token
            if tag not in _DESCRIBING:
                break
        return None

    def stands_alone(self, value: Mention) -> bool:
        """Whether a value is told for itself: not "a 5 percent rise", "12 million of the 40 million"."""
        last = self.arguments.ranges[value][1] - 1
        if last + 1 >= len(self.parse.words):
            return True
        head, behind = self.parse.heads[last], last + 1
        within = self.parse.deps[last] in _UNDER and head > last and self.parse.tags[head][0] == "N"
        noun = self.parse.tags[behind][0] == "N" or self.parse.words[behind] == "-"
        return not within and not noun

    def is_plain_noun(self, token: int) -> bool:
        """Whether a token is a common noun that may be measured: no thing or people, no time."""
        if self.parse.tags[token] not in {"NN", "NNS"} or self.observer.is_entity(token):
            return False
        if self.arguments.is_value(token) or self.is_named(token):
            return False
        lemma = self.parse.lemmas[token].lower()
        typed = any(
            m.kind is MentionKind.NOMINAL and self.arguments.ranges[m][1] == token + 1
            for m in self.arguments.by_token.get(token, ())
        )
        return not typed and lemma not in self.no_topics | self.times

    def find_owner_of(self, noun: int) -> Mention | None:
        """Whose a plain noun is: whom its phrase or sentence tells, or whose the last figures are."""
        own = self.observer.owners.find_own(noun)
        if own is not None and noun not in range(*self.arguments.ranges.get(own, (0, 0))):
            return own if own.origin != OPEN else None
        if self.observer.topic.is_of_others(noun):
            return None
        beside = self.observer.owners.beside
        near = beside.find_with_verb(noun) or beside.find_opening(noun)
        return near or self._find_speaking(noun) or self.find_last_owner(noun)

    def _find_speaking(self, noun: int) -> Mention | None:
        """ "We have run it for two years, recovery is at 96 percent": that of who says "we" in the sentence."""
        start = self.parse.sentences[self.parse.sentence_of[noun]][0]
        spoken = [
            m
            for t in range(start, noun)
            if self.parse.words[t].lower() in _WE
            for m in self.arguments.by_token.get(t, ())
        ]
        return spoken[-1] if spoken and spoken[-1] in self.arguments.resolved else None

    def find_last_owner(self, token: int) -> Mention | None:
        """Whose the figures just before are, where the sentence names nobody else."""
        before = self.find_figure_before(token, sentences=2)
        owner = before.subject if before is not None else self.observer.topic.topic
        if owner is None:
            return None
        first = self.arguments.find_first(owner)
        sentence = self.parse.sentence_of[token]
        field = self.observer.owners.beside.fields.get(self.parse.lemmas[token])
        fits = self.arguments.fits(first, OWNERS_BY_FIELD.get(field or "", _TELLING))
        fits = fits and not self.observer.owners.parts.is_owner(owner)
        return owner if fits and not self.observer.topic.names_others(sentence, first) else None

    def find_figure_before(self, token: int, sentences: int) -> Candidate | None:
        """The figure told last before a token, in its paragraph, at most so many sentences before."""
        parse, paragraphs = self.parse, self.arguments.recognized.paragraph_of
        sentence = parse.sentence_of[token]
        told = [
            (self.arguments.ranges[c.object][0], c)
            for c in self.observer.made.values()
            if isinstance(c.object, Mention)
            and self.arguments.ranges[c.object][0] < token
            and 0 <= sentence - parse.sentence_of[c.token] <= sentences
            and paragraphs[parse.sentence_of[c.token]] == paragraphs[sentence]
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def in_unit_of(self, value: Mention, known: Mention) -> Mention | None:
        """A value in the unit of another, or a bare number of its size in that unit; else None."""
        one, other = value.value, known.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity):
            return None
        if one.unit == other.unit and one.unit:
            return value
        if one.unit or value.origin != "number" or self.find_counted(value) is not None:
            return None
        if not other.value or not 0.1 <= abs(float(one.value / other.value)) <= 10:
            return None
        return self.values.replaced(value, replace(one, unit=other.unit))

    def with_counted(self, value: Mention) -> Mention:
        """A bare number in the unit of what it counts."""
        noun = self.find_counted(value)
        return value if noun is None else self.values.with_unit(value, noun)

    def is_supposed(self, clause: Clause) -> bool:
        """ "when volumes reach 70 percent", "if it fell to 5": a condition, and no figure."""
        children = self.parse.children[clause.token]
        return any(self.parse.words[c].lower() in _SUPPOSING for c in children)

    def is_time(self, value: Mention) -> bool:
        """Whether a value is a time."""
        return read_unit(value) in self.times

    def observe(
        self, rule: Rule, token: int, noun: int, value: Mention, owner: Mention, measure: str | None
    ) -> Iterator[Candidate]:
        """The observation of a value, told by a verb or noun (`token`)."""
        if measure:
            yield from self.observer.observe(rule, token, noun, value, owner=owner, measure=measure)
