"""When a figure was so: by its sentence, by a word for the year before, else by the figures before."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.goal_periods import TO_COME, settle_goal
from kg.extraction.measure_words import MeasureWords
from kg.extraction.measures import OwnerFinder
from kg.extraction.period_deeds import is_of_deed_beside
from kg.extraction.periods_back import PeriodsBack
from kg.extraction.periods_going_on import PeriodsGoingOn
from kg.extraction.periods_near import PeriodPicker
from kg.extraction.rule import Rule
from kg.extraction.since_clauses import open_since
from kg.extraction.where_owners import parse_up
from kg.extraction.year_before import ALIKE
from kg.model.claim import Modality
from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.period import Period

TIMELESS = frozenset(
    [
        "value-noun",
        "length-in-brackets",
        "height",
        "distance-from",
        "experience",
        "plain-under-deal",
        "possessed",
    ]
)
_HOLDING = frozenset(["have", "be", "stand", "number"])  # "By the end of May, it had 16 mills"
_PRESENT, _PAST = frozenset(["VBZ", "VBP"]), frozenset(["VBD", "VBN"])
_LED = 4  # tokens before a time in which "the same" stands
_COMPARED = 3  # tokens before a value in which "compared to" stands
_AGAINST = frozenset(["compared", "against", "versus"])
_SINCE = "/.."  # how a period ends that goes on


# Shapes of measures that rise or fall, of which no day is the time.
MOVING = frozenset(["change", "subject-verb-value", "reported-change"])


class FigureTimes:
    """Finds the periods of figures, in one document."""

    def __init__(
        self,
        words: MeasureWords,
        arguments: ArgumentFinder,
        owners: OwnerFinder,
        picker: PeriodPicker,
    ) -> None:
        self.words, self.arguments, self.parse = words, arguments, arguments.parse
        self.owners, self.picker = owners, picker
        self.going_on = PeriodsGoingOn(arguments, owners)
        self.back = PeriodsBack(arguments, owners)
        self.before: set[Span] = set()  # values of the time with which others are compared

    def find(
        self, rule: Rule, noun: int, value: Mention, owner: Mention, modality: Modality, told: bool
    ) -> Period | None:
        """The period of a value; where its owner was `told` before, also that of what was told then.

        What stands beside its thing ("a 250-megawatt plant") has no period of what happens to it.
        """
        lasting = rule.shape == "measure-of-value" and self.parse.lemmas[noun] in self.words.lasting
        if rule.shape in TIMELESS or lasting:
            return None
        if self.back.is_back(value):
            return self.back.find(value)
        found = self.picker.find_period(value)
        if found is not None and isinstance(found.value, Period):
            self._note_before(value, found)
            since = found.value.edtf.endswith(_SINCE)
            at, start = self.arguments.ranges[found][0], self.arguments.ranges[value][0]
            apart = is_of_deed_beside(self.parse, at, noun, start, modality)
            if apart or self._is_of_deed(found, noun):
                return None
            if since and self._is_of_now(rule, noun):
                return None
            period = open_since(self.parse, self.arguments.ranges[found][0], found.value)
            lead = self.parse.words[max(self.arguments.ranges[found][0] - 1, 0)].lower()
            verb = parse_up(self.parse, noun)
            held = verb is not None and self.parse.lemmas[verb] in _HOLDING
            return settle_goal(period, modality, lead, held=held)
        daily = self.parse.lemmas[noun] in self.words.exchanged  # which moves by the day
        told = told and not daily and not self._is_base(value) and modality not in TO_COME
        before = self.owners.find_told_period(noun) if told else None
        if before and before.start and before.start == before.end and rule.shape in MOVING:
            before = None  # "The backlog stood at 6 million on May 1. The margin rose"
        return before or self.going_on.find(noun, value, owner)

    def _is_base(self, value: Mention) -> bool:
        """ "compared to 189 million": what was before, at a time that is not told."""
        start = self.arguments.ranges[value][0]
        words = [w.lower() for w in self.parse.words[max(start - _COMPARED, 0) : start]]
        return not _AGAINST.isdisjoint(words)

    def _note_before(self, value: Mention, period: Mention) -> None:
        """ "in the [corresponding] quarter of 2017": a time that what follows does not go on with."""
        start, end = self.arguments.ranges[period]
        words = self.parse.words[max(start - _LED, 0) : end]
        if not ALIKE.isdisjoint(w.lower() for w in words):
            self.before.add(value.span)

    def _is_of_deed(self, period: Mention, noun: int) -> bool:
        """ "was founded in 1998 and employs 300": what was done then, not the figure."""
        at, verb = self.arguments.ranges[period][0], parse_up(self.parse, noun)
        if verb is None or at > verb or self.parse.tags[verb] not in _PRESENT:
            return False
        deed = parse_up(self.parse, at)
        return deed is not None and deed != verb and self.parse.tags[deed] in _PAST

    def _is_of_now(self, rule: Rule, noun: int) -> bool:
        """ "has made tiles there since 2007 with 90 workers", "… since 2007 and employs 640": those of today."""
        verb = self.parse.heads[noun]
        employs = self.parse.lemmas[verb] == "employ" and self.parse.tags[verb] in {"VBZ", "VBP"}
        return rule.shape == "equipped" or employs
