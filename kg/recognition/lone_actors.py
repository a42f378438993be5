"""Words of the dictionary that name a firm at the head of a sentence: "Stripe agreed to buy Y", "Target plans to"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES, _NOMINALS = load_lexicon("names"), load_lexicon("nominals")
# Nouns that act without an article in any text, and those that headlines leave theirs away before.
_PLAIN = _NAMES.get("lone_subjects") | _NAMES.get("person_nouns")
_KINDS = frozenset(_NOMINALS.get_mapping("nominals"))
_TITLES = frozenset(load_lexicon("posts").get_mapping("heads"))
_DEEDS = _NAMES.get("deeds_of_firms")
_RAISING = "raise"  # "Gap raised $3 billion", but "Rain raised hopes"
_SINGULAR, _FINITE = frozenset(["NN", "NNP"]), frozenset(["VBD", "VBZ"])
_NEAR = 3  # tokens from the subject to its verb: "Stripe has also agreed"


def is_told_elsewhere(tokens: Tokens, i: int) -> bool:
    """Whether a word has its capital inside a sentence as well, or acts alone at the head of one."""
    return tokens.lower[i] in tokens.capital_words or any(
        tokens.words[k : k + 1] == [tokens.words[i]] and _acts_alone(tokens, k)
        for k in tokens.first_of_sentence
    )


def _acts_alone(tokens: Tokens, i: int) -> bool:
    """Whether the word at i is the subject of what only persons and bodies do, and stands without an article."""
    parse, word = tokens.parse, tokens.lower[i]
    if tokens.tags[i] not in _SINGULAR or parse.deps[i] != "nsubj" or not word.isalpha():
        return False
    if word in _PLAIN or word in _KINDS or word in _TITLES or len(word) < _NEAR:
        return False
    verb = parse.heads[i]
    if not i < verb <= i + _NEAR or tokens.headline[parse.sentence_of[i]]:
        return False
    auxiliaries = {parse.tags[c] for c in parse.children[verb] if i < c < verb}
    if tokens.tags[verb] not in _FINITE and auxiliaries.isdisjoint(_FINITE | {"MD"}):
        return False
    lemma = parse.lemmas[verb]
    return lemma in _DEEDS or (lemma == _RAISING and tokens.words[verb + 1 : verb + 2] == ["$"])
