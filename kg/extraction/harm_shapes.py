"""Shapes of harm by the order of words: "55 people have been killed and 146 wounded in Tripoli"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.stricken_places import find_stricken, find_struck
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_KINDS = ("Country", "Province", "City", "District", "Region", "Facility", "NaturalFeature")
_MANY = 2  # one is who a story is about, and no figure
_BEHIND = 5  # tokens between a number and the noun that it counts
_AUXILIARIES = 4
_WITHIN = 6  # tokens between "in" and the place: "in the Iraqi capital X"
_JOINTS = frozenset(["and", ",", ";"])
_AND = frozenset(["and", ","])
_OTHERS = frozenset(["other", "more"])
_FURTHER = frozenset(["another", "further"])
_PASSED = frozenset(["JJ", "JJR", "NN", "VBN", "HYPH"])
_OWNING = frozenset(["'s", "’s"])
_HARMING = frozenset(["VBD", "VBG", "VBN", "VB", "VBP", "VBZ"])
_PEOPLE, _PERSON = "people", "person"
_CLOSING = frozenset([",", ".", ";", "and", "as", "after", "when"])


@dataclass(frozen=True, slots=True)
class _Harm:
    """A number of harmed, what was done to them, and the tokens between which all that stands."""

    value: Mention
    noun: int
    verb: int
    done: str
    start: int
    end: int


class HarmShapes(Shapes):
    """The shape, over the values of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.done = words.get_mapping("harm_words")
        self.present = words.get_mapping("harm_verbs_now")
        self.calamities, self.harmed_too = words.get("calamities"), words.get("counted_if_harmed")
        self.where = words.get("harm_links")
        self.diseases = words.get("diseases")
        self.of_disease = words.get_mapping("disease_harm")
        self.speech = load_lexicon("scope").get("speech")

    def harmed_in_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "killed 23 people and wounded 40 others in X": each number by its own verb, at the place of the row."""
        for row in self._list_rows():
            if len(row) > 1:
                yield from self._tell_row(rule, row)

    def harmed_alone(self, rule: Rule) -> Iterator[Candidate]:
        """ "A total of 70 people were evacuated in X": what no clause took."""
        for row in self._list_rows():
            yield from self._tell_row(rule, row)

    def _list_rows(self) -> list[list[_Harm]]:
        """The harms of each sentence that tells some; not where all are few, of whom a story is about."""
        sentences = self.parse.sentence_of
        known = self.done.keys() | self.present.keys()
        told = {sentences[k] for k, word in enumerate(self.parse.words) if word in known}
        rows: dict[int, list[_Harm]] = {}
        for value in self.values.all() if told else ():
            sentence = sentences[self.arguments.ranges[value][0]]
            if sentence not in told or value.origin != "number":
                continue
            row = rows.get(sentence, [])
            harm = self._read(value, row[-1] if row else None)
            if harm is not None:
                rows[sentence] = [*row, harm]
        return [row for row in rows.values() if any(_is_many(harm.value) for harm in row)]

    def _tell_row(self, rule: Rule, row: list[_Harm]) -> Iterator[Candidate]:
        """The figures of a sentence, where it tells one place."""
        place, apart = self._find_place(row), self._list_own_places(row)
        for harm, own in zip(row, apart, strict=True) if place is not None else ():
            value = self._count_people(harm.value, harm.noun)
            yield from self.observer.observe(
                rule,
                harm.verb,
                harm.noun,
                value,
                owner=own or place,
                measure=self._name_harm(harm, row[0]),
            )

    def _list_own_places(self, row: list[_Harm]) -> list[Mention | None]:
        """ "killed 50 in X, and 15 died in Y": the place behind each, where each has one."""
        last = self.parse.sentences[self.parse.sentence_of[row[0].start]][1]
        ends = [*(harm.start for harm in row[1:]), last]
        found = [self._list_places(h.end, e)[:1] for h, e in zip(row, ends, strict=True)]
        whole = len(row) > 1 and all(found)
        return [places[0] if whole else None for places in found]

    def _count_people(self, value: Mention, noun: int) -> Mention:
        """The number in what it counts; in people where it stands alone."""
        quantity = value.value
        if not self.values.at(noun) or not isinstance(quantity, Quantity):
            return self.values.with_unit(value, noun)
        return self.values.replaced(value, replace(quantity, unit=_PERSON))

    def _name_harm(self, harm: _Harm, first: _Harm) -> str:
        """ "people killed"; of what a disease does, "deaths" and "infections"."""
        subjects = self.parse.list_subjects(first.verb, passive=False)
        disease = any(self.parse.lemmas[t].lower() in self.diseases for t in subjects)
        named = self.of_disease.get(harm.done) if disease else None
        if self.values.at(harm.noun):
            return named or f"{_PEOPLE} {harm.done}"  # "kills 50 in X"
        return named or f"{self.observer.owners.measure_text(harm.noun)} {harm.done}"

    def _read(self, value: Mention, before: _Harm | None) -> _Harm | None:
        """What is said of a number: right behind what it counts, or by the verb right before it."""
        start, end = self.arguments.ranges[value]
        noun = self._find_noun(end)
        counted = noun if noun is not None and not self._is_others(noun) else None
        first = before.noun if before is not None else None
        named = counted if counted is not None else first
        if named is None:
            return self._read_bare(value, start, end)
        behind = self._find_done((noun if noun is not None else end - 1) + 1)
        if behind is not None and (counted is not None or self._is_joined(start, behind)):
            done = self.done[self.parse.words[behind].lower()]
            return _Harm(value, named, behind, done, start, behind + 1)
        lead = self.parse.words[start - 1].lower() if start else ""
        acting = lead in self.done and self.parse.tags[start - 1] in {"VBD", "VBG", "VBN", "VB"}
        if not acting or (counted is None and not self._is_joined(start - 1, start)):
            return self._read_bare(value, start, end) if counted is None else None
        past = (noun if noun is not None else end - 1) + 1
        return _Harm(value, named, start - 1, self.done[lead], start - 1, past)

    def _read_bare(self, value: Mention, start: int, end: int) -> _Harm | None:
        """ "A crash kills 50 in X", "Floods displace 15,000 in X", "12 dead in X fire": people without a noun."""
        lead, behind = ("".join(self.parse.words[k : k + 1]).lower() for k in (start - 1, end))
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        opens = start == first or self.parse.lemmas[start - 1] == "leave"  # "left 14 dead"
        if opens and behind in self.done:
            return _Harm(value, end - 1, end, self.done[behind], start, end + 1)
        done = self.present.get(lead) or self.done.get(lead)
        acting = start > first and self.parse.tags[start - 1] in _HARMING and done is not None
        alone = behind in self.where | _CLOSING or end >= len(self.parse.words)
        if not acting or done is None or not alone:
            return None
        return _Harm(value, end - 1, start - 1, done, start - 1, end)

    def _is_joined(self, start: int, verb: int) -> bool:
        """Whether a number goes on with the row: "and 146 wounded", "and wounded 40", "and left 40 homeless"."""
        while start and self.parse.words[start - 1].lower() in _FURTHER:
            start -= 1
        joint = self.parse.words[start - 1].lower() if start else ""
        left = start and self.parse.lemmas[start - 1] == "leave"
        return (joint in _AND or bool(left)) and verb - start <= _BEHIND

    def _is_others(self, noun: int) -> bool:
        return self.parse.lemmas[noun].lower() in _OTHERS

    def _find_noun(self, end: int) -> int | None:
        """The people or houses that a number counts, perhaps with adjectives before."""
        parse = self.parse
        for token in range(end, min(end + _BEHIND, len(parse.words))):
            if self._is_others(token) and parse.tags[token + 1 : token + 2] != ["NNS"]:
                return token
            if parse.tags[token] == "NNS" and parse.words[token].lower() not in self.done:
                uncounted = self.words.uncounted - self.harmed_too | self.words.time_units
                plain = parse.lemmas[token] not in uncounted
                return token if plain and not self.arguments.by_token.get(token) else None
            if parse.tags[token] not in _PASSED or parse.words[token].lower() in self.done:
                return None
        return None

    def _find_done(self, token: int) -> int | None:
        """ "have been killed", "dead", right behind."""
        for at in range(token, min(token + _AUXILIARIES, len(self.parse.words))):
            if self.parse.words[at].lower() in self.done:
                return at
            if self.parse.lemmas[at] not in {"be", "have"} and self.parse.tags[at] != "RB":
                return None
        return None

    def _find_place(self, row: list[_Harm]) -> Mention | None:
        """Where it was: told behind the row, else in it, else before it."""
        first, last = self.parse.sentences[self.parse.sentence_of[row[0].start]]
        found = (
            self._list_where(first, row[0].start)
            or self._list_places(row[-1].end, last)
            or self._list_places(row[0].start, row[-1].start)
            or self._list_places(first, row[0].start)[-1:]
            or self._list_struck(row[0].verb)
        )
        sentence = self.parse.sentence_of[row[0].start]
        if found:
            return found[0]
        known = (self.arguments, self.parse, sentence)
        return find_struck(*known) or find_stricken(*known)

    def _list_where(self, first: int, start: int) -> list[Mention]:
        """ "In [Peru], where five people died, a boy was hurt at Zenda": what "where" takes up."""
        led = "where" in self.parse.words[max(start - 2, first) : start]
        return self._list_places(first, start)[-1:] if led else []

    def _list_struck(self, verb: int) -> list[Mention]:
        """ "[Peru] bus plunge kills 20", "[Zenda] floods kill 20": the place that opens, before what harms."""
        parse, first = self.parse, self.parse.sentences[self.parse.sentence_of[verb]][0]
        if parse.lemmas[verb - 1].lower() not in self.calamities:
            return []
        told = (m for m in self.arguments.by_token.get(first, ()) if m.kind is MentionKind.NAME)
        places = [m for m in told if self.arguments.fits(m, _KINDS[:5])]
        ends = {self.arguments.ranges[m][1] for m in places}
        plain = all(parse.tags[k][:1] in "NJ" for e in ends for k in range(e, verb))
        return places if plain and max(ends, default=verb) < verb else []

    def _list_places(self, start: int, end: int) -> list[Mention]:
        """The named places after "in", "at" or "near" between two tokens, without those of who tells it."""
        found = []
        for token in range(start, end - 1):
            led = self.parse.tags[token] == "IN" and self.parse.words[token].lower() in self.where
            told = token - 1 - (self.parse.words[token - 1] == "each")
            if led and told > start and self.values.at(told):
                break  # "seven died, five [in] X, two each in Y"
            place = self._place_behind(token, end) if led else None
            if place is not None and not self._is_tellers(token):
                found.append(place)
        return found

    def _place_behind(self, link: int, end: int) -> Mention | None:
        """ "in the Iraqi capital X", "in Pakistan's X": the name, and the narrower one behind "'s"."""
        for token in range(link + 1, min(link + _WITHIN, end)):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is not MentionKind.NAME or not self.arguments.fits(mention, _KINDS):
                    continue
                past = self.arguments.ranges[mention][1]
                owning = self.parse.words[past : past + 1]
                inner = self._place_behind(past, end) if set(owning) & _OWNING else None
                return inner or (None if owning and owning[0] in _OWNING else mention)
            if self.parse.words[token] in _JOINTS or self.parse.tags[token] in {"IN", "VBD", "VBZ"}:
                return None
        return None

    def _is_tellers(self, link: int) -> bool:
        """ "officials in X said": where those are who tell it."""
        parse, above = self.parse, self.parse.heads[link]
        verb = parse.heads[above]
        telling = parse.deps[above] == "nsubj" and parse.lemmas[verb] in self.speech
        return telling or parse.lemmas[above] in self.speech


def _is_many(value: Mention) -> bool:
    return isinstance(value.value, Quantity) and value.value.value >= _MANY
