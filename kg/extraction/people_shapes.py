"""Shapes of those who are or do something at a place: "30 percent of people in Peru", "300 families were moved"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.measure_naming import gerund
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_WEAPONS = load_lexicon("measures").get("weapons")
_WHERE = "where"
_AT = ("in", "at", "across", "near", "on", "to", "into")
_PLACES = ("Place", "Organization", "Project", "Event", "TransportCorridor")
_AREA, _AREAS = "area", frozenset(["hectare", "acre", "km2", "square mile"])
_HARMED_TOO = load_lexicon("measures").get("counted_if_harmed")
_SETTINGS = ("Place", "Event", "Project")
_NATION = 10_000  # the least bare number of people
_WITHIN = frozenset(["nummod", "compound", "nmod", "amod", "quantmod"])
_MANY = 10  # fewer are who a story is about, and no figure
_BE = "be"
_PHRASE = 6  # tokens of a group's phrase
_JOINTS = frozenset(["and", ","])
_RESPONDENTS = "respondents"
_ASKED = frozenset(["survey", "poll", "question", "interview", "ask", "sample"])


class PeopleShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def people_of(self, rule: Rule) -> Iterator[Candidate]:
        """ "the nation of 22 million people", "Hungary, a country of 9.6 million": its population."""
        parse = self.parse
        for value in self.values.all():
            quantity = value.value
            if value.origin != "number" or not isinstance(quantity, Quantity):
                continue
            head = self.observer.qualifiers.head_of(value)
            within = parse.deps[head] in _WITHIN  # "12 mln people"
            inner = parse.heads[head] if within else head
            link = parse.heads[inner]
            noun = parse.heads[link]
            bare = (
                inner == head
                and quantity.value >= _NATION
                and parse.lemmas[noun] in self.words.peopled
            )
            people = parse.lemmas[inner] in self.words.people
            if parse.words[link] != "of" or not (people or bare):
                continue
            apposed = parse.deps[noun] == "appos"
            place = self.arguments.find(parse.heads[noun], ("Place",)) if apposed else None
            place = place or self.arguments.find(noun, ("Place",))
            if place is not None:
                counted = self.values.replaced(value, replace(quantity, unit="person"))
                yield from self.observer.observe(
                    rule, noun, noun, counted, owner=place, measure=self.words.population
                )

    def share_of_people(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Less than 30 percent of people in Peru are on the grid": whose people they are has the share."""
        for value, noun in self._find_shares(clause):
            if not self._is_group(noun):
                continue
            text = self.observer.owners.measure_text(noun)
            text = _RESPONDENTS if self._is_asked(noun) else text
            owner = self._find_nation(noun) or self.observer.owners.find_own(noun)
            owner = owner or self._find_setting(clause)
            itself = owner is not None and owner.kind is MentionKind.NOMINAL
            itself = (
                itself
                and owner is not None
                and noun in range(*self.arguments.ranges.get(owner, (0, 0)))
            )
            if owner is None or itself or not text:
                continue
            measure = f"{self.words.share} of {text}{self._tell_doing(clause)}"
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _find_shares(self, clause: Clause) -> Iterator[tuple[Mention, int]]:
        """The percentages that act, with what they are of; right before the verb, whatever the parse."""
        told = False
        for token in clause.objects if clause.passive else clause.subjects:
            value = next((v for v in self.values.at(token) if v.origin == "percent"), None)
            noun = self._whole_of(token, value) if value is not None else None
            if value is not None and noun is not None:
                told = True
                yield value, noun
        end = clause.token
        while not told and (found := self._find_share_before(end)) is not None:
            yield found
            end = self.arguments.ranges[found[0]][0]
            end -= self.parse.words[end - 1].lower() in _JOINTS

    def _find_share_before(self, end: int) -> tuple[Mention, int] | None:
        """ "35% of retail shareholders [opposed]": a group and its share right before a token."""
        parse, noun = self.parse, end - 1
        while noun > 0 and (parse.tags[noun] in {"RB", "MD"} or parse.deps[noun] == "aux"):
            noun -= 1
        start = noun
        while start > 1 and parse.tags[start][0] in "NJ" and end - start < _PHRASE:
            start -= 1
        if start == noun or parse.words[start].lower() != "of":
            return None
        value = next((v for v in self.values.at(start - 1) if v.origin == "percent"), None)
        return (value, noun) if value is not None else None

    def _find_nation(self, noun: int) -> Mention | None:
        """ "12 percent of Malawians": those of Malawi."""
        found = (
            m for m in self.arguments.by_token.get(noun, ()) if m.kind is MentionKind.ADJECTIVE
        )
        return next((m for m in found if self.arguments.fits(m, ("Country",))), None)

    def _whole_of(self, token: int, value: Mention) -> int | None:
        """The noun after "of" on a percentage."""
        end = self.arguments.ranges[value][1]
        return next(
            (
                noun
                for child in self.parse.children[token]
                if self.parse.lemmas[child] == "of" and child >= end
                for noun in self.parse.children[child]
                if self.parse.deps[noun] == "pobj"
            ),
            None,
        )

    def _is_group(self, noun: int) -> bool:
        """Whether a noun is many that can do something: no shares, no thing with a name."""
        lemma = self.parse.lemmas[noun]
        many = self.is_plural(noun) or lemma in self.words.people | {self.words.population}
        many = many or self._is_asked(noun)
        plain = lemma not in self.words.parts_owned | self.words.time_units
        return many and plain and not self._is_named(noun)

    def _is_asked(self, noun: int) -> bool:
        """ "of [those] surveyed": who was asked."""
        behind = self.parse.lemmas[noun + 1 : noun + 2]
        return self.parse.words[noun].lower() == "those" and not _ASKED.isdisjoint(behind)

    def _is_named(self, noun: int) -> bool:
        return any(m.kind is MentionKind.NAME for m in self.arguments.by_token.get(noun, ()))

    def _tell_doing(self, clause: Clause) -> str:
        """ " having access", " connected to the network", " on the grid": what the share does or is."""
        parse = self.parse
        if clause.passive:
            verb = f" {parse.words[clause.token].lower()}"
        else:
            verb = "" if clause.lemma == _BE else f" {gerund(parse.lemmas[clause.token])}"
        for token in clause.complements + ([] if clause.passive else clause.objects):
            text = self.arguments.phrase_text(token)
            if text and token > clause.token:
                return f"{verb} {text}"
        for name, tokens in clause.prepositions.items():
            for token in tokens[:1]:
                text = self.arguments.phrase_text(token)
                if text and token > clause.token and not self.arguments.by_token.get(token):
                    return f"{verb} {name} {text}"
        return verb

    def _find_setting(self, clause: Clause, kinds: tuple[str, ...] = _PLACES) -> Mention | None:
        """Where something is done: "In X, …", "… where", "joined X's mines"."""
        where = self._find_where(clause.token)
        if where is not None:
            return where
        for verb in (clause.token, self.parse.heads[clause.token]):
            for token in self._settings_of(verb):
                found = self.arguments.find_all(token, kinds)
                own = None if found else self.observer.owners.find_own(token, near=True)
                if own is not None and self.arguments.fits(own, kinds):
                    return own  # "at the company's annual meeting", "in the flood in Peru"
                if found:
                    return found[0]
            if self.parse.deps[clause.token] != "xcomp":
                break
        placed = [s for t in clause.objects for s in self._settings_of(t)]
        tokens = () if clause.passive else (*clause.objects, *placed)
        owners = map(self.observer.owners.find_possessor, tokens)
        return next((m for m in owners if m is not None and self.arguments.fits(m, kinds)), None)

    def _settings_of(self, verb: int) -> Iterator[int]:
        """What stands after "in" or "at" on a verb."""
        parse = self.parse
        for child in parse.children[verb]:
            if parse.deps[child] == "prep" and parse.lemmas[child].lower() in _AT[:5]:
                yield from (c for c in parse.children[child] if parse.deps[c] == "pobj")

    def _find_where(self, verb: int) -> Mention | None:
        """ "Peru, where 30 percent of people are poor": Peru."""
        parse = self.parse
        led = any(parse.lemmas[c].lower() == _WHERE for c in parse.children[verb])
        if parse.deps[verb] != "relcl" or not led:
            return None
        return self.arguments.find(parse.heads[verb], _PLACES)

    def people_harmed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The storm killed 45 people in Peru": the place's."""
        if clause.passive:
            return
        for noun in clause.objects:
            area = next((v for v in self.values.at(noun) if read_unit(v) in _AREAS), None)
            value = area or self._count(noun)
            owner = self._find_harmed(clause, noun) if value is not None else None
            text = _AREA if area else self.observer.owners.measure_text(noun) if owner else None
            if value is not None and owner is not None and text:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _find_harmed(self, clause: Clause, noun: int) -> Mention | None:
        """The place of a harm: told with the verb, with who is harmed, or with what harms."""
        found = self._find_setting(clause, _SETTINGS) or self.observer.owners.find_own(noun)
        subjects = [t for t in clause.subjects if not self.observer.is_entity(t)]
        if any(self.parse.lemmas[t] in _WEAPONS for t in subjects):
            return found or self._find_hit(clause.token, subjects)
        return found or next(
            (m for t in subjects if (m := self.observer.owners.find_own(t)) is not None), None
        )

    def _find_hit(self, verb: int, subjects: list[int]) -> Mention | None:
        """ "A Russian missile hit a market [in Odesa], killing 12", "an attack [in Mali] killed 40": no Russia's."""
        parse, find_own = self.parse, self.observer.owners.find_own
        hit = [c for c in parse.children[parse.heads[verb]] if parse.deps[c] == "dobj"]
        placed = [t for k in (*hit, *subjects) for t in self._settings_of(k)]
        named = (self.arguments.find(t, _SETTINGS) for t in (*placed, *hit))
        owned = (m for t in hit if (m := find_own(t, near=True)) is not None)
        return next((m for m in named if m is not None), None) or next(
            (m for m in owned if self.arguments.fits(m, _SETTINGS)), None
        )

    def counted_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "with sales of 6 billion euros and [20,000 staff]": whose the sum before "and" is."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            if lemma not in rule.nouns:
                continue
            before = [parse.heads[noun]] if parse.deps[noun] == "conj" else self._find_joint(noun)
            made = [
                found
                for token in before
                for v in self.values.at(token)
                if (found := self.observer.made.get(v.span)) is not None
            ]
            value = self.values.count_of(noun) if made else None
            text = self.observer.owners.measure_text(noun)
            if value is not None and text and self.is_plural(noun):
                yield from self.observer.observe(
                    rule,
                    made[0].token,
                    noun,
                    self.values.with_unit(value, noun),
                    owner=made[0].subject,
                    measure=text,
                )

    def _find_joint(self, noun: int) -> list[int]:
        """ "$6 billion and [2 million] customers": the last token before "and"."""
        count = self.values.count_of(noun)
        start = self.arguments.ranges[count][0] if count is not None else 0
        return [start - 2] if start > 1 and self.parse.words[start - 1] == "and" else []

    def home_to(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru, home to 34 million people,": what stands beside the name."""
        parse = self.parse
        for home, lemma in enumerate(parse.lemmas):
            if lemma not in self.words.homes or parse.deps[home] != "appos":
                continue
            owner = self.arguments.find(parse.heads[home], _PLACES)
            links = [c for c in parse.children[home] if parse.lemmas[c] == "to"]
            for noun in (c for link in links for c in parse.children[link]):
                value = self.values.count_of(noun) if owner is not None else None
                text = self.observer.owners.measure_text(noun)
                if value is None or not self.is_plural(noun) or not text:
                    continue
                people = parse.lemmas[noun] in self.words.people
                yield from self.observer.observe(
                    rule,
                    home,
                    noun,
                    self.values.with_unit(value, noun),
                    owner=owner,
                    measure=self.words.population if people else text,
                )

    def _count(self, noun: int) -> Mention | None:
        """The count of a plural noun, if it is a figure."""
        value = self.values.count_of(noun)
        quantity = value.value if value is not None else None
        if value is None or not isinstance(quantity, Quantity) or quantity.value < _MANY:
            return None
        lemma = self.parse.lemmas[noun]
        none = self.words.none - self.words.counted_too
        plain = self.is_plural(noun) and lemma not in (self.words.uncounted | none) - _HARMED_TOO
        return self.values.with_unit(value, noun) if plain else None
