"""Values behind a work that are its own: "a plant able to process 3 million tonnes", "a hotel of 300 rooms"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.measure_naming import gerund
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind, read_unit

_BUILT = ("Facility", "TransportCorridor", "EconomicZone")
_COST = "cost"
_LED = frozenset(["to", "of", "for"])
_PARTS = 2  # from which on a work has so many of them
_NEW = frozenset(["new", "additional", "extra", "further", "the"])
_KINDS = frozenset([MentionKind.NOMINAL, MentionKind.NAME])


class WorkShapes(Shapes):
    """The shapes, over the values of one document, asked before any clause takes them."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.able = words.get("work_abilities")
        self.doing = words.get("capacity_verbs") | words.get("work_verbs")
        self.rooms = words.get("work_rooms")
        self.making = load_lexicon("triggers").get("build") | {"open", "plan", "add", "complete"}
        self.unbuilt = load_lexicon("arguments").get("unbuilt")

    def work_doing(self, rule: Rule) -> Iterator[Candidate]:
        """ "a plant [able to] process 3 million tonnes", "a plant to generate 300 MW", "a mine yielding 5 million"."""
        for value in self.values.all():
            verb = self.arguments.ranges[value][0] - 1
            lemma = self.parse.lemmas[verb]
            if verb > 1 and lemma == _COST and self.parse.tags[verb] == "VBG":
                yield from self._tell_cost(rule, verb, value)
            if verb < 1 or lemma not in self.doing or value.origin in {"money", "percent"}:
                continue
            work = self._find_doing(verb)
            measure = self._name_doing(value, lemma) if work is not None else None
            if work is not None and measure:
                counted = self._with_noun(value)
                yield from self.observer.observe(
                    rule, verb, verb, counted, owner=work, measure=measure
                )

    def _tell_cost(self, rule: Rule, verb: int, value: Mention) -> Iterator[Candidate]:
        """ "opened a plant[, costing] $5 million": what the plant costs."""
        work = self._find_work(verb - 1 - (self.parse.words[verb - 1] == ","))
        if work is not None and value.origin == "money":
            yield from self.observer.observe(rule, verb, verb, value, owner=work, measure=_COST)

    def _find_doing(self, verb: int) -> Mention | None:
        """The work right before a verb, or before what tells that it is able to."""
        words, token = self.parse.words, verb - 1
        if self.parse.tags[verb] == "VBG":
            if words[token].lower() not in _LED:
                return self._find_work(token)
            token -= 1
        elif words[token].lower() == "to":
            token -= 1
        else:
            return None
        able = words[token].lower() in self.able
        if not able and self.parse.tags[verb] == "VBG":
            return None
        return self._find_work(token - able)

    def _find_work(self, token: int) -> Mention | None:
        """The work whose noun a token is, if it may be told of."""
        if token < 0 or self.parse.tags[token] not in {"NN", "NNP"}:
            return None
        found = self.arguments.find(token, _BUILT)
        ends = found is not None and self.arguments.ranges[found][1] == token + 1
        return found if ends and found is not None and found.kind in _KINDS else None

    def _name_doing(self, value: Mention, verb: str) -> str | None:
        """ "processing capacity"; "employees" of whom it employs."""
        if verb in self.words.bare_counts:
            return self.words.bare_counts[verb]
        noun = self._find_counted(value)
        if value.origin == "number" and noun is None:
            return None
        return f"{gerund(verb)} {self.words.capacity}"

    def work_of(self, rule: Rule) -> Iterator[Candidate]:
        """ "a hotel [of 300 rooms]", "a wind farm of 60 turbines": so many parts."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            noun = self._find_counted(value) if self.parse.words[start - 1] == "of" else None
            if noun is None or self.size_of(value) < _PARTS or not self.is_plural(noun):
                continue
            work, lemma = self._find_work(start - 2), self.parse.lemmas[noun]
            known = lemma in self.words.uncounted | self.words.none | self.words.people
            if work is not None and not known:
                text = self.observer.owners.measure_text(noun)
                yield from self._count(rule, noun, value, work, text)

    def work_room(self, rule: Rule) -> Iterator[Candidate]:
        """ "a store with [room for] 11,000 pallets": its capacity."""
        words = self.parse.words
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            room = [w.lower() for w in words[max(start - 3, 0) : start]]
            if len(room) < 3 or room[0] != "with" or room[1] not in self.rooms or room[2] != "for":
                continue
            work, noun = self._find_work(start - 4), self._find_counted(value)
            if work is not None and (noun is not None or value.origin == "measure"):
                yield from self._count(rule, noun, value, work, self.words.capacity)

    def length_of_work(self, rule: Rule) -> Iterator[Candidate]:
        """ "480 metres [of new quay]": the length of the quay."""
        words, last = self.parse.words, len(self.parse.words)
        for value in self.values.all():
            end = self.arguments.ranges[value][1]
            extent = self.words.of_values.get(read_unit(value), "")
            if extent not in rule.words or words[end : end + 1] != ["of"] or end + 2 >= last:
                continue
            if not self._is_made(value, words[end + 1]):
                continue
            noun = end + 1 + (words[end + 1].lower() in _NEW)
            found = (
                m
                for t in range(noun, min(noun + 3, last))
                for m in self.arguments.by_token.get(t, ())
                if self.arguments.ranges[m][0] == noun and m.kind in _KINDS
            )
            work = next((m for m in found if self.arguments.fits(m, _BUILT)), None)
            if work is None:
                continue
            head = self.arguments.ranges[work][1] - 1
            if self.parse.tags[head] == "NN" and self.parse.lemmas[head] not in self.unbuilt:
                yield from self.observer.observe(
                    rule, head, head, value, owner=work, measure=extent
                )

    def _is_made(self, value: Mention, behind: str) -> bool:
        """Whether a length is that of something new, and not of what somebody has."""
        verb = self.parse.lemmas[max(self.arguments.ranges[value][0] - 1, 0)]
        return behind.lower() in _NEW - {"the"} or verb in self.making

    def _count(
        self, rule: Rule, noun: int | None, value: Mention, work: Mention, text: str | None
    ) -> Iterator[Candidate]:
        head = self.arguments.ranges[work][1] - 1
        counted = self.values.with_unit(value, noun) if noun is not None else value
        if text:
            yield from self.observer.observe(
                rule, head, head if noun is None else noun, counted, owner=work, measure=text
            )

    def _with_noun(self, value: Mention) -> Mention:
        noun = self._find_counted(value)
        counts = value.origin == "number" and noun is not None
        return self.values.with_unit(value, noun) if counts and noun is not None else value

    def _find_counted(self, value: Mention) -> int | None:
        """The plural noun behind a bare number, perhaps with a word between."""
        end = self.arguments.ranges[value][1]
        if value.origin != "number":
            return None
        for token in range(end, min(end + 3, len(self.parse.words))):
            if self.parse.tags[token] == "NNS":
                return token
            if self.parse.tags[token] not in {"NN", "JJ", "HYPH"}:
                break
        return None
