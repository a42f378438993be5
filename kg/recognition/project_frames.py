"""Projects that the phrase itself tells the work of: "a project to build a dam" is the dam, and no other thing."""

from collections.abc import Callable

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_FOR = frozenset(["for", "on", "of", "involving"])
_REACH = 14  # tokens from "to build" to the noun that is built
_WORKS = ("Facility", "TransportCorridor", "EconomicZone")
_NEW = frozenset(["a", "an", "the", "its", "their", "first", "second"])
_GOING_ON = (["NN"], ["NNS"], ["POS"])
_STOPS = frozenset([",", ";", "(", "which", "that", "in", "at", "near", "and", "to"])


class ProjectFrames:
    """Answers for one noun at a time."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.projects = load_lexicon("nominals").get("undertakings")
        self.building = load_lexicon("triggers").get("build")
        self.deeds = load_lexicon("scope").get("creating_nouns")

    def tells_work(
        self, tokens: Tokens, i: int, find_kind: Callable[[Tokens, int], str | None]
    ) -> bool:
        """Whether what the noun at i is to build is named in its phrase; `find_kind` types nouns."""
        if tokens.lemma_at(i) not in self.projects:
            return False
        after = self._pass_deed(tokens, i + 1)
        if after is None:
            return False
        end = min(after + _REACH, tokens.parse.sentences[tokens.parse.sentence_of[i]][1])
        if tokens.lower_at(after) not in _NEW:
            return False
        for k in range(after + 1, end):
            if tokens.lower[k] in _STOPS:
                return False
            if tokens.tags[k] == "NN" and tokens.tags[k + 1 : k + 2] not in _GOING_ON:
                kind = find_kind(tokens, k)
                if kind is not None:
                    return any(self.ontology.is_a(kind, work) for work in _WORKS)
        return False

    def _pass_deed(self, tokens: Tokens, k: int) -> int | None:
        """The token behind "to build", "for the construction of", "for building" or "for"."""
        if tokens.lower_at(k) == "to":
            return k + 2 if tokens.lemma_at(k + 1) in self.building else None
        if tokens.lower_at(k) not in _FOR:
            return None
        k += 1 + (tokens.lower_at(k + 1) == "the")
        if tokens.lower_at(k) in self.deeds:
            return k + 2 if tokens.lower_at(k + 1) == "of" else None
        if tokens.tags[k : k + 1] == ["VBG"] and tokens.lemma_at(k) in self.building:
            return k + 1
        return k - (tokens.lower_at(k - 1) == "the")
