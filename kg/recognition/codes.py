"""Codes and acronyms of common things, which name nobody: "BBB+", "PM2.5", "five CBUs", "gross NPA", "the Zenda 40"."""

import re
from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.declaring import read_back
from kg.recognition.name import Name
from kg.recognition.quantity_words import get_large_signs, get_quantity_words
from kg.recognition.tokens import Tokens

_PRICE = re.compile(r"([A-Z][A-Za-z]{0,2})(?:\d{1,3}(?:,\d{3})+|\d+\.\d{2})")
_RATE = re.compile(r"([A-Z][A-Za-z]{0,2})\d[\d.,]*/[$€£]\.?")  # "N365/$"
_SUM = re.compile(r"([A-Za-z]{2,4})\d[\d.,]*")
_WORDS = load_lexicon("names")
_GRADE = re.compile(
    r"(?:A{2,3}|B{2,3}|C{2,3}|SD|RD)[+\-–−]?|A[+\-–−]|B[+\-–−]|Aaa|Aa[123]|A[123]|Baa[123]|Ba[123]|B[123]|Caa[123]"
)
# Grades of the long and the short term: "AA-/F1+", "A-1", "P-2".
_GRADES = re.compile(
    rf"(?:(?:{_GRADE.pattern})(?:/(?:F[123]\+?|A-[123]\+?|P-[123]))?|A-[123]\+?|P-[123])"
)
_PLURAL = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}s")
_NUMBERED = re.compile(r"([A-Za-z]+)[-–]\d{1,2}[A-Za-z]?")
_GRADING = _WORDS.get("grade_words")
_CODES, _CAPITALS = _WORDS.get("common_codes"), _WORDS.get("common_capitals")
_THINGS = _WORDS.get("numbered_things")
_RATED = _WORDS.get("rated_measures")
_FIGURES = load_lexicon("measures").get("measure_acronyms")
_INDICES, _TELLING = _WORDS.get("stock_indices"), _WORDS.get("speech_verbs") | {"report"}
_LISTED = frozenset(["in", "join", "joined", "joins", "joining", "enter", "entered", "into"])
_DEEDS = _WORDS.get("company_verbs") | _TELLING | {"agree", "plan", "announce", "sign"}
_OWNING = frozenset(["'s", "’s"])


def is_code(tokens: Tokens, name: Name) -> bool:
    """Whether a name that nobody knows is such a code, alone or behind a word that rates it."""
    start, end = name.start, name.end
    word = tokens.words[end - 1]
    if name.known_as is not None or _is_declared(tokens, word):
        return False
    if _read_hyphened(tokens, start, end) in _CODES:
        return True
    if tokens.lower_at(start - 1) in _RATED and word.lower() in _FIGURES:
        return True
    told = "".join(tokens.words[start:end])
    if _GRADES.fullmatch(told) and ("/" in told or _is_graded(tokens, start)):
        return True
    if end - start > 1:
        rated = all(w in _RATED for w in tokens.lower[start : end - 1])
        figure = word.lower() in _FIGURES or _is_common(tokens, word)
        return (rated and figure) or _is_index(tokens, start, end)
    acts = tokens.tags[end : end + 1] in (["VBD"], ["VBZ"]) and tokens.lemma_at(end) in _DEEDS
    if (_is_common(tokens, word) and not acts) or _is_index(tokens, start, end):
        return True
    numbered = _NUMBERED.fullmatch(word)
    return numbered is not None and numbered[1].lower() in _THINGS  # "Phase-2"


def _read_hyphened(tokens: Tokens, start: int, end: int) -> str:
    """The whole word that hyphens make of tokens start to end and those beside them: "year-on-year"."""
    while start > 1 and tokens.words[start - 1] == "-" and tokens.touches(start - 2):
        start -= 2
    while tokens.lower_at(end) == "-" and tokens.touches(end - 1) and tokens.touches(end):
        end += 2
    return "".join(tokens.lower[start:end])


def _is_declared(tokens: Tokens, word: str) -> bool:
    """ "the Southern Authority for Rural Seas (Sars)": letters of a name before their brackets, whatever else."""
    openings = (k for k in tokens.bracketed.get(word, ()) if k and tokens.capital[k - 1])
    return word.istitle() and any(read_back(tokens, k, word.lower()) is not None for k in openings)


def _is_common(tokens: Tokens, word: str) -> bool:
    """Whether a word of capitals stands for common words; what the text declares in brackets is left to it."""
    if word.lower() in _CODES:
        return True
    if word in tokens.bracketed or word.rstrip("s") in tokens.bracketed:
        return False
    if _PLURAL.fullmatch(word):
        return True
    return word.isupper() and word.lower() in _CAPITALS


def _is_graded(tokens: Tokens, k: int) -> bool:
    """ "the rating at BBB", "lifted it to Baa2 from Baa3": whether its sentence tells of grades."""
    if tokens.words[k].isalpha() and "rating" in tokens.small_words:
        return True  # letters alone, in a text on ratings
    start, end = tokens.parse.sentences[tokens.parse.sentence_of[k]]
    return not _GRADING.isdisjoint(tokens.lower[start:end])


def _is_index(tokens: Tokens, start: int, end: int) -> bool:
    """ "the Zenda 40 rose 1%": an index of shares, and not the paper of that name."""
    behind = end + tokens.lower_at(end).isdigit()
    if _INDICES.isdisjoint(" ".join(tokens.lower[start:last]) for last in {end, behind}):
        return False
    joined = start - 1 - (tokens.lower_at(start - 1) == "the")
    if tokens.lower_at(joined) in _LISTED:
        return False  # "included in the Zenda 40", which a firm is listed in
    owned = tokens.lower_at(behind) in _OWNING
    return (
        not owned
        and tokens.lemma_at(behind) not in _TELLING
        and tokens.lower_at(start - 1) != "told"
    )


@cache
def _read_coins() -> frozenset[str]:
    """What is written for a currency before a sum, in two letters or more."""
    words = get_quantity_words()
    shared = (word for row in words.shared_currencies for word in row.words)
    symbols = (symbol for row in words.currencies.values() for symbol in row.symbols)
    return frozenset(w.lower().rstrip(".") for w in (*symbols, *shared) if len(w.rstrip(".")) > 1)


def is_sum(word: str) -> bool:
    """ "Tk830", "Rs28.5", "N31.20": a sum of money in one word, and no name."""
    found = _SUM.fullmatch(word)
    if found is not None and found.group(1).lower() in _read_coins():
        return True
    price = _PRICE.fullmatch(word) or _RATE.fullmatch(word)
    return price is not None and price.group(1) in get_large_signs()
