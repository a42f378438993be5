"""What nominals and pronouns stand for: the best earlier name of a fitting type, if one stands out."""

from kg.model.kinds import WORKS
from kg.model.mention import SETTLED, Mention
from kg.recognition.appositions import Link, find_apposed
from kg.recognition.best_of_all import is_best_of_all, keep_told_of
from kg.recognition.called_otherwise import find_by_part, find_called_otherwise, keep_worded
from kg.recognition.counted_works import keep_of_number
from kg.recognition.defined_terms import find_by_term
from kg.recognition.firm_nominals import drop_backers, is_another, keep_in_field, list_firms
from kg.recognition.firms_by_word import ANY_FIRM, keep_firms_called
from kg.recognition.former_latter import ONES, find_one
from kg.recognition.guests import find_unlike
from kg.recognition.headline_works import find_headline_works
from kg.recognition.homelands import find_homeland, find_later
from kg.recognition.joint_subjects import leave_founders
from kg.recognition.likenesses import TOWNS
from kg.recognition.namesake_arms import find_arm
from kg.recognition.nominal_words import (
    is_plain,
    is_saying,
    is_told_apart,
    may_describe,
    read_word,
)
from kg.recognition.nominals import Nominal
from kg.recognition.only_ones import find_only_one
from kg.recognition.origins import narrow_by_origin
from kg.recognition.own_countries import drop_foreign
from kg.recognition.pronoun_links import PronounLinker
from kg.recognition.pronoun_roles import find_crossers, find_places_beside
from kg.recognition.referents import (
    QUOTES,
    Referent,
    find_occasion,
    find_undertakings,
    is_last_alone,
    is_named_apart,
    keep_leading,
    leave_quoted,
    may_take_up,
)
from kg.recognition.said_of_works import find_bearer
from kg.recognition.short_titles import keep_holders
from kg.recognition.spoken_for import find_spokes_firm
from kg.recognition.teased_firms import find_teased
from kg.recognition.title_holders import is_told_of_somebody, list_later_holders
from kg.recognition.told_places import keep_main, list_near
from kg.recognition.topics import find_topic
from kg.recognition.undertakings_told import keep_fresh
from kg.recognition.way_echoes import find_by_ends
from kg.recognition.world_regions import keep_in_region

_CALLED = 3  # sentences in which a noun means the same: "the German group X ... the group"
_CALLED_SO = {"Company": _CALLED, "IntergovernmentalBody": 99}  # "the bloc", all through a text
_SEATED = ("Facility", "GovernmentBody")  # what stands in one town: "the plant", "the consulate"
_TOLD_APART = frozenset(["of", "in", "at", "near", "between", "that", "which", "from", "on"])
_MANY = 4  # times that a firm is told, for a text to be about it
_OUTSTANDING = 0.4  # how much nearer at hand than others


class CoreferenceFinder(PronounLinker):
    """Walks a document once; `note` is told of each name, `find_*` answers for the rest."""

    def find_nominal(self, nominal: Nominal) -> Link | None:
        """The antecedent of a definite nominal such as "the company"."""
        if nominal.like:  # "another"
            return None
        if self.tokens.lower[nominal.head] in ONES:
            return find_one(nominal, self)
        if self.defined and (term := find_by_term(nominal, self.tokens, self.defined)):
            return term
        named = find_apposed(nominal, self.tokens, self.ontology, self.upcoming, self.last_tokens)
        named = named or self.likenesses.find_headlined(nominal, self.upcoming)
        named = named or find_bearer(nominal, self.tokens, self.ontology, self.told)
        named = named or find_by_ends(nominal, self.tokens, self.referents.values())
        named = named or find_headline_works(nominal, self) or find_arm(nominal, self)
        named = named or find_teased(nominal, self) or find_spokes_firm(nominal, self)
        origin = self.origins.find_in(nominal.start, nominal.head)
        if named is not None:
            self._note_origin(nominal, origin, named.chain)
            return named
        if nominal.type == "Person":
            return self._find_holder(nominal)
        if nominal.type == "Country" and self.tokens.tags[nominal.start - 1] == "PRP$":
            return find_homeland(nominal, self.told, self.citizens, self.referents)
        if nominal.plural:
            return self._find_plural(nominal)
        if is_best_of_all(nominal, self.tokens):
            near, every = self._recent(nominal.head, 1), self.referents.values()
            told = keep_told_of(nominal, self.tokens, near, every)
            return self._best(told, nominal.head, "the best of its kind", 0.7)
        if nominal.definite and not self.likenesses.is_another(nominal, self.upcoming):
            return self._find_taken_up(nominal, origin)
        return self._find_own_new(nominal) if nominal.definite else None

    def _find_plural(self, nominal: Nominal) -> Link | None:
        """ "Seven new factories ... [the factories]": the only ones told just before."""
        kind = any(self.ontology.is_a(nominal.type, k) for k in WORKS)
        further = self.tokens.lower_at(nominal.end) in _TOLD_APART
        k = nominal.start - 1
        while self.tokens.lower_at(k) == "new" or self.tokens.tags[k] == "CD":
            k -= 1  # "the two new factories"
        if not kind or further or self.tokens.lower_at(k) not in {"the", "these", "both"}:
            return None
        word = self.tokens.parse.lemmas[nominal.head]
        told = [r for r in self._recent(nominal.head, 2) if r.plural and word in r.heads]
        found = self._keep_told_alike(nominal, told)
        if len(told) != 1 or self.likenesses.is_another(nominal, self.upcoming):
            return None
        return self._best(found, nominal.head, "the works told before", 0.75)

    def _find_own_new(self, nominal: Nominal) -> Link | None:
        """ "Norvik will build a mill ... its new mill": the only one that its owner builds."""
        start = nominal.start
        before = self.tokens.lower[start - 2 : start + 1]
        owner = self.told.get(start - 1 - (before[1:2] == ["new"]))
        if "new" not in before or owner is None or not self.ontology.is_a(nominal.type, "Facility"):
            return None
        word = read_word(self.tokens, nominal, self.words.anaphoric)
        alike = [r for r in self._recent(nominal.head) if word in r.heads]
        builders = (self._find_builder(r) for r in alike)
        found = [r for r, builder in zip(alike, builders, strict=True) if builder == owner[1]]
        found = self._keep_told_alike(nominal, found) if len(alike) == 1 else []
        return self._best(found, nominal.head, "its new works, told to be built", 0.7)

    def _note_origin(self, nominal: Nominal, origin: str | None, chain: int) -> None:
        """Where what a noun with a name tells of is from: "X, the Zenda-based firm"."""
        start, end = nominal.start, nominal.head
        seat = self.origins.find_seat_in(start, end) or self.origins.find_seat_before(start)
        origin = origin or self.origins.find_before(start)
        if chain in self.referents:
            self.referents[chain].origins |= {place for place in (origin, seat) if place}

    def _find_taken_up(self, nominal: Nominal, origin: str | None) -> Link | None:
        """What was told before that the nominal stands for, of the country `origin` if one is told."""
        word = read_word(self.tokens, nominal, self.words.anaphoric)
        found = self._find_candidates(nominal, word)
        if origin and not found and word in self.words.callable_firms:  # "the Ruritanian utility"
            found = list_firms(self._recent(nominal.head), self._find_others(nominal.head))
        candidates = self.words.keep_states(drop_backers(word, found, self.words), word)
        candidates = self.likenesses.keep_located(nominal, candidates, self.upcoming)
        seat = self.origins.find_seat_in(nominal.start, nominal.head)
        candidates = self.origins.keep_seated(candidates, seat) if seat else candidates
        if party := find_by_part(nominal, word, candidates, self):
            return party
        if origin and nominal.type != "Country":
            candidates = drop_foreign(candidates, origin, self.gazetteer)
        if origin and nominal.type not in SETTLED:
            candidates = narrow_by_origin(candidates, origin)
            if len(candidates) > 1 and not any(r.origins for r in candidates):
                sentence = self.tokens.parse.sentence_of[nominal.head]
                before = [r for r in candidates if r.last_sentence < sentence]
                before = before if is_last_alone(before) else []
                clear = self._keep_in_view(before, nominal.head)
                return self._best(clear, nominal.head, "its country, which nothing gainsays", 0.7)
            has_origin = bool(candidates and candidates[0].origins)
            if has_origin and self.origins.is_only_origin(nominal.start, nominal.head):
                return self._best(candidates, nominal.head, "its country", 0.8)
        candidates = self._narrow(nominal, word, keep_worded(nominal, self.tokens, candidates))
        candidates = self._keep_told_alike(nominal, candidates)
        recent = self._recent(nominal.head)
        if not candidates:
            others = find_called_otherwise(nominal, word, recent, self)
            candidates = self._keep_in_view(others, nominal.head)
        if not candidates and not origin:
            acting = self._find_others(nominal.head)
            candidates = find_topic(nominal, self.tokens, recent, self.ontology, acting)
        lands = (r for r in recent if r.type == "Country")
        if nominal.type == "Country" and not candidates and not any(lands):
            return find_later(nominal, word, self.tokens, self.upcoming)
        best = self._best(candidates, nominal.head, f"definite noun phrase '{word}'", 0.75)
        return best or find_only_one(nominal, word, self)

    def _keep_told_alike(self, nominal: Nominal, found: list[Referent]) -> list[Referent]:
        """Those that neither place nor ware tells apart from it."""
        here = self.likenesses.find_town(nominal.end, self.upcoming)
        if here is not None and any(self.ontology.is_a(nominal.type, k) for k in _SEATED):
            found = [r for r in found if not self._stands_elsewhere(here, r)]
        found = keep_of_number(self.tokens, nominal.start, nominal.head, found)
        return self.likenesses.keep_of_kind(nominal, found)

    def _stands_elsewhere(self, here: Mention, referent: Referent) -> bool:
        """ "The plant in Zenda" is not "a plant in Hentz", another town, and no consulate is either."""
        _, end = self.tokens.find_cover(referent.mention.span)
        if self.tokens.lower_at(end) not in {"in", "at", "near"}:
            return False
        told = self.told.get(end + 1)
        return told is not None and told[0].type in TOWNS and told[0].text != here.text

    def _keep_in_view(self, found: list[Referent], token: int) -> list[Referent]:
        """The one that is clearly nearest at hand, if any: "the airline" that nothing has called so."""
        ranked = sorted(found, key=lambda r: -self._weigh(r, token))
        weights = [self._weigh(r, token) for r in ranked[:2]]
        return ranked[:1] if len(weights) < 2 or weights[0] - weights[1] >= _OUTSTANDING else []

    def _narrow(self, nominal: Nominal, word: str, found: list[Referent]) -> list[Referent]:
        """ "The company" may be any company; "the bank" must have been called one."""
        likenesses, recent, parse = self.likenesses, self._recent(nominal.head), self.tokens.parse
        if self.words.joined.isdisjoint(self.tokens.lower[nominal.start : nominal.head]):
            found = [r for r in found if not r.joined]
        bare = is_plain(self.tokens, nominal, word, self.words.rating)
        pointed = likenesses.is_pointed_at(nominal)
        named = [r for r in found if r.named]
        new = self.tokens.lower[nominal.start - 1 : nominal.start] == ["new"]
        if new and (works := likenesses.find_works(nominal, word, recent)):
            return works
        if nominal.type == "Company" and (new or is_told_apart(self.tokens, nominal)):
            return []  # "the new company" of two that merge
        sentence = parse.sentence_of[nominal.head]
        called = self._list_called(nominal, word, found)
        if len(called) == 1 and word not in ANY_FIRM:
            return called  # "the group" is what was called so just before
        of_word = named if word in self.words.anaphoric - {"facility"} else found
        same_head = [r for r in of_word if word in r.heads] or keep_fresh(found, word, sentence)
        same_head = [r for r in same_head if not is_named_apart(nominal, self.tokens, r)]
        if word in ANY_FIRM:  # "the oil firm Norvik" is not "the firm" for good
            same_head = keep_firms_called(same_head, found, word, sentence)
        if same_head:
            return likenesses.prefer_named(same_head, nominal, word, recent)
        if word in self.words.undertakings and bare:
            if not pointed:
                return []  # "its project" is another one
            found = find_undertakings(recent, word, parse, self.words.keeping, self.ontology)
        elif not bare and not may_describe(self.tokens, nominal, word, alone=len(found) == 1):
            return self._find_in_field(nominal, word, named) if pointed else []
        if not found and bare and pointed and word in self.words.callable_firms:
            alike = likenesses.find(nominal, word, recent)  # "the lender" is the Hentz Bank
            return alike or self._keep_in_view(list_firms(recent), nominal.head)
        if not found and bare and pointed:
            found = find_occasion(self.referents.values(), word, self.ontology)
            found = found or likenesses.find(nominal, word, recent)
        return found

    def _list_called(self, nominal: Nominal, word: str, found: list[Referent]) -> list[Referent]:
        """Those that were called so not long before."""
        sentence = self.tokens.parse.sentence_of[nominal.head]
        far = _CALLED_SO.get(nominal.type, 0)
        return [r for r in found if sentence - r.called.get(word, -far) < far]

    def _find_in_field(self, nominal: Nominal, word: str, named: list[Referent]) -> list[Referent]:
        """ "The mining company", "the eyewear chain": a firm by what it does."""
        recent = self._recent(nominal.head)
        if nominal.type == "Facility":
            return self.likenesses.find_project(nominal, word, recent)
        alike = self.likenesses.find(nominal, word, list_firms(recent))
        if not named and word in self.words.callable_firms:
            named = list_firms(recent, self._find_others(nominal.head))
        firms = keep_in_field(nominal, self.tokens, named)
        if not firms and nominal.type == "Company":  # "the car maker": who all the text is about
            others = [r for r in named if not is_another(r, nominal, self.tokens, self.words)]
            firms = [r for r in self._keep_in_view(others, nominal.head) if r.count >= _MANY]
        return alike or self._keep_in_view(firms, nominal.head)

    def _find_candidates(self, nominal: Nominal, word: str) -> list[Referent]:
        parse, settled = self.tokens.parse, nominal.type in SETTLED
        beside = find_places_beside(parse, nominal.head, self.told) if settled else None
        others = self._find_others(nominal.head) if beside is None else beside
        if said := is_saying(nominal, self.tokens):
            others = set()  # who says it may act in it
        if nominal.type == "Country":  # who invests in "the country" is from elsewhere
            others |= self._find_chains(find_crossers(parse, nominal.head, self.words.crossing))
        near = list_near(self._recent(nominal.head), self.referents.values(), nominal.type)
        near = [r for r in near if r.chain not in others and not r.plural]
        told = find_unlike(parse, nominal.type, nominal.head, self.words)
        unlike = self._find_chains(told)
        found = [
            r
            for r in near
            if may_take_up(r, nominal.type, word, self.words.anaphoric, self.ontology)
        ]
        found = [r for r in found if r.chain not in unlike] or found
        found = keep_in_region(nominal, self.tokens, found)
        found = leave_founders(found, nominal.head, parse) if word in ANY_FIRM else found
        if said and self.tokens.lower_at(nominal.start - 2) in QUOTES:
            found = leave_quoted(found, parse.sentence_of[nominal.head])
        found = keep_main(found, nominal.head, self.tokens) if settled else found
        return keep_leading(found) if nominal.type == "Country" else found

    def _find_holder(self, nominal: Nominal) -> Link | None:
        """Who holds the title: the last person told with it, else the only one told later."""
        if is_told_of_somebody(self.tokens.parse, nominal.head):
            return None
        words = set(self.tokens.lower[nominal.start : nominal.end])
        persons = [
            r for r in self._recent(nominal.head, 40) if self.ontology.is_a(r.type, "Person")
        ]
        if told := [r for r in persons if words <= r.heads]:
            return self._best(told, nominal.head, "title of a post", 0.8)
        later = list_later_holders(words, nominal.head, self)
        if len(later) == 1:
            return later[0]
        title = " ".join(self.tokens.lower[nominal.start : nominal.end])
        told = keep_holders(title, nominal.head, persons, self)
        if told and not later:
            return self._best(told, nominal.head, "the same post by another title", 0.75)
        people = self.find_persons(nominal.head)
        alone = not later and len(people) == 1 and people[0].subject
        called = people if alone and self.words.is_calling(self.tokens, nominal) else []
        return self._best(called, nominal.head, "what the only person is", 0.7)
