"""The code of a share in brackets behind a name: "Zenda (ZEN.MC) is to add customers" tells of a firm, no town."""

import re

from kg.recognition.tokens import Tokens

_SHARE = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,3}")
_LONGEST = 6  # tokens of "(NYSE American: ZEN)"


def is_listed(tokens: Tokens, end: int) -> bool:
    """Whether brackets right behind a name, which ends before `end`, hold the code of a share."""
    if tokens.lower_at(end) not in {"(", "<"}:
        return False
    inner = tokens.words[end + 1 : end + _LONGEST]
    ends = [k for k, word in enumerate(inner) if word in {")", ">"}]
    told = inner[: ends[0]] if ends else []
    if len(told) == 1:
        return _SHARE.fullmatch(told[0]) is not None
    colon = told.index(":") if ":" in told else 0
    return colon > 0 and told[0].isupper() and len(told) == colon + 2
