"""How the modality of a clause and of what it hangs on go together."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import FINITE, Parse

_CHAIRING = load_lexicon("scope").get("chairing")
_FORETELLING = load_lexicon("scope").get("foretelling")
_ALMOST, _NEARLY_DONE = (
    load_lexicon("scope").get("almost"),
    load_lexicon("scope").get("nearly_done"),
)
_PARTING, _PARTED_FOR = (load_lexicon("scope").get(k) for k in ("parting", "parted_for"))
PRICING = load_lexicon("scope").get("pricing")
BUYING = load_lexicon("triggers").get("buy") | load_lexicon("scope").get("getting")
_MULTIPLYING = frozenset(["double", "triple", "treble", "quadruple", "quintuple", "halve"])
_ARRIVING = frozenset(["reach", "hit", "total", "exceed", "surpass", "top", "become"])
_APPOINTING = frozenset(["appoint", "name", "elect", "reappoint", "promote", "hire"])
_HEADING = frozenset(["head", "lead", "run", "chair", "manage"])
_GUESSED = frozenset(["estimate", "believe", "think", "know", "say", "reckon", "report"])
_LASTING = frozenset(["have", "own", "hold", "employ", "contain", "control"])
_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_MEASURED = load_lexicon("measures")
_MOVING = (_MEASURED.get("rise_verbs") | _MEASURED.get("fall_verbs")) - {"be"}  # "is to reach"
_ENDING = _MEASURED.get("arriving_verbs") | _MEASURED.get("ending_verbs")
_WHENEVER = frozenset(["when", "once", "until", "till"])
_AUXILIARIES = frozenset(["be", "do", "have"])
_BOUND = ["exceeding"]  # "not exceeding 1%" is no denial
_NOT, _ALONE = frozenset(["not", "n't"]), frozenset(["only", "just", "merely", "simply", "solely"])
_RANK = {Modality.ACTUAL: 0, Modality.PLANNED: 1, Modality.POSSIBLE: 2, Modality.NEGATED: 3}
_BEFORE_TAIL = frozenset(["ccomp", "compound", "dep", "parataxis"])
_WITNESSED = frozenset(["saw", "seen", "watched", "witnessed"])


def weaken(first: Modality, second: Modality) -> Modality:
    """The weaker of two: what is planned to be possible is possible; a denied plan is denied."""
    return first if _RANK[first] >= _RANK[second] else second


def told_apart(above: Modality) -> Modality:
    """ "did not stay after buying Y": a denial is not of what is told beside it."""
    return Modality.ACTUAL if above is Modality.NEGATED else above


def goes_on(parse: Parse, verb: int) -> bool:
    """ "went on to buy Y" tells that it did."""
    return parse.lemmas[verb] == "go" and parse.words[verb + 1 : verb + 2] == ["on"]


def shares_being(parse: Parse, verb: int) -> bool:
    """ "450 jobs will be cut and 14 plants [closed]": the auxiliary stands with the verb before."""
    before = parse.heads[verb]
    joined = parse.deps[verb] == "conj" and parse.tags[verb] == "VBN" and before < verb
    own = any(parse.deps[c] in {"aux", "auxpass"} for c in parse.children[verb])
    return joined and not own and any(parse.deps[c] == "auxpass" for c in parse.children[before])


def is_apart(parse: Parse, verb: int, tag: str) -> bool:
    """Whether a joined verb is planned or done apart from the one before: by its subject, "can berth and [has]"."""
    own = bool(parse.list_subjects(verb)) and not shares_being(parse, verb)
    return own or (tag == "VB" and is_finite(parse, verb))


def is_finite(parse: Parse, verb: int) -> bool:
    """ "and [has] a quay", "and [is being built] by X": a verb with a tense of its own."""
    auxiliaries = (parse.tags[c] for c in parse.children[verb] if c < verb)
    return not _FINITE.isdisjoint({parse.tags[verb], *auxiliaries})


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether "to" stands before a verb, or before one taken for a noun ("to partner with Y")."""
    return parse.tags[verb] in {"VB", "VBN", "NN"} and any(
        parse.tags[c] == "TO" and parse.deps[c] == "aux" for c in parse.children[verb]
    )


def is_behind_gerund(parse: Parse, verb: int) -> bool:
    """ "barred from bidding to buy": an infinitive right behind a gerund, whatever it is hung on."""
    return verb > 1 and parse.words[verb - 1] == "to" and parse.deps[verb - 2] == "pcomp"


def goes_along(parse: Parse, verb: int) -> bool:
    """ "will open a mill, creating 90 jobs", "will be held, chaired by X": as sure as what it hangs on."""
    if parse.tags[verb] == "VBN":
        return parse.lemmas[verb] in _CHAIRING
    if parse.tags[verb] in {"VBZ", "VBP"}:  # "will make half of it when it opens in 2028"
        return any(parse.words[c].lower() in _WHENEVER for c in parse.children[verb] if c < verb)
    finite = any(parse.deps[c] == "aux" for c in parse.children[verb])  # "while X is building"
    return parse.tags[verb] == "VBG" and not finite


def is_negator(parse: Parse, word: int, negators: Container[str]) -> bool:
    """Whether a word beside a verb denies it; "not only built X" tells that it did, and more."""
    lower, dep = parse.words[word].lower().replace("’", "'"), parse.deps[word]
    if lower in _NOT and parse.words[word + 1 : word + 2] and parse.words[word + 1] in _ALONE:
        return False
    if lower == "not" and (is_of_other(parse, word) or parse.words[word + 1 : word + 2] == _BOUND):
        return False
    return (
        dep == "neg"
        or is_compound_negator(parse, word, negators)
        or (dep in {"advmod", "preconj", "det"} and lower in negators)
    )


def is_of_other(parse: Parse, negator: int) -> bool:
    """ "was built by X, [not] by Y", "opened in X and not in Y": the denial is of Y, the deed stands."""
    verb = parse.heads[negator]
    behind = parse.tags[negator + 1 : negator + 3]
    if verb > negator or behind[:1] not in (["IN"], ["TO"]) or behind == ["TO", "VB"]:
        return False
    return parse.tags[verb].startswith("V") and parse.lemmas[verb] not in _AUXILIARIES


def is_compound_negator(parse: Parse, adverb: int, negators: Container[str]) -> bool:
    """ "no longer": the parser hangs "no" on the adverb."""
    return parse.deps[adverb] == "advmod" and any(
        f"{parse.words[c]} {parse.words[adverb]}".lower() in negators
        for c in parse.children[adverb]
    )


def is_set_up(parse: Parse, verb: int) -> bool:
    """ "set up a venture" is no "set to build one"."""
    return any(parse.deps[c] == "prt" for c in parse.children[verb])


def is_headline(parse: Parse, to: int, verb: int) -> bool:
    """ "Norvik Group to build a port": an infinitive with a subject is the verb of a headline."""
    before = (c for c in parse.children[verb] if c < to)
    first = parse.sentences[parse.sentence_of[verb]][0]
    # "Norvik to build port, says minister", "Norvik to build port - minister"
    tailed = verb < parse.heads[verb] and parse.deps[verb] in _BEFORE_TAIL
    tailed = tailed and FINITE.isdisjoint(parse.tags[first:verb])
    return (
        parse.tags[to] == "TO"
        and (parse.deps[verb] == "ROOT" or tailed)
        and any(parse.deps[c] in {"nsubj", "nsubjpass"} for c in before)
    )


def is_almost(parse: Parse, adverb: int, verb: int) -> bool:
    """ "almost bought it", but not "almost doubled it"."""
    near = parse.words[adverb].lower() in _ALMOST and adverb == verb - 1
    return near and parse.lemmas[verb] in _NEARLY_DONE


def came_about(parse: Parse, verb: int, governor: int) -> bool:
    """ "was able to buy", "was enough to push it", "saw its profits fall": in the past it happened."""
    word = parse.words[governor].lower()
    left = parse.lemmas[governor] in _PARTING and parse.tags[governor] in {"VBD", "VBN"}
    if left and parse.lemmas[verb] in _PARTED_FOR:
        return True  # "left in May to join Y"
    if parse.lemmas[governor] in _MULTIPLYING and parse.lemmas[verb] in _ARRIVING:
        return parse.tags[governor] in {"VBD", "VBN"}  # "has doubled to reach"
    if parse.lemmas[governor] in _APPOINTING and parse.lemmas[verb] in _HEADING:
        return True  # "has been appointed to head Y"
    if paid_for(parse, verb, governor):
        return True
    able = word in {"able", "enough"} and parse.tags[parse.heads[governor]] == "VBD"
    lasting = parse.lemmas[governor] in _GUESSED and parse.tags[governor] == "VBN"
    if word == "had" or (lasting and parse.lemmas[verb] in _LASTING):
        return True  # "had to sell", "is estimated to have debts of"
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[governor])
    witnessed = word in _WITNESSED and not passive  # no "is seen falling"
    return able or (witnessed and not is_infinitive(parse, verb))


def paid_for(parse: Parse, verb: int, payment: int) -> bool:
    """ "paid 5 million to buy Y": who has spent the price has what it was spent for."""
    spent = parse.lemmas[payment] in PRICING and parse.tags[payment] in {"VBD", "VBN"}
    return spent and parse.lemmas[verb] in BUYING


def read_foretold(parse: Parse, verb: int, modality: Modality) -> Modality:
    """ "exports are seen at 5 billion", "were forecast at": what is only foretold is planned."""
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    foretold = passive and parse.lemmas[verb] in _FORETELLING
    return weaken(modality, Modality.PLANNED if foretold else Modality.ACTUAL)


def find_outcome(parse: Parse, verb: int) -> int:
    """ "recovered to close 2 percent down", "rose to reach 5 billion": the verb whose outcome an infinitive tells.

    And the infinitive that a participle goes on with: "is expected to open in 2026, creating 1,500 jobs". Else the
    verb itself.
    """
    above = parse.heads[verb]
    if parse.tags[verb] == "VBG" and parse.deps[verb] == "advcl" and above < verb:
        return _find_infinitive(parse, above, verb)
    led = parse.tags[verb] == "VB" and parse.deps[verb] in {"xcomp", "advcl"} and above < verb
    moved = parse.lemmas[above] in _MOVING and parse.tags[above] in {"VBD", "VBN", "VBZ"}
    return above if led and moved and parse.lemmas[verb] in _ENDING else verb


def _find_infinitive(parse: Parse, above: int, participle: int) -> int:
    """ "Is expected [to open], creating", "is due [to open], creating"; the participle where there is none."""
    below = parse.children[above]
    ways = (above, *(c for c in below if parse.deps[c] in {"acomp", "attr", "oprd"}))
    return next(
        (
            c
            for way in ways
            for c in parse.children[way]
            if way < c < participle and parse.deps[c] == "xcomp" and parse.tags[c] == "VB"
        ),
        participle,
    )


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
