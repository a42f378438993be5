"""Acronyms of common words, which are no names: "a regulatory asset base (RAB)", "filed an NBO", "300 MCF"."""

from kg.lexicon import load_lexicon
from kg.recognition.acronyms import is_syllabic, read_initials
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_TYPES = frozenset(["", "Company", "Organization"])
_ENDS = frozenset(
    [".", ",", ";", ")", ":", "of", "per", "a", "in", "by", "for", "to", "at", "from", "and"]
)
_LONGEST = 7
_KINDS = load_lexicon("names").get("acronym_kinds")
_INDICES = frozenset(["index", "indices", "indexes", "barometer"])
_FIGURES = _INDICES | {"balance", "terms", "volume", "yield"}
_HEADS = frozenset(load_lexicon("names").get_mapping("heads"))


def is_common_acronym(tokens: Tokens, name: Name) -> bool:
    """Whether a word of capitals stands for common words: spelt out so, counted, or one of several."""
    word = tokens.words[name.start]
    if name.known_as is not None or name.type not in _TYPES:
        return False
    alone = name.end - name.start == 1 and 1 < len(word) <= _LONGEST and word.isupper()
    if not alone:
        return _is_standard(tokens, name)
    return (
        _is_counted(tokens, name)
        or _is_one_of_several(tokens, name)
        or _is_spelt_out(tokens, word)
        or _stands_for_kind(tokens, word)
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


def _is_standard(tokens: Tokens, name: Name) -> bool:
    """ "the Ruritanian Accounting Standard (Rur-AS)": beginnings of its words, joined by a hyphen."""
    short = tokens.words[name.start : name.end]
    before = name.start - 1
    if len(short) != 3 or short[1] != "-" or tokens.lower_at(before) != "(":
        return False
    letters = (short[0] + short[2]).upper()
    return tokens.lower_at(before - 1).removesuffix("s") in _KINDS and is_syllabic(
        letters, tokens.slice(max(before - len(letters), 0), before)
    )


def _stands_for_kind(tokens: Tokens, word: str) -> bool:
    """ "a certified Financial Risk Manager (FRM)": what somebody may be or follow, in capitals before brackets."""
    for opening in tokens.bracketed.get(word, ()):
        last = tokens.lower_at(opening - 1)
        if last in _INDICES or _stands_for_figure(tokens, word, opening):
            return True  # "the Monthly Activity Index (IMACEC)"
        if last.removesuffix("s") not in _KINDS and last not in _KINDS:
            continue
        told = tokens.words[max(opening - 2 * len(word), 0) : opening]
        spelt = (" ".join(told[-length:]) for length in range(2, len(told) + 1))
        letters = {word.rstrip("s"), word.replace("X", "E")}  # "user experience (UX)"
        if any(letters & {read_initials(w), read_initials(w, small=True)} for w in spelt):
            return True
    return False


def _stands_for_figure(tokens: Tokens, word: str, opening: int) -> bool:
    """ "the Index of Industrial Production (IIP)", "the Balance of Payments (BOP)": what "of" hangs on tells."""
    told = tokens.words[max(opening - 2 * len(word), 0) : opening]
    for at, head in enumerate(told[:-1]):
        if told[at + 1] == "of" and head.lower() in _KINDS | _FIGURES:
            spelt = (" ".join(told[first:]) for first in range(at + 1))
            if any(word in {read_initials(w), read_initials(w, small=True)} for w in spelt):
                return True
    return False


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
