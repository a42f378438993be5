"""How far somebody's doing reaches: "works in 12 countries", "ties with 21 partners", "52 lines that go through X"."""

from collections.abc import Iterator
from functools import cached_property

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.few_known import is_told_apart
from kg.extraction.measures import OwnerFinder
from kg.extraction.observing import Observer
from kg.extraction.placed_shapes import PlacedShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_LINKS = frozenset(["in", "across", "with", "to", "from", "at", "through", "throughout", "between"])
_WITH = frozenset(["with", "between"])
_SOME = 3  # two are told of one by one
_MANY = 10
_DEALS = frozenset(
    ["agreement", "contract", "deal", "memorandum", "mou", "accord", "document", "pact", "talk"]
)
_KNOWN = frozenset(["the", "these", "those", "all", "other", "both", "its", "their"])
_DONE_TO = frozenset(["dobj", "attr", "nsubjpass", "nsubj", "acomp"])
_PASSING = frozenset(["through", "via", "at", "in", "from", "on", "across", "along"])
_PASSED = ("LogisticsHub", "TransportCorridor", "City", "District", "Facility", "EconomicZone")


class ReachShapes(PlacedShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.owners: OwnerFinder = observer.owners

    def reach(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The firm sells tyres in 40 countries", "The port has ties with 21 partner ports"."""
        for value, noun, link, tied in self._by_verb.get(clause.token, ()):
            known = self.parse.lemmas[noun].lower() in rule.nouns
            with_ties = link in _WITH and tied is not None and self.parse.lemmas[tied] in rule.words
            with_ties = with_ties and self._are_many(value, tied)
            if not (known and link != "between") and not with_ties:
                continue
            owner = self._find_doer(clause, tied)
            text = self.owners.measure_text(noun) if owner is not None else None
            if owner is not None and text:
                counted = self.values.with_unit(value, noun)
                yield from self.tell(rule, clause, noun, counted, owner=owner, measure=text)

    def _are_many(self, value: Mention, tied: int | None) -> bool:
        """Whether so many are told as a reach: of "agreements with three investors" each is a deal of its own."""
        deal = tied is not None and self.parse.lemmas[tied] in _DEALS
        size = value.value.value if isinstance(value.value, Quantity) else 0
        return not deal or size >= _MANY

    def _find_doer(self, clause: Clause, tied: int | None) -> Mention | None:
        """Who does it; in the passive what it is done to, or whose that is."""
        if not clause.passive:
            return next(iter(self.observer.find_owners(clause)), None)
        for token in clause.objects if tied is None else ():
            found = self.arguments.find_all(token, OWNERS)
            owner = next(iter(found), None) or self.owners.find_possessor(token)
            if owner is not None:
                return owner
        return None

    def origin_of_counted(self, rule: Rule) -> Iterator[Candidate]:
        """ "3,500 companies from 80 countries are registered in X": the countries too, where the companies are told."""
        for row in self._by_verb.values():
            for value, noun, link, tied in row:
                count = self.values.count_of(tied) if link == "from" and tied is not None else None
                made = self.observer.made.get(count.span) if count is not None else None
                text = self.owners.measure_text(noun) if made is not None else None
                if made is None or not text or self.parse.lemmas[noun] not in rule.nouns:
                    continue
                counted = self.values.with_unit(value, noun)
                yield from self.go_on(rule, made, noun, counted, text)

    @cached_property
    def _by_verb(self) -> dict[int, list[tuple[Mention, int, str, int | None]]]:
        """By verb: the counts behind a preposition, their noun, it, and the noun between it and the verb."""
        found: dict[int, list[tuple[Mention, int, str, int | None]]] = {}
        for value in self.values.all():
            noun = self._find_counted(value)
            if noun is None:
                continue
            link = self.parse.heads[self._first_of_row(noun)]
            name = self.parse.lemmas[link].lower()
            if name not in _LINKS or self.parse.deps[link] not in {"prep", "dative"}:
                continue
            above = self.parse.heads[link]
            tied = above if self.parse.tags[above][0] in "NJ" else None
            verb = above if tied is None else self._find_verb(tied)
            if verb is not None:
                found.setdefault(verb, []).append((value, noun, name, tied))
        return found

    def _find_verb(self, tied: int) -> int | None:
        """The verb that a noun is done by, or that says so of somebody ("is active in")."""
        first = self._first_of_row(tied)
        verb = self.parse.heads[first]
        return verb if self.parse.deps[first] in _DONE_TO else None

    def _first_of_row(self, noun: int) -> int:
        while self.parse.deps[noun] == "conj" and self.parse.heads[noun] < noun:
            noun = self.parse.heads[noun]
        return noun

    def _find_counted(self, value: Mention) -> int | None:
        """The plural noun that a number counts, where it tells of none known before."""
        quantity, parse = value.value, self.parse
        if value.origin != "number" or not isinstance(quantity, Quantity):
            return None
        noun = parse.heads[self.observer.qualifiers.head_of(value)]
        if (
            quantity.value < _SOME
            or not self.is_plural(noun)
            or self.values.count_of(noun) != value
        ):
            return None
        words = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
        known = not words.isdisjoint(_KNOWN) or not words.isdisjoint(self.words.picking)
        return None if known or is_told_apart(parse, noun, value) else noun

    def helped(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The scheme has helped 26,000 households install panels": those that somebody helps do it."""
        parse, owners = self.parse, self.observer.find_owners(clause)
        doing = [
            inner
            for child in parse.children[clause.token]
            if parse.deps[child] in {"ccomp", "xcomp"}
            for inner in parse.children[child]
            if parse.deps[inner] == "nsubj"
        ]
        for noun in (*clause.objects, *doing) if owners and not clause.passive else ():
            value = self._count(noun)
            text = self.owners.measure_text(noun) if value is not None else None
            if value is not None and text:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=measure)

    def there_passing(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "There are 52 lines that go through the port": the port's, as nothing else has them."""
        parse = self.parse
        if all(parse.deps[c] != "expl" for c in parse.children[clause.token]):
            return
        for noun in clause.complements:
            counted = self._count(noun)
            owner = self._find_passed(noun) if counted is not None else None
            text = self.owners.measure_text(noun) if owner is not None else None
            if counted is not None and owner is not None and text:
                yield from self.tell(rule, clause, noun, counted, owner=owner, measure=text)

    def _find_passed(self, noun: int) -> Mention | None:
        """The place in a relative clause or participle of a noun, or of what the noun is for."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        for verb in range(noun + 1, last):
            if (
                parse.deps[verb] not in {"relcl", "acl"}
                or parse.lemmas[verb] not in self.words.visiting
            ):
                continue
            for link in parse.children[verb]:
                if parse.lemmas[link] in _PASSING:
                    for inner in parse.children[link]:
                        return self.arguments.find(inner, _PASSED)
        return None
