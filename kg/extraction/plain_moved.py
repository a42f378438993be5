"""By how much a measure moved, and what works grow to: "cut net debt by $2 billion", "expand it to 300 MW"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind, read_unit

_BY, _TO = "by", "to"
_NEAR = 7  # tokens from a verb to "by" or "to"
_AMOUNTS = frozenset(["money", "measure"])
_RISE, _FALL = "increase", "reduction"
_MORE = frozenset(["additional", "further", "another", "an", "extra", "a"])
_DEALS = frozenset(["contract", "deal", "partnership", "agreement", "concession", "scheme"])
_UNDER = 8  # tokens from "under" to the sum of a deal


class PlainMoved(PlainShapes):
    """The shapes, over the values that nothing took."""

    def moved_by(self, rule: Rule) -> Iterator[Candidate]:
        """The amount behind "by": an increase or reduction of what is measured."""
        for value in list(self.list_free()):
            start = self._find_link(value, _BY)
            verb = self._find_verb(rule, start) if start is not None else None
            noun = self._find_moved(verb, start) if verb is not None and start is not None else None
            if noun is None or verb is None or not self._may_be_amount(value, noun):
                continue
            if self._is_reached(value):
                continue  # "fell by 1,200 in the quarter to 61,400"
            owner = self._find_owner(verb, noun)
            text = self.observer.owners.measure_text(noun)
            if owner is not None and text:
                falls = self.parse.lemmas[verb] in self.words.falling
                way = _FALL if falls else _RISE
                counted = self.values.with_own_unit(value, noun, None)
                yield from self.observe(rule, verb, noun, counted, owner, f"{way} in {text}")

    def _is_reached(self, value: Mention) -> bool:
        """Whether what a measure moved to is told behind by how much."""
        end = self.arguments.ranges[value][1]
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        return any(
            self.parse.words[t].lower() == _TO and self.values.at(t + 1)
            for t in range(end, min(end + _NEAR, last - 1))
        )

    def _find_link(self, value: Mention, word: str) -> int | None:
        """Where the preposition right before a value stands, past "an additional"."""
        start = self.arguments.ranges[value][0]
        while start and self.parse.words[start - 1].lower() in _MORE:
            start -= 1
        led = value.origin in {*_AMOUNTS, "number"} and self.parse.words[start - 1].lower() == word
        return start - 1 if led else None

    def _find_verb(self, rule: Rule, link: int) -> int | None:
        """The verb of rising or falling before a preposition, with no other verb between."""
        for token in range(link - 1, max(link - _NEAR - 2, -1), -1):
            if self.parse.tags[token][:2] == "VB":
                return token if self.parse.lemmas[token] in rule.verbs else None
            if self.parse.words[token] in {",", ";"}:
                return None
        return None

    def _find_moved(self, verb: int, link: int) -> int | None:
        """The measured noun that a verb moves, or that moves itself."""
        parse = self.parse
        objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and c < link]
        passive = [c for c in parse.children[verb] if parse.deps[c] == "nsubjpass"]
        for token in objects or passive or parse.list_subjects(verb):
            if parse.lemmas[token] in self.words.nouns and not self.observer.is_entity(token):
                return token
        return None

    def _may_be_amount(self, value: Mention, noun: int) -> bool:
        """A sum or a measure; of people and things that are counted also a number."""
        if value.origin in _AMOUNTS:
            return True
        counted = self.parse.lemmas[noun] in self.words.of_people or self.is_plural(noun)
        return counted and self.stands_alone(value)

    def _find_owner(self, verb: int, noun: int) -> Mention | None:
        """Whose the measure is: by its phrase, else who moves it."""
        own = self.observer.owners.find_own(noun)
        if own is not None:
            return own
        tokens = self.parse.list_subjects(verb)
        found = [m for t in tokens for m in self.arguments.find_all(t, OWNERS)]
        return found[0] if self.arguments.are_one(found) else None

    def expanded_to(self, rule: Rule) -> Iterator[Candidate]:
        """ "will expand the refinery to 150,000 bpd", "from 300 MW to 450 MW": what they have then."""
        for value in list(self.list_free()):
            measure = self.words.of_values.get(read_unit(value))
            link = self._find_link(value, _TO) if measure else None
            verb = self._find_expanding(rule, link) if link is not None else None
            works = self._find_works(verb, link) if verb is not None and link is not None else None
            if works is None or verb is None or measure is None:
                continue
            yield from self.observe(rule, verb, verb, value, works, measure)

    def _find_expanding(self, rule: Rule, link: int) -> int | None:
        first = self.parse.sentences[self.parse.sentence_of[link]][0]
        for token in range(link - 1, first - 1, -1):
            if self.parse.tags[token][:2] == "VB":
                return token if self.parse.lemmas[token] in rule.verbs else None
        return None

    def _find_works(self, verb: int, link: int) -> Mention | None:
        """The works that are the object of a verb, or the subject of its passive."""
        parse = self.parse
        moved = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}]
        found = (self.arguments.find(t, WORKS) for t in moved if t < link)
        return next((m for m in found if m is not None), None)

    def under_deal(self, rule: Rule) -> Iterator[Candidate]:
        """ "Construction of the bridge began under a contract worth $40 million": what the bridge costs."""
        parse = self.parse
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            first = parse.sentences[parse.sentence_of[start]][0]
            floor = max(first, start - _UNDER)
            under = next((t for t in range(start, floor, -1) if parse.words[t] == "under"), None)
            near = {*parse.lemmas[under:start], *parse.lemmas[end : end + 2]} if under else set()
            if value.origin != "money" or under is None or near.isdisjoint(_DEALS):
                continue
            lemmas = {lemma.lower() for lemma in parse.lemmas[first:under]}
            works = self._find_only_works(first, under) if lemmas & rule.nouns else None
            if works is not None:
                yield from self.observe(rule, under, under, value, works, "cost")

    def _find_only_works(self, first: int, last: int) -> Mention | None:
        return self.arguments.pick_only(
            m
            for t in range(first, last)
            for m in self.arguments.by_token.get(t, ())
            if m.kind in {MentionKind.NAME, MentionKind.NOMINAL}
            and self.arguments.fits(m, WORKS)
            and self.parse.words[self.arguments.ranges[m][0] - 1].lower() not in {"to", "from"}
        )
