"""What a dateline and "X reports" tell of names: places and media."""

import re

from kg.recognition.callings import is_reporting
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_DASHES = frozenset(["—", "--"])
_CLOSING = (["-"], ["–"], [":"], ["."])
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}")
_TELLING = frozenset(["report", "write", "tell", "cite", "say", "inform", "note"])
_OUTLETS = ("next", "news", "wire", "press", "times", "today", "watch", "post", "first", "online")
_LONGEST = 9  # tokens of a place and a day


def find_media(tokens: Tokens, names: list[Name]) -> set[str]:
    """The spellings of names that a dateline has in brackets, or that report: "…, reports X."."""
    return {
        tokens.slice(name.start, name.end)
        for name in names
        if find_in_dateline(tokens, name) == "MediaOutlet"
        or is_reporting(tokens, name.start, name.end)
        or _is_site_telling(tokens, name)
    }


def find_in_dateline(tokens: Tokens, name: Name) -> str:
    """ "KOTA BARU (Zenda Wire) -": a dateline begins with a place and has its agency in brackets."""
    around = (tokens.lower_at(name.start - 1), tokens.lower_at(name.end))
    if name.start not in tokens.datelines:  # that of a later report in a round-up
        wire = around == ("(", ")") and _closes_dateline(tokens, name)
        return "MediaOutlet" if wire and tokens.words[name.start].isupper() else ""
    if around == ("(", ")"):
        return "MediaOutlet"
    if _is_outlet(tokens, name):
        return "MediaOutlet"
    words = range(name.start, name.end)
    capitals = all(
        tokens.words[k].isupper() and not tokens.is_common_word(tokens.lower[k]) for k in words
    )
    first, end = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
    dated = tokens.lower_at(name.end) == "," and any(
        w.isdigit() for w in tokens.words[name.end : end]
    )
    return "City" if name.start == first and (capitals or dated) else ""


def _is_outlet(tokens: Tokens, name: Name) -> bool:
    """ "TARNNEXT –", "ZENDA.TARNFORM -": an outlet's own name where a town would stand, or behind the town."""
    word = tokens.lower[name.start]
    if name.end - name.start > 1 or not tokens.words[name.start].isupper():
        return False
    _, dot, behind = word.partition(".")
    joined = any(
        word.endswith(end) and tokens.is_common_word(word.removesuffix(end)) for end in _OUTLETS
    )
    return joined or (bool(dot) and behind.isalpha())


def _closes_dateline(tokens: Tokens, name: Name) -> bool:
    """ "Dhaka, May 3 (BSS) -": brackets early in a sentence that goes no further, or before a dash."""
    first, end = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
    if tokens.lower_at(name.end + 1) in _DASHES:
        return True
    rest = tokens.words[name.end + 1 : end]
    return first + 1 < name.start <= first + _LONGEST and (not rest or rest in _CLOSING)


def _is_site_telling(tokens: Tokens, name: Name) -> bool:
    """ "Kazpravda.kz reports": a site whose address tells the news."""
    site = _SITE.fullmatch(tokens.slice(name.start, name.end)) is not None
    told = (tokens.lemma_at(name.end), tokens.lemma_at(name.start - 1))
    return site and not _TELLING.isdisjoint(told)
