"""Rates and parts told by nouns: "its 5 percent target", "half of which is sold", "the loss of 800 jobs"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind

_NEAR = 5  # tokens between a percentage and the noun that it stands before
_DESCRIBED = 2  # words between an owner and a sum
_RATES = frozenset(["percent", "money"])
_MANY = 10  # fewer jobs are told of one by one
_WHICH = frozenset(["which", "whom"])
_ECONOMIC = frozenset(["economic", "gdp", "economy"])


class RateShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def rate_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru's 43% target", "its $3 billion debt": a rate or sum whose owner stands before it."""
        for value in self.values.all():
            noun = self._find_rate(rule, value) if value.origin in _RATES else None
            owner = self.observer.owners.find_possessor(noun) if noun is not None else None
            owner = owner or self._find_right_before(value)
            if noun is None or owner is None or (value.origin == "money" and self._is_within(noun)):
                continue
            if self.arguments.ranges.get(owner, (0, 0))[0] < self.arguments.ranges[value][0]:
                yield from self.observer.observe(rule, noun, noun, value, owner=owner)

    def _find_right_before(self, value: Mention) -> Mention | None:
        """ "Norvik's $5 billion debt", where the parser gives the owner to the sum."""
        start, tags = self.arguments.ranges[value][0], self.parse.tags
        for _ in range(_DESCRIBED):  # "its annual $5 billion budget"
            start -= start > 1 and tags[start - 1] in {"JJ", "VBN"}
        if start < 1 or tags[start - 1] not in {"POS", "PRP$"}:
            return None
        return self.arguments.find(start - 1 - (tags[start - 1] == "POS"), OWNERS)

    def _is_within(self, noun: int) -> bool:
        """ "its $3 billion debt burden": the noun is part of a longer phrase."""
        return self.parse.tags[noun + 1 : noun + 2] in (["NN"], ["NNS"], ["HYPH"])

    def _find_rate(self, rule: Rule, value: Mention) -> int | None:
        """The last noun of the phrase that a percentage begins, if it is a rate."""
        parse = self.parse
        end = self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _NEAR, last)):
            known = parse.tags[token] == "VBG" and parse.words[token].lower() in rule.nouns
            if known or parse.tags[token] in {"NN", "NNS"}:
                if token + 1 < last and parse.tags[token + 1] in {"NN", "NNS"}:
                    continue
                told = known or parse.lemmas[token] in rule.nouns
                thing = parse.lemmas[token] in self.words.open_sums
                return (
                    token if told and not (thing and self.arguments.by_token.get(token)) else None
                )
            if parse.tags[token] not in {"JJ", "HYPH", "VBN", "NNP"}:
                return None
        return None

    def rate_imposed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Peru imposed a 10% tariff on lumber": a rate that somebody sets or pays."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for noun in clause.objects if owners else ():
            if self.parse.lemmas[noun] not in rule.nouns:
                continue
            text = self.observer.owners.measure_text(noun)
            value = self._find_imposed(rule, noun) if text else None
            if value is not None:
                measure = f"{text}{self._on(noun)}" if " on " not in f"{text}" else text
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=measure)

    def _find_imposed(self, rule: Rule, noun: int) -> Mention | None:
        """The percentage of a rate: before it, or behind "of"; a sum is what it brings."""
        before = (v for t in range(max(noun - _NEAR, 0), noun) for v in self.values.at(t))
        ahead = (v for v in before if self._find_rate(rule, v) == noun)
        duty = self.parse.lemmas[noun] in self.words.duties
        behind = self.values.after(noun) if duty else []
        found = (v for v in (*ahead, *behind) if v.origin == "percent")
        return next(found, None)

    def _on(self, noun: int) -> str:
        """ " on lumber" of "a 10% tariff on lumber"."""
        for child in self.parse.children[noun]:
            if self.parse.lemmas[child] == "on" and child > noun:
                for inner in self.parse.children[child]:
                    text = self.arguments.phrase_text(inner)
                    return f" on {text}" if text else ""
        return ""

    def part_of_which(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "… tonnes of cotton, half of which is exported": a share of what was told right before."""
        last, tokens = self.observer.last, clause.objects if clause.passive else clause.subjects
        for token in tokens if last is not None else ():
            value = next((v for v in self.values.at(token) if v.origin == "percent"), None)
            end = self.arguments.ranges[value][1] if value is not None else 0
            words = [w.lower() for w in self.parse.words[end : end + 2]]
            led = words[:1] == ["of"] and words[-1] in _WHICH
            if value is None or last is None or not led:
                continue
            told = last.measure.split()
            done = told[-1:] != [] and (told[-1].endswith("ed") or told[-1] in self.words.past)
            goods = told[:-1] if len(told) > 1 and done else told
            same = self.parse.sentence_of[last.token] == clause.sentence
            if not same or not goods or last.subject is None:
                continue
            measure = f"{self.words.share} of {' '.join(goods)}{self._tell_done(clause)}"
            yield from self.tell(
                rule, clause, clause.token, value, owner=last.subject, measure=measure
            )

    def _tell_done(self, clause: Clause) -> str:
        """ " exported", " in Peru": what is said of the share."""
        if clause.passive:
            return f" {self.parse.words[clause.token].lower()}"
        for name in ("in", "from", "to", "by"):
            for noun in clause.slot(name)[:1]:
                named = next((m.text for m in self.arguments.by_token.get(noun, ())), None)
                text = named or self.arguments.phrase_text(noun)
                if text:
                    return f" {name} {text}"
        return ""

    def jobs_lost(self, rule: Rule) -> Iterator[Candidate]:
        """ "the loss of 800 jobs at the mill": jobs that a noun makes or takes."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            link = parse.heads[noun]
            if lemma not in self.words.jobs or parse.deps[noun] != "pobj":
                continue
            done = self.words.job_nouns.get(parse.lemmas[parse.heads[link]])
            value = self.values.count_of(noun) if done and parse.lemmas[link] == "of" else None
            size = self.size_of(value)
            owner = self._find_employer(noun) if value is not None and size >= _MANY else None
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            if value is not None and text:
                yield from self.observer.observe(
                    rule,
                    parse.heads[link],
                    noun,
                    self.values.with_unit(value, noun),
                    owner=owner,
                    measure=f"{text} {done}",
                )

    def _find_employer(self, noun: int) -> Mention | None:
        """Whose jobs they are: told with them, or with what the clause is about."""
        parse = self.parse
        above = parse.heads[parse.heads[noun]]
        own = self.observer.owners.find_own(noun) or self.observer.owners.find_own(above)
        verb = self.observer.qualifiers.owner_of_token(above)
        if own is not None or parse.tags[verb][:2] != "VB":
            return own
        links = [c for c in parse.children[verb] if parse.lemmas[c] in {"at", "in"} and c > above]
        placed = [t for c in links for t in parse.children[c] if parse.deps[t] == "pobj"]
        subjects = parse.list_subjects(verb)
        found = (m for t in (*placed, *subjects) for m in self.arguments.find_all(t, OWNERS))
        of_subject = (self.observer.owners.find_own(t) for t in subjects)
        return next(found, None) or next((m for m in of_subject if m is not None), None)

    def economy_turned(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru's economy faces a contraction of 6 percent": a change of the economy, told by a noun."""
        parse = self.parse
        for value in self.values.all():
            noun = self._find_turn(rule, value) if value.origin == "percent" else None
            if noun is None:
                continue
            start = parse.sentences[parse.sentence_of[noun]][0]
            words = {parse.lemmas[t].lower() for t in range(start, noun)}
            told = words & _ECONOMIC or self.observer.owners.find_possessor(noun) is not None
            found = (
                self.observer.owners.find_own(noun),
                self._find_behind(value),
                self._find_nation(start, noun),
            )
            own = next((m for m in found if m and self.arguments.fits(m, ("Place",))), None)
            if not told or own is None:
                continue
            falls = parse.lemmas[noun] in self.words.falling
            yield from self.observer.observe(
                rule,
                noun,
                noun,
                value,
                owner=own,
                measure=self.words.economy,
                change=signed(value, falls),
            )

    def _find_turn(self, rule: Rule, value: Mention) -> int | None:
        """The noun of growing or shrinking that a percentage stands before, or behind "of" on it."""
        parse = self.parse
        start, end = self.arguments.ranges[value]
        after = end if end < len(parse.lemmas) else start
        if parse.lemmas[after] in rule.nouns and parse.tags[after] == "NN":
            return after
        before = start - 2
        of = before >= 0 and parse.words[start - 1].lower() == "of"
        return before if of and parse.lemmas[before] in rule.nouns else None

    def _find_behind(self, value: Mention) -> Mention | None:
        """ "of 4 percent in Malawi"."""
        end = self.arguments.ranges[value][1]
        if self.parse.words[end : end + 1] != ["in"] or end + 1 >= len(self.parse.words):
            return None
        return self.arguments.find(end + 1, ("Country", "Province"))

    def _find_nation(self, start: int, noun: int) -> Mention | None:
        """The only place named before a noun in its sentence."""
        return self.arguments.pick_only(
            m
            for t in range(start, noun)
            for m in self.arguments.by_token.get(t, ())
            if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
            and self.arguments.fits(m, ("Country", "Province"))
        )
