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

_PLAIN = frozenset(["I", "I.", "Government"])  # "talks with Government", that of the land told
_NAMED_STORMS = frozenset("Hurricane Typhoon Cyclone Storm".split())  # noqa: SIM905
_STORMS = frozenset("hurricane typhoon cyclone storm".split())  # noqa: SIM905


def is_namesake(tokens: Tokens, name: Name) -> bool:
    """Whether a name that nobody knows is such a word."""
    words, start, end = tokens.words[name.start : name.end], name.start, name.end
    if not _STORMS.isdisjoint(w.lower() for w in words[:2]) or _is_storm(tokens, words):
        return True
    if name.known_as is not None or len(words) != 1:
        return False
    word = words[0]
    if word.lower().removesuffix("s") in _DAYS or word in _PLAIN:
        return True
    if _MONEY.fullmatch(word) or (_RAND.fullmatch(word) and tokens.lower_at(end) in _RATED):
        return True
    if word == "State" and tokens.lower_at(end) == "-" and tokens.touches(start):
        return tokens.lower_at(end + 1) in _STATE_TAILS
    paper = tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) in _PAPERS
    return paper and tokens.is_common(start)


def _is_storm(tokens: Tokens, words: list[str]) -> bool:
    """ "Cyclone [Marla]", later "Marla"."""
    if len(words) != 1 or _NAMED_STORMS.isdisjoint(tokens.words):
        return False
    told = (k for k, word in enumerate(tokens.words) if word == words[0])
    return any(tokens.words[k - 1] in _NAMED_STORMS for k in told if k)
