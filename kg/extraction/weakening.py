"""How the modality of a clause and of what it hangs on go together."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_CHAIRING = load_lexicon("scope").get("chairing")
_RANK = {Modality.ACTUAL: 0, Modality.PLANNED: 1, Modality.POSSIBLE: 2, Modality.NEGATED: 3}


def weaken(first: Modality, second: Modality) -> Modality:
    """The weaker of two: what is planned to be possible is possible; a denied plan is denied."""
    return first if _RANK[first] >= _RANK[second] else second


def told_apart(above: Modality) -> Modality:
    """ "did not stay after buying Y": a denial is not of what is told beside it."""
    return Modality.ACTUAL if above is Modality.NEGATED else above


def goes_on(parse: Parse, verb: int) -> bool:
    """ "went on to buy Y" tells that it did."""
    return parse.lemmas[verb] == "go" and parse.words[verb + 1 : verb + 2] == ["on"]


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether "to" stands before a verb."""
    return parse.tags[verb] in {"VB", "VBN"} and any(
        parse.tags[c] == "TO" and parse.deps[c] == "aux" for c in parse.children[verb]
    )


def goes_along(parse: Parse, verb: int) -> bool:
    """ "will open a mill, creating 90 jobs", "will be held, chaired by X": as sure as what it hangs on."""
    if parse.tags[verb] == "VBN":
        return parse.lemmas[verb] in _CHAIRING
    finite = any(parse.deps[c] == "aux" for c in parse.children[verb])  # "while X is building"
    return parse.tags[verb] == "VBG" and not finite


def is_compound_negator(parse: Parse, adverb: int, negators: Container[str]) -> bool:
    """ "no longer": the parser hangs "no" on the adverb."""
    return parse.deps[adverb] == "advmod" and any(
        f"{parse.words[c]} {parse.words[adverb]}".lower() in negators
        for c in parse.children[adverb]
    )


def is_set_up(parse: Parse, verb: int) -> bool:
    """ "set up a venture" is no "set to build one"."""
    return any(parse.deps[c] == "prt" for c in parse.children[verb])


def tells_most(parse: Parse, verb: int) -> bool:
    """ "We could not be more excited", "couldn't be happier": said of what is, and nothing is denied."""
    below = parse.children[verb]
    if parse.lemmas[verb] != "be" or not any(parse.words[c].lower() == "could" for c in below):
        return False
    return any(
        parse.tags[c] == "JJR" or any(parse.words[k] == "more" for k in parse.children[c])
        for c in below
        if parse.deps[c] in {"acomp", "attr"}
    )
