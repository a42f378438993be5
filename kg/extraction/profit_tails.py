"""What a result is told before: "earnings [before interest, tax and depreciation]"."""

from collections.abc import Sequence

_RESULTS = frozenset(
    ["profit", "earning", "earnings", "loss", "income", "result", "surplus", "margin"]
)
_BEFORE = ["before", "interest"]
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


def find_profit_tail(words: Sequence[str], lemma: str, noun: int) -> str:
    """The words behind a result that tell which it is, with a space before; "" where there are none."""
    if lemma not in _RESULTS or [w.lower() for w in words[noun + 1 : noun + 3]] != _BEFORE:
        return ""
    end = last = noun + 2
    while end < len(words) and words[end].lower() in _CHARGES | _JOINTS:
        end += 1
        last = end if words[end - 1].lower() in _CHARGES else last
    return " " + " ".join(words[noun + 1 : last]).replace(" ,", ",") if last > noun + 2 else ""
