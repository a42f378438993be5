"""Nouns that somebody is said not to be: "is not a [bank]", "is no longer a mining [company]"."""

from itertools import pairwise

from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_SAID = frozenset(["attr", "oprd", "acomp"])
_WISHING = load_lexicon("scope").get("wishing_buyers")
_WON = load_lexicon("scope").get("won_bids")
_FURTHER = frozenset(
    ["only", "just", "merely", "simply", "solely", "exclusively", "alone", "the", "yet"]
)
_LEFT = ("no", "longer")


def read_said(clause: Clause, parse: Parse, *, buying: bool) -> Modality:
    """What a noun that is said of somebody is in truth, whatever its rule takes it for."""
    if _is_denied(clause, parse):
        return Modality.NEGATED
    return Modality.POSSIBLE if buying and _only_wishes(clause, parse) else Modality.ACTUAL


def _is_denied(clause: Clause, parse: Parse) -> bool:
    """Whether a noun is said of its subject, and not so; a rule that takes it for a fact must not."""
    if clause.kind != "noun" or parse.deps[clause.token] not in _SAID:
        return False
    before = [parse.words[k].lower() for k in range(parse.heads[clause.token] + 1, clause.token)]
    if not _FURTHER.isdisjoint(before):  # "is not just a bank", "is not the largest bank"
        return False
    told = any(parse.words[c].lower() == "no" for c in parse.children[clause.token])
    if told or clause.modality is Modality.NEGATED:
        return True
    return _LEFT in pairwise(before)


def _only_wishes(clause: Clause, parse: Parse) -> bool:
    """ "is named as a [suitor] for Y": who would buy, unless it has won."""
    if clause.kind != "noun" or clause.lemma not in _WISHING:
        return False
    return _WON.isdisjoint(parse.words[c].lower() for c in parse.children[clause.token])
