"""What agencies print beside a name and no part of it: "Exclusive-Norvik to buy", "Norvik NVK, +7.48%, said"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.market_tiers import find_market_tiers
from kg.recognition.tokens import Tokens

_LABELS = load_lexicon("names").get("wire_labels")
_BRACKETED = load_lexicon("names").get("bracketed_labels")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_REACH = 6  # tokens within brackets, and these
_DASHES = frozenset(["-", "–", "—", ":"])
_TICKER = re.compile(r"[A-Z]{1,5}")
_MOVE = re.compile(r"[+\-−–]\d+(?:[.,]\d+)?")


def find_wire_marks(tokens: Tokens) -> frozenset[int]:
    """The tokens of labels at the start of a line and of tickers before how a share moved."""
    labels: set[int] = set()
    for first in tokens.first_of_sentence:
        if tokens.lower_at(first) in _LABELS:
            dash = first + 1 + tokens.lower_at(first + 1).isdigit()  # "UPDATE 1-Norvik"
            labels.update(range(first, dash + 1) if tokens.lower_at(dash) in _DASHES else ())
    labels.update(k for first, _ in tokens.parse.sentences for k in _find_bracketed(tokens, first))
    labels |= {k for k in range(2, len(tokens.words)) if tokens.capital[k] and is_denied(tokens, k)}
    labels |= find_market_tiers(tokens)
    return frozenset(labels | {k for k in range(1, len(tokens.words)) if _is_ticker(tokens, k)})


def _find_bracketed(tokens: Tokens, first: int) -> range:
    """ "(LEAD) Norvik wins order", "(2nd LD)", "(END)": what agencies put in brackets at the start of a line."""
    if tokens.words[first] != "(":
        return range(0)
    close = next((k for k in range(first + 2, first + _REACH) if tokens.lower_at(k) == ")"), first)
    inside = [k for k in range(first + 1, close) if not _ORDINAL.fullmatch(tokens.lower[k])]
    label = " ".join(tokens.lower[k] for k in inside)
    return range(first, close + 1) if label in _BRACKETED else range(0)


def is_denied(tokens: Tokens, k: int) -> bool:
    """ "non-[NATO] members": what somebody does not belong to."""
    return (
        tokens.lower_at(k - 1) == "-"
        and tokens.lower_at(k - 2) == "non"
        and tokens.touches(k - 1)
        and not (tokens.capital[k - 2] and tokens.capital[k + 1 : k + 2] == [True])
    )


def _is_ticker(tokens: Tokens, k: int) -> bool:
    """Capitals behind a name, before a comma and a signed percentage."""
    if tokens.words[k : k + 2][1:] != [","] or tokens.words[k + 3 : k + 4] != ["%"]:
        return False
    named = tokens.capital[k - 1] and _TICKER.fullmatch(tokens.words[k]) is not None
    return named and _MOVE.fullmatch(tokens.words[k + 2]) is not None
