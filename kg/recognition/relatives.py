"""What relative pronouns stand for: the noun their clause hangs on, or the name just before them."""

from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.mention import RELATIVE, Mention
from kg.ontology import Ontology
from kg.recognition.appositions import Link
from kg.recognition.participle_asides import find_aside
from kg.recognition.relative_bearers import RelativeBearers
from kg.recognition.relative_numbers import find_singular
from kg.recognition.relative_persons import is_joined, is_last
from kg.recognition.tokens import Tokens

_PERSONAL = frozenset(["who", "whom", "whose"])
_SKIPPED = frozenset([",", "(", "of", "for", "to", "in", "at", "with", "from", "by", "on", "and"])
_SETTLED = frozenset(["City", "District", "Province", "EconomicZone"])
_LAND = frozenset([*_SETTLED, "Country", "Region"])
_COMING = frozenset(["will", "would", "expected", "due", "slated", "scheduled"])
_HAVING = frozenset(["have", "has", "had", "having"])
_WORKS = ("Facility", "TransportCorridor", "Organization", "Project")
_HOMES = frozenset(["of", "from"])
_SEATED = frozenset(["based", "headquartered", "registered", "domiciled"])
_LYING = frozenset(
    ["in", "at", "near", "outside", "to", "from", "between", "north", "south", "east", "west"]
)
_MILES = frozenset(["miles", "km", "kilometres", "kilometers", "about", "some", "around", "just"])
_BETWEEN = frozenset(["and", "the", "'s", ",", "city", "of", "town", "port"])
_REACH = 12  # tokens from a place back to what lies there
_DEALT = frozenset(["acquire", "buy", "purchase", "mothball", "demolish", "renovate", "upgrade"])
_DEED = 10  # tokens from a pronoun to what somebody is to do
_SCORE, _FAR = 0.85, 20  # the tokens are from a side of an occasion back to it
_STATES = frozenset(["Country", "City", "Province", "Region"])
_HELD = frozenset(["held", "take", "took", "takes", "convened", "scheduled", "hosted"])
_BEING = frozenset(["is", "are", "was", "were", "be", "been", "being"])


@dataclass(frozen=True, slots=True)
class RelativeFinder:
    """Links "who", "which", "that", "where" and the like; they are told of mentions by head token."""

    ontology: Ontology
    tokens: Tokens
    workings: frozenset[str] = load_lexicon("nominals").get("workings")
    equipment: frozenset[str] = load_lexicon("nominals").get("worked_measures")

    def find(self, token: int, told: dict[int, tuple[Mention, int]]) -> Link | None:
        """The mention that the pronoun takes up; None for questions and for nouns that are no mentions."""
        noun = self._find_by_parse(token)
        head = None if noun is None else self._find_bearer(noun, told)
        if head is None or head not in told:
            head = self._find_before(token)
        if head is None or head not in told:
            return None
        head = find_singular(self.tokens, head, token)
        if head is None or head not in told:
            return None
        for choose in (
            self._find_homed,
            self._find_owned,
            self._choose_doer,
            self._find_occasion,
            self._find_seat,
            RelativeBearers(self.ontology, self.tokens).find,
        ):
            chosen = choose(head, token, told)
            head = head if chosen is None else chosen
        mention, chain = told[head]
        if not self._fits(self.tokens.lower[token], mention.type):
            return None
        return Link(mention, mention.type, RELATIVE, _SCORE, chain)

    def _choose_doer(
        self, head: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """What works rather than where it lies, or the person rather than the body."""
        worker = self._find_worker(head, token, told)
        return worker if worker is not None else self._find_human(head, token, told)

    def _find_homed(
        self, place: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "Norvik, of Ruritania, which employs": the firm, as the land between commas only tells its home."""
        if told[place][0].type not in _LAND or self.tokens.lower[token - 1] != ",":
            return None
        k = place
        while k > 0 and (self.tokens.capital[k] or self.tokens.lower[k] == "the"):
            k -= 1
        seated = self.tokens.lower[k] == "in" and self.tokens.lower[k - 1] in _SEATED
        k -= seated
        set_off = seated or self.tokens.lower[k] in _HOMES
        firm = k - 2
        if firm < 0 or not set_off or self.tokens.lower[k - 1] != "," or firm not in told:
            return None
        return firm if self.ontology.is_a(told[firm][0].type, "Organization") else None

    def _find_owned(
        self, person: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "Norvik, owned by Jane Doe, which has ordered": the firm, as no person is a "which".

        "Jane Doe, head of Norvik (NRV), which has ordered" tells of what stands right before, too.
        """
        which = self.tokens.lower[token] == "which" and self.tokens.lower[token - 1] == ","
        if not which or not self.ontology.is_a(told[person][0].type, "Person"):
            return None
        start = person
        while start > 0 and self.tokens.capital[start - 1]:
            start -= 1
        comma = find_aside(self.tokens, start)
        firm = -1 if comma is None else comma - 1
        if firm in told and self.ontology.is_a(told[firm][0].type, "Organization"):
            return firm
        beside = self._find_before(token)
        if beside is None or beside not in told:
            return None
        return None if self.ontology.is_a(told[beside][0].type, "Person") else beside

    def _find_seat(
        self, place: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "Hentz, the capital of Tarn, where": the capital, of which the land only tells where it is."""
        k = place
        while k > 0 and self.tokens.capital[k]:
            k -= 1
        k -= self.tokens.lower[k] == "the"
        noun = k - 1
        apposed = self.tokens.lower[token] == "where" and self.tokens.lower[token - 1] == ","
        if not apposed or self.tokens.lower[k] != "of" or noun not in told:
            return None
        return noun if told[noun][0].type in _SETTLED else None

    def _find_human(
        self, head: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "In a filing with the court, Doe, who owns": the person just before, rather than a body."""
        if self.tokens.lower[token] not in {"who", "whom"}:
            return None
        beside = self._find_before(token)
        if beside is not None and self.ontology.is_a(told[head][0].type, "Organization"):
            titled = self._find_titled(token, told)
            if titled is not None:
                return titled
        if beside is None or beside not in told or beside == head:
            return None
        person, other = (self.ontology.is_a(told[k][0].type, "Person") for k in (beside, head))
        joined = is_joined(self.tokens, beside) or is_last(self.tokens, beside, token)
        return beside if person and (not other or joined) else None

    def _find_titled(self, token: int, told: dict[int, tuple[Mention, int]]) -> int | None:
        """ "Jane Doe, a director of the Norvik Group, who joined": the person that the title before "who" is of."""
        if self.tokens.lower[token - 1] != ",":
            return None
        for k in range(token - 2, max(token - _FAR, 0), -1):
            if self.tokens.tags[k][:1] == "V" or self.tokens.lower[k] == "who":
                return None
            if self.tokens.lower[k] == "," and k - 1 in told:
                return k - 1 if self.ontology.is_a(told[k - 1][0].type, "Person") else None
        return None

    def _find_worker(
        self, place: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "a mill near Zenda, which employs 90": the mill, as what works or is built is no town."""
        if told[place][0].type not in _LAND or not self._tells_work(token):
            return None
        k, settled = place, told[place][0].type in _SETTLED or self._is_coming(token)
        passed: set[str] = set()
        while k > max(place - _REACH, 0):
            k -= 1
            if k in told and told[k][1] != told[place][1]:
                kind = told[k][0].type
                works = any(self.ontology.is_a(kind, t) for t in _WORKS)
                if works or kind not in _LAND:
                    return k if works and settled and passed & _LYING else None
                settled = settled or kind in _SETTLED
            elif self.tokens.lower[k] in _LYING:
                passed.add(self.tokens.lower[k])
            elif not (
                self.tokens.capital[k]
                or self.tokens.lower[k] in _BETWEEN | _MILES
                or self.tokens.tags[k] == "CD"  # "about 15 miles west of Zenda"
            ):
                return None
        return None

    def _find_occasion(
        self, place: int, token: int, told: dict[int, tuple[Mention, int]]
    ) -> int | None:
        """ "the talks between Peru and Chile, which were held": the occasion, as no state is held."""
        following = [self.tokens.lower_at(token + k) for k in (1, 2, 3)]
        if _HELD.isdisjoint(following) or "by" in following or told[place][0].type not in _STATES:
            return None
        held = self.tokens.lower[token + 1 : token + 5]
        deemed = "held" in held and self.tokens.lower_at(token + held.index("held") + 2) == "to"
        if deemed or ("place" not in held and _BEING.isdisjoint(held)):
            return None  # "which are held to be rivals"
        first = self.tokens.parse.sentences[self.tokens.parse.sentence_of[token]][0]
        back = range(place - 1, max(place - _FAR, first - 1), -1)
        return next((k for k in back if k in told and told[k][0].type == "Event"), None)

    def _tells_work(self, token: int) -> bool:
        """Whether the clause tells of making, costing or employing, of a capacity, or of being built or run."""
        had = {*self.tokens.lower[token + 1 : token + 8]} & _HAVING
        able = had and {*self.tokens.lower[token + 2 : token + 8]} & self.equipment
        return bool(able) or self._has_verb(token, self.workings | _DEALT)

    def _has_verb(self, token: int, verbs: frozenset[str]) -> bool:
        return any(
            self.tokens.tags[k][:1] == "V" and self.tokens.parse.lemmas[k] in verbs
            for k in range(token + 1, self._find_clause_end(token))
        )

    def _find_clause_end(self, token: int) -> int:
        """Where the deed of a clause must stand: "which [the Danish line Norvik is to] operate"."""
        nearest, last = token + 5, min(token + _DEED, len(self.tokens.words))
        told = next((k for k in range(token + 1, last) if self.tokens.words[k] == ","), last)
        to_do = [k for k in range(nearest, told) if self.tokens.lower[k - 1] == "to"]
        return min((to_do[0] + 1) if to_do else nearest, len(self.tokens.words))

    def _is_coming(self, token: int) -> bool:
        """ "which will employ 90", "which were bought": what is new or traded, and no state."""
        coming = not _COMING.isdisjoint(self.tokens.lower[token + 1 : token + 3])
        return coming or self._has_verb(token, _DEALT)

    def _find_by_parse(self, token: int) -> int | None:
        """The noun whose relative clause holds the pronoun."""
        parse = self.tokens.parse
        k = token
        for _ in range(6):
            if parse.deps[k] == "relcl":
                return self._find_restricted(parse.heads[k], token)
            if parse.heads[k] == k:
                return None
            k = parse.heads[k]
        return None

    def _find_restricted(self, noun: int, token: int) -> int | None:
        """ "[a unit] of Norvik that makes paper": "that" right behind a name tells which unit it is."""
        parse = self.tokens.parse
        of = parse.heads[noun]
        above = parse.heads[of]
        if (
            self.tokens.lower[token] == "that"
            and noun == token - 1
            and parse.tags[noun][:3] == "NNP"
            and parse.deps[noun] == "pobj"
            and parse.words[of] == "of"
            and parse.tags[above] == "NN"
        ):
            return above
        return noun if noun < token else None

    def _find_bearer(self, noun: int, told: dict[int, tuple[Mention, int]]) -> int | None:
        """The noun, or what it is said of: "X is a poet who …", "X, a poet who …", "poet and X"."""
        parse = self.tokens.parse
        for _ in range(4):
            if noun in told:
                return noun
            dep, governor = parse.deps[noun], parse.heads[noun]
            if dep == "attr" and parse.lemmas[governor] == "be":
                subjects = parse.list_subjects(governor, passive=False)
                if not subjects or subjects[0] not in told:
                    return self._find_subject_before(governor, told)
                noun = subjects[0]
            elif dep in {"appos", "conj"} and governor < noun:
                noun = governor
            else:
                return None
        return None

    def _find_subject_before(self, verb: int, told: dict[int, tuple[Mention, int]]) -> int | None:
        """The last thing told before a verb whose subject the parse misses, brackets left out."""
        start, depth = self.tokens.parse.sentences[self.tokens.parse.sentence_of[verb]][0], 0
        for k in range(verb - 1, start - 1, -1):
            depth += (self.tokens.words[k] == ")") - (self.tokens.words[k] == "(")
            if depth <= 0 and k in told:
                return k
        return None

    def _find_before(self, token: int) -> int | None:
        """The word before; commas, prepositions and what stands in brackets are passed over."""
        k = token - 1
        if k > 0 and self.tokens.lower[k] == ",":
            k -= 1
        if k > 0 and self.tokens.lower[k] == ")":
            while k > 0 and self.tokens.lower[k] != "(":
                k -= 1
            return k - 1
        while k > token - 4 and k >= 0 and self.tokens.lower[k] in _SKIPPED:
            k -= 1
        return k if k >= 0 else None

    def _fits(self, word: str, kind: str) -> bool:
        person = self.ontology.is_a(kind, "Person")
        if word in _PERSONAL:
            return person or word == "whose" or self.ontology.is_a(kind, "Organization")
        if word == "where":
            return any(self.ontology.is_a(kind, t) for t in ("Place", "Organization", "Event"))
        return word == "that" or not person
