"""What befalls firms alone, and what they have: "X raised $5m in seed funding", "sold X to Norvik", "X has 9 shops"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_ROUNDS, _SHOPS = _NAMES.get("funding_words"), _NAMES.get("firm_shops")
_SPORTS = _NAMES.get("people_words")
_RAISING = frozenset(["raise", "secure", "close", "receive", "land"])
_SELLING = frozenset(["sell", "divest"])
_HAVING = frozenset(["have", "operate", "run", "own", "open", "close"])
_PASSED = frozenset(["CD", "RB", "JJ", "JJR", "IN", "DT", "PRP$", "NN", "QP"])
_MONEY = frozenset(["$", "€", "£", "us$", "million", "billion", "m", "mn", "bn"])
_FAR = 14  # tokens from the verb to the round
_NEAR = 6  # tokens from the verb to the shops


def is_firm_by_fate(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the name at these tokens raises money in rounds, is sold to another, or has shops by the dozen."""
    verb = _find_verb(tokens, end)
    if verb is not None and (_raises_round(tokens, verb) or _has_shops(tokens, verb)):
        return True
    return _is_sold(tokens, start, end)


def _find_verb(tokens: Tokens, end: int) -> int | None:
    """The verb right behind a name, past "has", "also" and the like."""
    k = end
    while k < min(end + 3, tokens.size) and (
        tokens.tags[k] in {"MD", "RB"} or tokens.parse.deps[k] == "aux"
    ):
        k += 1
    return k if k < tokens.size and tokens.tags[k][:2] == "VB" else None


def _raises_round(tokens: Tokens, verb: int) -> bool:
    """ "raised $12.5 million in Series B funding"."""
    if tokens.lemma_at(verb) not in _RAISING:
        return False
    last = min(tokens.parse.sentences[tokens.parse.sentence_of[verb]][1], verb + _FAR)
    words = tokens.lower[verb + 1 : last]
    return not _ROUNDS.isdisjoint(words) and any(
        word in _MONEY or word[:1].isdigit() for word in words
    )


def _has_shops(tokens: Tokens, verb: int) -> bool:
    """ "has over 70 stores", "operates 12 branches": a number of what only firms have."""
    if tokens.lemma_at(verb) not in _HAVING:
        return False
    counted = False
    for k in range(verb + 1, min(verb + 1 + _NEAR, tokens.size)):
        if tokens.lower[k] in _SHOPS:
            return counted
        if tokens.tags[k] not in _PASSED:
            return False
        counted = counted or tokens.tags[k] == "CD"
    return False


def _is_sold(tokens: Tokens, start: int, end: int) -> bool:
    """ "sold X to Norvik", "sold off X to the Ruritanian bank Norvik": no player, and no town."""
    verb = start - 1 - (tokens.lower_at(start - 1) in {"off", "the"})
    if tokens.lemma_at(verb) not in _SELLING or tokens.tags[verb][:2] != "VB":
        return False
    buyer = end + 1 + (tokens.lower_at(end + 1) in {"the", "a", "an"})
    if tokens.lower_at(end) != "to" or buyer >= tokens.size or not tokens.capital[buyer]:
        return False
    sentence = range(*tokens.parse.sentences[tokens.parse.sentence_of[start]])
    return not any(tokens.lemma_at(k) in _SPORTS for k in sentence)
