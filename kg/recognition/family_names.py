"""Family names that are words for posts: "said Jane King, chief of"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens


class FamilyNames:
    """Tells such names from titles; holds no state."""

    def __init__(self) -> None:
        self.words = load_lexicon("posts").get("family_names")
        self.given = load_lexicon("given_names").get("given")

    def is_one(self, tokens: Tokens, i: int) -> bool:
        """Whether the token is the family name behind a given one; no further name may follow."""
        named = tokens.words[i].istitle() and tokens.lower[i] in self.words
        given = tokens.lower_at(i - 1) in self.given and tokens.capital[i - 1]
        return named and given and not any(tokens.capital[i + 1 : i + 2])
