"""What nominals and pronouns stand for: the best earlier name of a fitting type, if one stands out."""

from dataclasses import replace
from functools import cached_property

from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.appositions import Link, agree, find_apposed
from kg.recognition.expletives import is_expletive
from kg.recognition.likenesses import LikenessFinder
from kg.recognition.nominal_words import is_bare, may_describe, read_word
from kg.recognition.nominals import Nominal
from kg.recognition.origins import OriginReader, narrow_by_origin
from kg.recognition.plural_firms import choose_firm
from kg.recognition.pronoun_roles import (
    choose_doers,
    find_own_subject,
    find_parties,
    is_doer,
    is_modifier,
    stands_in_opening,
)
from kg.recognition.referents import Referent, find_occasion, find_salience, find_undertakings
from kg.recognition.tokens import Tokens

_SETTLED = frozenset(["Country", "City", "Province", "District", "Region"])
_WINDOW = 6  # sentences back; farther antecedents are seldom meant
_OPEN_TYPES = {"person": "Person", "thing": "Company", "plural": "Company"}  # of nothing named
_NO_THINGS = frozenset(["NaturalFeature", "Sector", "Agreement", "Region"])  # hardly ever "it"
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])


class CoreferenceFinder:
    """Walks a document once; `note` is told of each name, `find_*` answers for the rest."""

    def __init__(self, ontology: Ontology, tokens: Tokens, paragraph_of: tuple[int, ...]) -> None:
        self.ontology = ontology
        self.tokens = tokens
        self.paragraph_of = paragraph_of
        self.referents: dict[int, Referent] = {}
        self.affiliations: dict[int, int] = {}  # a person's chain → that of the body of the post
        self.speaking_for: tuple[int, int] | None = None  # such a body's chain, and the sentence
        self.last_tokens: dict[int, int] = {}  # a name's first token → its last
        self.titles: dict[int, set[str]] = {}  # a name's last token → the words of titles beside it
        self.upcoming: list[tuple[Mention, int, int]] = []  # names with chain and first token
        self.first_tokens: dict[int, int] = {}  # a name's last token → its first
        self.told: dict[int, tuple[Mention, int]] = {}  # a token → its mention and chain
        self.likenesses = LikenessFinder(ontology, tokens)
        nominals = load_lexicon("nominals")
        self.anaphoric = nominals.get("anaphoric")
        self.deeds = nominals.get("deeds")
        self.female = nominals.get("female")
        self.spouses = nominals.get("spouses")
        self.partners = nominals.get("partners")
        self.undertakings = nominals.get("undertakings")
        self.keeping = nominals.get("keeping")
        names = load_lexicon("names")
        self.kin = names.get("kin") | names.get("many_kin")

    @cached_property
    def origins(self) -> OriginReader:
        """The countries of the document's names."""
        return OriginReader(self.tokens, self.upcoming, self.last_tokens)

    def note(self, mention: Mention, token: int, chain: int, *, plural: bool = False) -> None:
        """Records that `mention`, with its head at `token`, was just told; datelines are left out."""
        if token in self.tokens.datelines:
            return
        for k in range(self.first_tokens.get(token, token), token + 1):
            self.told[k] = (mention, chain)
        parse = self.tokens.parse
        sentence = parse.sentence_of[token]
        heads = set(mention.text.lower().split()) | {parse.lemmas[token]}
        heads |= self.titles.get(token, set())
        governor = parse.heads[token]
        subject = parse.deps[token] in _SUBJECTS or (
            parse.deps[token] == "pobj"
            and parse.deps[governor] == "agent"
            and parse.deps[parse.heads[governor]] != "acl"  # "a round led by X" is not X's
        )
        if subject and chain in self.affiliations:
            self.speaking_for = (self.affiliations[chain], sentence)
        old = self.referents.get(chain)
        if old is None:
            old = Referent(chain, mention.type, sentence, token, 0, subject, mention, heads, plural)
            self.referents[chain] = old
        if mention.kind is MentionKind.NAME:
            origin = self.origins.find_before(self.first_tokens.get(token, token))
            old.origins |= {origin} if origin else set()
        old.inner = self.ontology.is_a(mention.type, "Place") and is_modifier(parse, token)
        old.last_sentence, old.last_token, old.subject = sentence, token, subject
        old.count += 1
        if mention.kind is MentionKind.NAME:
            # "the company" taken up once must not win for the next one by its own word
            old.heads |= heads
        if mention.kind is MentionKind.NAME and old.mention.kind is not MentionKind.NAME:
            old.mention = mention

    def find_nominal(self, nominal: Nominal) -> Link | None:
        """The antecedent of a definite nominal such as "the company"."""
        named = find_apposed(nominal, self.tokens, self.ontology, self.upcoming, self.last_tokens)
        named = named or self.likenesses.find_headlined(nominal, self.upcoming)
        origin = self.origins.find_in(nominal.start, nominal.head)
        if named is not None:
            origin = origin or self.origins.find_before(nominal.start)
            if origin and named.chain in self.referents:
                self.referents[named.chain].origins.add(origin)
            return named
        if nominal.type == "Person":
            return self._find_holder(nominal)
        taken_up = nominal.definite and not nominal.plural
        if taken_up and not self.likenesses.is_another(nominal):
            return self._find_taken_up(nominal, origin)
        return None

    def _find_taken_up(self, nominal: Nominal, origin: str | None) -> Link | None:
        """What was told before that the nominal stands for, of the country `origin` if one is told."""
        word = read_word(self.tokens, nominal, self.anaphoric)
        candidates = self._find_candidates(nominal, word)
        if origin and nominal.type not in _SETTLED:
            candidates = narrow_by_origin(candidates, origin)
            has_origin = bool(candidates and candidates[0].origins)
            if has_origin and self.origins.is_only_origin(nominal.start, nominal.head):
                return self._best(candidates, nominal.head, "its country", 0.8)
        candidates = self._narrow(nominal, word, candidates)
        return self._best(candidates, nominal.head, f"definite noun phrase '{word}'", 0.75)

    def _narrow(self, nominal: Nominal, word: str, found: list[Referent]) -> list[Referent]:
        """ "The company" may be any company; "the bank" must have been called one."""
        likenesses, recent = self.likenesses, self._recent(nominal.head)
        bare, pointed = nominal.end - nominal.start == 1, likenesses.is_pointed_at(nominal)
        named = [r for r in found if r.mention.kind is MentionKind.NAME]
        same_head = [r for r in (named if word in self.anaphoric else found) if word in r.heads]
        if same_head:
            return likenesses.prefer_named(same_head, nominal, word, recent)
        if word in self.undertakings and bare:
            if not pointed:
                return []  # "its project" is another one
            found = find_undertakings(recent, self.tokens.parse, self.keeping, self.ontology)
        elif not bare and not may_describe(self.tokens, nominal, word, alone=len(found) == 1):
            return []
        if not found and bare and pointed:
            found = find_occasion(self.referents.values(), word, self.ontology)
            found = found or likenesses.find(nominal, word, recent)
        return found

    def _find_candidates(self, nominal: Nominal, word: str) -> list[Referent]:
        others = set() if nominal.type in _SETTLED else self._find_others(nominal.head)
        near = [r for r in self._recent(nominal.head) if r.chain not in others]
        return [r for r in near if self._fits_nominal(r, nominal.type, word)]

    def _find_holder(self, nominal: Nominal) -> Link | None:
        """Who holds the title: the last person told with it, else the only one told later."""
        words = set(self.tokens.lower[nominal.start : nominal.end])
        told = [r for r in self._recent(nominal.head, 40) if words <= r.heads]
        if told:
            return self._best(told, nominal.head, "title of a post", 0.8)
        later = {
            chain: mention
            for mention, chain, start in self.upcoming
            if start > nominal.head
            and words <= self.titles.get(self.last_tokens.get(start, start), set())
        }
        if len(later) != 1:
            return None
        chain, mention = next(iter(later.items()))
        return Link(mention, mention.type, "title of a post told later", 0.65, chain)

    def _fits_nominal(self, referent: Referent, kind: str, word: str) -> bool:
        if word in referent.heads:
            return agree(referent.type, kind, self.ontology)
        if referent.mention.kind is MentionKind.NOMINAL or word not in self.anaphoric:
            return False
        exact = kind not in {"Organization", "Facility"} or word in {"facility", "organization"}
        return self.ontology.is_a(referent.type, kind) if exact else referent.type == kind

    def find_pronoun(self, token: int, group: str) -> Link | None:
        """The antecedent of he, she, it and their forms; None for the others."""
        own = self._find_partner(token) or self._find_own_subject(token, group)
        if own is not None:
            return own
        if group == "person":
            female = self.tokens.lower[token] in self.female
            fitting = [
                r
                for r in self._recent(token)
                if self.ontology.is_a(r.type, "Person") and r.female in {None, female}
            ]
            link = self._best(fitting, token, "personal pronoun", 0.8)
            if link is not None:
                self.referents[link.chain].female = female
            return link
        if group == "thing" and not is_expletive(self.tokens.parse, token):
            fitting = [
                r
                for r in self._recent(token, 2)
                if self._is_thing(r.type) and not (r.plural or r.inner) and self._is_near(r, token)
            ]
            if is_doer(self.tokens.parse, token, self.deeds):  # "it hired": no plant does
                fitting = choose_doers(fitting, self._recent(token, 3), self.ontology)
            link = self._best(fitting, token, "pronoun", 0.7)
            others = set() if self.tokens.tags[token] == "PRP$" else self._find_others(token)
            return link if link and link.chain not in others else None
        firms = choose_firm(self._recent(token, 1), token, group, self.tokens, self.ontology)
        return self._best(firms, token, "plural pronoun for one firm", 0.65)

    def _find_others(self, token: int) -> set[int]:
        """The chains of what acts in the token's clause: "Norvik bought the firm" is of two things."""
        return {self.told[k][1] for k in find_parties(self.tokens.parse, token) if k in self.told}

    def _find_partner(self, token: int) -> Link | None:
        """ "X and his wife", "Y and its local partner": the possessive takes up what stands before it."""
        lower = self.tokens.lower
        following = lower[token + 1 : token + 4] if lower[token - 1] == "and" else []
        told = self.told.get(token - 2 - (lower[token - 2 : token - 1] == [","]))
        for words, kind in ((self.spouses, "Person"), (self.partners, "Organization")):
            if told and words.intersection(following) and self.ontology.is_a(told[0].type, kind):
                return Link(told[0], told[0].type, "partner of what stands before", 0.85, told[1])
        return None

    def _find_own_subject(self, token: int, group: str) -> Link | None:
        """ "Norvik sold its plant", "the firm that Norvik runs with its partner": the subject of its verb."""
        parse = self.tokens.parse
        if parse.tags[token] != "PRP$" or group not in {"person", "thing"}:
            return None
        subject = find_own_subject(parse, token)
        told = self._find_told(subject, token) if subject is not None else None
        if told is None or (group == "person") != self.ontology.is_a(told[0].type, "Person"):
            return None
        mention, chain = told
        referent = self.referents.get(chain)
        female = {None, self.tokens.lower[token] in self.female}
        if group == "person" and (referent is None or referent.female not in female):
            return None
        if mention.kind is MentionKind.PRONOUN or not mention.type:
            return None
        return Link(mention, mention.type, "possessive of its verb's subject", 0.85, chain)

    def _find_told(self, subject: int, token: int) -> tuple[Mention, int] | None:
        """What was told at a token, or is a name that comes later."""
        if subject < token:
            return self.told.get(subject)
        return next((t[:2] for t in self.upcoming if self.last_tokens.get(t[2]) == subject), None)

    def leave_open(self, mention: Mention, item: Nominal | str, token: int) -> Mention:
        """What takes up nothing told here, as an open reference of the type that its word tells.

        Claims may speak of it; it never becomes a thing of the graph.
        """
        if isinstance(item, Nominal):
            bare = is_bare(self.tokens, item, self.paragraph_of)
            anaphoric = read_word(self.tokens, item, self.anaphoric) in self.anaphoric
            if bare and anaphoric and self.ontology.is_a(item.type, "Organization"):
                return replace(mention, origin=OPEN)
        elif item in _OPEN_TYPES and not is_expletive(self.tokens.parse, token):
            persons = item == "plural" and self._are_persons(token)
            return replace(mention, type="Person" if persons else _OPEN_TYPES[item], origin=OPEN)
        return mention

    def _are_persons(self, token: int) -> bool:
        """Whether "they" are people: two were told just before, or "their" is said of kin."""
        parse = self.tokens.parse
        if parse.tags[token] == "PRP$" and self.tokens.lower[parse.heads[token]] in self.kin:
            return True
        return sum(self.ontology.is_a(r.type, "Person") for r in self._recent(token, 1)) > 1

    def _is_thing(self, kind: str) -> bool:
        return not self.ontology.is_a(kind, "Person") and kind not in _NO_THINGS

    def _is_near(self, referent: Referent, token: int) -> bool:
        """In the paragraph, or the subject of the sentence before it."""
        sentence = self.tokens.parse.sentence_of[token]
        same = self.paragraph_of[referent.last_sentence] == self.paragraph_of[sentence]
        return same or (referent.subject and sentence - referent.last_sentence == 1)

    def _recent(self, token: int, window: int = _WINDOW) -> list[Referent]:
        parse = self.tokens.parse
        return [
            r
            for r in self.referents.values()
            if r.last_token < token and parse.sentence_of[token] - r.last_sentence <= window
            if not stands_in_opening(parse, r.last_token, token)
        ]

    def _best(
        self, candidates: list[Referent], token: int, reason: str, score: float
    ) -> Link | None:
        """The most salient candidate; none where two are alike."""
        if not candidates:
            return None
        ranked = sorted(candidates, key=lambda r: (-self._weigh(r, token), -r.last_token))
        best = ranked[0]
        if len(ranked) > 1:
            gap = self._weigh(best, token) - self._weigh(ranked[1], token)
            score -= 0.15 if gap < 0.15 else 0.0
        return Link(best.mention, best.type, reason, score, best.chain)

    def _weigh(self, r: Referent, token: int) -> float:
        return find_salience(r, token, self.tokens.parse, self.paragraph_of, self.speaking_for)
