"""Names that begin alike and that the text tells apart: "Tarka set up a joint venture, Tarka Leasing"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_UNITS = (
    r"(?:subsidiary|unit|arm|division|affiliate|offshoot|entity|branch|business|operation|company"
    r"|firm|outfit|vehicle|daughter)"
)
_IN_TEXT = r"(?:[^.;\n]|\.(?=\w)|(?<=\.\w)\.)"  # no end of a sentence: "the U.S. arm"
_UNIT_OF = re.compile(
    rf"(?: \([^)]*\))?(?:,| is| was){_IN_TEXT}{{0,60}}\b{_UNITS}"
    r"(?: [^.,;\n]{1,60})? (?:of|within|under|in|at) (?:the )?(?:[^.,;\n]|\.(?=[\w-])){0,60}"
)
_ITS_UNIT = re.compile(rf"['’]s? (?:[\w-]+ ){{0,3}}{_UNITS},? $")
_ITS_ARM = re.compile(rf"[^.;\n]{{0,80}}\b(?:its|their) (?:[\w-]+ ){{0,3}}{_UNITS},? $")
_VENTURE = r"(?:joint venture|venture|subsidiary|new company|new firm|new unit|holding company)"
_NEW_ONE = re.compile(
    rf"[^.;\n]{{1,120}}\b{_VENTURE}(?:,| called| named| dubbed|, called|, named)? $"
)
_HAS = r"(?:owns?|owned|acquires?|acquired|bought|buys|sold|launched|founded|set up|established|created|spun off)"
_OWNS = re.compile(rf"(?: and [^.,;\n]{{1,40}})? (?:has |had |also )?{_HAS}(?: [^.;\n]{{0,60}})? $")
_FORMED = re.compile(
    r",? (?:which |that )?(?:was |is |were )?(?:formed|created|born|made) "
    r"(?:by|through|from|of|out of|in|via) "
)
_LISTED = re.compile(
    r"(?: \([^)]*\))? (?:and|or|as well as) (?:the |its )?|(?: \([^)]*\d[^)]*\)), "
)
_GROUPS = frozenset(["grupa", "grupo", "groupe", "gruppo", "group"])  # before the name of the group
_IN_SENTENCE = re.compile(
    r"(?:[^.;\n”\"]|\.(?=\w)|(?<=\.\w)\.){0,200}"
)  # nor the end of what is quoted
_OUT_OF_QUOTE = re.compile(rf"{_IN_TEXT}{{0,200}}")
_FAMILY_HEAD = re.compile(r"(\w+) (?:group|giant|conglomerate|major|titan|parent(?: company)?) $")
_REACH = 3  # names on to the one that it is told apart from
_UNIT_REACH = 2
_BEFORE = 40  # characters in which what a firm is stands before its name
_SAME_ON = frozenset(["and", "&", "-", "motor", "motors"])  # a name that is only cut: "Tarka Motor"
_FORMS = {word.replace(".", "") for word in load_lexicon("names").get("company_suffixes")}
_FORMS |= {"group", "holdings", "holding", "companies"}
_LAND_WORDS = 2  # of a country or region that closes the name of a branch


def find_apart(
    names: list[Mention], text: str, is_land: Callable[[str], bool]
) -> frozenset[tuple[str, str]]:
    """(short, long) names that are two things, in the words of the text; `is_land` knows countries and regions."""
    apart = [*_find_beside(names, text), *_find_joined(names, text)]
    apart += _find_arms(names, text)
    first = _find_first(names, text)
    apart += [*_find_branches(first, is_land), *_find_ventures(first, names)]
    return frozenset(apart)


def _find_beside(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """Those that the words between two names tell apart.

    "Tarka Build, a unit of [Tarka]", "[Tarka]'s arm Tarka Build", "[Tarka Power]
    said its arm Tarka Neo Power", "[Tarka] and Zenda set up a joint venture,
    Tarka Leasing", "[Tarka] owns half of Tarka Leasing", "Tarka Build, formed by the merger of Tarka Zenda
    Build and Velm".
    """
    for n, name in enumerate(names):
        following = [m for m in names[n + 1 : n + 1 + 2 * _REACH] if m.span.start >= name.span.end]
        for distance, other in enumerate(following[:_REACH]):
            between = text[name.span.end : other.span.start]
            # "a unit of Ruritania's Tarka" has one name between, "the U.S. arm of Zenda-based Tarka" two
            near = distance < _UNIT_REACH or _begins_alike(other.text, name.text)
            if near and _UNIT_OF.fullmatch(between):
                yield other.text, name.text
            elif (distance < _UNIT_REACH and _ITS_UNIT.match(between)) or (
                _begins_alike(name.text, other.text) and _ITS_ARM.fullmatch(between)
            ):
                yield name.text, other.text
            longer = other.text.startswith(f"{name.text} ")
            if longer and (_NEW_ONE.fullmatch(between) or _OWNS.fullmatch(between)):
                yield name.text, other.text
            if distance == 0 and _LISTED.fullmatch(between):
                yield name.text, other.text
                yield other.text, name.text
            if _FORMED.match(between) and ". " not in between:
                yield name.text, other.text
                yield other.text, name.text


def _begins_alike(short: str, full: str) -> bool:
    return len(short) < len(full) and short.split()[0].lower() == full.split()[0].lower()


def _find_joined(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "Tarka Zenda Life" where the text tells of "Tarka and Zenda Life": the latter is not the former."""
    texts = {name.text for name in names}
    for full in texts:
        words = full.split()
        for cut in range(1, len(words) - 1):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            both = first in texts and rest in texts
            if both and (f"{first} and {rest}" in text or f"{rest} and {first}" in text):
                yield rest, full
                yield first, full


def _find_first(names: list[Mention], text: str) -> dict[str, int]:
    """Where each name stands first behind the headline, which shortens names."""
    body = text.rstrip().find("\n") + 1
    first: dict[str, int] = {}
    for name in names:
        if name.span.start >= body:
            first.setdefault(name.text, name.span.start)
    return first


def _find_arms(names: list[Mention], text: str) -> Iterator[tuple[str, str]]:
    """ "Tarka" and "Tarka Foods" where the text goes on from the short name to the long one.

    Within a sentence ("Tarka said Tarka Foods would grow"), behind a word for all firms of a name ("the
    conglomerate Tarka"), or where the short one has two words and so is whole. The headline shortens names.
    """
    body = text.rstrip().find("\n") + 1
    firms = [name for name in names if name.type == "Company" and name.span.start >= body]
    first: dict[str, Mention] = {}
    for name in firms:
        first.setdefault(name.text, name)
    for full in first:
        words = full.split()
        for cut in range(1, len(words)):
            short = first.get(" ".join(words[:cut]))
            rest = [re.sub(r"[.,()]", "", word).casefold() for word in words[cut:]]
            if short is None or rest[0] in _SAME_ON or all(word in _FORMS for word in rest):
                continue
            told_before = short.span.start < first[full].span.start
            whole = told_before and (cut > 1 or _is_head_of_family(text, short, rest))
            fulls = [m for m in firms if m.text == full]
            ours = [m for m in firms if m.text == short.text]
            if whole or any(_is_before_in_sentence(m, fulls, text) for m in ours):
                yield short.text, full
            elif told_before and any(_is_quoted_before(m, fulls, text) for m in ours[1:]):
                yield short.text, full  # told by itself before


def _is_head_of_family(text: str, short: Mention, rest: Sequence[str]) -> bool:
    """ "energy giant Tarka" beside Tarka Hydro; "steel giant Tarka" may be Tarka Steel."""
    told = _FAMILY_HEAD.search(text, max(short.span.start - _BEFORE, 0), short.span.start)
    return told is not None and told[1].casefold() not in rest


def _is_before_in_sentence(short: Mention, fulls: Iterable[Mention], text: str) -> bool:
    return any(_IN_SENTENCE.fullmatch(text, short.span.end, m.span.start) for m in fulls)


def _is_quoted_before(short: Mention, fulls: Iterable[Mention], text: str) -> bool:
    """ "We trust Tarka,” said the head of Tarka Foods"."""
    return any(_OUT_OF_QUOTE.fullmatch(text, short.span.end, m.span.start) for m in fulls)


def _find_ventures(first: dict[str, int], names: list[Mention]) -> Iterator[tuple[str, str]]:
    """ "Zenda Tarka Motor" where the article has told of "Tarka" before: its venture with a firm of Zenda."""
    for full in {name.text for name in names if name.type == "Company"}:
        start, words = first.get(full, 0), full.split()
        if words[0].casefold() in _GROUPS:
            continue  # "Grupa Tarka" is Tarka
        for word in words[1:]:
            if first.get(word, start) < start:
                yield word, full


def _find_branches(
    first: dict[str, int], is_land: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """ "Tarka Europe", "Tarka China Investment" where the article has told of "Tarka" before: its branch."""
    for full, start in first.items():
        words = full.split()
        for cut in range(1, len(words)):
            short = " ".join(words[:cut])
            lands = {" ".join(words[cut : cut + n + 1]) for n in range(_LAND_WORDS)}
            if first.get(short, start) < start and any(map(is_land, lands)):
                yield short, full


def find_declared_apart(
    names: list[Mention], declared: Iterable[tuple[int, int]]
) -> frozenset[tuple[str, str]]:
    """(short, long) names of which each has an acronym of its own in brackets."""
    told: dict[str, str] = {}
    for short, full in declared:
        if names[short].text.isupper():
            told.setdefault(names[full].text, names[short].text)
    return frozenset((a, b) for a in told for b in told if told[a] != told[b])
