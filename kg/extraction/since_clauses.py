"""Times told in a clause with "since": "has drawn 90 firms since it opened in 2006" counts from then on."""

import re
from dataclasses import replace

from kg.model.parse import FINITE, Parse
from kg.model.period import Period

_DATED = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")
_CLIMBED = 5  # heads from a date up to the verb or noun behind "since"
_SINCE = "since"


def open_since(parse: Parse, token: int, period: Period) -> Period:
    """The period from a date on where a clause with "since" tells it, else as it is."""
    if _DATED.fullmatch(period.edtf) is None or not _is_since(parse, token):
        return period
    return replace(period, edtf=f"{period.edtf}/..", end=None)


def _is_since(parse: Parse, token: int) -> bool:
    """ "since [it opened in 2006]", "since [opening in 2006]", "since [its launch in 2006]"."""
    for _ in range(_CLIMBED):
        above = parse.heads[token]
        if above == token:
            return False
        if parse.tags[token] in FINITE:
            return False
        token = above
        if parse.words[token].lower() == _SINCE:
            return True
        marks = (c for c in parse.children[token] if parse.deps[c] == "mark")
        if any(parse.words[c].lower() == _SINCE and c < token for c in marks):
            return True
    return False
