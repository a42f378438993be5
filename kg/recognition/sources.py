"""Whom news quotes by name and body: "Jane Doe of the Norvik Institute said", "Jane Doe told reporters"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_INNER = frozenset(["of", "the", "for", "and", "&", "'s", "’s"])
_LINKS = frozenset(["of", "from", "at", "with"])
_REACH = 10  # tokens of a body's name
_HEARERS = frozenset(["reporters", "journalists", "newsmen", "correspondents"])


class SourceReader:
    """Tells names whose bearer speaks for a body or to the press; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.speech_verbs = names.get("speech_verbs")
        heads = names.get_mapping("heads")
        self.heads = frozenset(head.split()[-1] for head in heads) | names.get("topics")
        self.bodies = names.get("of_heads")

    def is_source(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether words of no dictionary in tokens start to end say something for the body behind them."""
        if any(tokens.is_common(k) or tokens.lower[k] in self.heads for k in range(start, end)):
            return False
        if tokens.lower_at(end) == "told" and tokens.lower_at(end + 1) in _HEARERS:
            return True
        if tokens.lower_at(end) not in _LINKS:
            return False
        k = end + 1
        while k < len(tokens.words) and k < end + _REACH and self._is_inner(tokens, k, end):
            k += 1
        named = any(tokens.capital[n] for n in range(end + 1, k))
        return named and tokens.lemma_at(k) in self.speech_verbs and tokens.tags[k][:2] == "VB"

    def _is_inner(self, tokens: Tokens, k: int, end: int) -> bool:
        """Capitals and the small words of a body, and an adjective before it: "of the central [Bank]"."""
        small = tokens.lower[k] in _INNER
        return tokens.capital[k] or small or (k == end + 2 and tokens.words[k].isalpha())
