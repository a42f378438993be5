"""Names with a value in brackets behind each: "purchases were led by Punjab (12 million tonnes), Bihar (down 3%)"."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PAIRS = 2  # values in brackets behind names that make a list
_WHITHER = frozenset(["to", "from", "with"])
_NEAR = 4  # sentences over which a measure goes on
_SIGNS = {"up": False, "+": False, "plus": False, "down": True, "-": True, "−": True, "–": True}
_RATES = frozenset(["inflation", "unemployment", "share", "poverty", "literacy", "margin"])

_Pair = tuple[Mention, Mention, str]


class ListedBrackets(Shapes):
    """The shape, over the values of one document."""

    def listed_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "purchases were led by Punjab (12 million tonnes) and Bihar (1 million)": a value for each."""
        rows: dict[int, list[_Pair]] = {}
        for value in self.values.all():
            pair = self._read_pair(value)
            if pair is not None:
                rows.setdefault(self.parse.sentence_of[self.arguments.ranges[value][0]], [])
                rows[self.parse.sentence_of[self.arguments.ranges[value][0]]].append(pair)
        for sentence, pairs in rows.items():
            if len(pairs) < _PAIRS or self._is_of_partners(sentence):
                continue
            noun = self._find_measured(sentence, pairs[0][0])
            if noun is None:
                yield from self._go_on_with(rule, sentence, pairs)
            elif self.parse.lemmas[noun] != self.words.capacity:
                yield from self._tell_each(rule, noun, pairs, self._is_rate(sentence, noun))

    def _is_of_partners(self, sentence: int) -> bool:
        """ "countries [to which] exports increased include Peru (5%)": whose exports these are, no bracket tells."""
        words = [w.lower() for w in self.parse.words[slice(*self.parse.sentences[sentence])]]
        return any(a in _WHITHER and b in {"which", "whom"} for a, b in pairwise(words))

    def _read_pair(self, value: Mention) -> _Pair | None:
        """(name, value, sign) of "Peru (5%)", "Peru (down 5%)"."""
        words = self.parse.words
        start, end = self.arguments.ranges[value]
        sign = words[start - 1].lower() if start > 2 and words[start - 1].lower() in _SIGNS else ""
        opening = start - 1 - bool(sign)
        if opening < 1 or words[opening] != "(" or words[end : end + 1] != [")"]:
            return None
        owner = self.arguments.find(opening - 1, OWNERS)
        named = owner is not None and owner.kind is MentionKind.NAME
        return (owner, value, sign) if named and owner is not None else None

    def _tell_each(
        self, rule: Rule, noun: int, pairs: list[_Pair], rate: bool, measure: str | None = None
    ) -> Iterator[Candidate]:
        falls = self._falls(self.parse.sentence_of[noun])
        for owner, value, sign in pairs:
            change = self._read_change(value, sign, falls)
            changed = bool(sign) or not rate
            yield from self.observer.observe(
                rule,
                noun,
                noun,
                value,
                owner=owner,
                measure=measure,
                change=change if changed else None,
            )

    def _read_change(self, value: Mention, sign: str, falls: bool) -> Quantity | None:
        """A percentage by its own sign, or as the sentence tells."""
        known = value.value
        if value.origin != "percent" or not isinstance(known, Quantity):
            return None
        below = known.value < 0  # "decreases in Peru (-3%)"
        return signed(value, not below and (_SIGNS[sign] if sign else falls))

    def _go_on_with(self, rule: Rule, sentence: int, pairs: list[_Pair]) -> Iterator[Candidate]:
        """ "The largest rises were seen in Peru (5%) and Chile (3%)": of what the sentence before told."""
        first = self.arguments.ranges[pairs[0][0]][0]
        noun = self._find_change_noun(sentence, first)
        before = self._find_told(first) if noun is not None else None
        if noun is None or before is None or any(v.origin != "percent" for _, v, _ in pairs):
            return
        for candidate in self._tell_each(rule, noun, pairs, False, before.measure):
            candidate.modality = Modality.ACTUAL
            yield candidate

    def _find_change_noun(self, sentence: int, first: int) -> int | None:
        """The noun of rising or falling before a list that tells nothing of what it is of."""
        start, _ = self.parse.sentences[sentence]
        for noun in range(first - 1, start - 1, -1):
            told = self.parse.tags[noun] in {"NNS", "NN"}
            if told and self.parse.lemmas[noun] in self.words.change_nouns:
                of = self.parse.words[noun + 1].lower() in {"of", "in"}
                listed = noun + 2 >= first
                return noun if listed or not of else None
        return None

    def _find_told(self, first: int) -> Candidate | None:
        """The last change told before a token, in the sentences before it, of some place or firm."""
        told = [
            (self.arguments.ranges[c.object][0], c)
            for c in self.observer.made.values()
            if isinstance(c.object, Mention)
            and self.arguments.ranges[c.object][0] < first
            and any(q.name == "change" for q in c.qualifiers)
            and self.parse.sentence_of[first] - self.parse.sentence_of[c.token] <= _NEAR
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def _is_rate(self, sentence: int, noun: int) -> bool:
        rate = self.parse.lemmas[noun] in self.words.set_nouns | _RATES
        return rate or not self._moves(sentence)

    def _find_measured(self, sentence: int, first: Mention) -> int | None:
        """The last measured noun before a list, that nothing named owns."""
        start, _ = self.parse.sentences[sentence]
        for noun in range(self.arguments.ranges[first][0] - 1, start - 1, -1):
            known = self.parse.lemmas[noun] in self.words.nouns
            if {self.parse.lemmas[noun], self.parse.words[noun]} & self.words.owned:
                return None  # "its owners are A (50% of shares) and B (6%)"
            kind = self.parse.deps[noun] == "compound"  # "its main export partners are"
            if known and not kind and not self.observer.is_entity(noun):
                return noun
        return None

    def _falls(self, sentence: int) -> bool:
        lemmas = self.parse.lemmas[slice(*self.parse.sentences[sentence])]
        return not self.words.falling.isdisjoint(lemmas)

    def _moves(self, sentence: int) -> bool:
        """Whether a sentence tells that something rose or fell."""
        lemmas = self.parse.lemmas[slice(*self.parse.sentences[sentence])]
        return not (self.words.change_nouns | self.words.moving - {"be"}).isdisjoint(lemmas)
