"""Figures of what a thing is called: "Norvik Group, a family business with 300 workers, will buy Y"."""

from kg.extraction.scope import ScopeReader
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_CLIMBED = 8  # heads above a measured noun
_NAMES = ("NNP", "NNPS")
_ACTING = frozenset(["nsubj", "nsubjpass", "poss"])


class ApposedFigures:
    """Answers for the measured nouns of one document, whose verb tells nothing of what is so already."""

    def __init__(self, parse: Parse, scope: ScopeReader) -> None:
        words = load_lexicon("scope")
        self.parse, self.scope = parse, scope
        self.made = words.get("building_verbs") | words.get("creating_verbs")

    def read(self, noun: int) -> Modality:
        """The modality of a figure that a noun tells, without that of the verb where it is so whatever is done."""
        return self.scope.read_nouns(noun) if self._is_so(noun) else self.scope.read_noun(noun)

    def _is_so(self, noun: int) -> bool:
        """Whether a noun belongs to an apposition of a name or of who acts; not of what is only to be built."""
        token = noun
        for _ in range(_CLIMBED):
            above = self.parse.heads[token]
            if self.parse.deps[token] == "appos":
                return self._stands(above)
            if above == token or self.parse.tags[token].startswith("V"):
                return False
            token = above
        return False

    def _stands(self, thing: int) -> bool:
        """Whether what is described is there: no new works, in whatever case they stand to their verb."""
        parse, token = self.parse, thing
        while parse.deps[token] in {"pobj", "prep", "conj", "appos"}:
            token = parse.heads[token]
        verb = token if parse.tags[token].startswith("V") else parse.heads[token]
        made = parse.lemmas[verb] in self.made or parse.lemmas[token] in self.made
        if made and not (parse.deps[token] == "nsubj" and parse.tags[thing] in _NAMES):
            return False
        return parse.tags[thing] in _NAMES or parse.deps[thing] in _ACTING
