"""What a denied denial leaves standing: "did not stop X from buying Y", "has not ruled out buying Y"."""

from typing import TYPE_CHECKING

from kg.extraction.fates import read_particle
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality

if TYPE_CHECKING:
    from kg.extraction.scope import ScopeReader

_BARRING = load_lexicon("scope").get("barring")
_BELOW = frozenset(["xcomp", "ccomp", "prep"])  # of a verb that denies what they tell


def read_unstopped(scope: "ScopeReader", verb: int) -> Modality:
    """ "stopped X from buying Y" tells that it does not, "did not stop X from buying Y" that it did.

    "Nothing stops X from buying Y" tells that it may.
    """
    parse = scope.parse
    if parse.tags[verb][:1] != "V" or scope.read(verb) is not Modality.NEGATED:
        return Modality.NEGATED
    beside = {parse.words[c].lower() for c in parse.children[verb] if parse.deps[c] == "aux"}
    if not beside.isdisjoint(scope.planned_auxiliaries | {"wo"}):
        return Modality.PLANNED
    told = verb if parse.deps[verb] != "xcomp" else parse.heads[verb]  # "failed to keep X from"
    done = parse.tags[told] in {"VBD", "VBN", "VBG"} or not beside.isdisjoint({"did", "have"})
    unsure = not done or not beside.isdisjoint(scope.possible_auxiliaries)
    return Modality.POSSIBLE if unsure else Modality.ACTUAL


def read_called_off(told: Modality, above: Modality) -> Modality:
    """ "ruled out buying"; "has not ruled out buying" leaves it open."""
    return Modality.POSSIBLE if told is above is Modality.NEGATED else weaken(told, above)


def denies_denial(scope: "ScopeReader", verb: int) -> bool:
    """ "did not [deny] signing", "has not [stopped] X from buying": what is below tells how it is."""
    parse = scope.parse
    denied = parse.lemmas[verb] in scope.negated | _BARRING
    denied = denied or read_particle(parse, verb) is Modality.NEGATED
    below = any(parse.deps[c] in _BELOW for c in parse.children[verb] if c > verb)
    return denied and below and scope.read(verb) is Modality.NEGATED
