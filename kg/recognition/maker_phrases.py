"""Names behind a description that ends with goods: "the Danish maker of hearing aids [Norvik]"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_MAKERS = load_lexicon("triggers").get("sellers_and_makers")
_GOODS = frozenset(["NN", "NNS", "JJ", "VBG", "VBN", "HYPH", "CC", ","])
_KINDS = frozenset(load_lexicon("nominals").get_mapping("nominals"))
_PERSONS = load_lexicon("names").get("person_nouns")
_CALLED = frozenset(["called", "named", "dubbed", "christened"])
_LONGEST = 8  # tokens of what is made
_BRANDS = frozenset(["brand", "label", "giant", "fellow"])


def find_maker(tokens: Tokens, start: int) -> int | None:
    """The noun for who makes or sells what stands between it and the name that begins at `start`."""
    last = start - 1
    if last <= 1 or not _may_be_goods(tokens, last):
        return None
    for k in range(last, max(start - 1 - _LONGEST, 0), -1):
        if tokens.lower[k] == "of":
            told = tokens.lower[k - 1] in _MAKERS and not tokens.capital[k - 1] and k < last + 1
            return k - 1 if told else None
        if tokens.capital[k] or tokens.tags[k] not in _GOODS:
            return None
    return None


def _may_be_goods(tokens: Tokens, last: int) -> bool:
    """ "maker of [cars] Norvik": not "supplier of [carmaker] Norvik", nor "the producer of the [brand] Norvik"."""
    word = tokens.lower[last]
    if tokens.capital[last] or tokens.tags[last] not in {"NN", "NNS"}:
        return False
    return tokens.parse.lemmas[last] not in _KINDS | _PERSONS | _BRANDS and word not in _KINDS


def is_behind(head: int, start: int, tokens: Tokens) -> bool:
    """ "The company, called Norvik, will", "the maker of hearing aids Norvik": a name of what was told."""
    after = head + 1
    called = start == after + 2 and tokens.lower[after : after + 1] == [","]
    if called and tokens.lower_at(after + 1) in _CALLED:
        return True
    return find_maker(tokens, start) == head
