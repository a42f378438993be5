"""Adjectives of countries that tell a language, "a degree in history and Spanish", or a firm, "Ruritanian flew"."""

from collections.abc import Sequence
from dataclasses import replace

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
_ACTING = frozenset(["nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj"])
_DESCRIBED = frozenset(["DT", "PRP$", "JJ", "CD", "NN", "VBN", "POS"])
_FOLLOWING = ("V", "MD", "POS", ",", ".", "IN", "TO", "RB")
_NOUNS = ("N", "J")  # how the tags of what it may describe begin


def settle_adjectives(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names without adjectives that tell languages, and those that tell firms as names of these."""
    kept = [n for n in names if n.kind is not MentionKind.ADJECTIVE or not _tells(tokens, n)]
    return _name_carriers(tokens, kept)


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


def _name_carriers(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names; "Ruritanian" that acts alone is the firm told as "Ruritanian Airlines" before."""
    firms: dict[str, int] = {}
    for name in names:
        if name.type == "Company" and name.end - name.start > 1:
            firms.setdefault(tokens.words[name.start], name.end)
    if not firms:
        return names
    return [_name_carrier(tokens, name, firms.get(tokens.words[name.start])) for name in names]


def _name_carrier(tokens: Tokens, name: Name, told: int | None) -> Name:
    """`told` is where a firm's whole name that begins so ends, None where there is none."""
    k = name.start
    if name.kind is not MentionKind.ADJECTIVE or told is None or told > k or name.end > k + 1:
        return name
    alone = tokens.parse.deps[k] in _ACTING and tokens.tags[k - 1] not in _DESCRIBED
    if not alone or not any(t.startswith(_FOLLOWING) for t in tokens.tags[k + 1 : k + 2]):
        return name
    return replace(name, kind=MentionKind.NAME, type="Company", known_as=None, choice=None)
