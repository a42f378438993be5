"""A definite noun for the only named thing at hand that it may mean: "the Danube ... the river", "the charity"."""

from kg.lexicon import load_lexicon
from kg.recognition.appositions import Link
from kg.recognition.nominal_words import is_alone
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.told_places import find_datelined
from kg.recognition.walking import Walk

_LEXICON = load_lexicon("nominals")
_TYPES = _LEXICON.get_mapping("only_ones")  # a noun → what it may be called
_WORKS = frozenset(
    noun for noun, kind in _LEXICON.get_mapping("nominals").items() if kind == "Facility"
)
_BANKS = _LEXICON.get("central_bank_words")
_TOLD_APART = frozenset(["of", "for", "that", "which", "in", "at", "near", "on", "where", "who"])
_EVERYWHERE = frozenset(["newspaper", "broadcaster", "magazine"])  # many are told as sources
_NEAR = 2  # sentences back in which it must have been told


def find_only_one(nominal: Nominal, word: str, walk: Walk) -> Link | None:
    """The place of the dateline, or the only named thing at hand that the noun may mean."""
    return find_datelined(nominal, word, walk) or _find_named(nominal, word, walk)


def _find_named(nominal: Nominal, word: str, walk: Walk) -> Link | None:
    """What a bare noun with "the" means where one named thing of its kind was told, and no other, just before.

    None for nouns that firms and bodies of many kinds are called by, which `find_topic` takes up.
    """
    wanted = _TYPES.get(word, "").split("|")
    tokens = walk.tokens
    bare = is_alone(nominal, word) and tokens.lower_at(nominal.start - 1) == "the"
    if not wanted[0] or nominal.plural or not bare or tokens.lower_at(nominal.end) in _TOLD_APART:
        return None
    others = walk._find_others(nominal.head)
    told = [r for r in walk.referents.values() if r.named and not r.plural and r.type in wanted]
    near = {r.chain for r in walk._recent(nominal.head, _NEAR)}
    found = [r for r in told if r.chain in near and r.chain not in others and _may_be(r, word)]
    if len(found) != 1 or (word in _EVERYWHERE and len(told) > 1):
        return None
    return walk._best(found, nominal.head, f"the only one that may be called '{word}'", 0.7)


def _may_be(referent: Referent, word: str) -> bool:
    """Whether no word of the name tells another kind: the "Zenda Hospital" is no "stadium"."""
    own = set(referent.mention.text.lower().split())
    if word == "central bank":
        return not _BANKS.isdisjoint(own)
    return referent.type != "Facility" or word in own or _WORKS.isdisjoint(own)
