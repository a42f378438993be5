"""Names that are told to be some of several works: "runs ports in Tarn, among them X and Y", "two of them, X and Y"."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_SURE = 4.0
_REACH = 24  # tokens back from a name to the noun of its kind
_FACILITY = "Facility"
_NOUNS = frozenset(["NN", "NNS"])
_JOINTS = frozenset([",", "and", "&", "the", "as", "well"])
_CUES = frozenset(["including", "like", "namely", "especially"])
_OF_THEM = ["of", "them"]


class MemberReader:
    """Votes for names in rows of works without a name; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        words = load_lexicon("nominals")
        self.ontology = ontology
        self.nominals = words.get_mapping("nominals")
        self.placing, self.places = words.get("placing_another"), words.get("nouns_of_places")

    def read(self, tokens: Tokens, start: int, found: dict[str, float]) -> None:
        """Adds the vote for the name that begins at a token."""
        before = start - 1 - (tokens.lower_at(start - 1) == "the")
        if before >= 0 and tokens.lower[before] in self.placing:
            return  # "X on the Tarn": no member, but where one is
        kind = self._find_kind(tokens, start)
        if kind:
            vote(found, kind, _SURE)

    def _find_kind(self, tokens: Tokens, start: int) -> str:
        """The type of what a row with the name is told to be, or ""."""
        cue = self._find_cue(tokens, start)
        if cue is None:
            return ""
        if tokens.lower[cue - 1 : cue + 1] == _OF_THEM:
            return self._find_told_before(tokens, cue)
        if tokens.tags[cue] == "NNS":
            return self._read_plural(tokens, cue)
        k = cue - 1 - (tokens.lower_at(cue - 1) in {"such", "among"})
        k -= tokens.lower_at(k) == ","
        while k > cue - _REACH and k > 0 and self._is_placing(tokens, k):
            if tokens.tags[k] == "NNS":
                break
            k -= 1
        return self._read_plural(tokens, k) if k >= 0 else ""

    def _find_cue(self, tokens: Tokens, start: int) -> int | None:
        """ "including", "them" of "among them" or "two of them", or "ports" of "the ports, X in Tarn and Y"."""
        comma = False
        for k in range(start - 1, max(start - _REACH, 0), -1):
            word = tokens.lower[k]
            pair = f"{tokens.lower[k - 1]} {word}"
            if word in _CUES or pair in {"such as", "among them"}:
                return k
            if pair == "of them":
                return k if comma else None
            if tokens.tags[k] == "NNS" and not tokens.capital[k] and tokens.lower[k + 1] == ",":
                return k if tokens.capital[k + 2] and self._is_row(tokens, k + 2) else None
            if not (self._is_placing(tokens, k) or word in _JOINTS):
                return None
            comma = word == ","
        return None

    def _is_row(self, tokens: Tokens, start: int) -> bool:
        """Whether each of several names has its place behind it: "X in the north and Y in the south"."""
        last = tokens.parse.sentences[tokens.parse.sentence_of[start]][1]
        joint = False
        for k in range(start, min(start + _REACH, last)):
            joint = joint or tokens.lower[k] == "and"
            if not (self._is_placing(tokens, k) or tokens.lower[k] in _JOINTS):
                return joint and (tokens.lower[k - 1] == "," or tokens.lower[k] in {".", ";"})
        return False

    def _is_placing(self, tokens: Tokens, k: int) -> bool:
        """Whether a word belongs to a name or to where a thing is."""
        placed = tokens.lower[k] in self.placing or tokens.lower[k] in {"the", "of", "across"}
        return placed or tokens.capital[k] or self._is_place_noun(tokens, k)

    def _is_place_noun(self, tokens: Tokens, k: int) -> bool:
        return tokens.lower[k] in self.places and tokens.tags[k] != "NNS"

    def _read_plural(self, tokens: Tokens, k: int) -> str:
        """The type of works that a noun in the plural tells, or ""."""
        if tokens.tags[k] != "NNS" or (tokens.capital[k] and k not in tokens.first_of_sentence):
            return ""
        lemma = tokens.lemma_at(k)
        kind = self.nominals.get(f"{tokens.lower_at(k - 1)} {lemma}") or self.nominals.get(lemma)
        return kind if kind and self.ontology.is_a(kind, _FACILITY) else ""

    def _find_told_before(self, tokens: Tokens, cue: int) -> str:
        """The only works told in the plural in the sentence before: "Five ports serve it. Two of them, X and Y"."""
        number = tokens.parse.sentence_of[cue]
        if number == 0 or any(
            tokens.tags[k] in _NOUNS for k in range(tokens.parse.sentences[number][0], cue)
        ):
            return ""
        before = range(*tokens.parse.sentences[number - 1])
        kinds = {kind for k in before if (kind := self._read_plural(tokens, k))}
        return next(iter(kinds)) if len(kinds) == 1 else ""
