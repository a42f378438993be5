"""Occasions that a sentence tells by a word of another kind: "the signing ceremony" is no forum told before."""

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse

_WORDS = load_lexicon("arguments")
_SHOWS, _SITTINGS, _RITES = (
    _WORDS.get(name) for name in ("show_occasions", "sitting_occasions", "rites_apart")
)
_RITE_HEADS = _WORDS.get("rite_heads")
_TAKING_UP = frozenset(["the", "this", "these"])


def is_told_apart(token: int, event: Mention, parse: Parse) -> bool:
    """Whether the sentence of a token speaks of a meeting or signing ceremony, and the occasion is a fair or forum."""
    if _SHOWS.isdisjoint(event.text.lower().split()):
        return False
    first, last = parse.sentences[parse.sentence_of[token]]
    return any(_tells_other(k, parse) for k in range(first + 1, last))


def _tells_other(head: int, parse: Parse) -> bool:
    word, before = parse.words[head].lower(), parse.words[head - 1].lower()
    if word in _SITTINGS:
        return before in _TAKING_UP
    return word in _RITE_HEADS and before in _RITES
