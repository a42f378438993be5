"""Counts behind any preposition, of those who act, and of who acts on a thing: "re-routed around 49 towns"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause, find_first
from kg.extraction.doing_shapes import DoingShapes
from kg.extraction.few_known import is_told_apart
from kg.extraction.measure_naming import gerund
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_DOERS = ("Organization", "Place", "Project", "TransportCorridor", "Agreement", "Event", "Product")
_FIGURE = 10  # fewer are told of one by one
_ROW = 3  # members of a row before a counted one
_KNOWN = frozenset(["the", "these", "those", "all", "other", "both", "its", "their", "his", "her"])
_TO = "to"
_FOR = "for"
_WITH = "with"
_TIED = frozenset(["on", "against", "from", "among", "toward", "towards"])
_AROUND = frozenset(["around", "over", "under"])  # words of a number, too
_WHERE = frozenset(["in", "into", "at", "across", "throughout", "through", "via", "to"])


class BehindShapes(DoingShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.telling = load_lexicon("scope").get("speech")

    def counted_behind(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "runs through 12 tunnels", "relies on 40 suppliers", "lent money to 4,000 farmers"."""
        row = self._by_verb.get(clause.token, ())
        owner = self._find_doer(clause) if row else None
        for value, noun, link, tied in row if owner is not None else ():
            tied = self._find_tied(clause, link) if tied is None else tied
            if self._is_closed(rule, clause, tied=tied is not None):
                continue
            told = f"{clause.lemma} {link}" in self.words.uncounting  # "looked at 40 companies"
            if told or link not in rule.words or (link == _WITH and self._has_thing(clause)):
                continue
            text = self._name_counted(noun)
            if text:
                counted = self.values.with_unit(value, noun)
                named = self._name_behind(rule, clause, text, noun, link)
                measure = named if tied is None else self._name_tied(clause, text, link, tied)
                if not measure:
                    continue
                yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _find_tied(self, clause: Clause, link: str) -> int | None:
        """ "received orders from 30 airlines": the object, wherever the parser hangs what is behind it."""
        alone = len(clause.objects) == 1 and not clause.passive and link in _TIED
        return clause.objects[0] if alone and not self.is_named(clause.objects[0]) else None

    def _has_thing(self, clause: Clause) -> bool:
        """ "runs the Tarka Mall with 120 kiosks": which are the mall's."""
        things = [] if clause.passive else clause.objects
        return any(self.arguments.find(t, _DOERS) for t in things)

    def _name_behind(self, rule: Rule, clause: Clause, text: str, noun: int, link: str) -> str:
        """ "countries", where something is done in them; "tunnels run through"; "farmers lent money"."""
        placed = self.parse.lemmas[noun] in rule.nouns and link in _WHERE
        if placed or clause.lemma in self.words.plain_verbs:
            return text
        done = self.observer.name_done(text, clause)
        if (
            done == text
            or clause.lemma in self.telling
            or (link == _WITH and clause.objects and not clause.passive)
        ):
            return text  # "announced services to 950 homes", "made 300 cars with 110 workers"
        giving = link == _TO or (link == _FOR and clause.lemma in self.words.giving_to)
        things = clause.objects if giving and not clause.passive else ()
        given = next((t for n in things if (t := self.arguments.phrase_text(n))), None)
        return f"{done} {given or link}"

    def _name_tied(self, clause: Clause, text: str, link: str, tied: int) -> str | None:
        """ "tariffs cut on products", "licences for blocks": by what somebody has or does to them."""
        thing = self.arguments.phrase_text(tied)
        if thing is None or self.is_named(tied) or self.values.count_of(tied) is not None:
            return None
        return f"{self.observer.name_done(thing, clause)} {link} {text}"

    def counted_acting(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "16 firms have chosen Kenya", "The fair was joined by 3,243 firms": those who act, of what they act on."""
        closed = clause.lemma in rule.verbs or clause.complements or self._is_apart(clause.token)
        if closed or not clause.subjects:
            return
        owners = [m for t in clause.objects for m in self.arguments.find_all(t, _DOERS)]
        owner = self._find_only(owners)
        for noun in self._through_totals(clause.subjects) if owner is not None else ():
            value = self._find_figure(noun)
            own = any(self.observer.owners.find_possessor(t) for t in clause.subjects)
            text = self._name_counted(noun) if value is not None and not own else None
            if value is not None and text:
                counted = self.values.with_unit(value, noun)
                measure = f"{text} {gerund(clause.lemma.split()[0])}"
                yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _is_apart(self, verb: int) -> bool:
        """ "merged [to form] X", "officials [who were visiting] X": what is told with another verb."""
        aimed = any(self.parse.tags[c] == "TO" for c in self.parse.children[verb])
        return aimed or self.parse.deps[verb] == "relcl"

    def _is_closed(self, rule: Rule, clause: Clause, *, tied: bool) -> bool:
        """Whether a verb moves, meets or tells, so that what stands behind is no figure of who acts.

        But "cut tariffs on 1,700 goods", "took action against 30 firms": what it does to a thing between.
        """
        words = self.words
        verbs = {clause.lemma, clause.lemma.split()[0]}
        moved = frozenset() if tied else words.moving | words.arriving
        closed = words.uncounting - words.light if tied else words.uncounting
        return bool(verbs & (closed | moved | rule.verbs))

    def _find_doer(self, clause: Clause) -> Mention | None:
        """Who acts, or in the passive what it is done to, if it is one."""
        tokens = clause.objects if clause.passive else clause.subjects
        found = self.observer.phases.list_works(tokens)
        found = found or [m for t in tokens for m in self.arguments.find_all(t, _DOERS)]
        if not tokens and self.parse.tags[clause.token] == "VBG":
            above = self.observer.find_owners(clause)
            found = [m for m in above if self.arguments.fits(m, _DOERS)]
        return self._find_only(found)

    def _find_only(self, owners: list[Mention]) -> Mention | None:
        """The only one of some, if it is known: not "the globe", "plants"."""
        if not self.arguments.are_one(owners):
            return None
        nameless = owners[0].kind is MentionKind.NOMINAL
        return owners[0] if not nameless or owners[0] in self.arguments.resolved else None

    def _name_counted(self, noun: int) -> str | None:
        words, lemma = self.words, self.parse.lemmas[noun]
        vague = words.vague - words.counted_vague
        closed = lemma in words.uncounted | words.none | vague or self.is_named(noun)
        plain = self.parse.words[noun] if lemma in words.counted_vague else None
        return None if closed else self.observer.owners.measure_text(noun) or plain

    def _find_figure(self, noun: int) -> Mention | None:
        """The number of many that were not known before; none of a part ("12 of the 40 firms")."""
        parse, value = self.parse, self.values.count_of(noun)
        if value is None or self.size_of(value) < _FIGURE or not self.is_plural(noun):
            return None
        if parse.words[noun].istitle():  # "32 Jazz Records", a name
            return None
        start, end = self.arguments.ranges[value]
        owned = self.observer.owners.find_possessor(noun) is not None
        inside = start <= noun < end
        return None if owned or inside or self._is_known(noun, value) else value

    def _is_known(self, noun: int, value: Mention) -> bool:
        """ "the ten principles", "Peru's 40 largest banks"."""
        parse = self.parse
        words = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
        known = not words.isdisjoint(_KNOWN) or not words.isdisjoint(self.words.picking)
        return known or is_told_apart(parse, noun, value)

    @cached_property
    def _by_verb(self) -> dict[int, list[tuple[Mention, int, str, int | None]]]:
        """By verb: the figures behind prepositions, what they count, the preposition, and its object between."""
        parse = self.parse
        found: dict[int, list[tuple[Mention, int, str, int | None]]] = {}
        for value in self.values.all():
            if value.origin != "number" or self.size_of(value) < _FIGURE:
                continue
            noun = parse.heads[self.observer.qualifiers.head_of(value)]
            if self._find_figure(noun) != value:
                continue
            first = find_first(parse, noun, _ROW)
            if first != noun and self.is_named(first):
                continue  # "to Jane Doe and 35 officials"
            told = self._find_link(first)
            if told is not None:
                verb, link, tied = told
                exact = self._without_around(value) if link in _AROUND else value
                found.setdefault(verb, []).append((exact, noun, link, tied))
        return found

    def _find_link(self, noun: int) -> tuple[int, str, int | None] | None:
        """The verb and the preposition before a counted noun, and the verb's object between them."""
        parse, link = self.parse, self.parse.heads[noun]
        if parse.deps[link] not in {"prep", "dative"}:
            return None
        verb = parse.heads[link]
        if parse.deps[verb] == "prep" and parse.lemmas[link] in {"among", "amongst"}:
            verb = parse.heads[verb]  # "from among"
        name = parse.lemmas[link].lower()
        through = parse.deps[verb] == "dobj" and name != _FOR  # "has a plan for 30 countries"
        tied = verb if through and parse.tags[verb][0] == "N" else None
        verb = verb if tied is None else parse.heads[verb]
        return (verb, name, tied) if parse.tags[verb][:2] == "VB" else None

    def _without_around(self, value: Mention) -> Mention:
        """ "built around 49 towns": no more and no less than these."""
        quantity = value.value
        if not isinstance(quantity, Quantity):
            return value
        return self.values.replaced(value, replace(quantity, comparator="="))
