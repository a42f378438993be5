"""Acronyms of common words, which are no names: "a regulatory asset base (RAB)", "filed an NBO", "300 MCF"."""

from kg.lexicon import load_lexicon
from kg.recognition.acronyms import read_initials
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_TYPES = frozenset(["", "Company", "Organization"])
_ENDS = frozenset(
    [".", ",", ";", ")", ":", "of", "per", "a", "in", "by", "for", "to", "at", "from", "and"]
)
_LONGEST = 7
_HEADS = frozenset(load_lexicon("names").get_mapping("heads"))


def is_common_acronym(tokens: Tokens, name: Name) -> bool:
    """Whether a word of capitals stands for common words: spelt out so, counted, or one of several."""
    word = tokens.words[name.start]
    alone = name.end - name.start == 1 and 1 < len(word) <= _LONGEST and word.isupper()
    if not alone or name.known_as is not None or name.type not in _TYPES:
        return False
    return (
        _is_counted(tokens, name) or _is_one_of_several(tokens, name) or _is_spelt_out(tokens, word)
    )


def _is_counted(tokens: Tokens, name: Name) -> bool:
    """ "76,000 ML per year": a unit."""
    before = tokens.words[name.start - 1] if name.start else ""
    digits = before.replace(",", "").replace(".", "").isdigit()
    return (
        digits and tokens.parse.tags[name.start - 1] == "CD" and tokens.lower_at(name.end) in _ENDS
    )


def _is_one_of_several(tokens: Tokens, name: Name) -> bool:
    """ "filed an NBO although": with an article and no noun behind it."""
    if tokens.lower_at(name.start - 1) not in {"a", "an"} or name.end >= len(tokens.words):
        return False
    return (
        tokens.parse.tags[name.end][:1] not in {"N", "P", "J", "H", "V"}
        and tokens.lower_at(name.end) != "'s"
    )


def _is_spelt_out(tokens: Tokens, word: str) -> bool:
    """ "its regulatory asset base (RAB)": in brackets behind small words of these initials."""
    for opening in tokens.bracketed.get(word, ()):
        if opening < len(word):
            continue
        told = tokens.words[max(opening - 2 * len(word), 0) : opening]
        for length in range(len(word), len(told) + 1):
            row = told[-length:]
            if row[0].islower() and row[-1].islower() and read_initials(" ".join(row)) == word:
                return row[-1] not in _HEADS  # "the federal energy council (FEC)"
    return False
