"""Nouns of works that the parser takes apart: "a research and development centre", "the cement works"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_BESIDE = frozenset(["compound", "nmod", "amod"])
_TITLES = frozenset(head.split()[-1] for head in load_lexicon("posts").get_mapping("heads"))
_DOINGS = load_lexicon("works").get("doings")
_NOUNLY = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj"])


def is_joined(tokens: Tokens, k: int, head: int) -> bool:
    """Whether the noun at k is joined to one before that tells with it what a thing is for.

    "A [research and development] centre", but not "a hotel and conference centre".
    """
    parse, first = tokens.parse, k - 2
    return (
        parse.deps[k] == "conj"
        and parse.tags[head] == "NN"
        and parse.heads[k] == first
        and tokens.lower[k - 1] in {"and", "&"}
        and parse.deps[first] in {"nmod", "compound"}
        and parse.heads[first] == head
        and parse.tags[first] in {"NN", "NNS"}
        and parse.tags[k] == "NN"
    )


def is_works(tokens: Tokens, i: int, nominals: Container[str]) -> bool:
    """ "the cement [works], owned by Norvik": which the tagger takes for a verb."""
    acting = tokens.parse.deps[i] in _NOUNLY
    told = " ".join(tokens.lower[i - 1 : i + 1]) in nominals
    return acting and (told or (tokens.lower[i] == "works" and tokens.lower[i - 1] in _DOINGS))


def join_pair(tokens: Tokens, start: int, head: int) -> int:
    """Where "[oil and] gas terminal" begins: both nouns tell what it is."""
    parse = tokens.parse
    second = start if parse.deps[start] == "conj" else start - 1
    first = second - 2
    if first < 0 or parse.tags[second - 1] != "CC" or parse.tags[first] != "NN":
        return start
    paired = parse.deps[second] == "conj" and parse.heads[second] == first
    if not paired or parse.deps[first] not in _BESIDE or not second < parse.heads[first] <= head:
        return start
    while first and parse.heads[first - 1] == second - 2 and parse.tags[first - 1] == "NN":
        first -= 1  # "[electricity] transmission and distribution networks"
    return first


def is_pair(tokens: Tokens, i: int, nominals: Container[str]) -> bool:
    """ "invest in charging stations": a participle and its noun that are one noun of the lexicon."""
    if tokens.tags[i - 1 : i] != ["VBG"]:
        return False
    return f"{tokens.lower[i - 1]} {tokens.parse.lemmas[i]}" in nominals


def stands_beside_name(tokens: Tokens, i: int) -> bool:
    """ "5 percent of the [company] and Tarn State 20": with an article, and a name behind "and"."""
    behind = i + 2
    joined = tokens.lower[i + 1 : behind] in (["and"], [","]) and behind < len(tokens.words)
    named = joined and tokens.capital[behind] and tokens.tags[behind].startswith("NNP")
    return named and i > 0 and tokens.lower[i - 1] in {"the", "its", "their"}


def is_modifier(tokens: Tokens, i: int) -> bool:
    """Whether a noun only modifies the next one: "company law", "port cities"."""
    parse = tokens.parse
    modifies = parse.deps[i] in _BESIDE and parse.heads[i] > i
    return modifies and not stands_beside_name(tokens, i) and not _stands_beside_title(tokens, i)


def _stands_beside_title(tokens: Tokens, i: int) -> bool:
    """ "president of the [federation] and managing director": the next post, which the parser takes it to describe."""
    joined = tokens.lower[i + 1 : i + 2] in (["and"], ["&"], [","])
    told = tokens.lower[max(i - 2, 0) : i] in (["of", "the"], ["of", "its"], ["at", "the"])
    return joined and told and tokens.parse.lemmas[tokens.parse.heads[i]].lower() in _TITLES
