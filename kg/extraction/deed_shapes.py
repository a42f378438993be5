"""Counts behind "of": what a thing is made up of, and what is done by a noun: "the purchase of 60 aircraft"."""

from collections.abc import Iterator

from kg.extraction.behind_shapes import BehindShapes
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_BEARERS = ("Organization", "Place", "Project", "TransportCorridor", "Event", "Agreement")
_AGENTS = ("Organization", "Place", "Project", "Event")
_SEVERAL = 5  # fewer are told of one by one
_OF = "of"
_LINKS = frozenset(["of", "for"])
_BEFORE = 4  # tokens between a name's comma and the noun that describes it


class DeedShapes(BehindShapes):
    """The shapes, over the clauses and values of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.deeds = words.get_mapping("deed_nouns")
        self.asked = words.get("asking_nouns")

    def deeds_of(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "announced the recall of 30,000 cars", "placed an order for 60 aircraft": what is done to how many."""
        verbs = {clause.lemma, clause.lemma.split()[0]}
        if verbs & (self.words.uncounting | rule.verbs) or not self._tells_deed(clause):
            return
        found = [m for m in self.observer.find_owners(clause) if self.arguments.fits(m, _AGENTS)]
        doer = self._find_only(found)
        if doer is None:
            return
        for deed in clause.objects:
            own = self.observer.owners.find_possessor(deed)
            if own is None or self.arguments.are_one([own, doer]):
                yield from self._tell_deed_of(rule, deed, doer)

    def _tells_deed(self, clause: Clause) -> bool:
        return any(self._is_deed(t) for t in clause.objects)

    def _is_deed(self, noun: int) -> bool:
        return self.parse.lemmas[noun] in self.deeds or self.parse.lemmas[noun] in self.asked

    def _tell_deed_of(self, rule: Rule, deed: int, doer: Mention) -> Iterator[Candidate]:
        """ "of 30,000 cars", "of 14 km of track", behind a noun of doing."""
        lemma = self.parse.lemmas[deed]
        for noun in self._list_behind(deed) if self._is_deed(deed) else ():
            told = self._find_amount(noun)
            if told is None:
                continue
            value, text = told
            done = self.deeds.get(lemma)
            measure = f"{text} {done}" if done is not None else f"{text} in {lemma}"
            yield from self.observer.observe(rule, deed, deed, value, owner=doer, measure=measure)

    def _list_behind(self, deed: int) -> list[int]:
        """The nouns behind "of" or, of an order or a tender, "for"."""
        parse, asked = self.parse, self.parse.lemmas[deed] in self.asked
        return [
            noun
            for link in parse.children[deed]
            if parse.lemmas[link] == _OF or (asked and parse.lemmas[link] in _LINKS)
            for noun in self._through_totals([*parse.children[link]])
        ]

    def _find_amount(self, noun: int) -> tuple[Mention, str] | None:
        """A count and what it counts; an amount and what is behind its "of"."""
        value = self.values.count_of(noun)
        if value is not None and self.size_of(value) >= _SEVERAL and self.is_plural(noun):
            start, end = self.arguments.ranges[value]
            text = None if start <= noun < end else self._name_counted(noun)
            return (self.values.with_unit(value, noun), text) if text else None
        value = next((v for v in self.values.at(noun) if v.origin == "measure"), None)
        kind = next(
            (
                inner
                for link in self.parse.children[noun]
                if value is not None and self.parse.lemmas[link] == _OF
                for inner in self.parse.children[link]
            ),
            None,
        )
        text = self.observer.owners.measure_text(kind) if kind is not None else None
        return (value, text) if value is not None and text else None

    def made_up_of(self, rule: Rule) -> Iterator[Candidate]:
        """ "Norvik, an operator of 60 hotels", "The alliance is a group of 57 countries"."""
        parse = self.parse
        for value in self.values.all():
            if value.origin != "number" or self.size_of(value) < _SEVERAL:
                continue
            noun = parse.heads[self.observer.qualifiers.head_of(value)]
            link = parse.heads[noun]
            kind = parse.heads[link]
            if parse.lemmas[link] != _OF or parse.tags[kind] != "NN":
                continue
            if parse.lemmas[kind] in rule.nouns or self.values.count_of(noun) != value:
                continue
            if self._is_known(noun, value):
                continue
            owner = self._find_whole(kind) if self.is_plural(noun) else None
            text = self._name_counted(noun) if owner is not None else None
            if owner is not None and text:
                counted = self.values.with_unit(value, noun)
                yield from self.observer.observe(
                    rule, kind, noun, counted, owner=owner, measure=text
                )

    def _find_whole(self, kind: int) -> Mention | None:
        """Whom a noun describes; of "Norvik's network of 70 dealers" Norvik."""
        own = self.observer.owners.find_possessor(kind)
        if own is None:
            return self._find_described(kind)
        return own if self.parse.lemmas[kind] in self.words.groups else None

    def _find_described(self, kind: int) -> Mention | None:
        """Whom a noun describes behind a comma or "is"."""
        parse, above = self.parse, self.parse.heads[kind]
        if parse.deps[kind] == "attr" and parse.lemmas[above] in {"be", "become"}:
            subjects = parse.list_subjects(above, passive=False)
            found = [m for t in subjects for m in self.arguments.find_all(t, _BEARERS)]
            return self._find_only(found)
        end = self._find_comma(kind)
        mention = self.arguments.find(end - 1, _BEARERS) if end else None
        return mention if mention is not None and mention.kind is MentionKind.NAME else None

    def _find_comma(self, kind: int) -> int:
        """The comma right before what describes a name; 0 for none."""
        for token in range(kind - 1, max(kind - _BEFORE, 0), -1):
            if self.parse.words[token] == ",":
                return token
            if self.parse.tags[token] not in {"DT", "JJ", "NN", "VBG", "VBN", "NNP", "HYPH"}:
                return 0
        return 0
