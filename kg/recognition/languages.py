"""Adjectives of countries that tell a language: "a degree in history and Spanish", "Spanish translation"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_LEARNED = load_lexicon("names").get("disciplines")
_SPOKEN = frozenset(["speak", "learn", "teach", "fluent", "study", "translate"])
_KINDS = ("language", "translation", "translator", "interpreter", "lesson", "speaker", "subtitle")
_BEHIND = frozenset([*_KINDS, *(f"{kind}s" for kind in _KINDS)])
_GLUED = frozenset(["speaking", "language", "medium"])
_INTO = frozenset(["in", "into", "from"])
_NOUNS = ("N", "J")  # how the tags of what it may describe begin


def drop_languages(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names without such adjectives."""
    return [n for n in names if n.kind is not MentionKind.ADJECTIVE or not _tells(tokens, n)]


def _tells(tokens: Tokens, name: Name) -> bool:
    behind = tokens.lower_at(name.end)
    glued = behind == "-" and tokens.lower_at(name.end + 1) in _GLUED
    if glued or behind in _BEHIND:
        return True
    tags = tokens.tags[name.end : name.end + 1]
    if tags and (tags[0].startswith(_NOUNS) or behind in {"-", "and", "or", ","}):
        return False  # "from Spanish ports", "Spanish and Portuguese vineyards"
    before, k = tokens.lower_at(name.start - 1), name.start - 2
    if before == "and" and tokens.lower_at(k) in _LEARNED:
        return True
    return before in _INTO or tokens.lemma_at(name.start - 1) in _SPOKEN
