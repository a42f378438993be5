"""Who serves a public body that is told in small letters: "police spokesman X", "X, an official at the ministry"."""

import re
from collections.abc import Set
from functools import cache

from kg.lexicon import load_lexicon

_POSTS, _TOPICS = load_lexicon("posts"), load_lexicon("names").get("topics")
_FIELDS = (_TOPICS | _POSTS.get("fields_of_states")) - _POSTS.get("secretaries_of_others")
_REACH_BEFORE, _REACH_BEHIND = 70, 110  # characters
_OWN_COUNCILS = ("works", "trade", "business", "student", "school", "church", "industry")
_MARKS = r"(?:an? |the )?"
_OWNERS = r"(?:the |its |his |her |their |our |a |[\w.’'-]+['’]s )?"
_RANKS = r"(?:,? (?:(?:[A-Z][\w-]{1,11}\.?|[Dd]r) ){0,3})"  # "army spokesman Lt. Col. X"


def _join(words: Set[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _get_before() -> re.Pattern[str]:
    bodies, titles = _join(_POSTS.get("served_bodies")), _join(_POSTS.get("served_titles"))
    refused = _join(_POSTS.get("no_served_bodies"))
    # no "works council leader", no "student council leader"
    own = "".join(rf"(?<![{w[0].upper()}{w[0]}]{w[1:]} )" for w in _OWN_COUNCILS)
    return re.compile(
        rf"(?<![\w-])(?!(?i:{refused})){own}(?i:{bodies})(?:['’]s)? (?:{titles}){_RANKS}$"
    )


@cache
def _get_behind() -> re.Pattern[str]:
    bodies, titles = _join(_POSTS.get("served_bodies")), _join(_POSTS.get("served_titles"))
    return re.compile(
        rf",? {_MARKS}(?:[\w’'-]+ ){{0,5}}?(?:{titles})(?: [\w’'-]+){{0,5}}? (?:of|at|with|for|in|from) "
        rf"{_OWNERS}(?:[\w’'-]+ ){{0,3}}?(?i:{bodies})"
        rf"(?:['’]s (?:[\w-]+ ){{1,4}}committee)?"
        r"(?=[,.;:)”\"]|$| (?:in|of|said|says|told|who|and|at|on)\b)"
    )


def serves_public_body(text: str, start: int, end: int) -> bool:
    """Whether the words before or behind a person's name tell a post in a public body that they only describe."""
    before = text[max(start - _REACH_BEFORE, 0) : start]
    if _get_before().search(before):
        return True
    behind = text[end : end + _REACH_BEHIND]
    return behind[:2] == ", " and bool(_get_behind().match(behind))


@cache
def _get_between() -> re.Pattern[str]:
    titles = _join(_POSTS.get("served_as"))
    return re.compile(rf"(?:['’]s)? (?:[\w-]+ ){{0,3}}?(?i:{titles}){_RANKS} ?")


def is_told_between(text: str) -> bool:
    """ "ECB [policymaker] X": what stands between a public body and a person who serves it."""
    return bool(_get_between().fullmatch(text))


def is_minister(field: str, title: str) -> bool:
    """ "Business Secretary": a minister by the field of government that the title has in capitals."""
    large = title == "Secretary" and field[:1].isupper()
    return large and field.casefold() in _FIELDS
