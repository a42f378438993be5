"""Nouns that tell what is, whatever the clause they stand in plans or hopes, and nouns only wished for."""

from kg.extraction.told_times import is_serving
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_BESIDE = frozenset(["in", "under", "through", "via"])
_NONE = frozenset(["nothing", "nobody"])
_NO = frozenset(["no", "neither"])
_DETERMINING = frozenset(["det", "preconj", "appos"])
_REACH = 8  # heads from a noun up to its verb
_WISHING = load_lexicon("scope").get("wishing")
_RUMOURS = load_lexicon("scope").get("rumours")
_DENYING = load_lexicon("scope").get("denying")
_DENIALS = load_lexicon("scope").get("denials")
_PLANS = load_lexicon("scope").get("disliked_plans")
_UNTRUE = load_lexicon("scope").get("untrue")
_FURTHERING = load_lexicon("scope").get("furthering")
_STANDING = load_lexicon("scope").get("standing")
_STANDING_MARKS = load_lexicon("scope").get("standing_marks")
_PERCEIVING = load_lexicon("scope").get("perceiving")
_GLAD = load_lexicon("scope").get("glad")
_TYING = load_lexicon("scope").get("tying")
_OWNED = frozenset(["poss", "det"])
_PAPERS = load_lexicon("scope").get("papers")
_TIES = load_lexicon("scope").get("tie_nouns") | {"cooperation", "co-operation", "trade"}
_SIGNED = frozenset(["sign", "ink", "seal", "conclude", "initial", "renew", "ratify", "exchange"])
_DEALS, _EXAMINING = load_lexicon("scope").get("deal_nouns"), load_lexicon("scope").get("examining")
_CONTESTING = load_lexicon("scope").get("contesting")
_INDEFINITE = frozenset(["a", "an", "no", "any", "another"])


def is_standing(parse: Parse, noun: int) -> bool:
    """ "will strengthen [the] partnership with Y", "to see X's [investment] in Y": it is there already."""
    dep, verb = parse.deps[noun], parse.heads[noun]
    if (
        dep == "pobj"
        and parse.words[verb] == "of"
        and parse.words[parse.heads[verb]] in {"some", "all"}
    ):
        dep, verb = parse.deps[parse.heads[verb]], parse.heads[parse.heads[verb]]
    if dep != "dobj":
        return False
    furthered = parse.lemmas[verb] in _FURTHERING and parse.lemmas[noun] in _STANDING
    if not furthered and parse.lemmas[verb] not in _PERCEIVING:
        return False
    owned = any(
        parse.deps[c] in _OWNED and parse.words[c].lower() not in _INDEFINITE
        for c in parse.children[noun]
    )
    marked = any(parse.words[c].lower() in _STANDING_MARKS for c in parse.children[noun])
    return owned or (furthered and marked)


def furthers(parse: Parse, verb: int) -> bool:
    """Whether what a verb tells stands already: "will [strengthen] the ties of X and Y", "is glad to [work] with Y"."""
    below = (c for c in parse.children[verb] if parse.deps[c] == "dobj")
    return is_glad(parse, verb) or any(is_standing(parse, c) for c in below)


def is_glad(parse: Parse, verb: int) -> bool:
    """ "is thrilled to [partner] with Y", which it does."""
    led = parse.deps[verb] in {"xcomp", "advcl"} and parse.lemmas[verb] in _TYING
    return led and parse.lemmas[parse.heads[verb]] in _GLAD


def list_furthering(parse: Parse, start: int, end: int) -> set[int]:
    """The verbs in tokens start to end that further what stands, and those that they hang on."""
    found: set[int] = set()
    for noun in range(start, end):
        if is_glad(parse, noun):
            found.add(noun)
        if parse.lemmas[noun] in _STANDING and is_standing(parse, noun):
            verb = parse.heads[noun]
            while verb not in found:
                found.add(verb)
                verb = parse.heads[verb]
    return found


def is_served_as(parse: Parse, noun: int) -> bool:
    """ "served as chairman", "a mine called Zenda Hill": whoever serves as something is it, or is called so.

    What does a thing is there, too: "supported by a [loan] from X".
    """
    above = parse.heads[noun]
    if parse.deps[above] == "agent" and parse.tags[parse.heads[above]] == "VBN":
        return True
    if parse.lemmas[above] == "call" and parse.tags[above] == "VBN":
        return parse.deps[noun] in {"oprd", "dobj", "attr"} or parse.deps[above] == "acl"
    return is_serving(parse, above)


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
    """ "no plans", "neither firm", "X neither bought", "nothing will stop it"."""
    words, deps = parse.words, parse.deps
    if words[noun].lower() in _NONE:
        return True
    return any(deps[c] in _DETERMINING and words[c].lower() in _NO for c in parse.children[noun])


def sinks(parse: Parse, verb: int) -> bool:
    """ "its investments declined": what falls is not denied; "villagers oppose a plan": nor is what is disliked."""
    if parse.lemmas[verb] == "oppose":
        return not _PLANS.isdisjoint(parse.lemmas[c] for c in parse.children[verb] if c > verb)
    deps, children = parse.deps, parse.children[verb]
    falls = parse.lemmas[verb] in {"decline", "drop"}
    return falls and not any(deps[c] in {"dobj", "xcomp", "nsubjpass"} for c in children)


def is_signed_tie(parse: Parse, noun: int, paper: int) -> bool:
    """ "a memorandum on [cooperation] between X and Y was signed": the tie is as sure as the signing."""
    if parse.lemmas[noun] not in _TIES or parse.lemmas[paper] not in _PAPERS:
        return False
    head = parse.heads[paper]
    if parse.deps[paper] == "pobj":
        head = parse.heads[head]  # "the signing of a memorandum on"
    return parse.lemmas[head] in _SIGNED or parse.words[head].lower() == "signing"


def is_examined_deal(parse: Parse, noun: int, governor: int) -> bool:
    """ "halted its review of Norvik's [bid] for Y": whoever looks into a deal tells not that it came about."""
    # "suspended its probe [into] Norvik's purchase": the parser hangs the link on the verb
    above = governor - (parse.tags[governor] == "IN" and parse.heads[noun] == governor)
    return parse.lemmas[above] in _EXAMINING and parse.lemmas[noun] in _DEALS


def is_contested(parse: Parse, noun: int, weighed: frozenset[str]) -> bool:
    """ "are competing for the [contract] to build", "weigh a [demand] to sell": what may come to nothing."""
    link = parse.heads[noun]
    if parse.deps[noun] == "dobj" and parse.lemmas[link] in weighed:
        return True
    if parse.deps[noun] != "pobj" or parse.words[link].lower() != "for":
        return False
    return parse.lemmas[parse.heads[link]] in _CONTESTING
