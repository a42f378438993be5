"""Values in a row before the thing that they measure or count: "the $2 billion, 600-megawatt, four-turbine dam"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.compared_things import as_it_stands
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.claim import Modality
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_NEAR, _FAR = 5, 8  # tokens between a value and the thing it stands before, and one that counts
_HYPHENS = frozenset(["-", "–", "‑"])
_JOINTS = frozenset([",", "and"])
_VERBS: tuple[list[str], ...] = ([], ["VBZ"], ["VBP"], ["VBD"], ["VB"], ["VBG"])
_KIND = 3  # tokens of what a value of several is the part of
_TO_IES = frozenset(["ry", "ty", "ly", "ny"])
_COUNTING = ("Organization", "Event", "Place")  # "the 57-member union"


class BeforeThingShapes(Shapes):
    """The shape, over the values of one document."""

    def value_noun(self, rule: Rule) -> Iterator[Candidate]:
        """ "a $3.7 billion refinery", "the 128-km, 12-station line": what stands before a thing is its own."""
        for value in self.values.all():
            end = self.arguments.ranges[value][1]
            bare = value.origin == "number"  # "nine high-quality projects" have no height
            extent, end = (None, end) if bare else self.works.pass_extent(end)
            counted = self._find_counted(value, end)
            end = end if counted is None else counted + 1
            behind = self._pass_values(end)
            kinds = self.words.things if counted is None else (*self.words.things, *_COUNTING)
            kinds = (*kinds, "Organization") if value.origin == "money" else kinds
            thing = self._find_thing_after(behind, kinds)
            if thing is None:
                continue
            mention, head = thing
            sum_of = self._name_sum(value, mention)
            if behind == end and sum_of is None and self.observer.is_amount(value):
                continue
            if counted is not None:
                yield from self._count(rule, value, counted, mention)
                continue
            measure = extent or sum_of or self._name_for(value, mention)
            if measure is not None:
                found = self.observer.observe(
                    rule, head, head, value, owner=mention, measure=measure
                )
                yield from as_it_stands(found, mention, self.arguments)

    def _name_sum(self, value: Mention, thing: Mention) -> str | None:
        """ "the $500 million Water Fund", "a $20 million training programme": what money before such a name is."""
        head = thing.text.lower().split()[-1]
        return self.words.sums_of_heads.get(head) if value.origin == "money" else None

    def _name_for(self, value: Mention, thing: Mention) -> str | None:
        return self.words.name_for(value, thing) if self._may_be_measured(thing) else None

    def _may_be_measured(self, thing: Mention) -> bool:
        return self.arguments.fits(thing, self.words.things)

    def _find_counted(self, value: Mention, end: int) -> int | None:
        """ "30-station": the noun that a bare number before a hyphen counts."""
        parse = self.parse
        hyphened = value.origin == "number" and parse.words[end : end + 1] != []
        if not hyphened or parse.words[end] not in _HYPHENS or end + 1 >= len(parse.words):
            return None
        return end + 1 if parse.lemmas[end + 1].lower() in self.words.counted_before else None

    def _count(self, rule: Rule, value: Mention, noun: int, thing: Mention) -> Iterator[Candidate]:
        quantity, lemma = value.value, self.parse.lemmas[noun].lower()
        if not isinstance(quantity, Quantity):
            return
        counted = self.values.replaced(value, replace(quantity, unit=lemma))
        measure = "" if lemma in self.words.plural_alike else "s"
        measure = f"{lemma[:-1]}ies" if lemma[-2:] in _TO_IES else f"{lemma}{measure}"
        found = self.observer.observe(rule, noun, noun, counted, owner=thing, measure=measure)
        for candidate in found:
            if self.arguments.fits(thing, ("Organization",)):  # "the 57-member union will meet"
                candidate.modality = Modality.ACTUAL
            yield candidate

    def _pass_values(self, end: int) -> int:
        """Behind further values of the row: "the 95 metre high[, 410 metre long] dam"."""
        end = self._pass_kind(end)
        while self.parse.words[end : end + 1] and self.parse.words[end] in _JOINTS:
            found = self.values.at(end + 1)
            if not found and self.parse.tags[end + 1 : end + 2][:1] not in _VERBS:
                found = self.values.at(end + 2)  # but not "12 hectares and has 30 lines"
            value = next((v for v in found if self.arguments.ranges[v][0] <= end + 2), None)
            if value is None:
                return end
            _, after = self.works.pass_extent(self.arguments.ranges[value][1])
            counted = self._find_counted(value, after)
            if value.origin == "number" and counted is None:
                return end  # "worth $4 billion and seven trade contracts"
            after = after if counted is None else counted + 1
            if after >= len(self.parse.tags) or self.parse.tags[after] in {"NNS", "NNPS"}:
                return end  # "$2 billion and 300 workers"
            end = after
        return end

    def _pass_kind(self, end: int) -> int:
        """Up to the "and" of "a 300 MW [wind] and 200 MW solar plant": a part of the thing, with its own value."""
        parse = self.parse
        joint = end
        while joint < end + _KIND and parse.tags[joint : joint + 1] in (["NN"], ["JJ"]):
            joint += 1
        if joint == end or parse.words[joint : joint + 1] != ["and"]:
            return end
        first, second = self.values.at(end - 1), self.values.at(joint + 1)
        if not first or not second or self.arguments.ranges[second[0]][0] != joint + 1:
            return end
        if first[0].origin == "money" or self.arguments.find(joint - 1, self.words.things):
            return end  # "a 40 km [road] and 20 km railway line" are two
        alike = {v.value.unit for v in (first[0], second[0]) if isinstance(v.value, Quantity)}
        return joint if len(alike) == 1 and first[0].origin != "number" else end

    def _find_thing_after(self, end: int, kinds: tuple[str, ...]) -> tuple[Mention, int] | None:
        """The thing whose phrase goes on right after a value, and its head."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        counted = end > 1 and parse.words[end - 2] in _HYPHENS and parse.tags[end - 1][0] == "N"
        for head in range(end, min(end + (_FAR if counted else _NEAR), last)):
            tag, word = parse.tags[head], parse.words[head]
            if (
                tag[0] not in "NJV"
                and tag not in {"HYPH", "CD", "RB"}
                and not (counted and tag == "CC" and head > end)
                and word not in {"-", "–", "/"}
            ):
                return None
            if tag[0] == "N" and not (head + 1 < last and parse.tags[head + 1][0] == "N"):
                mention = self.arguments.find(head, kinds)
                if mention is None or mention.kind is not MentionKind.NAME:
                    mention = self._find_described(head) or mention
                if mention is None and parse.tags[head + 1 : head + 2] == ["CC"]:
                    continue  # "a 320-employee heating and cooling business"
                return None if mention is None else (mention, head)
        return None

    def _find_described(self, head: int) -> Mention | None:
        """ "The Kazungula Bridge, a 923-metre crossing", "The bridge is a 923-metre crossing": the bridge."""
        parse = self.parse
        above, link = parse.heads[head], parse.deps[head]
        if link == "attr" and parse.lemmas[above] == "be":
            above = next(iter(parse.list_subjects(above, passive=False)), head)
        elif link != "appos" or parse.tags[head - 1] == "NNP":
            return None  # "the $2 billion Zenda flyover, the $3 billion Tarn road": another one
        elif near := self._find_last_joined(above, head):
            return near
        return self.arguments.find(above, WORKS_AND_ZONES) if above < head else None

    def _find_last_joined(self, first: int, head: int) -> Mention | None:
        """ "The Zenda road and the Tarn line, a 20-km railway": the last of a row, right before the comma."""
        parse = self.parse
        comma = next((k for k in range(head - 1, first, -1) if parse.words[k] == ","), 0)
        joined = comma > 0 and parse.deps[comma - 1] == "conj"
        return self.arguments.find(comma - 1, WORKS_AND_ZONES) if joined else None
