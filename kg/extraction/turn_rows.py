"""Three or more told by one noun or verb, each with its value: "sold 5, 4 and 3 tonnes of rice, tea and rubber"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.measure_naming import participle
from kg.extraction.observing import Observer, signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.value_pairs import share_magnitude
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_AMOUNTS = frozenset(["money", "measure", "percent", "number"])
_FEWEST = 3  # two in turn are read by other shapes
_JOINTS = ([","], ["and"], [",", "and"], ["&"])
_INSIDE = frozenset(["NN", "NNS", "JJ", "NNP", "NNPS", "VBN", "HYPH", "POS"])
_COUNTED = 3  # tokens behind a number in which what it counts stands
_LONGEST = 5  # tokens of one item
_BACK = 30  # tokens before the first value in which the items stand
_LINKS = frozenset(["to", "from", "with", "of", "on", "for", "in"])
_PARTNERED = frozenset(["to", "from", "with"])
_OWNERS = ("Place", "Organization")
_VERBS = frozenset(["VBD", "VBZ", "VBP", "VBN"])

_Span = tuple[int, int]


class TurnRows(Shapes):
    """The shape, over the rows of values of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.lower = self.arguments.lower

    def turns(self, rule: Rule) -> Iterator[Candidate]:
        """Each of a row of nouns or names with its own of a row of as many values."""
        for row in self._list_rows():
            start = self.arguments.ranges[row[0]][0]
            items = self._find_items(start, len(row))
            if items is None:
                continue
            named = [self._find_name(item) for item in items]
            if all(named):
                yield from self._tell_named(rule, row, items, [m for m in named if m])
            elif not any(named):
                yield from self._tell_kinds(rule, row, items)

    def _list_rows(self) -> Iterator[list[Mention]]:
        """Three values or more that only commas and "and" part, in the unit of the last."""
        row: list[Mention] = []
        for value in [*self.values.all(), None]:
            if value is not None and row and self._goes_on(row[-1], value):
                row.append(value)
                continue
            if len(row) >= _FEWEST and (alike := self._share_unit(row)) is not None:
                yield alike
            row = [value] if value is not None and value.origin in _AMOUNTS else []

    def _goes_on(self, last: Mention, value: Mention) -> bool:
        end, start = self.arguments.ranges[last][1], self.arguments.ranges[value][0]
        return [*self.lower[end:start]] in _JOINTS and value.origin in _AMOUNTS

    def _share_unit(self, row: list[Mention]) -> list[Mention] | None:
        last = self._count(row[-1])
        known = last.value
        found = []
        for value in row[:-1]:
            one = value.value
            if not isinstance(one, Quantity) or not isinstance(known, Quantity):
                return None
            if value.origin != last.origin or one.unit != known.unit:
                if value.origin != "number" or one.unit:
                    return None
                value = self.values.replaced(value, replace(one, unit=known.unit))
            found.append(share_magnitude(self.arguments, value, last))
        return [*found, last]

    def _count(self, value: Mention) -> Mention:
        """ "5, 4 and [3 cars]": a bare number in what it counts."""
        end = self.arguments.ranges[value][1]
        near = range(end, min(end + _COUNTED, len(self.lower)))
        behind = next((t for t in near if self.parse.tags[t] == "NNS"), None)
        counted = value.origin == "number" and behind is not None
        return self.values.with_unit(value, behind) if counted and behind else value

    def _find_items(self, start: int, count: int) -> list[_Span] | None:
        """The nearest row of so many phrases before a token, in its sentence."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        floor = max(first, start - _BACK)
        for joint in range(start - 2, floor, -1):
            if self.lower[joint] in {"and", "&"}:
                items = self._read_items(joint, floor, start)
                return items if len(items) == count else None
        return None

    def _read_items(self, joint: int, floor: int, stop: int) -> list[_Span]:
        """The phrases around an "and": "rice, tea and rubber"."""
        parse = self.parse
        end = joint + 1 + (self.lower[joint + 1] == "the")
        while end < stop and parse.tags[end] in _INSIDE and end - joint <= _LONGEST:
            end += 1
        items = [(joint + 1, end)]
        at = joint - (self.lower[joint - 1] == ",")
        while at > floor:
            left = at
            while left > floor and parse.tags[left - 1] in _INSIDE and at - left < _LONGEST:
                left -= 1
            if left == at:
                break
            items.insert(0, (left, at))
            left -= self.lower[left - 1] == "the"
            if left <= floor or self.lower[left - 1] != ",":
                break
            at = left - 1
        return [(self._leave_owner(a, b), b) for a, b in items if b > a]

    def _leave_owner(self, start: int, end: int) -> int:
        """Past "Kenya's" and an article: "Kenya's [tea]"."""
        for token in range(end - 1, start, -1):
            if self.parse.tags[token] == "POS":
                return token + 1
        return start + (self.lower[start] == "the")

    def _find_name(self, item: _Span) -> Mention | None:
        """The name that an item is, as a whole."""
        for mention in self.arguments.by_token.get(item[0], ()):
            whole = self.arguments.ranges[mention][1] >= item[1]
            if mention.kind is MentionKind.NAME and whole and self.arguments.fits(mention, _OWNERS):
                return mention
        return None

    def _tell_named(
        self, rule: Rule, row: list[Mention], items: list[_Span], named: list[Mention]
    ) -> Iterator[Candidate]:
        """ "Peru, Chile and Kenya sold 5, 4 and 3 tonnes": each its own; "exports to" them: those of one."""
        start = self._begin(items)
        link, verb = self.lower[start - 1], self._find_verb(items, row)
        noun = start - 2
        if verb is None:
            return
        if link in _LINKS and noun >= 0 and self.parse.tags[noun][0] == "N":
            measured = self.parse.lemmas[noun] in self.words.nouns
            base = self._name_noun(noun) if measured else None
            for value, name in zip(row, named, strict=True):
                partner = link in _PARTNERED
                measure = f"{base} {link} {name.text}" if partner else base
                yield from self._tell(
                    rule, verb, noun, value, None if partner else name, measure if base else None
                )
        elif link not in _LINKS and self.parse.tags[start - 1] != "CC":
            for value, name in zip(row, named, strict=True):
                measure = self._name_deed(rule, verb, row[-1])
                yield from self._tell(rule, verb, verb, value, name, measure)

    def _tell_kinds(
        self, rule: Rule, row: list[Mention], items: list[_Span]
    ) -> Iterator[Candidate]:
        """ "exports of rice, tea and rubber", "rice, tea and rubber exports", "oil, gas and tin made up … of"."""
        verb, start = self._find_verb(items, row), self._begin(items)
        if verb is None:
            return
        whole = self._find_whole(row[-1])
        texts = [self.arguments.slice(*item) for item in items]
        last = items[-1][1] - 1
        if row[-1].origin == "percent" and whole is not None:
            owner = self.observer.owners.find_own(whole)
            of, done = self.observer.owners.measure_text(whole), self._done(verb)
            for value, text in zip(row, texts, strict=True) if of and owner else ():
                measure = f"{self.words.share} of {of} {done} by {text}"
                yield from self.tell_one(rule, verb, whole, value, owner, measure)
            return
        if self.lower[start - 1] in _LINKS and self.parse.tags[start - 2][0] == "N":
            base = self._name_noun(start - 2)
            texts = [f"{base} {self.lower[start - 1]} {text}" for text in texts if base]
            last = start - 2
        elif self.parse.lemmas[last] not in self.words.nouns:
            return
        elif items[-1][1] - items[-1][0] > 1 and not self._is_measured(items[0]):
            texts = [f"{text} {self.parse.words[last]}" for text in texts[:-1]] + texts[-1:]
        for value, text in zip(row, texts, strict=False):
            yield from self._tell(rule, verb, last, value, None, text)

    def _begin(self, items: list[_Span]) -> int:
        start = items[0][0]
        return start - (self.lower[start - 1] == "the")

    def _is_measured(self, item: _Span) -> bool:
        return self.parse.lemmas[item[1] - 1] in self.words.nouns

    def _find_verb(self, items: list[_Span], row: list[Mention]) -> int | None:
        """The only finite verb between the items and the values, or what stands for it."""
        end, start = items[-1][1], self.arguments.ranges[row[0]][0]
        found = [t for t in range(end, start) if self.parse.tags[t] in _VERBS | {"VB"}]
        others = any(self.lower[t] in {",", ";", "while"} for t in range(end, start))
        return found[-1] if found and not others and start - end <= _LONGEST + 1 else None

    def _find_whole(self, value: Mention) -> int | None:
        """What the shares are of: "40 percent of Peru's [exports]"."""
        end = self.arguments.ranges[value][1]
        if self.lower[end] != "of":
            return None
        found = None
        for token in range(end + 1, min(end + 1 + _LONGEST + 1, len(self.lower))):
            if self.parse.tags[token] not in _INSIDE | {"DT", "PRP$"}:
                break
            found = token if self.parse.tags[token] in {"NN", "NNS"} else found
        return found

    def _name_noun(self, noun: int) -> str | None:
        return self.observer.owners.measure_text(noun, bare=True)

    def _done(self, verb: int) -> str:
        return participle(self.parse, self.words.participles, verb, self.parse.lemmas[verb])

    def _name_deed(self, rule: Rule, verb: int, value: Mention) -> str | None:
        """ "cars sold" of "sold 3,000 cars", "exports" of "exported $3 billion"."""
        end = self.arguments.ranges[value][1]
        lemma = self.parse.lemmas[verb]
        if value.origin == "money":
            return f"{lemma}s" if lemma in rule.nouns else self.words.money_verbs.get(lemma)
        at = end + (self.lower[end] == "of")
        last = at
        while last < len(self.lower) and self.parse.tags[last] in {"NN", "NNS", "JJ"}:
            last += 1
        return f"{self.arguments.slice(at, last)} {self._done(verb)}" if last > at else None

    def _tell(
        self,
        rule: Rule,
        verb: int,
        noun: int,
        value: Mention,
        owner: Mention | None,
        measure: str | None,
    ) -> Iterator[Candidate]:
        if measure:
            yield from self.tell_one(rule, verb, noun, value, owner, measure)

    def tell_one(
        self,
        rule: Rule,
        verb: int,
        noun: int,
        value: Mention,
        owner: Mention | None,
        measure: str,
    ) -> Iterator[Candidate]:
        """The observation of one value; a percentage behind a verb of rising or falling is a change."""
        moved = value.origin == "percent" and self.parse.lemmas[verb] in self.words.moving
        change = signed(value, self.parse.lemmas[verb] in self.words.falling) if moved else None
        yield from self.observer.observe(
            rule, verb, noun, value, owner=owner, measure=measure, change=change
        )
