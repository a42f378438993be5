"""Words for posts and months in the names of people: "said Jane King, chief of", "said Wang Jun, head of"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")


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


def is_given_month(tokens: Tokens, i: int) -> bool:
    """ "said Wang Jun, head of": a month's name that the word before belongs to, and no date."""
    dated = any(word[:1].isdigit() for word in tokens.words[i + 1 : i + 3])
    if tokens.lower[i] == "may":  # a month in full, which is told without a day as well
        return not dated and tokens.lower_at(i - 1) in _GIVEN and tokens.capital[i - 1]
    parse = tokens.parse
    joined = parse.deps[i - 1] == "compound" and parse.heads[i - 1] == i
    return joined and not dated and not tokens.is_common(i - 1)
