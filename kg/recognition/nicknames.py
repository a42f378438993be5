"""Nicknames that a person's name tells in quotation marks, and that stand alone elsewhere: Juan "Chico" Quispe."""

import re
from collections.abc import Iterator, Sequence

from kg.model.mention import Mention, MentionKind
from kg.recognition.aliases import Alias

_QUOTED = re.compile(r"\w\s+[\"“‘'](?P<nick>[^\W\d_]{3,})[\"”’']\s+\w")
_SURE = 0.95


def find_nicknames(names: Sequence[Mention]) -> list[Alias]:
    """Single words elsewhere that are the nickname of one person."""
    told = dict(_read_nicknames(names))
    return [
        Alias(n, told[mention.text], "nickname in quotation marks", _SURE)
        for n, mention in enumerate(names)
        if mention.kind is MentionKind.NAME and mention.text in told and mention.known_as is None
    ]


def _read_nicknames(names: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    for n, mention in enumerate(names):
        found = _QUOTED.search(mention.text)
        if found and mention.kind is MentionKind.NAME and mention.type in {"Person", "Official"}:
            yield found["nick"], n
