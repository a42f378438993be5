"""The pass over a text that finds where numbers and dates may stand, and what is before them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from kg.recognition.hyphened_dates import space_dates
from kg.recognition.period_words import get_period_index
from kg.recognition.quantity_words import get_quantity_words

_HARD_BREAK = re.compile(r"\n(?![a-z]|(?<=[a-z,]\n)[0-9$€£¥])")
_BETWEEN_RUNS = re.compile(r"[^a-z0-9]+")
_LETTERS, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"
_LETTERS_OR_DIGITS = frozenset(_LETTERS + _DIGITS)
_OPENING = "([{\"'“‘«—–:"

BREAK = "\0"  # no white space, no letter: nothing matches across it


def fold(text: str) -> str:
    """The text in lower case, of the same length, with the line ends that end a paragraph as BREAK.

    A line end inside a sentence stays white space: before a small letter, or between a small letter
    and a number.
    """
    broken = _HARD_BREAK.sub(BREAK, text) if "\n" in text else text
    lower = broken.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in broken)
    return lower


ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Scan:
    """A text, its folded form (see `fold`) and the places at which a number or a period may begin.

    An anchor is the start of a word of the lists, or of a run of digits, with that word or run.
    """

    text: str
    folded: str
    anchors: tuple[tuple[int, str], ...]


def scan(text: str) -> Scan:
    """The text, ready for the search for quantities and periods."""
    text = space_dates(_get_hyphened_codes().sub(r"\1 ", text))
    folded = fold(text)
    return Scan(text, folded, tuple(find_anchors(folded)))


@cache
def _get_hyphened_codes() -> re.Pattern[str]:
    """ "a EUR-125-million loan": a hyphen between a currency and its sum stands for a space."""
    return re.compile(rf"(?<![\w-])({'|'.join(get_quantity_words().currencies)})-(?=\d)")


@cache
def _get_anchor_words() -> frozenset[str]:
    lists = get_quantity_words()
    magnitudes = (word for row in lists.magnitudes for word in row.words)
    return frozenset(
        (*lists.numbers, *lists.ordinals, *lists.fractions.parts, *magnitudes)
    ) | frozenset(get_period_index().by_token)


def find_anchors(folded: str) -> list[tuple[int, str]]:
    """The anchors of a folded text, in order; "rmb500" has one at its digits, "q3" two."""
    words, anchors, at = _get_anchor_words(), [], 0
    for run in _BETWEEN_RUNS.split(folded):
        if run in words:
            at = _find_run(folded, run, at)
            anchors.append((at, run))
        elif run and not run.isalpha():
            at = _find_run(folded, run, at)
            digits = run.lstrip(_LETTERS)
            first = len(run) - len(digits)
            if run[:first] in words:
                anchors.append((at, run[:first]))
            anchors.append((at + first, digits[: len(digits) - len(digits.lstrip(_DIGITS))]))
        else:
            continue
        at += len(run)
    return anchors


def _find_run(folded: str, run: str, at: int) -> int:
    """Where the run stands from `at` on, as a whole and not inside a longer one."""
    while True:
        at = folded.index(run, at)
        end = at + len(run)
        before, after = folded[at - 1 : at], folded[end : end + 1]
        if before not in _LETTERS_OR_DIGITS and after not in _LETTERS_OR_DIGITS:
            return at
        at += 1


def find_phrase_before(
    folded: str, end: int, phrases: Mapping[str, ValueT], *, longest: int = 4
) -> tuple[int, ValueT] | None:
    """The longest phrase that ends just before `end`, white space between: its start and value."""
    before = folded[max(0, end - 48) : end]
    before = before[before.rfind(BREAK) + 1 :]
    if not before or not before[-1].isspace():
        return None
    words = before.split()[-longest:]
    best: tuple[int, ValueT] | None = None
    phrase, at = "", end
    for count, word in enumerate(reversed(words)):
        at = folded.rfind(word, 0, at)
        bare = word.lstrip(_OPENING)
        phrase = f"{bare} {phrase}" if count else bare
        if phrase in phrases:
            best = (at + len(word) - len(bare), phrases[phrase])
        if bare != word:
            break
    return best


def find_word_before(text: str, end: int) -> str:
    """The word just before `end` as it is written; "" without one and white space after it."""
    at = end - 1
    if at <= 0 or not text[at].isspace() or text[at] == "\n":
        return ""
    before = text[max(0, at - 40) : at]
    before = before[before.rfind(BREAK) + 1 :]  # "Between" may be the first word of a paragraph
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    return word.lstrip(_OPENING)
