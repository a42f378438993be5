"""Whose new jobs are: the works that a sentence tells to be built, not the firm that builds them."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause
from kg.extraction.job_chances import is_work
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_BUILDERS = ("Organization", "Place")
_AROUND = frozenset(["at", "near", "from", "to", "outside", "beside", "of", "by", "than"])
_INTO = frozenset(["in", "into"])
_LED = frozenset(["the", "a", "an", "its", "their", "his", "her", "new"])
_OBJECTS = frozenset(["dobj", "nsubjpass"])
_FAR = 20  # tokens from works to "which"
_EMPLOY = "employ"
_CLIMBED = 12  # heads above a verb


class JobWorks:
    """Finds the works that jobs are of, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        words = load_lexicon("measures")
        self.jobs, self.making = words.get("jobs"), words.get("job_making_verbs")
        self.building = words.get("job_building")

    def find(self, owner: Mention, noun: int, verb: int | None) -> Mention | None:
        """The works whose jobs a verb with such an owner makes; None where the owner has them."""
        if not self.arguments.fits(owner, _BUILDERS) or self.arguments.fits(owner, WORKS):
            return None
        if verb is None or not self._is_made(verb, noun):
            return None
        return self._find_site(verb, noun) or self._find_built(verb)

    def find_of_clause(self, clause: Clause) -> Mention | None:
        """The works whose jobs a participle or "which" makes: "to build a mill, creating 300 jobs"."""
        if clause.passive or clause.subjects[1:] or not self._is_made(clause.token, clause.token):
            return None
        return self._find_built(clause.token) or self._find_before_which(clause)

    def _find_before_which(self, clause: Clause) -> Mention | None:
        """ "opened 19 mills with an outlay of $2 million, which will provide jobs": the works told last before."""
        parse = self.parse
        led = (c for c in parse.children[clause.token] if parse.words[c] == "which")
        start = next(led, 0)
        if parse.deps[clause.token] != "relcl" or not start or parse.words[start - 1] != ",":
            return None
        first = parse.sentences[clause.sentence][0]
        for token in range(start - 2, max(first, start - _FAR) - 1, -1):
            if (found := self.arguments.find(token, WORKS)) is not None:
                return found
            if parse.tags[token] in FINITE or self.arguments.find(token, ("Organization",)):
                return None
        return None

    def _is_made(self, verb: int, noun: int) -> bool:
        """Whether jobs are what a verb makes, or those whom it makes them for."""
        if self.parse.lemmas[verb] not in self.making:
            return self.parse.lemmas[verb] == _EMPLOY
        made = (c for c in self.parse.children[verb] if self.parse.deps[c] == "dobj")
        return any(self._are_jobs(t) for t in (noun, *made))

    def _are_jobs(self, noun: int) -> bool:
        told = self.parse.lemmas[noun] in self.jobs
        return told or is_work(noun, self.parse)

    def _find_site(self, verb: int, noun: int) -> Mention | None:
        """ "is adding 45 positions at its foundry"."""
        parse = self.parse
        if parse.lemmas[verb] == _EMPLOY:
            return None  # "employs 2,300 people at nine mills"
        links = [c for t in (verb, noun) for c in parse.children[t] if parse.lemmas[c] == "at"]
        ends = (t for c in links if c > noun for t in parse.children[c] if parse.deps[t] == "pobj")
        ends = (t for t in ends if parse.tags[t] != "NNS")
        found = (self.arguments.find(t, ("Facility",)) for t in ends)
        return next((m for m in found if m is not None), None)

    def _find_built(self, verb: int) -> Mention | None:
        """The only works that are built, opened or paid for by what a participle hangs on."""
        parse, ranges = self.parse, self.arguments.ranges
        if parse.tags[verb] != "VBG" or parse.words[verb - 1] not in {",", "and"}:
            return None
        first, top = parse.sentences[parse.sentence_of[verb]][0], self._find_top(verb)
        built = [
            t
            for t in range(first, verb)
            if parse.lemmas[t] in self.building
            and (self._find_top(t) == top or self._is_nearest(t, verb))
        ]
        if not built:
            return None
        return self.arguments.pick_only(
            m
            for m in self.arguments.recognized.mentions
            if built[0] < ranges[m][0] < verb
            and self.arguments.fits(m, WORKS)
            and (m.kind is MentionKind.NAME or self.arguments.is_referring(m))
            and not self._tells_place(ranges[m][0], built)
        )

    def _is_nearest(self, built: int, verb: int) -> bool:
        """Whether no other verb has a tense between: "which aims to [establish] a mill in the zone, [offering]"."""
        return FINITE.isdisjoint(self.parse.tags[built:verb])

    def _find_top(self, token: int) -> int:
        """The verb that a sentence, or a relative clause of it, has above a token."""
        parse = self.parse
        for _ in range(_CLIMBED):
            if parse.deps[token] == "relcl" or parse.heads[token] == token:
                break
            token = parse.heads[token]
        return token

    def _is_first_of_several(self, start: int) -> bool:
        """ "the first [factory] in 2025 and the others by 2027"; but "its second [factory]"."""
        parse = self.parse
        ordinal = any(m.origin == "ordinal" for m in self.arguments.by_token.get(start - 1, ()))
        return ordinal and parse.words[start - 2].lower() == "the"

    def _tells_place(self, start: int, built: Sequence[int]) -> bool:
        """Whether works only tell where others are: "a unit at the [mill]"; not "invest 3 million in a [mill]"."""
        words = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        if self._is_first_of_several(start):
            return True
        while words and words[-1] in _LED:
            words.pop()
        if not words or words[-1] not in _AROUND | _INTO:
            return False
        if words[-1] in _INTO:
            return any(
                self.arguments.find(self.parse.heads[c], WORKS) is not None
                for c in range(start - 3, start)
                if self.parse.words[c].lower() in _INTO
            )
        building = (self.parse.tags[t][:1] == "N" and start - 4 <= t < start for t in built)
        return words[-1] != "of" or not any(building)
