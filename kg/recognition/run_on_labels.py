"""Headings that a sentence runs on from: "History Norvik was founded in 1990"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_LABELS = load_lexicon("labels").get("run_on")
_MEDIA = load_lexicon("names").get("media_nouns")
_BETWEEN = frozenset(["and", "&", ","])


def is_run_on_label(tokens: Tokens, i: int, heads: frozenset[str]) -> bool:
    """Whether token i is no part of the name behind it; a text that has it inside names as well keeps it."""
    if tokens.lower[i] not in _LABELS:
        return False
    nxt = i + 1
    start = tokens.parse.sentences[tokens.parse.sentence_of[i]][0]
    if i == start and tokens.lower[i] in tokens.capital_words:
        return False
    joined = tokens.lower_at(nxt) in _BETWEEN and tokens.lower_at(nxt + 1) in _LABELS
    if not joined and (
        tokens.capital[nxt : nxt + 1] != [True]
        or tokens.lower[nxt] in heads
        or tokens.lower_at(nxt) in _MEDIA
    ):
        return False
    before = tokens.lower[start:i]
    return all(w in _LABELS or w in _BETWEEN for w in before)
