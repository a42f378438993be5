"""Rows that go on with a figure of the sentence before: "1.1 million came from Peru, 900,000 from Chile"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_RANK = "rank"
_AT = frozenset(["at", "by", "to", "with"])
_NEAR = 1  # sentences between a figure and a row of its parts
_LINK = 4  # tokens from a number to "from"
_COMING = frozenset(["come", "be", "arrive", "originate", "hail", "travel", "visit"])
_JOINTS = frozenset([",", "and", ";", "while", "of", "these", "those", "some", "about", "nearly"])
_PLACING = frozenset(["come", "be", "finish", "rank", "place", "follow", "stand"])
_AFTER_RANK = frozenset([",", ".", ";", "and", "with", "while", "at", "("])


class RowGoingOn(Shapes):
    """The shapes, over the values of one document."""

    def origins(self, rule: Rule) -> Iterator[Candidate]:
        """ "It had 4 million visitors. Of these, 1 million came from Peru": its visitors from Peru."""
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            if value.origin != "number" or value.span in self.observer.made:
                continue
            place = self._find_origin(end) if self._is_in_row(start) else None
            before = self._find_counted(start, rule) if place is not None else None
            if before is None or place is None or before.subject is None:
                continue
            known = before.object.value if isinstance(before.object, Mention) else None
            told = before.measure
            if isinstance(known, Quantity):
                counted = self.values.replaced(value, _in_unit(value, known))
                measure = f"{told} from {place.text}"
                yield from self.go_on(rule, before, before.token, counted, measure)

    def _is_in_row(self, start: int) -> bool:
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        return start == first or self.parse.words[start - 1].lower() in _JOINTS

    def _find_origin(self, end: int) -> Mention | None:
        """The place after "from" right behind a number, past "came" or "of them"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _LINK, last - 1)):
            if parse.words[token].lower() == "from":
                at = token + 1 + (parse.words[token + 1].lower() == "the")
                found = self.arguments.by_token.get(at, ())
                named = [m for m in found if m.kind is MentionKind.NAME]
                named = [m for m in named if not self._is_acting(self.arguments.ranges[m][1])]
                return next((m for m in named if self.arguments.fits(m, ("Place",))), None)
            if parse.tags[token][:2] == "VB" and parse.lemmas[token] not in _COMING:
                return None
            if parse.tags[token][0] in "NJC":
                return None
        return None

    def _is_acting(self, token: int) -> bool:
        """ "40 from Lima were cancelled": whatever these 40 are, something else is told of them."""
        return self.parse.tags[token : token + 1] in (["VBD"], ["VBP"], ["VBZ"], ["MD"])

    def _find_counted(self, start: int, rule: Rule) -> Candidate | None:
        """The last count of people told near before, which has no origin of its own."""
        best: tuple[int, Candidate] | None = None
        for candidate in self.observer.made.values():
            other = candidate.object
            if not isinstance(other, Mention) or not isinstance(other.value, Quantity):
                continue
            at = self.arguments.ranges[other][0]
            near = self.parse.sentence_of[start] - self.parse.sentence_of[at]
            told = candidate.measure
            plain = " from " not in told and other.value.unit in rule.nouns
            if at < start and 0 <= near <= _NEAR and plain and (best is None or at > best[0]):
                best = (at, candidate)
        return best[1] if best else None

    def possessed_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru's growth is put at 2 percent, Chile's at 3 percent": the same measure of the next ones."""
        words = self.parse.words
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            at = start - 1 - (words[start - 1].lower() in _AT)
            if value.span in self.observer.made or at < 1 or words[at] not in {"'s", "’s"}:
                continue
            found = self.arguments.by_token.get(at - 1, ())
            named = (m for m in found if m.kind is MentionKind.NAME)
            owner = next((m for m in named if self.arguments.fits(m, OWNERS)), None)
            before = self._find_same(value) if owner is not None else None
            if owner is None or before is None:
                continue
            told = before.measure
            moved = any(q.name == "change" for q in before.qualifiers)
            for candidate in self.observer.observe(
                rule, before.token, before.token, value, owner=owner, measure=told
            ):
                candidate.modality = before.modality
                if moved and value.origin == "percent":
                    falls = self.parse.lemmas[before.token] in self.words.falling
                    change = signed(value, falls)
                    candidate.qualifiers += (
                        [Qualifier(name="change", value=change)] if change else []
                    )
                yield candidate

    def _find_same(self, value: Mention) -> Candidate | None:
        """The figure told last before a value in its sentence, in the same unit."""
        start = self.arguments.ranges[value][0]
        sentence = self.parse.sentence_of[start]
        told = [
            (at, candidate)
            for candidate in self.observer.made.values()
            if isinstance(other := candidate.object, Mention)
            and (at := self.arguments.ranges[other][0]) < start
            and self.parse.sentence_of[at] == sentence
            and read_unit(other) == read_unit(value)
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def next_ranks(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru ranked first. Chile came second, Kenya third": the ranks of the next ones."""
        before: Candidate | None = None
        for mention in self.arguments.recognized.mentions:
            made = self.observer.made.get(mention.span)
            if made is not None and _is_rank(made):
                before = made
                continue
            if mention.origin != "ordinal" or not isinstance(mention.value, Quantity):
                continue
            start, end = self.arguments.ranges[mention]
            owner = self._find_ranked(start, end)
            if before is None or owner is None or made is not None:
                continue
            near = self.parse.sentence_of[start] - self.parse.sentence_of[before.token]
            if not 0 <= near <= _NEAR:
                continue
            told = before.measure
            rank = Quantity(value=mention.value.value, unit=_RANK, comparator="=")
            for candidate in self.observer.observe(
                rule,
                before.token,
                before.token,
                self.values.replaced(mention, rank),
                owner=owner,
                measure=told,
            ):
                candidate.modality = Modality.ACTUAL
                before = candidate
                yield candidate

    def _find_ranked(self, start: int, end: int) -> Mention | None:
        """The name right before an ordinal that ends its part of a row, past "came"."""
        parse = self.parse
        if parse.words[end : end + 1] and parse.words[end].lower() not in _AFTER_RANK:
            return None
        at = start - 1
        if at > 0 and parse.tags[at][:2] == "VB" and parse.lemmas[at] in _PLACING:
            at -= 1
        at -= at > 0 and parse.words[at].lower() == "was"
        found = self.arguments.by_token.get(at, ())
        named = (
            m for m in found if m.kind is MentionKind.NAME and self.arguments.ranges[m][1] == at + 1
        )
        return next((m for m in named if self.arguments.fits(m, OWNERS)), None)


def _in_unit(value: Mention, known: Quantity) -> Quantity:
    own = value.value
    return replace(own, unit=known.unit) if isinstance(own, Quantity) else known


def _is_rank(candidate: Candidate) -> bool:
    other = candidate.object
    quantity = other.value if isinstance(other, Mention) else None
    return isinstance(quantity, Quantity) and quantity.unit == _RANK
