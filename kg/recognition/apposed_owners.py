"""Whose a possessive is by the nouns above it: "[X]'s plan to sell its unit", "[X], president until his death"."""

from kg.model.parse import FINITE, Parse

_LEADING = frozenset(["pobj", "prep", "dobj", "acl", "pcomp"])  # from a noun down to what it is of
_TELLING = frozenset(
    ["of", "over", "in", "into", "to", "for", "on"]
)  # what a noun itself calls for
_PERSONS = frozenset(["his", "her"])
_TIMES = frozenset(["until", "till", "since", "before", "after", "during", "through"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "NNP", "VBN"])
_OTHERS = frozenset(["and", "who", "whose", "with", "by", ";"])
_LONGEST = 14  # tokens from the name to the pronoun


def find_own_possessor(parse: Parse, token: int) -> int | None:
    """Whose the noun is that leads to a possessive: "[Norvik]'s control over its unit", "plan to sell its unit"."""
    if (apposed := _find_apposed(parse, token)) is not None:
        return apposed
    k = parse.heads[token]
    while parse.deps[k] in _LEADING and parse.heads[k] < k:
        k = parse.heads[k]
        aside = parse.deps[k] == "prep" and parse.lemmas[k] not in _TELLING
        if aside or parse.tags[k] in FINITE:
            return None  # "X won Y's market with its partner"
        owners = [c for c in parse.children[k] if parse.deps[c] == "poss" and c < k]
        if owners and parse.tags[k][:1] == "N":
            return owners[-1]
    return None


def _find_apposed(parse: Parse, token: int) -> int | None:
    """The name before the comma that opens such a phrase, where no verb and no other name stands in it."""
    first = parse.sentences[parse.sentence_of[token]][0]
    if parse.words[token].lower() not in _PERSONS or token - 1 <= first:
        return None
    if parse.lemmas[token - 1].lower() not in _TIMES:
        return None
    for k in range(token - 2, max(first, token - _LONGEST), -1):
        if parse.tags[k] in FINITE or parse.words[k].lower() in _OTHERS:
            return None
        if parse.words[k] == ",":
            described = parse.tags[k + 1] in _DESCRIBING
            return k - 1 if described and parse.tags[k - 1][:3] == "NNP" else None
    return None
