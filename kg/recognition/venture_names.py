"""Letters of a fund, no title of a school's head: "led by Norvik VC, along with …", "its VC arm"."""

from kg.recognition.tokens import Tokens

_SCHOOLS = frozenset(["university", "varsity", "college", "institute", "the", "its"])


def is_venture(tokens: Tokens, i: int) -> bool:
    """Whether "VC" is of a fund's name or of venture capital."""
    if tokens.words[i] != "VC":
        return False
    if tokens.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["HYPH"]):
        return True
    named = i > 0 and tokens.capital[i - 1] and tokens.lower_at(i - 1) not in _SCHOOLS
    return named and tokens.capital[i + 1 : i + 2] != [True]
