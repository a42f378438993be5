"""The nouns that tell what a trade is about, part of its title: "a [privacy and ethics] researcher"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_JOINTS = frozenset(["and", "&"])
_BODIES = frozenset(  # "a company analyst" is one of the company
    ["company", "firm", "group", "club", "party", "ministry", "government", "city", "state"]
)


class SpecialtyReader:
    """Takes them in; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.trades = lexicon.get("specialists")
        self.modifiers = lexicon.get("modifiers")
        self.describing = lexicon.get("specialty_words")
        people = load_lexicon("names").get("person_nouns")
        self.others = frozenset(lexicon.get_mapping("heads")) | people | _BODIES

    def take(self, tokens: Tokens, start: int, head: int, floor: int) -> int:
        """Where the title that begins at `start` begins with these nouns, not before `floor`."""
        if tokens.capital[head] or tokens.lower[head] not in self.trades:
            return start
        if head + 1 < len(tokens.words) and tokens.tags[head + 1] in {"NN", "NNS"}:
            return start  # "a menswear specialist retailer"
        k = start
        while k > floor and self._is_noun(tokens, k - 1):
            k -= 1
            if k - 1 > floor and tokens.lower[k - 1] in _JOINTS and self._is_noun(tokens, k - 2):
                k -= 2
            while k > floor and self._describes(tokens, k - 1):
                k -= 1
        return k

    def _describes(self, tokens: Tokens, k: int) -> bool:
        """ "[senior emerging] markets strategist"."""
        return _is_small(tokens, k) and (
            tokens.lower[k] in self.modifiers or tokens.lower[k] in self.describing
        )

    def _is_noun(self, tokens: Tokens, k: int) -> bool:
        others = tokens.lower[k] in self.others or tokens.parse.lemmas[k] in self.others
        return tokens.tags[k] in {"NN", "NNS"} and _is_small(tokens, k) and not others


def _is_small(tokens: Tokens, k: int) -> bool:
    return tokens.words[k].islower() and tokens.words[k].isalpha()
