"""Jobs that go: "Norvik closes its mill; 212 jobs to go", "said 450 jobs were at risk"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind

_MANY = 10  # fewer jobs are told of one by one
_REACH = 5  # tokens from the jobs to what becomes of them
_RISK = frozenset(["risk", "jeopardy", "danger", "threat", "doubt", "threatened"])
_LED = frozenset(["at", "in", "under"])
_AUXILIARIES = frozenset(
    ["will", "would", "could", "may", "might", "be", "to", "have", "now", "also", "and", "still"]
)
_WORKS = ("Facility",)
_FIRMS = ("Organization",)


class PlainJobs(PlainShapes):
    """The shape, over the values that nothing took."""

    def jobs_gone(self, rule: Rule) -> Iterator[Candidate]:
        """Jobs that go, are lost or at risk, where the sentence tells whose works or firm that hits."""
        for value in list(self.list_free()):
            noun = self._find_jobs(rule, value)
            fate = self._find_fate(rule, noun) if noun is not None else None
            owner = self._find_owner(noun) if noun is not None and fate is not None else None
            if noun is None or fate is None or owner is None:
                continue
            text = self.observer.owners.measure_text(noun) or self.parse.words[noun]
            counted = self.values.with_unit(value, noun)
            token, told = fate
            yield from self.observe(rule, token, noun, counted, owner, f"{text} {told}")

    def _find_jobs(self, rule: Rule, value: Mention) -> int | None:
        """The jobs that a number counts."""
        end = self.arguments.ranges[value][1]
        if value.origin != "number" or self.size_of(value) < _MANY:
            return None
        near = range(end, min(end + 3, len(self.parse.words)))
        nouns = (t for t in near if self.parse.lemmas[t] in rule.nouns)
        return next((t for t in nouns if self.is_plural(t)), None)

    def _find_fate(self, rule: Rule, noun: int) -> tuple[int, str] | None:
        """What becomes of the jobs, and its verb: "[are to go]", "[were lost]", "[at risk]"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        verb = noun
        for token in range(noun + 1, min(noun + _REACH, last)):
            lemma = parse.lemmas[token].lower()
            if lemma in rule.verbs:
                goes = parse.lemmas[token] == "go" and parse.words[token + 1 : token + 2] == [
                    "round"
                ]
                return None if goes else (token, "lost")
            if lemma in _RISK:
                return verb, "at risk"
            if lemma in _AUXILIARIES:
                verb = token
            elif lemma not in _LED:
                return None
        return None

    def _find_owner(self, noun: int) -> Mention | None:
        """The only works of the sentence, else its only firm."""
        for kinds in (_WORKS, _FIRMS):
            found = {
                self.arguments.find_first(m): m
                for t in range(*self.parse.sentences[self.parse.sentence_of[noun]])
                for m in self.arguments.by_token.get(t, ())
                if self.arguments.fits(m, kinds)
                and (m.kind is MentionKind.NAME or self.arguments.is_referring(m))
            }
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None
