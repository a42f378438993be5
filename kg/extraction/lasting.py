"""What holds already and is said to go on: "will remain chairman of A", "would continue to own the mill"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.model.claim import Modality
from kg.model.parse import Parse

# Predicates of what lasts; what is done once, and what is to be built, may go on with another.
_LASTING = frozenset(
    "holdsPost affiliatedWith partOf subsidiaryOf owns memberOf headquarteredIn locatedIn operatesIn operates produces "  # noqa: SIM905
    "supplies activeIn cooperatesWith connects connectedTo listedOn competesWith brandOf regulates livesIn "
    "investsIn".split()
)
_COMING = frozenset(["amount", "count", "time", "startTime"])  # "will continue to make 40 in 2027"
_GOING_ON = frozenset(["continue", "remain", "keep", "stay"])
_LEADING = frozenset(["xcomp", "ccomp", "advcl", "pcomp", "acomp", "acl", "attr"])
_HELD = frozenset(
    ["be", "lead", "head", "chair", "own", "run", "operate", "manage", "hold", "control"]
)
_BESIDE = frozenset(["appos", "compound", "nmod"])
_STEPS = 3  # verbs from that which tells the fact up to that which lets it go on


def settle_lasting(
    candidate: Candidate, arguments: ArgumentFinder, qualifiers: QualifierFinder
) -> None:
    """Who is to remain what he is holds the post now, as does who would keep on doing something."""
    drop_time_of_deed(candidate, arguments)
    if candidate.modality is not Modality.PLANNED or candidate.rule.predicate not in _LASTING:
        return
    if any(q.name in _COMING for q in candidate.qualifiers):
        return
    if _lasts(arguments.parse, qualifiers.owner_of_token(candidate.token)):
        candidate.modality = Modality.ACTUAL


def drop_time_of_deed(candidate: Candidate, arguments: ArgumentFinder) -> None:
    """ "Norvik, a maker of tyres, lost money in May", "dropped Norvik's tyres in May": no tyres were made then."""
    if candidate.rule.predicate != "produces":
        return
    tag, dep = (r[candidate.token] for r in (arguments.parse.tags, arguments.parse.deps))
    beside = tag[:1] == "N" and dep in _BESIDE
    if beside or candidate.rule.modality == Modality.ACTUAL.value:
        candidate.qualifiers[:] = [q for q in candidate.qualifiers if q.name != "time"]


def _lasts(parse: Parse, verb: int) -> bool:
    """Whether the verb, or one that leads to it, tells that something goes on."""
    if parse.lemmas[verb] in _HELD and any(parse.words[c] == "still" for c in parse.children[verb]):
        return True
    for _ in range(_STEPS):
        if parse.lemmas[verb] in _GOING_ON and not _is_kept_from(parse, verb):
            return True
        if parse.deps[verb] not in _LEADING or parse.tags[parse.heads[verb]][:2] != "VB":
            return False
        verb = parse.heads[verb]
    return False


def _is_kept_from(parse: Parse, verb: int) -> bool:
    """ "Keep Norvik from owning it"."""
    return any(parse.words[c] == "from" for c in parse.children[verb])
