"""A name behind what was told and a phrase of it: "the second terminal in Zenda, Tarka Point, handled"."""

from collections.abc import Container, Mapping, Sequence

from kg.model.mention import SETTLED, Mention
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_LINKS = frozenset(["in", "of", "at", "by", "to", "for", "from", "on", "across", "with", "outside"])
_LONGEST = 8  # tokens of the phrase: "of high-tensile steel in South America"
_TOLD = frozenset(["VBD", "VBZ", "VBP", "VB", "MD", "WDT", "WP", "WRB", "TO"])
_ROWS = frozenset(["including", "such", "like", "among"])
_BEST = frozenset(["JJS", "RBS"])
_MAIN = frozenset(["main", "leading", "only", "sole", "top", "premier", "flagship"])


def find_past_place(
    nominal: Nominal,
    tokens: Tokens,
    upcoming: Sequence[tuple[Mention, int, int]],
    last_tokens: Mapping[int, int],
) -> tuple[Mention, int] | None:
    """The name that is set off behind the nominal and its phrase, with its chain; None for none.

    It ends with a comma, or with the sentence where only one thing can be meant ("the largest maker of
    steel, Norvik.").
    """
    after = nominal.head + 1
    if tokens.lower_at(after) not in _LINKS:
        return None
    comma = _find_comma(tokens, after)
    if any(after < start < comma and m.type not in SETTLED for m, _, start in upcoming):
        return None  # "a group of Norvik, Tarka, and Zenda": a row
    for mention, chain, start in upcoming if comma else ():
        if start - (tokens.lower_at(start - 1) == "the") != comma + 1:
            continue
        closing = tokens.lower_at(last_tokens.get(start, start) + 1)
        if closing == "," or (closing == "." and stands_out(nominal, tokens, _MAIN)):
            return mention, chain
    return None


def _find_comma(tokens: Tokens, after: int) -> int:
    """The comma that ends a phrase of nouns; 0 where a verb comes first."""
    for k in range(after + 1, min(after + 1 + _LONGEST, len(tokens.words))):
        word = tokens.words[k]
        if word == ",":
            return k
        ended = tokens.tags[k] in _TOLD or tokens.lower[k] in _ROWS
        if ended or not (word[:1].isalnum() or word == "-"):
            return 0
    return 0


def stands_out(nominal: Nominal, tokens: Tokens, words: Container[str]) -> bool:
    """Whether a superlative or one of these words says that only one thing can be meant."""
    told = range(nominal.start, nominal.head)
    return any(tokens.tags[k] in _BEST or tokens.lower[k] in words for k in told)
