"""Firms whose name ends like an owner: "Barlow's will open shops", and never "Barlow"."""

from collections import defaultdict
from collections.abc import Sequence

from kg.model.parse import FINITE
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_MARKS = frozenset(["'s", "’s"])
_CLAUSES = frozenset(["ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "aux", "auxpass"])


def find_owning_names(tokens: Tokens, names: Sequence[Name]) -> frozenset[int]:
    """The numbers of the names that end in "'s": what follows one of them is a verb, and none stands without."""
    if _MARKS.isdisjoint(tokens.lower):
        return frozenset()
    found: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        found[tokens.slice(name.start, name.end)].append(n)
    return frozenset(
        n
        for numbers in found.values()
        if all(_is_marked(tokens, names[n]) for n in numbers)
        and any(_acts(tokens, names[n]) for n in numbers)
        and not _stands_bare(tokens, names[numbers[0]])
        for n in numbers
    )


def _is_marked(tokens: Tokens, name: Name) -> bool:
    return name.type == "Company" and tokens.lower_at(name.end) in _MARKS


def _acts(tokens: Tokens, name: Name) -> bool:
    """Whether the name with its mark is what a verb right behind it is said of, or begins its sentence alone."""
    verb = name.end + 1
    if verb >= len(tokens.words):
        return False
    sentence = tokens.parse.sentence_of[name.start]
    opens = tokens.parse.sentences[sentence][0] == name.start
    if tokens.words[verb] == ",":
        return opens and tokens.lower_at(verb + 1) in {"a", "an", "the", "which", "one"}
    if "POS" in tokens.tags[tokens.parse.sentences[sentence][0] : name.start]:
        return False  # "Norvik's profit rose and Tarka's fell"
    if tokens.tags[verb] not in FINITE or tokens.parse.deps[verb] not in _CLAUSES:
        return False
    return tokens.parse.sentence_of[verb] == sentence


def _stands_bare(tokens: Tokens, name: Name) -> bool:
    """Whether the last word of the name is told anywhere without the mark."""
    last = tokens.lower[name.end - 1]
    return any(
        word == last and tokens.lower_at(k + 1) not in _MARKS for k, word in enumerate(tokens.lower)
    )
