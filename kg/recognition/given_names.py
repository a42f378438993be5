"""Things and the names they are given: "a joint venture called Norvik", "a firm, to be known as Norvik"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("nominals")
_CALLED, _KNOWN = _WORDS.get("calling_verbs"), _WORDS.get("calling_verbs_as")
_BEFORE = _WORDS.get("words_before_calling") | {","}
_NEW = frozenset(["a", "an", "another", "new", "its", "their"])
_OPENING = frozenset(["“", '"', "``", "‘", "'", "the"])
_NOUNS = frozenset(["NN", "NNS"])
_PHRASE = frozenset(["NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "CD", "NNP", "$", "POS", "RB", "JJR"])
_PLACING = frozenset(["pobj", "prep", "appos", "conj"])
_REACH = 14  # tokens between a thing and what it is called: "a venture with Tarka in Zenda called"
_FILLING = 6  # tokens of ", which will be formally"


def find_named_thing(tokens: Tokens, start: int) -> int | None:
    """The noun that is given the name which begins at a token; "the company named Jane Doe" gives a post."""
    k = start - 1
    while tokens.lower_at(k) in _OPENING:
        k -= 1
    as_known = tokens.lower_at(k) == "as" and tokens.lower_at(k - 1) in _KNOWN
    verb = k - 1 if as_known else k
    if not as_known and tokens.lower_at(verb) not in _CALLED:
        return None
    if tokens.parse.sentence_of[max(verb, 0)] != tokens.parse.sentence_of[start]:
        return None
    before = verb - 1
    while verb - before < _FILLING and tokens.lower_at(before) in _BEFORE:
        before -= 1
    noun = before if tokens.tags[before : before + 1] and tokens.tags[before] in _NOUNS else None
    if noun is None and tokens.parse.deps[verb] in {"acl", "relcl"}:
        noun = _find_governor(tokens, verb)
    elif noun is None and tokens.lower_at(before + 1) == ",":
        noun = _find_placed(tokens, before)
    return noun if noun is not None and _is_new(tokens, noun) else None


def _find_governor(tokens: Tokens, verb: int) -> int | None:
    """The noun that a participle tells of, by way of its place: "a [venture] in Zenda, called"."""
    parse = tokens.parse
    k = parse.heads[verb]
    while parse.deps[k] in _PLACING and (tokens.tags[k] not in _NOUNS or not _is_new(tokens, k)):
        k = parse.heads[k]
    near = 0 < verb - k <= _REACH
    return k if near and tokens.tags[k] in _NOUNS else None


def _is_new(tokens: Tokens, noun: int) -> bool:
    k = noun - 1
    while tokens.tags[k] in _PHRASE and tokens.lower_at(k) not in _NEW and k > 0:
        k -= 1
    return tokens.lower_at(k) in _NEW


def _find_placed(tokens: Tokens, k: int) -> int | None:
    """The noun before the place that ends at a token: "a new [airline] from Zenda, dubbed"."""
    while k > 0 and tokens.capital[k]:
        k -= 1
    k -= tokens.tags[k] == "IN"
    return k if tokens.tags[k] in _NOUNS else None
