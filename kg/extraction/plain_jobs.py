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
    [
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "be",
        "to",
        "have",
        "now",
        "also",
        "and",
        "still",
    ]
)
_WORKS = ("Facility",)
_FIRMS = ("Organization",)
_NAMING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.PRONOUN])


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
        """The only works of the sentence, else its only firm; else who acts in the sentence before."""
        sentence = self.parse.sentence_of[noun]
        own = self._list_things(sentence)
        if own:
            return own[0] if len(own) == 1 else None
        return self._find_acting_before(sentence)

    def _find_acting_before(self, sentence: int) -> Mention | None:
        """ "Norvik announced a plan. Some 450 jobs will go": where the second sentence names nobody and no place."""
        paragraphs = self.arguments.recognized.paragraph_of
        if sentence == 0 or paragraphs[sentence - 1] != paragraphs[sentence]:
            return None
        inside = range(*self.parse.sentences[sentence])
        named = (m for t in inside for m in self.arguments.by_token.get(t, ()))
        if any(m.kind in _NAMING for m in named) or "elsewhere" in self._spell(sentence):
            return None
        before = self._list_things(sentence - 1)
        last = self.arguments.ranges[before[0]][1] - 1 if len(before) == 1 else None
        acts = last is not None and self.parse.deps[last] == "nsubj"
        root = last is not None and self.parse.deps[self.parse.heads[last]] == "ROOT"
        return before[0] if acts and root else None

    def _spell(self, sentence: int) -> list[str]:
        return self.arguments.lower[slice(*self.parse.sentences[sentence])]

    def _list_things(self, sentence: int) -> list[Mention]:
        """The works that a sentence tells of, else its firms and bodies."""
        for kinds in (_WORKS, _FIRMS):
            found: dict[Mention, Mention] = {}
            for token in range(*self.parse.sentences[sentence]):
                for m in self.arguments.by_token.get(token, ()):
                    one = m.kind is MentionKind.NAME or self._is_one(m)
                    if one and self.arguments.fits(m, kinds):
                        found.setdefault(self.arguments.find_first(m), m)
            if found:
                return list(found.values())
        return []

    def _is_one(self, mention: Mention) -> bool:
        """Whether words refer to one thing: "the mill", not "14 plants"."""
        last = self.arguments.ranges[mention][1] - 1
        return self.arguments.is_referring(mention) and not self.is_plural(last)
