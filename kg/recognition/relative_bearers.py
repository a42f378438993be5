"""What a relative clause behind a place tells of: who or what is from there, or has its seat there."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("nominals")
_WORKINGS, _DOINGS = _WORDS.get("workings"), _WORDS.get("doings_of_staff")
_PERSONAL = frozenset(["who", "whom"])
_LAND = frozenset(["City", "District", "Province", "Country", "Region"])
_SEATED = frozenset(["based", "headquartered", "located", "registered", "domiciled", "situated"])
_HAILING = _SEATED | {"born", "living", "raised", "working"}
_AROUND = frozenset([",", "in", "at", "near", "outside", "the", "of"])
_HUMAN = frozenset(["he", "she", "they", "i", "we"])
_CLAUSE = 6  # tokens behind a pronoun in which the deed of its clause stands
_REACH = 12  # tokens from a place back to what has its seat there
_FAR = 30  # … to who is from there

_Told = Mapping[int, tuple[Mention, int]]


@dataclass(frozen=True, slots=True)
class RelativeBearers:
    """Looks past the place before a relative pronoun; mentions are told by head token."""

    ontology: Ontology
    tokens: Tokens

    def find(self, head: int, token: int, told: _Told) -> int | None:
        """Whom or what the clause tells of rather than `head`, if that stands before it."""
        word, kind = self.tokens.lower[token], told[head][0].type
        if word in _PERSONAL:
            person = kind in _LAND and self.tokens.capital[head]
            return self._find_back(head, token, told, "Person") if person else None
        if word == "where":
            return self._find_where(head, token, told)
        if kind not in _LAND or not self.tokens.capital[head]:
            return None
        # no "that" tells of a place that has a name
        if word == "that" or (word == "which" and self._tells_work(token)):
            return self._find_seated(head, told)
        return None

    def _find_where(self, head: int, token: int, told: _Told) -> int | None:
        """ "at Norvik in Lima, where he was head of sales", "studied at Zenda College under Doe, where": the body."""
        kind = told[head][0].type
        if not self._tells_staff(token):
            return None
        if self.ontology.is_a(kind, "Person"):
            return self._find_back(head, token, told, "Organization")
        if kind not in _LAND:
            return None
        return self._walk(head, told, _AROUND)

    def _find_seated(self, place: int, told: _Told) -> int | None:
        """ "a firm (once) based in Lima, Peru, that builds ships"."""
        k = self._find_start(place)
        if self.tokens.lower[k] not in {"in", "at"} or self.tokens.lower[k - 1] not in _SEATED:
            return None
        k -= 2
        while k > 0 and self.tokens.tags[k] in {"RB", "VBD"} | {",", "CC"}:
            k -= 1
        fits = k in told and self.ontology.is_a(told[k][0].type, "Organization")
        return k if fits else self._find_subject(k, told)

    def _find_subject(self, noun: int, told: _Told) -> int | None:
        """What a noun is said of that is no mention: "Norvik Radio is a radio network based in"."""
        parse = self.tokens.parse
        if self.tokens.tags[noun] != "NN" or parse.deps[noun] != "attr":
            return None
        subjects = parse.list_subjects(parse.heads[noun], passive=False)
        found = [k for k in subjects if k in told]
        fits = found and self.ontology.is_a(told[found[0]][0].type, "Organization")
        return found[0] if fits else None

    def _find_back(self, head: int, token: int, told: _Told, kind: str) -> int | None:
        """The nearest of a type before a pronoun, with no verb of others and no others between."""
        tokens = self.tokens
        first = tokens.parse.sentences[tokens.parse.sentence_of[token]][0]
        for k in range(token - 1, max(first, token - _FAR) - 1, -1):
            if k != head and k in told and self.ontology.is_a(told[k][0].type, kind):
                return k
            if tokens.tags[k] in {"NNS", "WP", "WDT", "WRB"}:  # "officials from Peru, who"
                return None
            verb = tokens.tags[k][:1] == "V" and tokens.parse.lemmas[k] != "be"
            if verb and tokens.lower[k] not in _HAILING:
                return None
        return None

    def _walk(self, place: int, told: _Told, passed: Container[str]) -> int | None:
        """The body before a place or a row of places."""
        for k in range(place - 1, max(place - _REACH, -1), -1):
            if k in told and self.ontology.is_a(told[k][0].type, "Organization"):
                return k
            if not self.tokens.capital[k] and self.tokens.lower[k] not in passed:
                return None
        return None

    def _find_start(self, place: int) -> int:
        """The word before a place and those that it lies in: "in [Lima, Peru]"."""
        k = place
        while k > 0 and (self.tokens.capital[k] or self.tokens.lower[k] in {",", "the"}):
            k -= 1
        return k

    def _tells_work(self, token: int) -> bool:
        """ "which builds ships", "which has 20 shops": what firms do, and no town."""
        tokens = self.tokens
        behind = range(token + 1, min(token + _CLAUSE, len(tokens.words)))
        deed = next((k for k in behind if tokens.tags[k][:1] == "V"), None)
        return deed is not None and tokens.parse.lemmas[deed] in _WORKINGS

    def _tells_staff(self, token: int) -> bool:
        """ "where he studied law", "where she is a professor": not where somebody lives or was born."""
        tokens = self.tokens
        if tokens.lower_at(token + 1) not in _HUMAN:
            return False
        behind = range(token + 2, min(token + 2 + _CLAUSE, len(tokens.words)))
        verbs = [k for k in behind if tokens.tags[k][:1] == "V"]
        lemmas = {tokens.parse.lemmas[k] for k in verbs}
        if not lemmas.isdisjoint(_DOINGS):
            return True
        last = tokens.tags[verbs[-1]] if verbs else ""
        return lemmas <= {"be", "become", "have"} and last in {"VBD", "VBZ", "VBN", "VBP"}
