"""Who and what is at a place: "400 firms do business in Peru", "nine mills are under construction in India"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.people_shapes import PeopleShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_HAVING = frozenset(["do", "have", "set up", "open"])  # which tell a presence by their object alone
_KNOWN = frozenset(["the", "these", "those", "both", "its", "their", "all"])
_SETTLING = "set up"  # "41 banks have set up in Kenya"
_STANDING = frozenset(["be", "locate", "situate", "build"])
_WORKS = ("Facility", "Project")
_SEVERAL = 3  # works, of which fewer are a figure than of people
_LED = frozenset(["under", "in", "at"])
_IN = frozenset(["in", "at", "across", "throughout"])
_ENDING = frozenset(["die", "perish", "drown", "flee"])  # deaths are no people of a place
_TOWNS = ("Country", "Province", "City")
_PLACES = ("Place", "Organization", "Project")


class PresenceShapes(PeopleShapes):
    """The shape, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.things, self.states = words.get("presence_things"), words.get("work_states")

    def people_placed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "About 300 families will be resettled in Rolpa district": the place's."""
        having = clause.lemma in _HAVING and (clause.lemma != _SETTLING or bool(clause.objects))
        if having and self._find_thing(clause) is None:
            return
        for noun in clause.objects if clause.passive else clause.subjects:
            if having and self._is_known(noun):
                continue  # "the 30 firms have offices in Peru"
            if any(self.arguments.fits(m, _TOWNS) for m in self.arguments.by_token.get(noun, ())):
                continue  # "35 cities run trains to Europe"
            value = self._count(noun) or self._count_works(clause, noun)
            owner = self._find_place(clause) if value is not None else None
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            if value is None or owner is None or not text:
                continue
            told = clause.passive or clause.lemma in _ENDING
            measure = self.observer.name_done(text, clause) if told else text
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _is_known(self, noun: int) -> bool:
        return any(self.parse.words[c].lower() in _KNOWN for c in self.parse.children[noun])

    def _find_thing(self, clause: Clause) -> int | None:
        """What somebody has or does somewhere: "business", "branches"."""
        things = (t for t in clause.objects if self.parse.lemmas[t] in self.things)
        return next(things, None)

    def _count_works(self, clause: Clause, noun: int) -> Mention | None:
        """ "Three projects are located in": works are figures of a place where they are few, too."""
        value = self.values.count_of(noun) if clause.lemma in _STANDING else None
        works = any(
            m.kind is MentionKind.NOMINAL and self.arguments.fits(m, _WORKS)
            for m in self.arguments.by_token.get(noun, ())
        )
        several = works and self.is_plural(noun) and self.size_of(value) >= _SEVERAL
        return self.values.with_unit(value, noun) if value is not None and several else None

    def _find_place(self, clause: Clause) -> Mention | None:
        """Where it is: told with the verb, with what is had there, or with the state that works are in."""
        if (near := self._find_right_behind(clause)) is not None:
            return near
        found = self._find_setting(clause)
        if found is not None:
            return found
        thing, parse = self._find_thing(clause), self.parse
        states = [
            t
            for c in parse.children[clause.token]
            if parse.lemmas[c] in _LED
            for t in parse.children[c]
            if parse.lemmas[t] in self.states
        ]
        inner = [t for t in (thing, *states) if t is not None]
        ends = (
            end
            for t in inner
            for c in parse.children[t]
            if parse.lemmas[c] in _IN
            for end in parse.children[c]
            if parse.deps[end] == "pobj"
        )
        return next((m for t in ends for m in self.arguments.find_all(t, _PLACES)), None)

    def _find_right_behind(self, clause: Clause) -> Mention | None:
        """The name right behind "located in", whatever the parser makes of what follows it."""
        parse, link = self.parse, clause.token + 1
        if parse.words[link : link + 1] == [] or parse.words[link].lower() not in _IN:
            return None
        at = link + 1 + (parse.words[link + 1 : link + 2] == ["the"])
        told = [m for m in self.arguments.by_token.get(at, ()) if m.kind is MentionKind.NAME]
        told = [m for m in told if self.arguments.ranges[m][0] == at]
        longest = max(told, key=lambda m: self.arguments.ranges[m][1], default=None)
        owned = longest is not None and self._is_owner(self.arguments.ranges[longest][1])
        fits = longest is not None and not owned and self.arguments.fits(longest, ("Place",))
        return longest if fits else None

    def _is_owner(self, end: int) -> bool:
        return self.parse.words[end : end + 1] in (["'s"], ["’s"], ["'"])
