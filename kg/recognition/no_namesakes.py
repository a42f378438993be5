"""Words with a capital that name a day, money, a paper or whoever speaks: "Mondays", "R265/t", "Letter of Intent"."""

import re

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905
_MONEY = re.compile(r"[A-Z]{0,3}[$€£¥₦₹₵₱₺₴₽]\d[\d.,]*")
_RAND = re.compile(r"R\d[\d.,]*")
_RATED = frozenset(["/", "per", "a", "-", "million", "billion", "bn", "m", "trillion"])
_PAPERS = frozenset("letter letters notice certificate deed declaration statement".split())  # noqa: SIM905
_STATE_TAILS = frozenset(["owned", "run", "controlled", "backed", "funded", "held", "linked"])


def is_namesake(tokens: Tokens, name: Name) -> bool:
    """Whether a name that nobody knows is such a word."""
    words, start, end = tokens.words[name.start : name.end], name.start, name.end
    if name.known_as is not None or len(words) != 1:
        return False
    word = words[0]
    if word.lower().removesuffix("s") in _DAYS or word in {"I", "I."}:
        return True
    if _MONEY.fullmatch(word) or (_RAND.fullmatch(word) and tokens.lower_at(end) in _RATED):
        return True
    if word == "State" and tokens.lower_at(end) == "-" and tokens.touches(start):
        return tokens.lower_at(end + 1) in _STATE_TAILS
    paper = tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) in _PAPERS
    return paper and tokens.is_common(start)
