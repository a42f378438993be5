"""Posts and ties that a text tells to be over, and posts whose first day it tells behind them."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.scope import ScopeReader
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.model.period import Period

_TIES = frozenset(["holdsPost", "affiliatedWith", "memberOf"])
_LEFT = frozenset(["affiliatedWith", "memberOf"])
_ENDS = frozenset(["startTime", "endTime"])
_PAST = frozenset(["VBD", "VBN", "VBG"])
_BEFORE = frozenset(["before", "prior"])
_POINTING = frozenset(["that", "this", "then"])
_GOING = frozenset(["for", "join"])
_OVER = Qualifier(name="endTime", value="..")
_DEFECTING = frozenset(["defect", "decamp", "dump", "ditch", "switch"])
_NEAR = 4  # tokens of "prior to [her recent appointment]"
_BEHIND = 7  # tokens from a post to the day that it begins


class EndedTies:
    """Settles the ends of one document's ties, and the starts told by "effective from"."""

    def __init__(
        self, arguments: ArgumentFinder, qualifiers: QualifierFinder, scope: ScopeReader
    ) -> None:
        words = load_lexicon("scope")
        self.arguments, self.parse = arguments, arguments.parse
        self.qualifiers, self.scope = qualifiers, scope
        self.adverbs = load_lexicon("posts").get("past_adverbs")
        self.leaving = words.get("leaving_verbs")
        self.steps, self.nouns = words.get("career_steps"), words.get("career_nouns")
        self.spans, self.effective = words.get("career_spans"), words.get("effective_words")
        self.days = [
            m
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.PERIOD and self._is_effective(m)
        ]

    def settle(self, candidate: Candidate) -> None:
        """Gives a tie that is over its end, open where no date is told, and a post its first day."""
        names = {q.name for q in candidate.qualifiers}
        target = candidate.object
        if candidate.rule.predicate not in _TIES or not isinstance(target, Mention):
            return
        if names & _ENDS or target not in self.arguments.ranges:
            return
        verb = self.qualifiers.owner_of_token(candidate.token)
        if candidate.rule.predicate in _LEFT and self._leaves(verb, candidate.subject):
            if self._is_side(candidate, target):
                return
            if not self._goes_to(verb, self.arguments.ranges[target][0]):
                self._end(candidate, verb)
        elif candidate.modality is Modality.ACTUAL and self._is_over(verb, candidate, target):
            candidate.qualifiers += [] if "time" in names else [_OVER]
        elif candidate.rule.predicate == "holdsPost" and (day := self._find_day(candidate, target)):
            candidate.qualifiers.append(Qualifier(name="startTime", value=day))

    def _is_side(self, candidate: Candidate, target: Mention) -> bool:
        """ "[Unity Party] lawmaker X resigned": who gives up a seat stays in the party."""
        before = target.span.end < candidate.subject.span.start
        return before and candidate.rule.predicate == "memberOf" and target.type == "PoliticalParty"

    def _goes_to(self, verb: int, target: int) -> bool:
        """ "left [for] Y", "defected from X [to] Y"."""
        words = self.parse.words
        link = target - 1 - (words[target - 1] == "the")
        return words[link] == "to" or not _GOING.isdisjoint(words[verb + 1 : target])

    def _end(self, candidate: Candidate, verb: int) -> None:
        """Who leaves on a day belongs until then; who may leave belongs still."""
        time = next((q.value for q in candidate.qualifiers if q.name == "time"), None)
        kept = [q for q in candidate.qualifiers if q.name != "time"]
        if isinstance(time, Period):
            first, _, last = time.edtf.partition("/")
            end = Period(edtf=first, start=time.start, end=time.start) if last == ".." else time
            candidate.qualifiers[:] = [*kept, Qualifier(name="endTime", value=end)]
        elif self.scope.read(verb) is Modality.ACTUAL:
            candidate.qualifiers[:] = [*kept, _OVER]

    def _leaves(self, verb: int, subject: Mention) -> bool:
        span = range(*self.arguments.ranges.get(subject, (0, 0)))
        above = self.parse.heads[verb] if self.parse.deps[verb] == "xcomp" else verb
        children = (*self.parse.children[verb], *self.parse.children[above])
        acts = any(c in span and self.parse.deps[c] in SUBJECTS for c in children)
        acts = acts or (self.parse.deps[verb] == "relcl" and self.parse.heads[verb] in span)
        return acts and self.parse.lemmas[verb] in self.leaving | _DEFECTING

    def _is_over(self, verb: int, candidate: Candidate, target: Mention) -> bool:
        """Whether the verb that ties both is told to lie before what its subject does now."""
        parse = self.parse
        if parse.tags[verb] not in _PAST or self.arguments.ranges[target][0] < verb:
            return False
        begins = self.arguments.ranges.get(candidate.subject, (verb + 1, 0))[0]
        hanging = parse.deps[verb] in {"advcl", "pcomp", "acl"}
        if begins > verb and not hanging:
            return False
        for child in parse.children[verb]:
            word = parse.words[child].lower()
            if word in self.adverbs and parse.deps[child] == "advmod" and word not in _BEFORE:
                return True
            if word in _BEFORE and self._is_step(child):
                return not verb < child < self.arguments.ranges[target][0]
        above = parse.heads[verb]  # "after [years] of serving as"
        spent = (
            parse.words[above].lower() == "of" and parse.lemmas[parse.heads[above]] in self.spans
        )
        return parse.deps[verb] == "pcomp" and spent

    def _is_step(self, token: int) -> bool:
        """ "before [joining X]", "prior to [her appointment]", "before [that]": a career goes on."""
        parse = self.parse
        start = token + 1 + (parse.words[token + 1 : token + 2] == ["to"])
        if parse.tags[start : start + 1] == ["VBG"]:
            return parse.lemmas[start] in self.steps
        if parse.tags[start : start + 1] == ["PRP$"]:
            return not self.nouns.isdisjoint(parse.lemmas[start + 1 : start + _NEAR])
        return parse.words[start : start + 1] != [] and parse.words[start].lower() in _POINTING

    def _is_effective(self, period: Mention) -> bool:
        """ "effective (from / as of) 1 January", "with effect from May"."""
        start = self.arguments.ranges[period][0]
        return not self.effective.isdisjoint(
            word.lower() for word in self.parse.words[max(start - 3, 0) : start]
        )

    def _find_day(self, candidate: Candidate, target: Mention) -> Period | None:
        """The day that stands right behind a post, its holder and its body, nobody else between."""
        sides = (candidate.subject, target)
        ends = [self.arguments.ranges[m][1] for m in sides if m in self.arguments.ranges]
        for day in self.days:
            start = self.arguments.ranges[day][0]
            same = self.parse.sentence_of[start] == self.parse.sentence_of[candidate.token]
            title = self._find_title_end(candidate, start)
            if not same or title is None or not isinstance(day.value, Period):
                continue
            last = max([end for end in ends if end <= start] + [title])
            near = start - last <= _BEHIND and all(end <= start for end in ends)
            if near and not self._names_person(last, start):
                return day.value
        return None

    def _find_title_end(self, candidate: Candidate, limit: int) -> int | None:
        """Where the last title of the claim ends before a day."""
        titles = {q.value for q in candidate.qualifiers if q.name == "title"}
        first = self.parse.sentences[self.parse.sentence_of[candidate.token]][0]
        ends = [
            self.arguments.ranges[m][1]
            for k in range(first, limit)
            for m in self.arguments.by_token.get(k, ())
            if m.kind is MentionKind.POST and m.text in titles
        ]
        return max(ends, default=None)

    def _names_person(self, first: int, last: int) -> bool:
        return any(
            self.arguments.fits(m, ("Person",))
            for k in range(first, last)
            for m in self.arguments.by_token.get(k, ())
        )
