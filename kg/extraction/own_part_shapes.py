"""Numbers within what somebody has: "its 41-state service area", "Norvik's 60-plane fleet"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_HYPHENS = frozenset(["-", "–", "‑"])
_LEADERS = ("Agent", "Country")
_NEAR = 5  # tokens from what is counted to what it makes up


class OwnPartShapes(Shapes):
    """The shape, over the values of one document."""

    def own_parts(self, rule: Rule) -> Iterator[Candidate]:
        """The possessor has so many, where the whole has no name of its own."""
        parse = self.parse
        for value in self.values.all():
            quantity, noun = value.value, self.arguments.ranges[value][1] + 1
            hyphened = noun < len(parse.words) and parse.words[noun - 1] in _HYPHENS
            if not hyphened or value.origin != "number" or not isinstance(quantity, Quantity):
                continue
            lemma = parse.lemmas[noun].lower()
            whole = self._find_whole(rule, noun) if parse.tags[noun] in {"NN", "NNS"} else None
            owner = self._find_owner(whole) if whole is not None else None
            if owner is None or whole is None or lemma in self.words.time_units:
                continue
            counted = self.values.replaced(value, replace(quantity, unit=lemma))
            plural = lemma if lemma in self.words.plural_alike else f"{lemma}s"
            measure = f"{plural} in the {parse.lemmas[whole]}"
            yield from self.observer.observe(
                rule, whole, whole, counted, owner=owner, measure=measure
            )

    def _find_whole(self, rule: Rule, noun: int) -> int | None:
        """The noun that a phrase ends in, if it is made up of what can be counted."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + 1 + _NEAR, last)):
            if parse.tags[token][0] not in "NJ":
                return None
            if token + 1 >= last or parse.tags[token + 1][0] != "N":
                return token if parse.lemmas[token] in rule.nouns else None
        return None

    def _find_owner(self, whole: int) -> Mention | None:
        """Whose the whole is: told before it, or behind "of"; of a delegation, who leads it."""
        owner = self.observer.owners.find_own(whole, near=True)
        parse, verb = self.parse, self.parse.heads[whole]
        if (
            owner is None
            and parse.deps[whole] == "dobj"
            and parse.lemmas[verb] in self.words.leading
        ):
            if parse.tags[verb] == "VBG" and parse.deps[verb] == "advcl":
                verb = parse.heads[verb]  # "Heading a 300-member delegation, Norvik"
            subjects = parse.list_subjects(verb, passive=False)
            owner = self.arguments.find(subjects[0], _LEADERS) if subjects else None
        return owner if owner is not None and owner.kind is not MentionKind.ADJECTIVE else None
