"""Two told by one noun, each with its value: "export and import values were $4 and $5, respectively"."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import Observer, signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.value_pairs import share_magnitude
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_IN_TURN = "respectively"
_AMOUNTS = frozenset(["money", "measure", "percent"])
_PHRASE = frozenset(["NN", "NNS", "JJ", "NNP", "VBN", "VBG", "HYPH"])
_BACK = 14  # tokens before the first value in which the pair stands
_PLACES = ("Place", "Organization")


class InTurnRows(Shapes):
    """The shapes, over the sentences of one document that tell "respectively"."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        told = (t for t, word in enumerate(self.parse.words) if word.lower() == _IN_TURN)
        self.turns = list(told)

    def kinds_in_turn(self, rule: Rule) -> Iterator[Candidate]:
        """ "Its export and import values were $4 billion and $5 billion respectively"."""
        for turn in self.turns:
            pair = self._find_pair(turn)
            kinds = self._find_kinds(rule, pair[0]) if pair is not None else None
            if pair is None or kinds is None:
                continue
            verb, head, texts = kinds
            changes = self._find_changes(pair[1], turn)
            for text, value, change in zip(texts, pair, changes, strict=True):
                told = self._exceed(verb, value)
                yield from self.observer.observe(
                    rule, verb, head, told, measure=text, change=change
                )

    def _exceed(self, verb: int, value: Mention) -> Mention:
        """ "topped $32 billion and $33 billion": each more than that."""
        quantity, exceeding = value.value, self.parse.lemmas[verb] in self.words.exceeding
        if not exceeding or not isinstance(quantity, Quantity) or quantity.comparator != "=":
            return value
        return self.values.replaced(value, replace(quantity, comparator=">"))

    def _find_pair(self, turn: int) -> tuple[Mention, Mention] | None:
        """The first two values joined by "and" before "respectively", in one unit."""
        first, _ = self.parse.sentences[self.parse.sentence_of[turn]]
        ranges = self.arguments.ranges
        values = [v for v in self.values.all() if first <= ranges[v][0] < turn]
        for one, other in itertools.pairwise(values):
            between = [w.lower() for w in self.parse.words[ranges[one][1] : ranges[other][0]]]
            shared = self._share(one, other) if between in (["and"], [",", "and"]) else None
            if shared is not None:
                return shared, other
        return None

    def _share(self, one: Mention, other: Mention) -> Mention | None:
        """The first value of a pair, a bare number in the unit of the second."""
        first, second = one.value, other.value
        if (
            other.origin not in _AMOUNTS
            or not isinstance(first, Quantity)
            or not isinstance(second, Quantity)
        ):
            return None
        if first.unit == second.unit:
            return share_magnitude(self.arguments, one, other)
        if first.unit or one.origin != "number":
            return None
        shared = self.values.replaced(one, replace(first, unit=second.unit))
        return share_magnitude(self.arguments, shared, other)

    def _find_kinds(self, rule: Rule, value: Mention) -> tuple[int, int, tuple[str, str]] | None:
        """(verb, noun, measures) of "export and import values were"; None where no such pair is told."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        link = start - 1 if parse.words[start - 1].lower() in {"at", "to", "of"} else start
        verb = link - 1 + (parse.lemmas[link] in self.words.exceeding)  # "[exceeded $4 billion]"
        if parse.tags[verb][:2] == "VB" and parse.lemmas[verb] in rule.verbs:
            end = verb
        elif parse.words[link : link + 1] == ["at"] and link < start:
            end = verb + 1
        else:
            return None
        while end > first and parse.words[end - 1].lower() in {"had", "have", "has", "both"}:
            end -= 1
        floor = max(first, start - _BACK)
        joint = next(
            (t for t in range(end - 2, floor, -1) if parse.words[t].lower() == "and"), None
        )
        if joint is None or not self._is_phrase(joint + 1, end):
            return None
        left = joint
        while left > floor and parse.tags[left - 1] in _PHRASE and not self._is_owner(left - 1):
            left -= 1
        texts = self._name_both(left, joint, end)
        told = verb if parse.tags[verb][:2] == "VB" else end - 1
        return (told, end - 1, texts) if texts is not None else None

    def _is_phrase(self, start: int, end: int) -> bool:
        return 0 < end - start <= 4 and all(t in _PHRASE for t in self.parse.tags[start:end])

    def _is_owner(self, token: int) -> bool:
        """Whether a name stands there, which has what is told."""
        kinds = {MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.PRONOUN}
        return any(m.kind in kinds for m in self.arguments.by_token.get(token, ()))

    def _name_both(self, left: int, joint: int, end: int) -> tuple[str, str] | None:
        """ "export [values]" and "import values"; "exports" and "imports" each alone."""
        parse, known = self.parse, self.words.nouns
        one, other = self.arguments.slice(left, joint), self.arguments.slice(joint + 1, end)
        last, head = parse.lemmas[joint - 1], parse.lemmas[end - 1]
        if left == joint or head not in known or last not in known:
            return None
        if (
            end - joint > 2
            and parse.tags[joint - 1] in {"NN", "JJ"}
            and parse.lemmas[end - 2] in known
        ):
            return f"{one} {parse.words[end - 1]}", other
        return one, other

    def _find_changes(self, value: Mention, turn: int) -> tuple[Quantity | None, Quantity | None]:
        """ "…, up 18 percent and 16 percent, respectively": the change of each."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        ranges = self.arguments.ranges
        percents = [
            v for v in self.values.all() if end <= ranges[v][0] < turn and v.origin == "percent"
        ]
        words = {w.lower() for w in parse.words[end:turn]}
        falling = not words.isdisjoint(self.words.down)
        if len(percents) != 2 or words.isdisjoint(self.words.up | self.words.down):
            return None, None
        return signed(percents[0], falling), signed(percents[1], falling)

    def owners_in_turn(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru and Chile imported $4 billion and $6 billion worth of goods, respectively": each its own."""
        for turn in self.turns:
            pair = self._find_pair(turn)
            told = self._find_owners(pair[0]) if pair is not None else None
            if pair is None or told is None:
                continue
            verb, owners = told
            measure = self._name_deed(rule, verb, pair[1])
            for owner, value in zip(owners, pair, strict=True) if measure else ():
                yield from self.observer.observe(
                    rule, verb, verb, value, owner=owner, measure=measure
                )

    def _find_owners(self, value: Mention) -> tuple[int, tuple[Mention, Mention]] | None:
        """The verb right before a value and the two names before it."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        verb = start - 1
        if parse.tags[verb] not in {"VBD", "VBZ", "VBP", "VBN"}:
            return None
        other = self._find_name(verb - 1)
        if other is None:
            return None
        begin = self.arguments.ranges[other][0]
        one = self._find_name(begin - 2) if parse.words[begin - 1].lower() == "and" else None
        third = one is not None and parse.words[self.arguments.ranges[one][0] - 1] == ","
        return (verb, (one, other)) if one is not None and not third else None

    def _find_name(self, token: int) -> Mention | None:
        if token < 0:
            return None
        named = (m for m in self.arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, _PLACES)), None)

    def _name_deed(self, rule: Rule, verb: int, value: Mention) -> str | None:
        """ "imported … worth of fuel": "imports of fuel"; what a verb of trade is measured by."""
        noun = rule.nouns and f"{self.parse.lemmas[verb]}s"
        if not noun or self.parse.lemmas[verb] not in rule.nouns:
            return None
        end = self.arguments.ranges[value][1]
        words = [w.lower() for w in self.parse.words[end : end + 2]]
        goods = end + 2 if words == ["worth", "of"] else end + 1 if words[:1] == ["of"] else None
        text = self.arguments.phrase_text(goods) if goods is not None else None
        return f"{noun} of {text}" if text else noun
