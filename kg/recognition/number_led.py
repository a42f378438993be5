"""Names that begin with a number: "7-Zenda Malaysia", "the 2M Alliance", "money from 360 Zarvo"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_GLUED = re.compile(r"(?<![^\s(“\"'‘])\d{1,3}(?:-|[A-Z]|&\d{1,3})?\Z")  # right before a name
_APART = re.compile(r"(?<![^\s(“\"'‘])(?:\d{1,3}|(?![2-6]G)\d{1,2}[A-Za-z]|\d&\d) \Z")
_LABELS = load_lexicon("names").get("wire_labels")
_LONGEST = 8  # characters
_TYPES = frozenset(["Company", "Association", "Organization"])
_GIVING = frozenset(["from", "by", "with", "to"])  # "20 of Norvik", "for 3 Norvik" count things
_COUNTED = ("N", "J", "C")  # tags of what "by 20 Norvik [dealers]" counts


def lead_with_numbers(tokens: Tokens, names: Iterable[Name]) -> list[Name]:
    """The names with the numbers that they begin with."""
    return [_lead(tokens, n) if n.type in _TYPES else n for n in names]


def _lead(tokens: Tokens, name: Name) -> Name:
    if name.kind is not MentionKind.NAME or name.start == 0:
        return name
    if not any(c.isdigit() for k in (1, 2, 3) for c in "".join(tokens.words[name.start - k :][:1])):
        return name
    offset = tokens.parse.starts[name.start]
    before = tokens.text[max(offset - _LONGEST, 0) : offset]
    found = _GLUED.search(before) or (_APART.search(before) if _may_stand(tokens, name) else None)
    start = name.start
    while found and start and tokens.parse.starts[start] > offset - len(found.group()):
        start -= 1
    labelled = tokens.lower_at(start - 1) in _LABELS  # "UPDATE 1-Norvik"
    return name if labelled else replace(name, start=start)


def _may_stand(tokens: Tokens, name: Name) -> bool:
    """Whether a number apart is part of the name: it counts nothing, and a giver or doer is named there."""
    number = name.start - 1
    if tokens.tags[name.end : name.end + 1] and tokens.tags[name.end][0] in _COUNTED:
        return False
    mixed = not tokens.words[number].isdigit()
    return mixed or tokens.lower_at(number - 1) in _GIVING
