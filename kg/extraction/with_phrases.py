"""Values in the reach of a verb that are of another measure: "fell 13 percent with ARPU at 116 rupees"."""

from collections.abc import Set as AbstractSet

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse

_AT = "at"
_STANDING = frozenset(
    ["unchanged", "steady", "flat", "stable", "now", "currently", "still", "only", "just"]
)
_INSIDE = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "DT", "PRP$", "POS", "VBG", "VBN"]
)
_REACH = 8  # tokens of such a measure
_FURTHER = 16  # …and back to "with", past another one and "and"
_MULTIPLES = frozenset(load_lexicon("measures").get_mapping("multiply_verbs"))
_MULTIPLIED = frozenset(load_lexicon("measures").get_mapping("multiple_nouns"))


def is_anothers(parse: Parse, verb: int, start: int) -> bool:
    """Whether a value is one of what stands behind "with" or was doubled: "fell after doubling taxes to"."""
    if find_with_noun(parse, start) is not None:
        return True
    near = range(verb + 1, start) if start - verb < _FURTHER else ()
    return any(parse.lemmas[t] in _MULTIPLES or parse.words[t].lower() in _MULTIPLIED for t in near)


def find_with_noun(parse: Parse, start: int) -> int | None:
    """The noun that stands behind "with" and right before "at" and a value that begins at `start`."""
    if start < 3 or parse.words[start - 1].lower() != _AT:
        return None
    noun = start - 2
    while noun > 0 and parse.words[noun].lower() in _STANDING:
        noun -= 1
    if parse.tags[noun] not in {"NN", "NNS", "NNP"}:
        return None
    first = parse.sentences[parse.sentence_of[start]][0]
    for token in range(noun - 1, max(first, noun - _REACH) - 1, -1):
        word = parse.words[token].lower()
        if word == "with":
            return noun
        if word == "and":
            return noun if _is_going_on(parse, token, first) else None
        if parse.tags[token] not in _INSIDE:
            return None
    return None


def _is_going_on(parse: Parse, joint: int, first: int) -> bool:
    """ "with margins of 12 percent [and] debt at": whether "with" stands before, and no verb between."""
    for token in range(joint - 1, max(first, joint - _FURTHER) - 1, -1):
        if parse.words[token].lower() == "with":
            return True
        if parse.tags[token] in FINITE:
            return False
    return False


def is_set_apart(parse: Parse, token: int, measured: AbstractSet[str]) -> bool:
    """ "… and income from other [sources] rose": whether a measure, with its source, ends at a token."""
    linked = None
    for at in range(token, max(parse.sentences[parse.sentence_of[token]][0], token - _REACH), -1):
        if parse.words[at].lower() in {"and", ",", "while"}:
            return linked is not None and parse.lemmas[linked - 1] in measured
        if parse.tags[at] == "IN":
            linked = at
        elif parse.tags[at] not in _INSIDE:
            return False
    return False
