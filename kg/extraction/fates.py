"""What becomes of a plan or deal: those that fell through, were put off, or are only proposed."""

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_WORDS = load_lexicon("scope")
_PLANNED, _POSSIBLE = _WORDS.get("planned_adjectives"), _WORDS.get("possible_adjectives")
_FAILED = _WORDS.get("failed_adjectives")
_FAILING, _DEAD = _WORDS.get("failing"), _WORDS.get("dead")
_POSTPONING, _LEAVING = _WORDS.get("postponing"), _WORDS.get("backing_out")
_CALLING_OFF = _WORDS.get("calling_off")
_IN_PLACE_OF, _BARRING = _WORDS.get("in_place_of"), _WORDS.get("barring")
_TURNING_DOWN = _WORDS.get("turning_down")
_LEVELS = frozenset(["target", "goal", "forecast", "estimate", "expectation", "record", "level"])
_DECLINING = frozenset(["decline", "refuse", "fail"])
_DONE_TO = frozenset(["dobj", "nsubjpass"])
_NEVER_MORE = frozenset(["nothing", "naught", "end"])
_PLANS = _WORDS.get("disliked_plans")
_STEPS = 3  # words from "of" up to the verb: "pulled out of"


def read_fate(parse: Parse, noun: int) -> Modality:
    """What adjectives beside a noun and the verb it hangs on tell: "the failed bid", "the deal fell through"."""
    beside = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
    if not beside.isdisjoint(_FAILED):
        return Modality.NEGATED
    verb, dep = parse.heads[noun], parse.deps[noun]
    if dep == "nsubj" and _fails(parse, verb):
        return Modality.NEGATED
    opposed = parse.lemmas[verb] == "oppose" and parse.lemmas[noun] in _PLANS
    if dep in _DONE_TO and not opposed:  # residents who oppose a plan do not undo it
        told = read_particle(parse, verb)
        if told is not Modality.ACTUAL:
            return Modality.PLANNED if _is_let_go(parse, verb) else told
    if dep == "pobj" and is_left_undone(parse, verb):
        return Modality.NEGATED
    if not beside.isdisjoint(_POSSIBLE):
        return Modality.POSSIBLE
    return Modality.ACTUAL if beside.isdisjoint(_PLANNED) else Modality.PLANNED


def _is_let_go(parse: Parse, verb: int) -> bool:
    """ "a court declined to block the takeover", "did not halt it": it may go on."""
    above = parse.lemmas[parse.heads[verb]] if parse.deps[verb] == "xcomp" else ""
    return above in _DECLINING or any(parse.deps[c] == "neg" for c in parse.children[verb])


def read_particle(parse: Parse, verb: int) -> Modality:
    """What a verb that puts something off or calls it off makes of it."""
    words = {parse.lemmas[verb]}
    words |= {
        f"{parse.lemmas[verb]} {parse.lemmas[c]}"
        for c in parse.children[verb]
        if parse.deps[c] in {"prt", "advmod", "prep"} and c == verb + 1
    }
    if not words.isdisjoint(_CALLING_OFF):
        return Modality.NEGATED
    return Modality.ACTUAL if words.isdisjoint(_POSTPONING) else Modality.PLANNED


def is_left_undone(parse: Parse, preposition: int) -> bool:
    """Whether what stands behind a preposition is kept from happening: "barred from", "pulled out of"."""
    word, governor = parse.words[preposition].lower(), parse.heads[preposition]
    if word in {"of", "from"} and preposition:
        before = parse.words[preposition - 1].lower()
        if word == "of" and before in _IN_PLACE_OF:  # but a target that one falls short of stands
            return _LEVELS.isdisjoint(parse.lemmas[c] for c in parse.children[preposition])
        for _ in range(_STEPS):
            known = parse.lemmas[governor]
            if {known, f"{known} {before}"} & _LEAVING:
                return True
            governor = parse.heads[governor]
    verbs = {"from": _BARRING, "against": _TURNING_DOWN}.get(word, frozenset[str]())
    return parse.lemmas[parse.heads[preposition]] in verbs


def _fails(parse: Parse, verb: int) -> bool:
    """ "fell through", "collapsed", "came to nothing", "is dead"."""
    lemma, below = parse.lemmas[verb], parse.children[verb]
    if any(parse.deps[c] == "neg" for c in below):
        return False
    if lemma == "be":
        return any(parse.words[c].lower() in _DEAD for c in below)
    if lemma == "come":
        ends = (o for c in below for o in parse.children[c] if parse.words[c].lower() == "to")
        return any(parse.words[o].lower() in _NEVER_MORE for o in ends)
    following = " ".join([lemma, *(w.lower() for w in parse.words[verb + 1 : verb + 2])])
    return lemma in _FAILING or following in _FAILING
