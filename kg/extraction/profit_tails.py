"""What a result is told before: "earnings [before interest, tax and depreciation]"."""

import re
from collections.abc import Sequence

_RESULTS = frozenset(
    ["profit", "earning", "earnings", "loss", "income", "result", "surplus", "margin"]
)
_CHARGES = frozenset(
    [
        "interest",
        "interests",
        "tax",
        "taxes",
        "taxation",
        "zakat",
        "depreciation",
        "amortisation",
        "amortization",
    ]
) | frozenset(
    [
        "impairment",
        "minority",
        "exceptional",
        "exceptionals",
        "special",
        "items",
        "provisions",
        "income",
    ]
)
_JOINTS = frozenset([",", "and", "&"])


_LETTERS = re.compile(r"E[A-Za-z]+")


def find_profit_tail(words: Sequence[str], lemma: str, noun: int) -> str:
    """The words behind a result that tell which it is, with a space before; "" where there are none."""
    last = _find_tail_end(words, lemma, noun)
    if last is None:
        return ""
    bracket = words[last : last + 3]
    lettered = bracket[:1] == ["("] and bracket[2:] == [")"] and _LETTERS.fullmatch(bracket[1])
    tail = " ".join(words[noun + 1 : last]).replace(" ,", ",")
    return f" {tail} ({bracket[1]})" if lettered else f" {tail}"


def find_result_of_tail(words: Sequence[str], lemmas: Sequence[str], token: int) -> int:
    """The result of "earnings before interest, tax and [depreciation]"; the token itself elsewhere."""
    before = token
    while before > 1 and words[before].lower() in _CHARGES | _JOINTS:
        before -= 1
    noun = before - 1
    end = _find_tail_end(words, lemmas[noun], noun) if before < token and noun >= 0 else None
    return noun if end is not None and token < end else token


def _find_tail_end(words: Sequence[str], lemma: str, noun: int) -> int | None:
    before, charge = ([w.lower() for w in words[noun + 1 : noun + 3]] + ["", ""])[:2]
    if lemma not in _RESULTS or before != "before" or charge not in _CHARGES:
        return None
    end = last = noun + 3
    while end < len(words) and words[end].lower() in _CHARGES | _JOINTS:
        end += 1
        last = end if words[end - 1].lower() in _CHARGES else last
    return last
