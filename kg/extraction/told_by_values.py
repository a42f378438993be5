"""Nominals told by a value before or a clause behind: "a $2 billion project", "the consortium that runs X"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_INDEFINITE = load_lexicon("arguments").get("indefinite")
_GROUND = load_lexicon("measures").get("ground_nouns")  # on which a work stands
_VALUED = 7  # tokens of a value before a noun: "a $2 billion, 300-megawatt"
_WITHIN = frozenset(["CD", "$", "HYPH", "#", "NN", "NNS", "NNP", "JJ", ","])
_RELATIVES = frozenset(["that", "which", "who"])
_CLAUSE = 10  # tokens of a relative clause in which a name stands
_NAMES = frozenset(["NNP", "NNPS"])


def is_new_with_value(parse: Parse, start: int, end: int) -> bool:
    """ "a [$2 billion] project", "a new [300-megawatt] scheme": a thing brought in with a value of its own."""
    valued = False
    if parse.lemmas[end - 1] in _GROUND:
        return False
    for token in range(start - 1, max(start - 1 - _VALUED, -1), -1):
        if parse.words[token].lower() in _INDEFINITE and parse.tags[token] == "DT":
            return valued
        if parse.tags[token] not in _WITHIN:
            return False
        valued = valued or parse.tags[token] == "CD"
    return False


def has_value_before(parse: Parse, start: int) -> bool:
    """ "the [$2 billion] project": whether a value stands right before a noun."""
    before = start - 1 - (parse.tags[start - 1] == "HYPH" if start > 1 else 0)
    return before >= 0 and parse.tags[before] == "CD"


def is_told_by_clause(parse: Parse, start: int, end: int) -> bool:
    """ "the consortium [that runs the Zenda Railway] moved": whom a clause with a name tells apart."""
    if parse.words[end : end + 1] == [] or parse.words[end].lower() not in _RELATIVES:
        return False
    verb = parse.heads[end]
    if start < 1 or parse.words[start - 1].lower() != "the":
        return False
    if parse.deps[verb] != "relcl" or parse.heads[verb] != end - 1:
        return False
    last = parse.sentences[parse.sentence_of[end]][1]
    inside = range(verb + 1, min(end + _CLAUSE, last))
    return any(parse.tags[t] in _NAMES and _hangs_on(parse, t, verb) for t in inside)


def _hangs_on(parse: Parse, token: int, verb: int) -> bool:
    for _ in range(_CLAUSE):
        if token == verb:
            return True
        if parse.heads[token] == token:
            return False
        token = parse.heads[token]
    return False
