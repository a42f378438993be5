"""Plurals without a further word that what is done to them makes things: "runs plants", "invests in ports"."""

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.ontology import Ontology

_WORDS = load_lexicon("triggers")
_BUILD = _WORDS.get("build")
_HABITUAL = frozenset(["VBZ", "VBP"])
_RUN = _WORDS.get("operate")
_DONE_TO = _BUILD | _WORDS.get("buy") | _WORDS.get("having")
_PAID_FOR = _WORDS.get("invest") | _WORDS.get("spend") | _WORDS.get("paying")
_OBJECTS = frozenset(["dobj", "nsubjpass"])
_INTO = frozenset(["in", "into", "on", "for"])
_WORKS = ("Facility", "TransportCorridor")
# No ways in plural, and what is told by its town alone.
_LOOSE = frozenset(["ferry", "flight", "train", "bus", "coach", "sailing", "branch", "office"])
_LEFT_OUT = frozenset(["poss", "det", "nummod"])
_AT = frozenset(["in", "at", "near", "along"])
_SPREAD = frozenset(
    ["across", "throughout", "around", "worldwide", "globally"]
)  # many that nobody could name
_FAR = 12  # members of a list


def is_acted_on(parse: Parse, head: int, mention: Mention, ontology: Ontology) -> bool:
    """Whether somebody builds, runs, owns, buys or pays for the works at `head`, new to the text."""
    if parse.tags[head] != "NNS" or parse.lemmas[head] in _LOOSE:
        return False
    if not any(ontology.is_a(mention.type, kind) for kind in _WORKS):
        return False
    if any(parse.deps[c] in _LEFT_OUT for c in parse.children[head]):
        return False  # "its plants", "the plants", "ten plants": told of before, or counted
    if not _SPREAD.isdisjoint(parse.words[head + 1 : head + 2]):
        return False
    first = _find_first(parse, head)
    verb = parse.heads[first]
    if parse.deps[first] in _OBJECTS:
        placed = not _AT.isdisjoint(parse.words[head + 1 : head + 2])
        lemma = parse.lemmas[verb]
        if lemma in _RUN:  # "runs plants in Togo" is at work in Togo
            return not placed
        return lemma in _DONE_TO and (placed or not _is_trade(parse, verb))
    if parse.deps[first] != "pobj" or parse.lemmas[verb] not in _INTO:
        return False
    paying = parse.heads[verb]
    if parse.lemmas[paying] in _PAID_FOR:
        return True
    # "spent 5 million on ports": the preposition may hang on the sum
    return parse.deps[paying] in _OBJECTS and parse.lemmas[parse.heads[paying]] in _PAID_FOR


def _is_trade(parse: Parse, verb: int) -> bool:
    """ "Norvik builds bridges": what somebody does for a living, and no bridges that anybody could name."""
    habit = parse.tags[verb] in _HABITUAL or any(
        parse.lemmas[c] == "do" for c in parse.children[verb]
    )
    return parse.lemmas[verb] in _BUILD and habit


def _find_first(parse: Parse, head: int) -> int:
    """The first member of the list that the noun stands in."""
    for _ in range(_FAR):
        if parse.deps[head] != "conj":
            break
        head = parse.heads[head]
    return head
