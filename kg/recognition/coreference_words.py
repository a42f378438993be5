"""The words that coreference goes by."""

from collections.abc import Mapping, Sequence
from functools import cache

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import SUBJECTS
from kg.ontology import Ontology
from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_CLAUSE = 16  # tokens of a clause between commas
_CONTINENTS = {f"region/{name}" for name in load_lexicon("nominals").get("continents")}


class CoreferenceWords:
    """Word lists of the lexicon, by what they tell."""

    def __init__(self) -> None:
        nominals = load_lexicon("nominals")
        self.anaphoric = nominals.get("anaphoric")
        self.deeds, self.made = nominals.get("deeds"), nominals.get("made")
        self.leading, self.raising = nominals.get("leading"), nominals.get("raising")
        self.impersonal = nominals.get("impersonal")
        self.starting, self.workings = nominals.get("starting"), nominals.get("workings")
        self.raised, self.rating = map(nominals.get, ("raised", "rating"))
        self.female, self.dealing = map(nominals.get, ("female", "dealing"))
        self.building = load_lexicon("triggers").get("build") | {"open", "inaugurate", "complete"}
        self.told_apart, self.joined = map(nominals.get, ("told_apart", "joined_firms"))
        self.speech = load_lexicon("names").get("speech_verbs") | {"announce", "report"}
        self.saying = load_lexicon("scope").get("speech")
        self.purchases = load_lexicon("triggers").get("purchase_nouns")
        self.judging, self.firm_deals = map(nominals.get, ("judging", "firm_deals"))
        self.peoples_posts = load_lexicon("names").get("peoples_posts")
        self.said_of_deeds, self.giving = nominals.get("said_of_deeds"), nominals.get("giving")
        self.heads_of_works, self.works_nouns = map(nominals.get, ("heads_of_works", "works_nouns"))
        self.had_by_deals, self.had_by_works = map(nominals.get, ("had_by_deals", "had_by_works"))
        self.had_by_figures = nominals.get("had_by_figures")
        self.willing = nominals.get("willing") | self.deeds
        self.beginnings = nominals.get("beginnings")
        self.had_by_agents, self.taking = map(nominals.get, ("had_by_agents", "taking"))
        self.services, self.crossing = nominals.get("services"), nominals.get("crossing")
        self.services_of_works = nominals.get("services_of_works")
        self.expected_of_works = nominals.get("expected_of_works")
        self.worked_measures = nominals.get("worked_measures")
        self.coming_measures = self.worked_measures | nominals.get("coming_measures")
        self.rivalling, self.throughput = nominals.get("rivalling"), nominals.get("throughput")
        self.spouses = nominals.get("spouses")
        self.partners, self.undertakings = map(nominals.get, ("partners", "undertakings"))
        self.keeping = nominals.get("keeping")
        self.heads_of_firms = nominals.get("heads_of_firms")
        kinds = ("island nation", "archipelago", "kingdom", "sultanate", "emirate")
        self.states = {kind: nominals.get(kind.replace(" ", "_")) for kind in kinds}
        self.callings = load_lexicon("names").get("person_nouns")
        firms = {k for k, kind in nominals.get_mapping("nominals").items() if kind == "Company"}
        self.young_firms, self.backers = nominals.get("young_firms"), nominals.get("backers")
        self.callable_firms = load_lexicon("names").get("makers") | nominals.get("callable")
        self.callable_firms |= firms - nominals.get("not_callable") - self.anaphoric

    def keep_states(self, referents: list[Referent], word: str) -> list[Referent]:
        """Those that the word may take up: "the island nation" is no China, "the continent" no Sahel."""
        if word == "continent":
            found = [r for r in referents if r.mention.known_as in _CONTINENTS]
            return found if len({r.mention.known_as for r in found}) == 1 else []
        states = self.states.get(word)
        if states is None:
            return referents
        known = [(r, (r.mention.known_as or "").removeprefix("country/")) for r in referents]
        return [r for r, c in known if not c or c in states or r.type != "Country"]

    def is_calling(self, tokens: Tokens, nominal: Nominal) -> bool:
        """ "The economist", "the former minister": what somebody who is known is called."""
        words = {*tokens.lower[nominal.start - 1 : nominal.end]}
        return nominal.definite and not words.isdisjoint(self.callings | {"former"})

    def find_partner(
        self,
        tokens: Tokens,
        token: int,
        told: Mapping[int, tuple[Mention, int]],
        ontology: Ontology,
    ) -> Link | None:
        """ "X and his wife", "Y and its local partner": what stands before it is meant."""
        lower = tokens.lower
        following = lower[token + 1 : token + 4] if lower[token - 1] == "and" else []
        noun = tokens.parse.heads[token]
        if lower[token - 2] == "," and tokens.parse.deps[noun] in SUBJECTS:
            return None  # "it built a mill for Norvik, and its unit runs it": a clause of its own
        before = told.get(_find_before_clause(lower, token - 2) if following else -1)
        for words, kind in ((self.spouses, "Person"), (self.partners, "Organization")):
            if before and words.intersection(following) and ontology.is_a(before[0].type, kind):
                return Link(
                    before[0], before[0].type, "partner of what stands before", 0.85, before[1]
                )
        return None


def _find_before_clause(lower: Sequence[str], k: int) -> int:
    """Where the name stands that "and its partner" goes on with: before a clause that commas set off, if there is one.

    "Norvik, which is owned by the state, and its partners": Norvik's.
    """
    if lower[k] != ",":
        return k
    inside = range(k - 1, max(k - _CLAUSE, 0), -1)
    comma = next((n for n in inside if lower[n] == ","), 0)
    return comma - 1 if comma and lower[comma + 1] in {"which", "who", "whose"} else k - 1


@cache
def load_words() -> CoreferenceWords:
    """The word lists, read once a process."""
    return CoreferenceWords()
