"""Rows of figures whose verb is told but once: "copper fetched $1.1 billion and oil $870 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer, signed
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.row_changes import is_of_goods
from kg.extraction.row_items import name_item
from kg.extraction.rule import Rule
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_JOINTS = frozenset(["and", ",", ";", "while", "but", "whereas"])
_LINKS = frozenset(["for", "at", "with", "on", "to", "by", "of", ","])
_FOLLOWED = (["followed", "by"], ["trailed", "by"])
_PARTS = frozenset(["part-from", "part-told", "share-doing"])
_THEM = frozenset(["them", "these", "those", "it", "this", "that", "which"])
_MOVED = frozenset(["VBD", "VBN"])
_PRESENT = frozenset(["VBP", "VB", "VBZ"])
_TURNS = frozenset(["up", "down"])
_VERBS = frozenset(["VBD", "VBZ", "VBP", "MD", "VB"])
_CLOSING = frozenset([",", ".", ";", "and", "while", "(", "respectively"])
_LONGEST = 4  # tokens of what is told next
_INSIDE = frozenset(["NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "NNP", "NNPS"])


class PlainGaps(PlainShapes):
    """The shape, over the values of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        self.items: dict[Span, str] = {}  # by value of a row, what its measure has of its own

    def in_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "… and oil $870 million", "…, the Netherlands for 11 percent": the next of whom the same is told."""
        for value in list(self.list_free()):
            before = self._find_row_before(value)
            if before is None or not isinstance(before.object, Mention):
                continue
            if is_of_goods(before, self.words.commodities):
                continue
            counted = self.in_unit_of(value, before.object)
            bounds = self._find_next(value, before.object)
            if counted is None or bounds is None or not self._closes(value):
                continue
            measure = self._name_next(before, *bounds)
            if measure is None:
                continue
            self.items[counted.span] = self.arguments.slice(*bounds)
            yield from self._go_on_as(rule, before, counted, measure)

    def _closes(self, value: Mention) -> bool:
        """Whether a value is told for itself, whatever the parser hangs it on."""
        behind = self.arguments.lower[self.arguments.ranges[value][1] :][:1]
        return (bool(behind) and behind[0] in _CLOSING) or self.stands_alone(value)

    def _go_on_as(
        self,
        rule: Rule,
        before: Candidate,
        value: Mention,
        measure: str,
        owner: Mention | None = None,
    ) -> Iterator[Candidate]:
        """The observation of a value as the one before was: its verb, owner and modality, a change where it was one."""
        led = self.find_led(value)
        noun = before.token if led is None else self.find_turn(led)
        for candidate in self.observer.observe(
            rule,
            before.token,
            noun,
            value,
            owner=owner or before.subject,
            measure=measure,
            change=self._find_change(before, value),
        ):
            candidate.modality = before.modality
            yield candidate

    def _find_change(self, before: Candidate, value: Mention) -> Quantity | None:
        """ "slid by 0.9 percent, gloves [by 5.2 percent]": a change as the one before was."""
        told = next((q.value for q in before.qualifiers if q.name == "change"), None)
        known = before.object.value if isinstance(before.object, Mention) else None
        led = self.find_led(value)
        if led is not None:
            turn = self.find_turn(led)
            falls = self.parse.lemmas[turn] in self.words.falling | {"down"}
            gapped = self.arguments.lower[turn] == "by"
            if gapped and not isinstance(told, Quantity):
                return None
            return signed(led, told.value < 0 if gapped and isinstance(told, Quantity) else falls)
        if not isinstance(told, Quantity) or not isinstance(known, Quantity):
            return None
        changed = value.origin == "percent" and abs(told.value) == known.value
        return signed(value, told.value < 0) if changed else None

    def _find_row_before(self, value: Mention) -> Candidate | None:
        """The figure right before in the sentence, of the same kind, with no verb between."""
        start, parse = self.arguments.ranges[value][0], self.parse
        led = self.find_led(value)
        start = self.find_turn(led) if led is not None else start
        first = parse.sentences[parse.sentence_of[start]][0]
        others = [v for v in self.values.all() if first <= self.arguments.ranges[v][0] < start]
        for other in reversed(others):
            outside = self._list_outside(self.arguments.ranges[other][1], start)
            if outside is None:
                continue  # "820 million ([41 percent] of the total), from Turkey 310 million"
            before = self.observer.made.get(other.span)
            own = self._pass_own_verb(before) if before is not None else 0
            acting = [t for t in outside if t >= own and parse.tags[t] in _VERBS]
            acting = [t for t in acting if self.arguments.lower[t : t + 2] not in _FOLLOWED]
            past = before is not None and parse.tags[before.token] not in _PRESENT
            if acting and not (past and all(map(self._is_noun, acting))):
                return None
            if other.span not in self.observer.spent:
                return before
        return None

    def _is_noun(self, token: int) -> bool:
        """ "copper made up $5 million, [gold] $3 million": what the tagger takes for a verb in the present."""
        value = (
            token + 1 + (self.parse.tags[token + 1] in {"NN", "NNS"})
        )  # "[lead] output 3 tonnes"
        behind = any(self.arguments.ranges[v][0] == value for v in self.values.at(value))
        taken = self.parse.tags[token] in _PRESENT and self.arguments.lower[token - 1] in _JOINTS
        return taken and behind and self.parse.lemmas[token] not in self.words.moving

    def find_led(self, value: Mention) -> Mention | None:
        """ "with Chile up [4 percent] at 3 million": the change that led to a value."""
        start = self.arguments.ranges[value][0]
        if start < 3 or self.arguments.lower[start - 1] not in {"at", "to"}:
            return None
        for led in self.values.at(start - 2):
            return led if led.origin == "percent" and self.find_turn(led) else None
        return None

    def find_turn(self, led: Mention) -> int:
        """Where the word or verb stands that a change is told by, right before it; 0 where none does."""
        at = self.arguments.ranges[led][0] - 1
        gapped = self.arguments.lower[at] == "by"
        at -= gapped
        if gapped and self.parse.tags[at][0] == "N":
            return (
                at + 1
            )  # "rose 5 percent to $7 million, and to Chile [by 3 percent] to $4 million"
        moved = self.parse.tags[at] in _MOVED and self.parse.lemmas[at] in self.words.moving
        return at if moved or self.arguments.lower[at] in _TURNS else 0

    def _pass_own_verb(self, before: Candidate) -> int:
        """The token behind the verb that a part told before is the subject of: "$12 million [came] from Chile"."""
        if before.rule.shape not in _PARTS or not isinstance(before.object, Mention):
            return 0
        end = self.arguments.ranges[before.object][1]
        if self.arguments.lower[end] == "of" and self.arguments.lower[end + 1] in _THEM:
            end += 2  # "24 percent of them went to Chile"
        while self.parse.tags[end][:2] == "VB" and end + 1 < len(self.parse.tags):
            end += 1
        return end

    def _list_outside(self, start: int, end: int) -> list[int] | None:
        """The tokens between two values that stand in no brackets; None where one is left open."""
        outside, closed = [], True
        for token in range(start, end):
            if self.parse.tags[token] in {"-LRB-", "-RRB-"}:
                if closed == (self.parse.tags[token] == "-RRB-"):
                    return None
                closed = not closed
            elif closed:
                outside.append(token)
        return outside if closed else None

    def _find_next(self, value: Mention, told: Mention) -> tuple[int, int] | None:
        """The tokens of what stands between a joint and a value."""
        words, tags = self.parse.words, self.parse.tags
        end = self.arguments.ranges[value][0]
        floor = self.arguments.ranges[told][1]
        end -= words[end - 1].lower() in _LINKS
        start = end
        while start > floor and end - start < _LONGEST and tags[start - 1] in _INSIDE:
            start -= 1
        start -= self._is_noun(start - 1)
        first = start - 1 if words[start - 1].lower() in {"the", "a"} else start
        joined = floor <= first - 1 and words[first - 1].lower() in _JOINTS
        joined = joined or self.arguments.lower[max(first - 2, floor) : first] in _FOLLOWED
        return (start, end) if joined and start < end else None

    def _name_next(self, before: Candidate, start: int, end: int) -> str | None:
        """The measure told before with what is told next in the place of what it was told of."""
        text = self.arguments.slice(start, end)
        known = before.object.span if isinstance(before.object, Mention) else None
        if known in self.items:
            return name_item(before.measure, (self.items[known],), text)
        subject = self._find_first(before)
        if subject is None or not self._are_alike(subject, end - 1):
            return None
        told = self.arguments.phrase_text(subject) or self.parse.words[subject]
        goods = self._name_goods(before.measure, subject, text)
        if goods is not None:
            return goods
        named = next((m.text for m in self._list_names(subject)), "")
        name = name_item(before.measure, (named, told, self.parse.words[subject]), text)
        plain = not named and " " not in before.measure and self.is_plain_noun(subject)
        return name or (f"{text} {before.measure}" if plain else None)

    def _name_goods(self, measure: str, subject: int, text: str) -> str | None:
        """ "production of wheat fell by 4 percent, [barley] by 6": other goods of the same measure."""
        head, link, _ = measure.partition(" of ")
        known = self.parse.lemmas[subject] in self.words.nouns
        other = text.lower().split()[-1] in self.words.nouns
        told = known and not other and head.lower() == self.arguments.lower[subject]
        return f"{head}{link}{text}" if link and told else None

    def _find_first(self, before: Candidate) -> int | None:
        """The subject of the verb that a figure was told by."""
        token, parse = before.token, self.parse
        subjects = parse.list_subjects(token) if parse.tags[token][:2] == "VB" else []
        return subjects[0] if len(subjects) == 1 else None

    def _are_alike(self, one: int, other: int) -> bool:
        """Whether both are names or neither is."""
        first, second = bool(self._list_names(one)), bool(self._list_names(other))
        if first or second:
            return first and second
        return self.parse.tags[other] in {"NN", "NNS", "JJ", "VBN"} or self._is_noun(other)

    def _list_names(self, token: int) -> list[Mention]:
        return [m for m in self.arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME]
