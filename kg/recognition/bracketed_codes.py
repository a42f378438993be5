"""Codes in brackets behind a name that look like sums of money: "the Upper Seti River (SR6)"."""

import re

_CODE = re.compile(r"[A-Z]{2,4}[0-9]{1,3}")
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ \Z")


def is_code(text: str, start: int, end: int) -> bool:
    """Whether brackets hold letters and a short number alone, right behind a word with a capital."""
    alone = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if not alone or not _CODE.fullmatch(text[start:end]):
        return False
    return _NAME_BEFORE.search(text[max(start - 24, 0) : start - 1]) is not None
