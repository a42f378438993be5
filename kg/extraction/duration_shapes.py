"""How long something lasts or has been at work: "the term of the Senate is five years", "operated for 250 years"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_AT_WORK = "of operation"
_WORKING = ("Facility", "Organization", "TransportCorridor", "EconomicZone", "Event")
_VALID, _VALIDITY = frozenset(["valid", "effective"]), "validity"
_ABOUT = frozenset(["over", "about", "nearly", "almost", "some"])
_DEEP = 3  # nouns from a term down to whose it is: "the term of membership in the Senate"


class DurationShapes(Shapes):
    """The shape, over the values that no clause took."""

    def lasting(self, rule: Rule) -> Iterator[Candidate]:
        """A span of time that a term, a lease or a work lasts."""
        for value in self.values.all():
            quantity = value.value
            if value.span in self.observer.made or not isinstance(quantity, Quantity):
                continue
            if quantity.unit not in self.words.time_units:
                continue
            noun = self._find_term(rule, value)
            if noun is not None:
                yield from self._tell_term(rule, noun, value)
            elif (found := self._find_standing(value)) is not None:
                thing, measure, verb = found
                for candidate in self.observer.observe(
                    rule, verb, verb, value, owner=thing, measure=measure
                ):
                    candidate.modality = Modality.ACTUAL
                    yield candidate
            else:
                yield from self._tell_working(rule, value, quantity.unit)

    def _tell_term(self, rule: Rule, noun: int, value: Mention) -> Iterator[Candidate]:
        owner = self._find_owner(noun)
        text = self.observer.owners.measure_text(noun) or self.parse.lemmas[noun]
        if owner is not None:
            yield from self.observer.observe(
                rule, self.parse.heads[noun], noun, value, owner=owner, measure=text
            )

    def _tell_working(self, rule: Rule, value: Mention, unit: str) -> Iterator[Candidate]:
        verb = self._find_working(rule, value)
        thing = self._find_thing(verb) if verb is not None else None
        if verb is not None and thing is not None:
            measure = f"{unit}s {_AT_WORK}"
            yield from self.observer.observe(rule, verb, verb, value, owner=thing, measure=measure)

    def _find_standing(self, value: Mention) -> tuple[Mention, str, int] | None:
        """ "The memorandum, valid for three years", "Norvik has been in Peru for 50 years"."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        link = start - 1 - (parse.words[start - 1].lower() in _ABOUT)
        first = parse.sentences[parse.sentence_of[start]][0]
        if link <= first + 1 or parse.words[link].lower() != "for":
            return None
        if parse.words[link - 1].lower() in _VALID:
            before = (self._find_agreement(t) for t in range(link - 2, first - 1, -1))
            agreed = next((m for m in before if m is not None), None)
            return (agreed, _VALIDITY, link - 1) if agreed is not None else None
        place = self.arguments.find(link - 1, ("Country", "Province", "City", "Region"))
        be = self.arguments.ranges[place][0] - 2 if place is not None else -1
        if place is None or be < first or parse.lemmas[be] != "be":
            return None
        if parse.words[be + 1].lower() != "in":
            return None
        subjects = parse.list_subjects(be)
        firm = self.arguments.find(subjects[0], ("Organization",)) if subjects else None
        return (firm, f"years in {place.text}", be) if firm is not None else None

    def _find_agreement(self, token: int) -> Mention | None:
        return self.arguments.find(token, ("Agreement",))

    def _find_term(self, rule: Rule, value: Mention) -> int | None:
        """The noun that lasts so long: "a term of five years", "the term is five years"."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        head = self.observer.qualifiers.head_of(value)
        above = parse.heads[head]
        if parse.words[start - 1] == "of" and parse.lemmas[start - 2] in rule.nouns:
            return start - 2
        if parse.lemmas[above] == "be" and parse.deps[head] == "attr":
            subjects = parse.list_subjects(above)
            return next((s for s in subjects if parse.lemmas[s] in rule.nouns), None)
        return None

    def _find_owner(self, noun: int) -> Mention | None:
        """What has the term: told in its phrase, or the subject of the verb that it is the object of."""
        parse = self.parse
        level = [noun]
        for _ in range(_DEEP):
            level = [
                inner
                for token in level
                for link in parse.children[token]
                for inner in ((link,) if parse.deps[link] == "poss" else parse.children[link])
                if parse.deps[link] in {"prep", "poss"} and inner != noun
            ]
            found = [m for t in level if (m := self._find_named(t)) is not None]
            if found:
                return found[0]
        verb = parse.heads[noun]
        having = parse.deps[noun] == "dobj" and parse.lemmas[verb] == "have"
        subjects = parse.list_subjects(verb, passive=False) if having else []
        return next((m for t in subjects if (m := self._find_named(t)) is not None), None)

    def _find_named(self, token: int) -> Mention | None:
        found = self.arguments.find(token, (*OWNERS, "Agreement"))
        return found if found is not None and found.kind is not MentionKind.ADJECTIVE else None

    def _find_working(self, rule: Rule, value: Mention) -> int | None:
        """The verb before "for" and a span of time: "operated for 250 years", but nothing that it did."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        link = start - 1
        while (
            link > 0 and parse.tags[link][:2] in {"JJ", "IN", "RB"} and parse.words[link] != "for"
        ):
            link -= 1
        verb = link - 1
        if parse.words[link] != "for" or parse.lemmas[verb] not in rule.verbs:
            return None
        return verb if parse.tags[verb] in {"VBD", "VBN", "VBZ"} else None

    def _find_thing(self, verb: int) -> Mention | None:
        """The one thing that is at work: the subject of a verb, or what its relative clause is of."""
        parse = self.parse
        subjects = parse.list_subjects(verb)
        if len(subjects) != 1:
            return None
        relative = parse.tags[subjects[0]] in {"WDT", "WP"}
        found = self.arguments.find(parse.heads[verb] if relative else subjects[0], _WORKING)
        return found if found is not None and found.kind is not MentionKind.ADJECTIVE else None
