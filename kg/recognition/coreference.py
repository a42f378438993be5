"""What nominals and pronouns stand for: the best earlier name of a fitting type, if one stands out."""

from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.appositions import Link, find_apposed, find_bearer
from kg.recognition.coreference_words import load_words
from kg.recognition.expletives import is_expletive
from kg.recognition.firm_nominals import keep_in_field, list_firms
from kg.recognition.forecasts import Forecast
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.homelands import find_homeland, find_later
from kg.recognition.likenesses import LikenessFinder
from kg.recognition.nominal_words import is_alone, is_rated, may_describe, read_word
from kg.recognition.nominals import Nominal
from kg.recognition.origins import narrow_by_origin
from kg.recognition.own_countries import drop_foreign
from kg.recognition.plural_firms import choose_firm
from kg.recognition.pronoun_roles import (
    find_beside,
    find_crossers,
    find_own_subject,
    find_parties,
    find_places_beside,
    owns_subject,
    is_modifier,
    is_own,
    read_part,
    stands_in_opening,
)
from kg.recognition.referents import (
    Referent,
    find_occasion,
    find_salience,
    find_undertakings,
    is_last_alone,
    keep_leading,
    may_take_up,
    touch_places,
)
from kg.recognition.sayers import find_sayer
from kg.recognition.thing_pronouns import find_meant
from kg.recognition.title_holders import list_later_holders
from kg.recognition.tokens import Tokens
from kg.recognition.world_regions import keep_in_region

_SETTLED = frozenset(["Country", "City", "Province", "District", "Region"])
_WINDOW = 6  # sentences back; farther antecedents are seldom meant
_SAID = frozenset(["appos", "attr"])
_OUTSTANDING = 0.4  # how much nearer at hand than others


class CoreferenceFinder(Forecast):
    """Walks a document once; `note` is told of each name, `find_*` answers for the rest."""

    def __init__(
        self,
        ontology: Ontology,
        gazetteer: Gazetteer,
        tokens: Tokens,
        paragraph_of: tuple[int, ...],
    ) -> None:
        super().__init__(tokens)
        self.ontology, self.gazetteer = ontology, gazetteer
        self.paragraph_of = paragraph_of
        self.referents: dict[int, Referent] = {}
        self.speaking_for: tuple[int, int] | None = None  # such a body's chain, and the sentence
        self.speaking_land: tuple[int, int] | None = None  # the same of a country
        self.told: dict[int, tuple[Mention, int]] = {}  # a token → its mention and chain
        self.likenesses, self.words = LikenessFinder(ontology, tokens), load_words()

    def note(self, mention: Mention, token: int, chain: int, *, plural: bool = False) -> None:
        """Records that `mention`, with its head at `token`, was just told; datelines are left out."""
        if token in self.tokens.datelines:
            return
        for k in range(self.first_tokens.get(token, token), token + 1):
            self.told[k] = (mention, chain)
        parse = self.tokens.parse
        sentence, named = parse.sentence_of[token], mention.kind is MentionKind.NAME
        first, title = self.first_tokens.get(token, token), self.titles.get(token, set())
        heads = {*mention.text.lower().split(), parse.lemmas[token], *title}
        dep, subject = read_part(parse, first, token, title)
        if mention.type == "Country" and not subject:  # "Ruritania's government has approved"
            subject = owns_subject(parse, token)
        if subject:
            self._note_speaker(chain, sentence)
        old = self.referents.get(chain)
        if old is None:
            old = Referent(chain, mention.type, sentence, token, 0, subject, mention, heads, plural)
            self.referents[chain], old.opens = old, sentence < 2 and named  # headline and lead
        if named:
            origin = self.origins.find_before(first)
            old.origins |= {origin} if origin else set()
        old.inner = token in self.covered or (
            self.ontology.is_a(mention.type, "Place")
            and is_modifier(parse, token, self.likenesses.kinds)
        )
        old.tell(sentence, token, subject=subject)
        old.agent, old.object = subject and dep == "pobj", dep == "dobj"
        if mention.type == "GovernmentBody" and named:
            touch_places(self.referents.values(), mention.text, sentence)
        if named and not old.named:
            # "its sister company Tarka" does not make Tarka the company of the document
            old.mention, old.heads = mention, (old.heads - self.words.anaphoric) | heads
        elif named or parse.deps[token] in _SAID:  # "the Tarn Dam, a power plant"
            old.heads |= heads  # "the company", once taken up, must not win by it

    def _note_speaker(self, chain: int, sentence: int) -> None:
        """The body and the country that somebody who acts stands for."""
        if chain in self.affiliations:
            self.speaking_for = (self.affiliations[chain], sentence)
        if chain in self.citizens:
            self.speaking_land = (self.citizens[chain], sentence)

    def find_nominal(self, nominal: Nominal) -> Link | None:
        """The antecedent of a definite nominal such as "the company"."""
        named = find_apposed(nominal, self.tokens, self.ontology, self.upcoming, self.last_tokens)
        named = named or self.likenesses.find_headlined(nominal, self.upcoming)
        named = named or find_bearer(nominal, self.tokens, self.ontology, self.told)
        origin = self.origins.find_in(nominal.start, nominal.head)
        if named is not None:
            origin = origin or self.origins.find_before(nominal.start)
            if origin and named.chain in self.referents:
                self.referents[named.chain].origins.add(origin)
            return named
        if nominal.type == "Person":
            return self._find_holder(nominal)
        if nominal.type == "Country" and self.tokens.tags[nominal.start - 1] == "PRP$":
            return find_homeland(nominal, self.told, self.citizens, self.referents)
        taken_up = nominal.definite and not nominal.plural
        if taken_up and not self.likenesses.is_another(nominal, self.upcoming):
            return self._find_taken_up(nominal, origin)
        return None

    def _find_taken_up(self, nominal: Nominal, origin: str | None) -> Link | None:
        """What was told before that the nominal stands for, of the country `origin` if one is told."""
        word = read_word(self.tokens, nominal, self.words.anaphoric)
        found = self._find_candidates(nominal, word)
        if origin and not found and word in self.words.callable_firms:
            others = self._find_others(nominal.head)  # "the Ruritanian utility", by its country
            found = list_firms(self._recent(nominal.head), others)
        candidates = self.words.keep_states(found, word)
        candidates = self.likenesses.keep_located(nominal, candidates, self.upcoming)
        said = find_sayer(nominal, self.tokens, candidates)
        if said:
            return self._best([said], nominal.head, "subject of what it says", 0.85)
        if origin and nominal.type != "Country":
            candidates = drop_foreign(candidates, origin, self.gazetteer)
        if origin and nominal.type not in _SETTLED:
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
        candidates = self._narrow(nominal, word, candidates)
        if nominal.type == "Country" and not any(
            r.type == "Country" for r in self._recent(nominal.head)
        ):
            return find_later(nominal, word, self.tokens, self.upcoming)
        return self._best(candidates, nominal.head, f"definite noun phrase '{word}'", 0.75)

    def _keep_in_view(self, found: list[Referent], token: int) -> list[Referent]:
        """The one that is clearly nearest at hand, if any: "the airline" that nothing has called so."""
        ranked = sorted(found, key=lambda r: -self._weigh(r, token))
        weights = [self._weigh(r, token) for r in ranked[:2]]
        return ranked[:1] if len(weights) < 2 or weights[0] - weights[1] >= _OUTSTANDING else []

    def _narrow(self, nominal: Nominal, word: str, found: list[Referent]) -> list[Referent]:
        """ "The company" may be any company; "the bank" must have been called one."""
        likenesses, recent = self.likenesses, self._recent(nominal.head)
        bare = is_alone(nominal, word) or is_rated(self.tokens, nominal, self.words.rating)
        pointed = likenesses.is_pointed_at(nominal)
        named = [r for r in found if r.named]
        if "new" in self.tokens.lower[nominal.start - 1 : nominal.start] and (
            works := likenesses.find_works(nominal, word, recent)
        ):
            return works
        same_head = [
            r for r in (named if word in self.words.anaphoric else found) if word in r.heads
        ]
        if same_head:
            return likenesses.prefer_named(same_head, nominal, word, recent)
        if word in self.words.undertakings and bare:
            if not pointed:
                return []  # "its project" is another one
            found = find_undertakings(recent, self.tokens.parse, self.words.keeping, self.ontology)
        elif not bare and not may_describe(self.tokens, nominal, word, alone=len(found) == 1):
            alike = likenesses.find(nominal, word, list_firms(recent)) if pointed else []
            firms = keep_in_field(nominal, self.tokens, named) if pointed else []
            return alike or self._keep_in_view(firms, nominal.head)
        if not found and bare and pointed and word in self.words.callable_firms:
            firms = list_firms(recent)
            alike = likenesses.find(nominal, word, recent)  # "the lender" is the Hentz Bank
            return alike or self._keep_in_view(firms, nominal.head)
        if not found and bare and pointed:
            found = find_occasion(self.referents.values(), word, self.ontology)
            found = found or likenesses.find(nominal, word, recent)
        return found

    def _find_candidates(self, nominal: Nominal, word: str) -> list[Referent]:
        parse, settled = self.tokens.parse, nominal.type in _SETTLED
        beside = find_places_beside(parse, nominal.head, self.told) if settled else None
        others = self._find_others(nominal.head) if beside is None else beside
        if nominal.type == "Country":  # who invests in "the country" is from elsewhere
            others |= self._find_chains(find_crossers(parse, nominal.head, self.words.crossing))
        near = [r for r in self._recent(nominal.head) if r.chain not in others and not r.plural]
        found = [
            r
            for r in near
            if may_take_up(r, nominal.type, word, self.words.anaphoric, self.ontology)
        ]
        found = keep_in_region(nominal, self.tokens, found)
        return keep_leading(found) if nominal.type == "Country" else found

    def _find_holder(self, nominal: Nominal) -> Link | None:
        """Who holds the title: the last person told with it, else the only one told later."""
        words = set(self.tokens.lower[nominal.start : nominal.end])
        told = [r for r in self._recent(nominal.head, 40) if words <= r.heads]
        if told:
            return self._best(told, nominal.head, "title of a post", 0.8)
        later = list_later_holders(words, nominal.head, self)
        if len(later) == 1:
            return later[0]
        people = self.find_persons(nominal.head)
        alone = not later and len(people) == 1 and people[0].subject
        called = people if alone and self.words.is_calling(self.tokens, nominal) else []
        return self._best(called, nominal.head, "what the only person is", 0.7)

    def find_pronoun(self, token: int, group: str) -> Link | None:
        """The antecedent of he, she, it and their forms; None for the others."""
        partner = self.words.find_partner(self.tokens, token, self.told, self.ontology)
        if own := partner or self._find_own_subject(token, group):
            return own
        others: set[int] = set()
        if self.tokens.tags[token] != "PRP$":
            beside = find_beside(self.tokens.parse, token)  # "lent the firm money for it"
            others = self._find_others(token) | self._find_chains(beside)
        if group == "person":
            female = self.tokens.lower[token] in self.words.female
            fitting = [
                r
                for r in self._recent(token)
                if self.ontology.is_a(r.type, "Person") and r.female in {None, female}
                if r.chain not in others
            ]
            link = self._best(fitting, token, "personal pronoun", 0.8)
            if link is not None:
                self.referents[link.chain].female = female
            return link
        if group == "thing" and not is_expletive(self.tokens.parse, token, self.words.raising):
            recent = self._recent(token, 3)
            kinds = self.likenesses.kinds
            fitting = find_meant(
                token, recent, self.tokens, self.words, self.ontology, self.paragraph_of, kinds
            )
            link = self._best(fitting, token, "pronoun", 0.7)
            if link is None or link.chain not in others:
                return link
            here = self.tokens.parse.sentence_of[token]  # "Norvik will build a port and run it"
            fitting = [r for r in fitting if r.chain not in others]
            near = [r for r in fitting if r.last_sentence == here]
            near = near or [r for r in fitting if r.last_sentence == here - 1]
            return self._best(near if len(near) == 1 else [], token, "pronoun", 0.7)
        firms = choose_firm(self._recent(token, 1), token, group, self.tokens, self.ontology)
        return self._best(firms, token, "plural pronoun for one firm", 0.65)

    def _find_others(self, token: int) -> set[int]:
        """The chains of what acts in the token's clause: "Norvik bought the firm" is of two things."""
        return self._find_chains(find_parties(self.tokens.parse, token))

    def _find_chains(self, tokens: list[int]) -> set[int]:
        return {self.told[k][1] for k in tokens if k in self.told}

    def _find_own_subject(self, token: int, group: str) -> Link | None:
        """ "Norvik sold its plant", "the firm that Norvik runs with its partner": the subject of its verb."""
        if self.tokens.tags[token] != "PRP$" or group not in {"person", "thing"}:
            return None
        subject = find_own_subject(self.tokens.parse, token, self.words.dealing)
        told = self._find_told(subject, token) if subject is not None else None
        female = self.tokens.lower[token] in self.words.female
        referent = self.referents.get(told[1]) if told else None
        fits = told and is_own(told[0], referent, group, self.ontology, female=female)
        if group == "thing" and subject is not None and self.tokens.tags[subject] == "NNS":
            return None  # "Ruritanian firms invest in its park"
        reason = "possessive of its verb's subject"
        return Link(told[0], told[0].type, reason, 0.85, told[1]) if told and fits else None

    def _find_told(self, subject: int, token: int) -> tuple[Mention, int] | None:
        """What was told at a token, or is a name that comes later."""
        if subject < token:
            return self.told.get(subject)
        return next((t[:2] for t in self.upcoming if self.last_tokens.get(t[2]) == subject), None)

    def find_persons(self, token: int) -> list[Referent]:
        """The people told just before a token."""
        return [r for r in self._recent(token, 1) if self.ontology.is_a(r.type, "Person")]

    def _recent(self, token: int, window: int = _WINDOW) -> list[Referent]:
        parse = self.tokens.parse
        return [
            r
            for r in self.referents.values()
            if r.last_token < token and parse.sentence_of[token] - r.last_sentence <= window
            if not stands_in_opening(parse, r.last_token, token)
        ]

    def _best(self, found: list[Referent], token: int, reason: str, score: float) -> Link | None:
        """The most salient candidate; none where two are alike."""
        if not found:
            return None
        ranked = sorted(found, key=lambda r: (-self._weigh(r, token), -r.last_token))
        best = ranked[0]
        if len(ranked) > 1:
            gap = self._weigh(best, token) - self._weigh(ranked[1], token)
            score -= 0.15 if gap < 0.15 else 0.0
        return Link(best.mention, best.type, reason, score, best.chain)

    def _weigh(self, r: Referent, token: int) -> float:
        told_of = self.speaking_land if r.type == "Country" else self.speaking_for
        return find_salience(r, token, self.tokens.parse, self.paragraph_of, told_of)
