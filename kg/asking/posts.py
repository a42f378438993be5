"""Which posts have one holder at a time, told by their titles."""

import re
from functools import lru_cache

from kg.lexicon import load_lexicon

_AND = re.compile(r"\s+and\s+|\s*[&/,;]\s*")
_SMALL = frozenset(["and", "of", "the", "for", "&", "s"])
_WORD = re.compile(r"[\w&'-]+")


@lru_cache(maxsize=4096)
def find_sole_posts(title: str, body: str) -> tuple[str, ...]:
    """The posts of one holder that a title names, each by a name that all its forms share.

    "President and CEO" names two, "Trade Minister" and "Minister of Trade" the same, "Vice President"
    none. `body` is the name of what the post belongs to: a ministry has one minister.
    """
    lexicon = load_lexicon("posts")
    sole = lexicon.get_mapping("sole")
    text = " ".join(title.casefold().replace("’", "'").split()).removeprefix("the ")
    if text in sole:
        return (sole[text],)
    if text in lexicon.get("sole_with_field"):
        own = re.search(r"\b(ministry|department)\b", body.casefold())
        return (text,) if own else ()
    fielded = _find_fielded(text)
    if fielded:
        return (fielded,)
    return tuple(sorted({sole[part] for part in _AND.split(text) if part in sole}))


def _find_fielded(text: str) -> str:
    """A post of a field ("minister: trade") or sent to a country ("ambassador: ruritania"), or ""."""
    lexicon = load_lexicon("posts")
    heads, sent = lexicon.get("sole_with_field"), lexicon.get("sole_sent")
    before = re.fullmatch(rf"({_any(heads)}) (?:of|for) (.+)", text)
    if before is None:
        before = re.fullmatch(rf"({_any(sent)}) to (.+)", text)
    behind = re.fullmatch(rf"(.+?) ({_any(heads)})", text)
    if before is not None:
        return f"{before[1]}: {_name_field(before[2])}"
    if behind is None:
        return ""
    words = _WORD.findall(behind[1])
    if "to" in words or lexicon.get("lesser").intersection(words):
        return ""
    return f"{behind[2]}: {_name_field(behind[1])}"


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _name_field(text: str) -> str:
    """The field in words whose order does not count: "trade and industry" is "industry and trade"."""
    known = load_lexicon("posts").get_mapping("same_field")
    words = _WORD.findall(known.get(text, text).replace("'s", ""))
    return " ".join(sorted(set(words) - _SMALL))
