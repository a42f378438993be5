"""Whose a capacity or a cost is: the works that a clause tells of, not the firm that builds or speaks."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.job_works import JobWorks
from kg.extraction.measure_words import MeasureWords
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.where_owners import parse_up
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_AROUND = frozenset(["at", "in", "near"])  # before the place of a thing
_HELD = frozenset(["with", "at"])


class OwnerNarrower:
    """Finds the works that a measure of a clause is of, in one document."""

    def __init__(
        self, arguments: ArgumentFinder, words: MeasureWords, qualifiers: QualifierFinder
    ) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.words = words
        self.qualifiers, self.jobs = qualifiers, JobWorks(arguments)

    def is_costing(self, noun: int) -> bool:
        """ "…, with an estimated [cost] of", "at a [cost] of": what something costs that the clause tells."""
        parse = self.parse
        lemma = parse.lemmas[noun]
        priced = lemma == "tag" and parse.lemmas[noun - 1] == "price"
        return (
            (priced or lemma in self.words.work_costs)
            and parse.deps[noun] == "pobj"
            and parse.lemmas[parse.heads[noun]] in _HELD
            and not any(
                parse.deps[c] == "poss" or parse.lemmas[c] in self.words.own_costs
                for c in parse.children[noun]
            )
        )

    def find_works(self, noun: int) -> Mention | None:
        """The works of a cost that the clause tells; None of another noun."""
        return self.find_costing(noun, None) if self.is_costing(noun) else None

    def find_costing(self, noun: int, owner: Mention | None) -> Mention | None:
        """The works that cost so much; who else is told has no cost of works."""
        if owner is not None and self.arguments.fits(owner, WORKS_AND_ZONES):
            return owner
        parse, verb = self.parse, parse_up(self.parse, noun)
        while verb is not None:
            named = self._find_under(verb, noun)
            if named:
                return named[0] if len(named) == 1 else None
            above = parse.heads[verb]
            verb = above if above != verb and parse.tags[above][:2] == "VB" else None
        return None

    def _find_under(self, verb: int, noun: int) -> list[Mention]:
        """The works that are the object of a verb, in it, or the subject of its passive or of "open"."""
        parse = self.parse
        objects = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}]
        subjects = parse.list_subjects(verb, passive=False)
        if parse.deps[verb] in {"acl", "relcl"}:
            subjects.append(parse.heads[verb])
        for tokens in (objects, subjects):
            found = {
                self.arguments.find_first(m): m
                for t in tokens
                if t < noun
                for inner in (t, *self._find_inner(t))
                if inner < noun and (m := self._find_works(inner)) is not None
            }
            if found:
                return [*found.values()]
        return []

    def _find_inner(self, token: int) -> list[int]:
        """ "the start date on its [reactor project]", "construction of the [bridge]"."""
        parse = self.parse
        links = [c for c in parse.children[token] if parse.lemmas[c] in {"of", "on", "at", "for"}]
        return [t for c in links if parse.deps[c] == "prep" for t in parse.children[c]]

    def _find_works(self, token: int) -> Mention | None:
        found = self.arguments.find(token, WORKS_AND_ZONES)
        return found if found is not None and found.origin != "noun phrase" else None

    def narrow(self, owner: Mention, noun: int) -> Mention:
        """ "Norvik expanded the terminal, raising capacity to": the terminal's, not Norvik's."""
        parse, ranges = self.parse, self.arguments.ranges
        verb = parse_up(parse, noun)
        if (works := self.jobs.find(owner, noun, verb)) is not None:
            return works
        if (
            parse.lemmas[noun] != self.words.capacity
            or verb is None
            or parse.tags[verb] != "VBG"
            or not self.arguments.fits(owner, ("Company",))
        ):
            return owner
        start = parse.sentences[parse.sentence_of[noun]][0]
        only = self.arguments.pick_only(
            m
            for m in self.arguments.recognized.mentions
            if start <= ranges[m][0] < verb
            and self.arguments.fits(m, ("Facility",))
            and parse.words[ranges[m][0] - 1].lower() not in _AROUND
            and parse.words[ranges[m][0] - 2].lower() not in _AROUND
            and (m.kind is MentionKind.NAME or self.arguments.is_referring(m))
        )
        return only or owner
