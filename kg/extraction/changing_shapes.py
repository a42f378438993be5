"""Shapes of changes told by nouns and lists: "a 26% jump in shipments", "rose 3 and 5 percent, respectively"."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause, spread
from kg.extraction.observing import Observer, signed
from kg.extraction.paired_turns import pair_turns
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.extraction.value_pairs import share_magnitude
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_KINDS = frozenset(["nmod", "compound", "amod", "conj"])
_HANDLING = frozenset(["handling", "traffic", "throughput"])
_JOINED = 2  # tokens of ", and"
_ABOVE = 3  # verbs above a list in which what it lists stands
_FAR = 4  # sentences over which a measure goes on
_MOVED = ("LogisticsHub", "TransportCorridor", "Place", "Company")
_BY = frozenset(["by", "up", "down"])
_IN_TURN = "respectively"
_PARTNERED = re.compile(r" (?:to|from) ")
_AMOUNTS = frozenset(["money", "measure", "percent"])


class ChangingShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        told = (t for t, word in enumerate(self.parse.words) if word == _IN_TURN)
        self.turns = {self.parse.sentence_of[t] for t in told}

    def in_turn(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "exports of tea and coffee rose 5 percent and 7 percent, respectively": a value for each."""
        if clause.sentence not in self.turns:
            return
        items = self._list_items(clause)
        pairs = pair_turns(self.values, clause.token, self.parse.sentences[clause.sentence][1])
        moved = dict(pairs) if len(pairs) == len(items) > 1 else {}
        values = self._list_values(clause) if len(items) > 1 and not moved else [*moved]
        if len(values) != len(items):
            return
        verb, before = clause.lemma.split()[0], None
        for item, value in zip(items, values, strict=True):
            noun, measure = self._name_item(clause, item)
            if noun is None:
                noun, measure = self._name_extent(item, value)
            if noun is None:
                continue
            percent = moved.get(value, value)
            moves = percent.origin == "percent" and verb in rule.nouns
            change = signed(percent, verb in self.words.falling) if moves else None
            owner = self._find_named(item) if noun != item else None
            if owner is not None and measure and _PARTNERED.search(measure):
                owner = None  # "exports to Peru and Chile": those of neither
            elif owner is not None:  # "exports of Peru and Chile": those of each
                measure = self.observer.owners.measure_text(noun, bare=True)
            elif before is not None and not self._has_own(item):
                owner = before  # "revenue and profit at Norvik": those of one
            for told in self.tell(
                rule, clause, noun, value, owner=owner, measure=measure, change=change
            ):
                before = told.subject
                yield told

    def _has_own(self, item: int) -> bool:
        """Whether an item of a row tells whose it is: "Kenya's exports and [Uganda's imports]"."""
        deps = {self.parse.deps[c] for c in self.parse.children[item]}
        return not deps.isdisjoint({"poss", "prep"})

    def _find_named(self, item: int) -> Mention | None:
        found = self.arguments.find(item, OWNERS)
        return found if found is not None and found.kind is MentionKind.NAME else None

    def _list_items(self, clause: Clause) -> list[int]:
        """The subjects, or the parts after "of" on the only one."""
        subjects = clause.objects if clause.passive else clause.subjects
        if len(subjects) != 1:
            return subjects
        parse = self.parse
        if kinds := self._list_kinds(subjects[0]):
            return kinds
        rows = [
            [*spread(parse.children, parse.deps, inner)]
            for child in parse.children[subjects[0]]
            if parse.lemmas[child] in {"of", "to", "from"} and parse.deps[child] == "prep"
            for inner in parse.children[child]
            if parse.deps[inner] == "pobj"
        ]
        several = [row for row in rows if len(row) > 1]  # "exports [of tea and coffee] from Kenya"
        return several[0] if len(several) == 1 else list(itertools.chain(*rows))

    def _list_values(self, clause: Clause) -> list[Mention]:
        """The values behind the verb up to "respectively", where they are of one kind."""
        last = self.parse.sentences[clause.sentence][1]
        lower = [w.lower() for w in self.parse.words[clause.token : last]]
        if _IN_TURN not in lower:
            return []
        end = clause.token + lower.index(_IN_TURN)
        found = dict.fromkeys(
            m for t in range(clause.token, end) for m in self.values.at(t) if m.origin in _AMOUNTS
        )
        told = [m for t in range(clause.token, end) for m in self.values.at(t)]
        every = list(dict.fromkeys(told))
        if len({m.origin for m in found}) == 1 and not self._are_bare(clause, every, len(found)):
            final = [*found][-1]
            return [share_magnitude(self.arguments, m, final) for m in found]
        shared = every[-1:] and all(m.origin == "number" for m in every[:-1])
        if not shared or every[-1].origin not in _AMOUNTS:
            return []
        return [self._share_unit(m, every[-1]) for m in every]  # "9, 3 and 2 billion euros"

    def _are_bare(self, clause: Clause, values: list[Mention], known: int) -> bool:
        """ "by 4.1, 6.2 and 3.3 percent": whether only the last of a row has its unit.

        The parts of one subject ("exports of tea and coffee") have such a row only behind "by".
        """
        subjects = clause.objects if clause.passive else clause.subjects
        parted = len(subjects) == 1 and not self._list_kinds(subjects[0])
        if (
            parted
            and values
            and self.arguments.lower[self.arguments.ranges[values[0]][0] - 1] != "by"
        ):
            return False
        ends = [self.arguments.ranges[m] for m in values]
        near = all(b[0] - a[1] <= _JOINED for a, b in itertools.pairwise(ends))
        shared = known == 1 < len(values) and values[-1].origin in {"percent", "money"}
        return shared and near

    def _share_unit(self, value: Mention, last: Mention) -> Mention:
        """A bare number in the unit of the last one of its list."""
        one, other = value.value, last.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity):
            return value
        if last.origin == "percent":
            self.arguments.ranges[replace(value, origin="percent")] = self.arguments.ranges[value]
            value = replace(value, origin="percent")
        shared = self.values.replaced(value, replace(one, unit=other.unit))
        return share_magnitude(self.arguments, shared, last)

    def _list_kinds(self, noun: int) -> list[int]:
        """ "[cargo], [container] and [ship] handling": the kinds of a measured noun that are told in a row."""
        parse = self.parse
        if parse.lemmas[noun] not in self.words.nouns | _HANDLING:
            return []
        before = [c for c in parse.children[noun] if c < noun and parse.deps[c] in _KINDS]
        kinds = sorted(k for c in before for k in spread(parse.children, parse.deps, c))
        joined = (
            any(parse.words[t].lower() == "and" for t in range(kinds[0], noun)) if kinds else False
        )
        plain = all(parse.tags[k] in {"NN", "NNS", "NNP", "JJ"} for k in kinds)
        return kinds if joined and plain and len(kinds) > 1 else []

    def _name_kind(self, clause: Clause, item: int) -> tuple[int, str] | None:
        """ "cargo [handling]", "tea [exports]" of "tea and coffee exports": by the noun that the row ends with."""
        parse, word = self.parse, self.parse.words[item]
        head = parse.heads[item]
        while parse.deps[head] == "conj" or (
            parse.deps[head] in _KINDS and head not in clause.subjects
        ):
            head = parse.heads[head]
        last = clause.subjects[-1] if clause.subjects else item
        noun = head if head in clause.subjects and head > item else last
        known = parse.lemmas[noun] in self.words.nouns | _HANDLING and noun > item
        known = known and parse.tags[item] != "NNS"  # "loans and deposits"
        if not known or parse.lemmas[item] in self.words.nouns or self.observer.is_entity(item):
            return None
        return noun, f"{word} {parse.words[noun]}"

    def _name_item(self, clause: Clause, item: int) -> tuple[int | None, str | None]:
        """The measured noun of one item of a list, and the measure where it is not that noun alone."""
        parse = self.parse
        listed = clause.subjects[:1] and item in self._list_kinds(clause.subjects[0])
        if listed and clause.subjects[0] not in {item}:
            return clause.subjects[0], f"{parse.words[item]} {parse.words[clause.subjects[0]]}"
        if parse.lemmas[item] in self.words.nouns and not self.observer.is_entity(item):
            kinds = [
                c for c in parse.children[item] if parse.deps[c] == "compound" and c == item - 1
            ]
            rowed = (
                kinds and parse.deps[item] == "conj" and self._name_kind(clause, parse.heads[item])
            )
            return item, self.arguments.slice(kinds[0], item + 1) if rowed else None
        if (kind := self._name_kind(clause, item)) is not None:
            return kind
        text = self._text_of(item)
        preposition = parse.heads[item]
        while parse.deps[preposition] == "conj":
            preposition = parse.heads[preposition]
        link, whole = "of", self._find_listed(clause)
        if parse.deps[preposition] in {"pobj", "nsubj"} and item not in clause.subjects:
            preposition = parse.heads[preposition]
        if parse.deps[preposition] == "prep":
            link, whole = parse.words[preposition], parse.heads[preposition]
        if whole is None or text is None:
            return None, None
        name = self.observer.owners.measure_text(whole, bare=True)
        return (whole, f"{name} {link} {text}") if name else (None, None)

    def _name_extent(self, item: int, value: Mention) -> tuple[int | None, str | None]:
        """ "the country's rail and road networks were extended to 4 km and 9 km": what has an owner of its own."""
        extent = self.words.of_values.get(read_unit(value))
        text = self.observer.owners.measure_text(item) if extent is not None else None
        first = item
        while self.parse.deps[first] == "conj":  # "Peru's rail network and road system"
            first = self.parse.heads[first]
        if text is None or self.observer.owners.find_own(first) is None:
            return None, None
        return item, f"{text} {extent}"

    def _text_of(self, item: int) -> str | None:
        named = next((m.text for m in self.arguments.by_token.get(item, ())), None)
        return named or self.arguments.phrase_text(item)

    def _find_listed(self, clause: Clause) -> int | None:
        """ "exports of green goods grew, with vehicles and batteries rising 5 and 7 percent": the exports."""
        parse, token = self.parse, clause.token
        for _ in range(_ABOVE):
            token = parse.heads[token]
            for child in parse.children[token]:
                if parse.deps[child] == "nsubj" and self.observer.owners.field_of(child):
                    return child if child not in clause.subjects else None
        return None

    def thing_moved(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Port Klang dropped 3.1% to 6.3 million TEU": the port stands for what it handles."""
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _MOVED)]
        owners = self._named_before(clause.token) or owners
        named = [m for m in owners if m.kind is MentionKind.NAME]
        reached = self.values.in_slots(clause, ("to", "at")) or self.values.turned(clause.token)
        if clause.lemma in self.words.arriving | self.words.share_verbs:
            reached = self.values.in_slots(clause, ("object", "for"))
        values = [v for v in reached if read_unit(v) in self.words.goods_units]
        unknown = self.parse.tags[clause.token - 1] == "NNP" and not self._named_before(
            clause.token
        )
        if unknown or len(named) != 1 or len(owners) != 1 or not values or clause.passive:
            return
        measure = self._told_measure(clause, read_unit(values[0]))
        if read_unit(values[0]) == "TEU":
            hub = self.arguments.fits(named[0], ("LogisticsHub",))
            measure = self.words.throughput if hub or measure else None
        if measure is not None:
            yield from self.tell(
                rule,
                clause,
                clause.token,
                values[0],
                owner=named[0],
                measure=measure,
                change=self._find_rise(clause),
            )

    def _named_before(self, verb: int) -> list[Mention]:
        """The name right before a verb, which the parser may hang on something else."""
        return [
            m
            for m in self.arguments.by_token.get(verb - 1, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, _MOVED)
        ]

    def _told_measure(self, clause: Clause, unit: str) -> str | None:
        """The measure told last, in the same unit and not far before."""
        last = self.observer.last
        if last is None or not isinstance(last.object, Mention):
            return None
        near = clause.sentence - self.parse.sentence_of[last.token] <= _FAR
        same = read_unit(last.object) == unit
        return (last.measure or None) if near and same else None

    def _find_rise(self, clause: Clause) -> Quantity | None:
        """The percentage of a clause of change, or of the one that it goes on from."""
        parse = self.parse
        for verb in (clause.token, parse.heads[clause.token]):
            lemma = parse.lemmas[verb]
            words = {parse.words[c].lower() for c in parse.children[verb]}
            down = lemma in self.words.falling or not words.isdisjoint(self.words.down)
            beside = [v for v in self.values.beside_verb(verb) if v.origin == "percent"]
            for child in parse.children[verb]:
                if parse.deps[child] in {"prep", "advmod"}:
                    beside += [
                        v
                        for t in parse.children[child]
                        for v in self.values.at(t)
                        if v.origin == "percent" and parse.lemmas[child] in _BY
                    ]
            if beside:
                return signed(beside[0], down)
        return None
