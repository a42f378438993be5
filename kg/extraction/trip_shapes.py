"""Days that a trip takes, and by how much a time is shortened: "the trip takes 24 days, six days less than before"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.extraction.undertakings import find_undertaking
from kg.model.mention import Mention, MentionKind, read_unit

_DAYS = frozenset(["day", "week", "h", "min", "month"])
_TIME = "travel time"
_REDUCTION = "reduction"
_WAYS = ("TransportCorridor",)
_LINES = frozenset(
    [
        "route",
        "line",
        "service",
        "corridor",
        "railway",
        "road",
        "expressway",
        "link",
        "highway",
        "ferry",
    ]
)
_FAR = 3  # sentences back in which the way is told
_LESS = frozenset(["less", "shorter", "faster", "fewer", "quicker"])
_DOERS = (*OWNERS, "Facility")


class TripShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def trip_takes(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The whole trip is expected to take 24 days": of the line that is told."""
        trip = next(
            (t for t in self._list_subjects(clause) if self.parse.lemmas[t] in rule.nouns), None
        )
        if trip is None or clause.passive:
            return
        values = self.values.in_slots_or_beside(clause, ("object", "for"))
        values = [v for v in values if read_unit(v) in _DAYS]
        owner = self._find_way(trip) if values else None
        if owner is None:
            return
        yield from self.tell(rule, clause, trip, values[0], owner=owner, measure=_TIME)
        less = self._find_less(values[0])
        if less is not None:
            yield from self.tell(
                rule, clause, trip, less, owner=owner, measure=f"{_TIME} {_REDUCTION}"
            )

    def _list_subjects(self, clause: Clause) -> list[int]:
        """The subjects, of "is expected to take" those of what is expected."""
        if clause.subjects or self.parse.deps[clause.token] != "xcomp":
            return clause.subjects
        return self.parse.list_subjects(self.parse.heads[clause.token])

    def _find_way(self, trip: int) -> Mention | None:
        """The only line named in the sentence or the three before it."""
        parse = self.parse
        sentence = parse.sentence_of[trip]
        last = parse.sentences[sentence][1]
        for back in range(_FAR):
            if sentence - back < 0:
                break
            first = parse.sentences[sentence - back][0]
            ways = [m for t in range(first, last) for m in self._list_ways(t)]
            if ways:
                return ways[-1] if self.arguments.are_one(ways) else None
            last = first
        return None

    def _list_ways(self, token: int) -> Iterator[Mention]:
        for mention in self.arguments.by_token.get(token, ()):
            start, end = self.arguments.ranges[mention]
            head = self.parse.lemmas[end - 1].lower()
            line = head in _LINES or mention.kind is MentionKind.NAME
            if "than" in self.parse.words[max(start - 3, 0) : start]:
                continue  # "10 days faster than traditional routes"
            told = mention.kind is not MentionKind.ADJECTIVE and start == token
            if told and line and self.arguments.fits(mention, _WAYS):
                yield mention

    def _find_less(self, value: Mention) -> Mention | None:
        """ ", six days less than before": the difference right behind."""
        end = self.arguments.ranges[value][1]
        start = end + (self.parse.words[end : end + 1] == [","])
        near = self.values.at(start) if start < len(self.parse.words) else []
        found = next((v for v in near if read_unit(v) == read_unit(value)), None)
        behind = self.arguments.ranges[found][1] if found is not None else 0
        told = found is not None and self.parse.words[behind : behind + 1] != []
        return found if told and self.parse.words[behind].lower() in _LESS else None

    def time_shortened(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will cut transit time by five days": by so much, of what does it."""
        nouns = clause.objects
        noun = next((t for t in nouns if self.is_measured_time(t)), None)
        spans = [v for v in self.values.in_slots(clause, ("by",)) if read_unit(v) in _DAYS]
        if noun is None or not spans:
            return
        text = self.observer.owners.measure_text(noun) or self.arguments.phrase_text(noun)
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _DOERS)]
        owner = owners[0] if owners else None
        if owner is None and not clause.subjects:
            owner = find_undertaking(self.arguments, clause.token)
        if owner is not None and text:
            measure = f"{text} {_REDUCTION}"
            yield from self.tell(rule, clause, noun, spans[0], owner=owner, measure=measure)

    def frequency(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The frequency is to be raised to three trains a week": of the line that is told."""
        subjects = clause.objects if clause.passive else clause.subjects
        noun = next((t for t in subjects if self.parse.lemmas[t] in rule.nouns), None)
        if noun is None:
            return
        for counted in (*clause.slot("to"), *clause.slot("at"), *clause.complements):
            value = self.values.count_of(counted)
            owner = self._find_way(noun) if value is not None else None
            if value is None or owner is None:
                continue
            often = self.values.with_unit(value, counted)
            kind = self.arguments.phrase_text(counted)
            measure = f"{self.parse.lemmas[noun]} of {kind}" if kind else self.parse.lemmas[noun]
            yield from self.tell(rule, clause, noun, often, owner=owner, measure=measure)
