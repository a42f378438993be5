"""Firms and bodies taken up by the noun that stood beside their name: "Peruvian planter Norvik ... [the planter]"."""

from collections.abc import Mapping

from kg.model.mention import Mention
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_BACK = 250  # tokens from the name to the noun
_POINTING = frozenset(["the", "this", "that"])
_FURTHER = frozenset(
    ["of", "for", "that", "who", "which", "-", "in", "to"]
)  # behind a noun told apart by it
_ARTICLES = frozenset(["a", "an", "the"])
_SAID = frozenset(["appos", "attr"])
_NO_FIRMS = frozenset(["party", "state", "side", "family", "brand", "product", "model", "area"])
_LEAST = 4  # letters of such a noun


def find_echoed_noun(tokens: Tokens, i: int) -> str | None:
    """The type of a noun right behind "the" that has stood right before a name or behind its comma."""
    word = tokens.lower[i]
    if tokens.tags[i] != "NN" or len(word) < _LEAST or word in _NO_FIRMS:
        return None
    if tokens.lower_at(i - 1) not in _POINTING or tokens.lower_at(i + 1) in _FURTHER:
        return None
    if tokens.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["NNP"]):
        return None
    before = range(max(i - _BACK, 0), i - 1)
    called = any(tokens.lower[k] == word and _calls(tokens, k) for k in before)
    return "Company" if called else None


def _calls(tokens: Tokens, k: int) -> bool:
    """Whether a noun describes a name: "planter Norvik", "Norvik, a sugar planter"."""
    if tokens.tags[k] != "NN":
        return False
    beside = tokens.capital[k + 1 : k + 2] == [True] and tokens.lower_at(k - 1) not in _ARTICLES
    return beside or tokens.parse.deps[k] in _SAID


def find_so_called(
    tokens: Tokens, head: int, told: Mapping[int, tuple[Mention, int]], ontology: Ontology
) -> tuple[Mention, int] | None:
    """Who was called by the noun at `head` last before it, with its chain."""
    word = tokens.lower[head]
    for k in range(head - 1, max(head - _BACK, 0), -1):
        if tokens.lower[k] != word or not _calls(tokens, k):
            continue
        for host in (k + 1, tokens.parse.heads[k], *_list_subjects(tokens, k)):
            found = told.get(host)
            if found is not None and ontology.is_a(found[0].type, "Organization"):
                return found
    return None


def _list_subjects(tokens: Tokens, k: int) -> list[int]:
    """ "Norvik is a planter"."""
    parse, verb = tokens.parse, tokens.parse.heads[k]
    if parse.deps[k] != "attr" or parse.lemmas[verb] != "be":
        return []
    return parse.list_subjects(verb, passive=False)
