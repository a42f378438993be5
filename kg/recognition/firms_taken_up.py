"""Firms by what the next sentence calls them: "Norvik bought a jet. [The airline] serves 60 towns."."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_STRONG, _FAIR = 2.0, 1.2
_LONGEST = 3  # words of what it is called
_GENERAL = frozenset(
    ["company", "firm", "group", "business", "corporation", "conglomerate", "bank"]
)
_PLAIN = frozenset(["unit", "arm", "fund", "chain", "plant", "agency", "club", "venture", "label"])


class TakenUpFirms:
    """Votes for a firm of one word, the subject of one sentence, by the subject of the next; holds no state."""

    def __init__(self) -> None:
        kinds = load_lexicon("nominals").get_mapping("nominals")
        self.firms = frozenset(noun for noun, kind in kinds.items() if kind == "Company") - _PLAIN
        self.speech = load_lexicon("names").get("speech_verbs")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the vote for the name in tokens start to end."""
        parse = tokens.parse
        if end - start > 1 or start not in tokens.first_of_sentence:
            return
        sentence = parse.sentence_of[start]
        if parse.deps[start] not in SUBJECTS or sentence + 1 >= len(parse.sentences):
            return
        called = self._find_called(tokens, *parse.sentences[sentence + 1])
        if not called or self._tells_another(tokens, start, parse.sentences[sentence][1]):
            return
        if called not in _GENERAL:
            vote(found, "Company", _STRONG)
        elif parse.lemmas[parse.heads[start]] not in self.speech:
            vote(found, "Company", _FAIR)

    def _find_called(self, tokens: Tokens, first: int, end: int) -> str:
        """ "The [fashion house] operates": the firm's kind that is the subject right behind the article."""
        if tokens.words[first] != "The":
            return ""
        k = first + 1
        while k < min(first + _LONGEST, end - 1) and tokens.tags[k + 1] in {"NN", "NNS"}:
            k += 1
        if tokens.tags[k] != "NN" or tokens.parse.deps[k] not in SUBJECTS:
            return ""
        pair = f"{tokens.lower[k - 1]} {tokens.lower[k]}"
        return next((w for w in (pair, tokens.lower[k]) if w in self.firms), "")

    def _tells_another(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the sentence tells of somebody by a firm's kind, or elsewhere of a person of this family name."""
        if any(tokens.lower[k] in self.firms for k in range(start + 1, end)):
            return True
        word = tokens.words[start]
        same = [k for k, w in enumerate(tokens.words) if w == word and k and k != start]
        return any(tokens.capital[k - 1] and k - 1 not in tokens.first_of_sentence for k in same)
