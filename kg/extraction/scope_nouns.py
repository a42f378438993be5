"""Nouns that tell what is, whatever the clause they stand in plans or hopes, and nouns only wished for."""

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_BESIDE = frozenset(["in", "under", "through", "via"])
_NO = frozenset(["no", "neither"])
_DETERMINING = frozenset(["det", "preconj", "appos"])
_REACH = 8  # heads from a noun up to its verb
_WISHING = load_lexicon("scope").get("wishing")
_RUMOURS = load_lexicon("scope").get("rumours")
_DENYING = load_lexicon("scope").get("denying")
_DENIALS = load_lexicon("scope").get("denials")
_UNTRUE = load_lexicon("scope").get("untrue")


def is_served_as(parse: Parse, noun: int) -> bool:
    """ "served as chairman": whoever serves as something is it."""
    above = parse.heads[noun]
    return parse.lemmas[above] == "as" and parse.lemmas[parse.heads[above]] == "serve"


def is_apposed(parse: Parse, noun: int) -> bool:
    """What a name is called, it is, whatever the sentence plans: "Y, a unit of X", "X's unit, Y,"."""
    tags, deps, heads = parse.tags, parse.deps, parse.heads
    beside = noun < heads[noun] and deps[noun] in {"compound", "nmod"}  # "X's partner Y"
    if (beside or deps[noun] == "appos") and tags[heads[noun]].startswith("NNP"):
        return True
    return any(deps[c] == "appos" and tags[c] == "NNP" for c in parse.children[noun])


def is_beside(parse: Parse, noun: int, verb: int) -> bool:
    """ "offered it in partnership with Y": what a noun behind such a preposition tells is so."""
    token = noun
    for _ in range(_REACH):
        if parse.heads[token] in (verb, token):
            break
        token = parse.heads[token]
    done = any(parse.deps[c] in {"dobj", "nsubjpass"} for c in parse.children[verb])
    return parse.lemmas[token] in _BESIDE and done and parse.lemmas[verb] != "interest"


def is_hoped_for(parse: Parse, noun: int) -> bool:
    """ "called for cooperation", "interested in ties": only a wish of it is told."""
    if parse.deps[noun] != "pobj":
        return False
    link = parse.heads[noun]
    if parse.words[link].lower() not in {"for", "in"}:
        return False
    told = {parse.words[parse.heads[link]].lower(), parse.lemmas[parse.heads[link]]}
    return not told.isdisjoint(_WISHING)


def read_rumour(parse: Parse, noun: int, dep: str) -> Modality:
    """ "denied reports that it had bought Y": what is rumoured is denied; "rumours that it did" may be."""
    lemma, verb = parse.lemmas[noun].lower(), parse.heads[noun]
    if dep == "relcl":  # "reports that harmed it": those reports came
        return Modality.ACTUAL
    if lemma in _DENIALS:
        return Modality.NEGATED
    if lemma not in _RUMOURS:
        return Modality.ACTUAL
    if parse.deps[noun] == "nsubj" and any(
        parse.lemmas[c] in _UNTRUE for c in parse.children[verb]
    ):
        return Modality.NEGATED
    denied = parse.deps[noun] in {"dobj", "nsubjpass"} and parse.lemmas[verb] in _DENYING
    return Modality.NEGATED if denied else Modality.ACTUAL


def is_no(parse: Parse, noun: int) -> bool:
    """ "no plans", "neither firm", "X neither bought"."""
    words, deps = parse.words, parse.deps
    return any(deps[c] in _DETERMINING and words[c].lower() in _NO for c in parse.children[noun])


def sinks(parse: Parse, verb: int) -> bool:
    """ "its investments declined": what falls is not denied."""
    deps, children = parse.deps, parse.children[verb]
    falls = parse.lemmas[verb] in {"decline", "drop"}
    return falls and not any(deps[c] in {"dobj", "xcomp", "nsubjpass"} for c in children)
