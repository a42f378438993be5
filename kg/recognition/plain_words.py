"""Words of the dictionary that a capital makes no name: "a Master's degree", "Type 2", "Business Brief:"."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_DEGREES, _NUMBERED = _NAMES.get("degree_words"), _NAMES.get("numbered_things")
_PEOPLE, _TAILS = _NAMES.get("kinds_of_people"), _NAMES.get("people_tails")
_ETHNIC = _NAMES.get("ethnic_adjectives")
_LASTS, _ABSTRACT = _NAMES.get("plain_lasts"), _NAMES.get("abstract_lasts")
_PAPERS = _NAMES.get("treasury_papers")
_ROLES = _NAMES.get("bracketed_roles")
_LAWS = _NAMES.get("bare_laws")
_POINTING = frozenset(["the", "this", "that", "said", "a"])
_ADDRESSING = frozenset(["his", "her", "their", "your", "our"])
_OWNED = frozenset(["'s", "’s"])
_INDEFINITE = frozenset(["a", "an", "any", "every", "each"])
_LONGEST = 3  # words from "a" to the noun: "a brand new Award"


def is_plain_word(tokens: Tokens, name: Name) -> bool:
    """Whether the words of an undecided name are common ones in a place that names nothing."""
    start, end = name.start, name.end
    word, behind = tokens.lower[end - 1], tokens.lower_at(end)
    if (word in _DEGREES and behind in _OWNED) or (end - start == 1 and word in _ETHNIC):
        return True
    if end - start == 1 and word in _LAWS and tokens.lower_at(start - 1) in _POINTING:
        return True  # "The [Bill] to set up the authority"
    if end - start == 1 and word in _ADDRESSING:
        return True  # "[His] Highness Prince X"
    if end - start == 1 and word in _PEOPLE and behind == "-":
        return tokens.lower_at(end + 1) in _TAILS
    if (word == "treasury" and behind in _PAPERS) or word in _ABSTRACT:
        return True
    if end - start == 1 and word in _NUMBERED and behind.isdigit():
        return True
    if word in _ROLES and tokens.lower_at(start - 1) == "(" and behind == ")":
        return end - start == 1
    if end - start == 1 and word in tokens.small_words and _is_told_small(tokens, word):
        return True
    if not all(
        tokens.is_common(k) or tokens.lower[k] in {"of", "and", "&"} for k in range(start, end)
    ):
        return False
    if end - start > 1 and word in _LASTS:
        return True
    if end - start == 1 and _is_told_to_be(tokens, start):
        return True
    return _is_label(tokens, start, end) or (end - start == 1 and _is_one_of_many(tokens, start))


def _is_told_to_be(tokens: Tokens, k: int) -> bool:
    """ "Arbitration will be optional", beside "arbitration": it opens a sentence, and does nothing as a firm would."""
    word, parse = tokens.lower[k], tokens.parse
    plain = word in tokens.small_words and word not in tokens.capital_words
    opens = k in tokens.first_of_sentence and parse.deps[k] in SUBJECTS
    verb = parse.heads[k]
    adjective = any(parse.deps[c] == "acomp" for c in parse.children[verb])
    return plain and opens and parse.lemmas[verb] == "be" and adjective


def _is_told_small(tokens: Tokens, word: str) -> bool:
    """ "Velmo rice", and "prices of velmo rice": a strange word whose capitals a heading or a term gives it.

    Where it does something with a capital, it names who does.
    """
    if tokens.is_common_word(word):
        return False  # "Target" sells what is no target
    return all(
        tokens.lower[k] != word or not tokens.capital[k] or _is_before_noun(tokens, k)
        for k in range(len(tokens.words))
    )


def _is_before_noun(tokens: Tokens, k: int) -> bool:
    """ "Velmo rice"."""
    return tokens.tags[k + 1 : k + 2] in (["NN"], ["NNS"]) and not tokens.capital[k + 1]


def _is_label(tokens: Tokens, start: int, end: int) -> bool:
    """ "Business Brief:": what opens a line and stands nowhere else with a capital."""
    while start not in tokens.first_of_sentence and start > 0 and tokens.capital[start - 1]:
        start -= 1
    told = tokens.words.count(tokens.words[end - 1]) > 1
    return tokens.lower_at(end) == ":" and start in tokens.first_of_sentence and not told


def _is_one_of_many(tokens: Tokens, start: int) -> bool:
    """ "a brand new Award": a word with an indefinite article and what describes it."""
    k = start - 1
    while (
        k > start - 1 - _LONGEST
        and k >= 0
        and tokens.tags[k] in {"JJ", "NN", "RB"}
        and not tokens.capital[k]
    ):
        k -= 1
    noun = tokens.tags[start + 1 : start + 2] in (["NN"], ["NNS"], ["NNP"])
    return tokens.lower_at(k) in _INDEFINITE and not noun
