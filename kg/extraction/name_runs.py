"""Runs of words that are one name or title: "The Lighthouse of Zenda", "13 Steps", what is in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_WORDS = load_lexicon("phrases")
_INSIDE = _WORDS.get("title_joiners")
_NO_STARTS = _WORDS.get("no_title_starts")
_WORKS = load_lexicon("triggers").get("works")
_WARES = load_lexicon("triggers").get("wares") | load_lexicon("triggers").get("goods")
_BUILT = load_lexicon("triggers").get("facility_nouns") | load_lexicon("triggers").get("premises")
_QUOTES = {"“": "”", '"': '"', "``": "''", "‘": "’"}
_OPENERS = frozenset(["(", "[", "-", "–", "—", "/"])  # a quotation may begin right behind these
_LONGEST, _DESCRIBED, _KIND = 10, 3, 5
_BEFORE_COUNTRY = frozenset(["to", "in"])
_MADE_FOR = frozenset(["for", "on"])
_ENDING = frozenset(["for", "on", "with", "at", "from"])
_JOINING = _INSIDE - {
    "from",
    "with",
    "to",
    "at",
    "on",
    "vs.",
}  # those stand in titles, not in firms' names
_PLAIN = frozenset(["NN", "JJ", "VB", "HY"])
_HELD = frozenset(
    [
        "backed",
        "owned",
        "based",
        "led",
        "listed",
        "run",
        "controlled",
        "made",
        "built",
        "funded",
        "born",
        "trained",
        "style",
    ]
)
_JOINTS = frozenset([",", ";", "and", "(", "."])
_BEGINS_WITH_DIGIT = re.compile(r"\d+(?:[A-Z][a-z]+|\.(?:com|org|net))")
_OWNED = frozenset(["'s", "’s"])
_DENIED = frozenset(["n't", "n’t"])


def find_run(
    position: int, arguments: ArgumentFinder, *, title: bool, inside: bool
) -> tuple[int, int] | None:
    """Where the name or title that begins at `position` begins and ends.

    `inside` a list of titles a pronoun or a number may begin one: "What Sailors Want", "13 Steps".
    """
    quoted = _find_quoted(position, arguments)
    return quoted or _find_capitals(position, arguments, title=title, inside=inside)


def _find_quoted(position: int, arguments: ArgumentFinder) -> tuple[int, int] | None:
    words = arguments.parse.words
    closing = _QUOTES.get(words[position])
    if closing is None or _is_behind_word(position, arguments):
        return None
    for k in range(position + 2, min(position + _LONGEST, len(words))):
        if words[k] == closing:
            inner = words[position + 1 : k]
            if not any(_is_capital(word) or word[:1].isdigit() for word in inner):
                return None  # "hosting" countries
            return position + 1, k - (words[k - 1] == ",")
    return None


def _is_behind_word(position: int, arguments: ArgumentFinder) -> bool:
    """'it pays," said Jane Doe. "The': a mark that stands right behind a word or a stop closes what was said."""
    parse = arguments.parse
    return position > 0 and (
        parse.ends[position - 1] == parse.starts[position]
        and parse.words[position - 1] not in _OPENERS
    )


def _find_capitals(
    position: int, arguments: ArgumentFinder, *, title: bool, inside: bool
) -> tuple[int, int] | None:
    words = arguments.parse.words
    sentence = arguments.parse.sentence_of[position]
    limit = min(arguments.parse.sentences[sentence][1], position + _LONGEST)
    numbered = title and inside and _opens_with_number(position, limit, arguments)
    if not (_is_capital(words[position]) or numbered):
        return None
    end = _find_end(position, limit, arguments, title=title)
    if title and inside:
        end += _ends_in_genitive(end, limit, arguments)
    if words[position].lower() in _NO_STARTS and not (
        title and _opens_title(position, limit, end, arguments, inside=inside)
    ):
        return None
    if title and words[end : end + 1] == ["-"] and words[end + 1 : end + 2]:
        joined = arguments.parse.ends[end - 1] == arguments.parse.starts[end]
        if joined and words[end + 1][:1].islower():
            return None  # "the Ruritanian-language X"
    return position, min(end, limit)


def _find_end(position: int, limit: int, arguments: ArgumentFinder, *, title: bool) -> int:
    """Past the capitals and the small words between them."""
    words = arguments.parse.words
    end = position + 1
    while end < limit:
        denied = title and words[end] in _DENIED  # "Don't Look"
        if _is_capital(words[end]) or words[end][:1].isdigit() or denied:
            end += 1
            continue
        gap = 1 + (words[end + 1 : end + 2] in (["the"], ["a"], ["an"]))
        after = words[end + gap : end + gap + 1]
        joins = _INSIDE if title else _JOINING
        within = words[end].lower() in joins or (title and words[end] == ":")
        if title and words[end] in _ENDING and words[end - 1].lower() in _WORKS:
            break  # "The Tarka Show for Norvik"
        if title and words[end] in _MADE_FOR and after and _is_firm(end + gap, arguments):
            break  # "Dusk for NTV"
        if words[end] in {"in", "on"} and after and after[0].lower() in _NO_STARTS:
            break  # "The Tarka Report in May"
        if title and words[end] in _OWNED and after == ["The"]:
            break  # "Jane Doe's The Lighthouse"
        if words[end] in _OWNED and after and not title and _is_place(end + gap, arguments):
            break  # "bought Norvik's Latin American mills"
        if words[end] in _BEFORE_COUNTRY and after and _is_country(end + gap, arguments):
            break  # "will shift production of the Dawn to Ruritania", "released Dusk in Ruritania"
        if title and words[end] == "with" and after and _is_person(end + gap, arguments):
            break  # "Dusk with Jane Doe"
        if not (within and after and _is_capital(after[0])):
            break
        end += gap + 1
    return end


def _ends_in_genitive(end: int, limit: int, arguments: ArgumentFinder) -> bool:
    """ "Dusk rum and Harbour['s] whisky,": a brand by the name of its founder, in a row of wares."""
    words = arguments.parse.words[end : min(end + 3, limit)]
    kinded = len(words) > 1 and words[0] in _OWNED and words[1] in _WARES
    return kinded and not arguments.parse.tags[min(end + 2, limit - 1)].startswith("NNP")


def _is_firm(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a firm or station is named there, by its capitals or as is known surely."""
    word = arguments.parse.words[position]
    return (word.isupper() and len(word) > 1) or any(
        arguments.ranges[m][0] == position and arguments.fits(m, ("Company", "MediaOutlet"))
        for m in arguments.by_token.get(position, ())
    )


def _is_country(position: int, arguments: ArgumentFinder) -> bool:
    return _is_place(position, arguments, "Country")


def _is_place(position: int, arguments: ArgumentFinder, kind: str = "Place") -> bool:
    return any(
        arguments.ranges[m][0] == position and arguments.fits(m, (kind,))
        for m in arguments.by_token.get(position, ())
    )


def _is_person(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a person is named there in full."""
    return any(
        arguments.ranges[m][0] == position and " " in m.text and arguments.fits(m, ("Person",))
        for m in arguments.by_token.get(position, ())
    )


def _opens_with_number(position: int, limit: int, arguments: ArgumentFinder) -> bool:
    """ "13 Steps to Zenda", "12 oz. Mouse": a number with a capital after it, past one short word."""
    words = arguments.parse.words[position : min(position + 3, limit)]
    if not words[0].isdigit() or len(words) < 2:
        return False
    return words[1][:1].isupper() or (words[1].endswith(".") and words[-1][:1].isupper())


def _opens_title(
    position: int, limit: int, end: int, arguments: ArgumentFinder, *, inside: bool
) -> bool:
    """ "It Follows the Sun", "Friday (1995)": a pronoun or day that begins a title."""
    words = arguments.parse.words
    if is_dated(position + 1, arguments):
        return True
    if inside and end - position > 1 and words[min(end, len(words) - 1)] in _JOINTS:
        return True
    following = words[position + 1 : min(position + 4, limit)]
    return len(following) == 3 and all(word[:1].isupper() for word in following)


def _is_capital(word: str) -> bool:
    """Also "iPod", "i3", "8Share" and "888.com"."""
    inner = (word[1:2].isupper() or word[1:].isdigit()) and word[:1].islower()
    return word[:1].isupper() or inner or _BEGINS_WITH_DIGIT.match(word) is not None


def is_held(end: int, arguments: ArgumentFinder) -> bool:
    """ "the Tarka-backed firm X": a name that only tells who stands behind another one."""
    words = arguments.parse.words[end : end + 2]
    return words[:1] == ["-"] and words[1:] != [] and words[1] in _HELD


def is_dated(end: int, arguments: ArgumentFinder) -> bool:
    """ "X (1999)", "X (2010–2013)": what has its year in brackets in a list of works is one."""
    bracket, year = (*arguments.parse.words[end : end + 2], "", "")[:2]
    return bracket == "(" and year[:4].isdigit() and year[:2] in {"18", "19", "20"}


def only_describes(end: int, arguments: ArgumentFinder) -> bool:
    """ "the BBC series X", "Jane Doe's film X": a name before what kind of work another name is."""
    words = arguments.parse.words
    first = end + (words[end : end + 1] in (["'s"], ["’s"]))
    for k in range(first, min(first + _KIND, len(words) - 1)):
        if words[k] in _WORKS and _is_capital(words[k + 1]):
            return True
        shared = words[k] == "/" or (words[k - 1] == "/" and _is_capital(words[k]))
        plain = words[k].islower() and arguments.parse.tags[k][:2] in _PLAIN
        if words[k].lower() not in _WORKS and not shared and not plain:
            return False
    return False


def tells_place(end: int, arguments: ArgumentFinder) -> bool:
    """ "the Tarka copper mine": a name before a common noun for what stands somewhere."""
    words = arguments.parse.words
    for k in range(end, min(end + _DESCRIBED, len(words))):
        if words[k] in _BUILT:
            return True
        if not arguments.parse.tags[k].startswith("NN") or not words[k].islower():
            return False
    return False


def is_owner_of_title(end: int, arguments: ArgumentFinder) -> bool:
    """ "Jane Doe's The Lighthouse": whose title stands behind."""
    words = arguments.parse.words[end : end + 2]
    return words[:1] in (["'s"], ["’s"]) and words[1:] == ["The"]
