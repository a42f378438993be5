"""What somebody is handed over, and had ordered: "took delivery of 12 jets", "five of the 20 jets it ordered"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_RANKS = frozenset(["first", "last", "final", "initial", "next"])
_REACH = 7  # tokens from "delivery" to what is delivered
_KIND = frozenset(["NN", "NNP", "JJ", "HYPH", "CD", "VBN", "VBG", "POS", "NNPS"])
_LONGEST = 7  # tokens from a number to the noun that it counts
_OF, _ACL, _REL = "of", "acl", "relcl"


class HandoverShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def taken_over(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "took delivery last week of two tankers": so many were received; of "six of 36" the six."""
        if clause.passive or all(self.parse.lemmas[t] not in rule.nouns for t in clause.objects):
            return
        owners = self.observer.find_owners(clause)
        found = self._find_behind(clause.objects[0]) if self.arguments.are_one(owners) else None
        if found is None:
            return
        value, noun = found
        text = self.observer.owners.measure_text(noun) or self.parse.words[noun]
        told = self.values.with_unit(value, noun)
        measure = f"{text} received"
        yield from self.tell(rule, clause, noun, told, owner=owners[0], measure=measure)

    def _find_behind(self, delivery: int) -> tuple[Mention, int] | None:
        """The number right behind "of", and the plural that it counts."""
        words, parse = self.parse.words, self.parse
        last = min(delivery + _REACH, parse.sentences[parse.sentence_of[delivery]][1] - 1)
        for link in range(delivery + 1, last):
            if words[link].lower() != _OF:
                continue
            start = link + 1
            while words[start].lower() in {"the", "its", "a", "an", "another"} | _RANKS:
                start += 1
            value = next((v for v in self.values.at(start) if v.origin == "number"), None)
            noun = self._find_counted(value) if value is not None else None
            return (value, noun) if value is not None and noun is not None else None
        return None

    def _find_counted(self, value: Mention) -> int | None:
        """The plural at the end of what a number counts; of "six of the 36 trams" the trams."""
        parse, at = self.parse, self.arguments.ranges[value][1]
        last = min(at + _LONGEST, parse.sentences[parse.sentence_of[at - 1]][1])
        if at < last and parse.words[at].lower() == _OF:
            at += 1 + (parse.words[at + 1 : at + 2] in (["the"], ["its"]))
        for token in range(at, last):
            if parse.tags[token] in {"NNS", "NNPS"}:
                return token
            if parse.tags[token] not in _KIND:
                return None
        return None

    def part_of_ordered(self, rule: Rule) -> Iterator[Candidate]:
        """ "three of the [14] new cars it ordered in 2019": how many were ordered."""
        parse = self.parse
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            if value.origin != "number" or value.span in self.observer.made:
                continue
            link = start - 1 - (parse.words[start - 1].lower() in {"the", "its"})
            if link < 1 or parse.words[link].lower() != _OF or not self._is_part(link - 1):
                continue
            noun = self._find_counted(value)
            found = self._find_ordering(rule, noun) if noun is not None else None
            if noun is None or found is None:
                continue
            verb, owner = found
            text = self.observer.owners.measure_text(noun) or parse.words[noun]
            told = self.values.with_unit(value, noun)
            measure = f"{text} {parse.words[verb].lower()}"
            yield from self.observer.observe(rule, verb, noun, told, owner=owner, measure=measure)

    def _is_part(self, token: int) -> bool:
        """ "[five] of the", "the [first] of": a part of them is told."""
        word = self.parse.words[token].lower()
        return bool(self.values.at(token)) or word in _RANKS | {
            "some",
            "most",
            "one",
            "all",
            "half",
        }

    def _find_ordering(self, rule: Rule, noun: int) -> tuple[int, Mention] | None:
        """The verb of ordering that hangs on them, and who ordered: its subject, else that of the sentence."""
        parse = self.parse
        for verb in parse.children[noun]:
            if parse.deps[verb] not in {_ACL, _REL} or parse.lemmas[verb] not in rule.verbs:
                continue
            told = parse.deps[verb] == _REL
            above = next(parse.list_verbs_above(noun, _REACH), None)
            if not told and above is None:
                continue
            subjects = parse.list_subjects(verb if told or above is None else above, passive=False)
            owners = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
            if self.arguments.are_one(owners):
                return verb, owners[0]
        return None
