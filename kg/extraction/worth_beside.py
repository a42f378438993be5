"""What things that pass, are signed or carried are worth: "goods worth $3 billion passed through Zenda"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_WORTH = "worth"
_NEAR = 4  # tokens from "worth" to its sum: "worth a total of"
_CLIMBED = 6  # heads above a noun in which the verb of its sentence stands
_PASSING = ("LogisticsHub", "TransportCorridor", "EconomicZone", "City", "District")
_HOLDING = ("Event", "Place", "Organization")
_THROUGH = frozenset(["through", "via", "at", "across", "in", "into", "from", "out"])
_GOODS = frozenset(["cargo", "merchandise", "freight", "goods", "produce", "trade", "business"])
_SUMMED = frozenset(
    [
        "total",
        "combined",
        "of",
        "a",
        "about",
        "some",
        "nearly",
        "over",
        "around",
        "almost",
        "more",
        "than",
    ]
)


class WorthBeside(PlainShapes):
    """The shape, over the values that no other shape took."""

    def worth_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "goods worth $3 billion passed through Zenda", "the forum ended with 41 contracts worth $2 billion"."""
        for value in list(self.list_free()):
            noun = self._find_noun(value) if value.origin == "money" else None
            if noun is None or not self._is_of_many(noun):
                continue
            behind = self._find_behind(rule, value)
            verb = self._find_verb(noun) if behind is None else behind
            owner = None
            if behind is not None:
                owner = self._find_passed(rule, behind, noun)
            elif verb is not None:
                owner = self._find_owner(rule, noun, verb)
            text = self.observer.owners.measure_text(noun, bare=True)
            if verb is None or owner is None or not text:
                continue
            count = self.values.count_of(noun)
            if count is not None and self.is_free(count) and self.is_plural(noun):
                counted = self.values.with_unit(count, noun)
                yield from self.observe(rule, verb, noun, counted, owner, text)
            yield from self.observe(rule, verb, noun, value, owner, f"value of {text}")

    def _find_noun(self, value: Mention) -> int | None:
        """The common noun right before "worth" and a sum."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        for token in range(start - 1, max(start - 1 - _NEAR, 0), -1):
            word = parse.words[token].lower()
            if word == _WORTH:
                plain = parse.tags[token - 1] in {"NN", "NNS"} and not self.is_named(token - 1)
                return token - 1 if plain else None
            if word not in _SUMMED:
                return None
        return None

    def _find_behind(self, rule: Rule, value: Mention) -> int | None:
        """ "goods worth $3 billion [passed]": the verb right behind, whatever the parser makes of it."""
        end = self.arguments.ranges[value][1]
        told = self.parse.tags[end : end + 1]
        passing = told and told[0] in {"VBD", "VBN"} and self.parse.lemmas[end] in rule.nouns
        return end if passing else None

    def _is_of_many(self, noun: int) -> bool:
        """Whether it is no single deal, whose price belongs to a statement."""
        lemma = self.parse.lemmas[noun].lower()
        many = self.parse.tags[noun] == "NNS" or lemma in _GOODS
        return many and lemma not in self.words.none | {"share", "stake", "asset", "bond"}

    def _find_verb(self, noun: int) -> int | None:
        """The verb with a tense above a noun."""
        parse, token = self.parse, noun
        for _ in range(_CLIMBED):
            if parse.tags[token] in FINITE or (
                parse.tags[token][:2] == "VB"
                and any(parse.deps[c] in {"aux", "auxpass"} for c in parse.children[token])
            ):
                return token
            if parse.heads[token] == token:
                return None
            token = parse.heads[token]
        return None

    def _find_owner(self, rule: Rule, noun: int, verb: int) -> Mention | None:
        """Where the things pass, or who or what brings them; whose the count beside them is."""
        parse = self.parse
        before = self.find_figure_before(noun, sentences=0)
        subjects = [t for t in parse.list_subjects(verb) if t < verb]
        if noun in subjects or self._is_under(noun, subjects):
            return self._find_passed(rule, verb, noun)
        if (
            before is not None
            and isinstance(before.object, Mention)
            and before.object.origin == "number"
        ):
            return before.subject
        known = parse.lemmas[verb] in rule.verbs
        owners = [m for t in subjects for m in self.arguments.find_all(t, _HOLDING)]
        named = [m for m in owners if m.kind is not MentionKind.NOMINAL]
        return named[0] if known and len(named) == 1 else None

    def _is_under(self, noun: int, subjects: list[int]) -> bool:
        """ "Trucks carrying cargo worth": the cargo, told of what is the subject."""
        token = noun
        for _ in range(_CLIMBED):
            if token in subjects:
                return True
            if self.parse.tags[token] in FINITE or self.parse.heads[token] == token:
                return False
            token = self.parse.heads[token]
        return False

    def _find_passed(self, rule: Rule, verb: int, noun: int) -> Mention | None:
        """The one place that a verb of passing leads through."""
        parse = self.parse
        if parse.lemmas[verb] not in rule.nouns:
            return None
        tokens = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and c > noun]
        tokens += [
            inner
            for link in parse.children[verb]
            if parse.deps[link] == "prep" and parse.lemmas[link] in _THROUGH and link > noun
            for inner in parse.children[link]
        ]
        found = [m for t in tokens for m in self.arguments.find_all(t, _PASSING)]
        return found[0] if len(found) == 1 else None
