"""When what phrase rules found was done: the time of the verb between its two sides."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.model.claim import Qualifier
from kg.model.mention import Mention
from kg.model.period import Period

_DEALS = ("acquires", "mergesWith", "investsIn", "cooperatesWith", "supplies", "foundedBy")
_DEEDS = frozenset([*_DEALS, "develops", "participatesIn", "organizes", "operatesIn"])
_TIMES = frozenset(["time", "startTime", "endTime"])
_NO_VERBS = frozenset(["aux", "auxpass", "amod", "compound"])


class PhraseTimes:
    """Settles the times of one document's candidates."""

    def __init__(self, arguments: ArgumentFinder, qualifiers: QualifierFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.qualifiers = qualifiers

    def settle(self, candidate: Candidate) -> None:
        """Adds the time where the predicate takes one, the rule found none and a verb has one."""
        names = {q.name for q in candidate.qualifiers}
        if candidate.rule.predicate not in _DEEDS or names & _TIMES:
            return
        verb = self._find_verb(candidate)
        told = self._list_periods(verb) if verb is not None else []
        if len(told) == 1 and not _is_vague(told[0]):
            candidate.qualifiers.append(Qualifier(name="time", value=told[0]))

    def _list_periods(self, verb: int) -> list[Period]:
        """The periods that a verb has of its own, else that whose infinitive it is."""
        own = [
            m.value
            for m in self.qualifiers.periods.get(verb, ())
            if m.origin != "none"  # nor of what is named: "films like Tarka (2012)"
            and self.parse.words[self.arguments.ranges[m][0] - 1] not in {"(", "since"}
        ]
        if not own and self.parse.deps[verb] == "xcomp":
            return self._list_periods(self.parse.heads[verb])
        return [p for p in own if isinstance(p, Period)]

    def _find_verb(self, candidate: Candidate) -> int | None:
        """The verb between both sides that one of them hangs on; None where neither does."""
        sides = [s for s in (candidate.object, candidate.subject) if isinstance(s, Mention)]
        if len(sides) < 2 or any(s not in self.arguments.ranges for s in sides):
            return None
        ranges = [self.arguments.ranges[s] for s in sides]
        between = range(min(start for start, _ in ranges), max(end for _, end in ranges))
        for side in sides:
            verb = self.qualifiers.owner_of(side)
            verbal = self.parse.tags[verb][:2] == "VB" and self.parse.deps[verb] not in _NO_VERBS
            if verbal and verb in between:
                return verb
        return None


def _is_vague(period: Period) -> bool:
    """Decades, centuries and what has no end tell of the things named rather than of the deed."""
    return period.edtf.endswith("X") or period.edtf.endswith("..")
