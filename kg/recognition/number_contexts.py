"""What only looks like a quantity: labels, codes, names, clock times, scores, telephone numbers."""

import re
from dataclasses import dataclass
from functools import cache

from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.scanning import BREAK, find_phrase_before, find_word_before

_GLUE_BEFORE = frozenset("/_@#=&$€£¥₹.,:'’‘^°–\\+*|×")
_GLUE_AFTER = re.compile(r"[a-z×]|[.,:/][0-9]|[-–‑/][0-9]|[@_\\=°]|\.[a-z]")
_PHONE = re.compile(
    r"(?:\+|\(0|00)[0-9]"
    r"|[0-9]{2,4}[-. ][0-9]{3,4}[-. ][0-9]{3,4}(?![0-9])"
    r"|[0-9]{3}[-.][0-9]{4}(?![0-9])"
)
_PHONE_REST = re.compile(r"[0-9 ().-]*[0-9]")
_JOINED = re.compile(
    r"(?:\s?[-–&/]\s?|\s(?:and|or|to)\s)[0-9]{1,4}(?![0-9a-z,.]?[0-9a-z%])"
    r"(?!\s(?:percent|per|million|billion))"
)
_LIST_NUMBER = re.compile(r"[0-9]{1,3}[.)](?=\s)")
_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_][\w’'-]*)")
_HYPHEN_WORD = re.compile(r"[-‑]([^\W\d_]\w*)")
_CAPITALS = re.compile(r"(?:[\s-]{1,2}[A-Z][\w’'-]*){1,3}[\s]([a-z]+)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_LONGEST_MODEL = 3  # characters
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True)
class _Patterns:
    address: re.Pattern[str]
    clock: re.Pattern[str]
    not_count: re.Pattern[str]
    not_ordinal: re.Pattern[str]


@cache
def _get_patterns() -> _Patterns:
    friends = get_quantity_words().false_friends
    streets = "|".join(re.escape(w) for w in friends.streets)
    return _Patterns(
        address=re.compile(rf"(?:\s[A-Z0-9][\w.’'-]*){{1,4}}?\s(?:{streets})(?!\w)"),
        clock=re.compile(rf"\s?(?:{_join(friends.clocks)})(?![a-z0-9])|:[0-9]"),
        not_count=re.compile(rf"[-‑](?:{_join(friends.not_counts)})(?![a-z])"),
        not_ordinal=re.compile(rf"[-‑](?:{_join(friends.not_ordinal)})(?![a-z])"),
    )


def _join(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in sorted(words, reverse=True))


def is_glued_before(folded: str, start: int) -> bool:
    """Whether the number ends a code or a longer number: "G20", "COVID-19", the 5 of "v1.5"."""
    before = folded[start - 1 : start]
    if before and (before.isalnum() or before in _GLUE_BEFORE):
        return True
    further = folded[max(0, start - 2) : start - 1]
    return (
        before in ("-", "‑")
        and further != ""
        and not (further.isspace() or further in "([" + BREAK)
    )


def is_glued_after(folded: str, end: int) -> bool:
    """Whether the number begins a code or a longer number: "5G", "3.2.1", "737-800"."""
    after = folded[end : end + 1]
    return bool(after and (after.isalpha() or _GLUE_AFTER.match(folded, end)))


def is_clock(folded: str, end: int) -> bool:
    """Whether the number tells the time of day."""
    return bool(_get_patterns().clock.match(folded, end))


def is_phone(folded: str, start: int) -> bool:
    """Whether the number begins a telephone number."""
    return folded[start].isdigit() and bool(
        _PHONE.match(folded, start) or (start and _PHONE.match(folded, start - 1))
    )


def is_address(text: str, end: int) -> bool:
    """Whether the number is that of a house: "725 Rogers Street"."""
    return bool(_get_patterns().address.match(text, end))


def find_rejected_end(folded: str, start: int, end: int) -> int:
    """How far what is no quantity goes on: over a telephone number, over "phases 2 and 3"."""
    rest = _PHONE_REST.match(folded, start) if is_phone(folded, start) else None
    if rest:
        return rest.end()
    joined = _JOINED.match(folded, end)
    return joined.end() if joined else end


def is_list_number(folded: str, start: int, end: int) -> bool:
    """Whether the number counts a line ("1. Scope") or stands alone in brackets; not "Peru (118,900) and"."""
    before = folded[start - 1 : start]
    if before + folded[end : end + 1] in ("()", "[]"):
        return before == "[" or not _GROUPED.fullmatch(folded, start, end)
    at_start = start == 0 or before in (BREAK, "\n")
    return at_start and bool(_LIST_NUMBER.match(folded, start))


@cache
def _get_labels() -> dict[str, bool]:
    return dict.fromkeys(get_quantity_words().false_friends.labels, True)


def is_label(text: str, folded: str, start: int) -> bool:
    """Whether the word before makes a bare number part of a name: "Boeing 737", "No. 1"."""
    word = find_word_before(text, start)
    if not word or _GROUPED.match(folded, start):
        return False  # "In Egypt 7,685 cars were sold"
    friends = get_quantity_words().false_friends
    small = word.lower()
    labelled = find_phrase_before(folded, start, _get_labels(), longest=2)
    if labelled is not None:
        return not _counts_of_group(text, labelled[0], start)
    if not word[-1].isalnum() or word.endswith(("'s", "’s")):
        return False
    return small not in friends.openers and any(c.isupper() for c in word)


def is_model(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a digit with a capital glued to it is that of a model: "the Norvik 5T"."""
    short = end - start <= _LONGEST_MODEL and text[end - 1].isupper() and text[end - 2].isdigit()
    following = _NEXT_WORD.match(text, end) if short else None
    verbs = get_quantity_words().false_friends.openers  # "is", "was", "has"
    counting = following is not None and is_plural(following[1]) and following[1] not in verbs
    return short and not counting and is_label(text, folded, start)


def _counts_of_group(text: str, label: int, start: int) -> bool:
    """ "a group of 57 countries": how many there are, other than "the Group of 20"."""
    number = re.match(r"[\d.,]+|\w+", text[start:])
    following = _NEXT_WORD.match(text, start + len(number[0])) if number else None
    counted = following is not None and following[1][0].islower() and is_plural(following[1])
    return text[label].islower() and " " in text[label:start].strip() and counted


def is_bare_year(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a bare number from 1500 to 2100 is no count: all but "2024 vehicles" are years."""
    if end - start != 4 or not folded[start:end].isdigit():
        return False
    if not _FIRST_YEAR <= int(folded[start:end]) <= _LAST_YEAR:
        return False
    following = _NEXT_WORD.match(text, end)
    if following is None or not following[1][0].islower() or not is_plural(following[1]):
        return True
    return find_word_before(folded, start) in get_quantity_words().false_friends.determiners


def is_name_part(text: str, start: int, end: int) -> bool:
    """Whether a number word is a name's: "the Two Sessions", "Three Gorges Dam"."""
    if is_before_capital(text, end):
        return True
    if not text[start].isupper():
        return False
    if not is_sentence_start(text, start):
        return True
    following = _NEXT_WORD.match(text, end)
    if following is None or not following[1][0].isupper():
        return False
    noun = _CAPITALS.match(text, end)
    return noun is None or not is_plural(noun[1])


def is_before_capital(text: str, end: int) -> bool:
    """Whether a hyphen and a capital follow: "7-Eleven"."""
    hyphened = _HYPHEN_WORD.match(text, end)
    return hyphened is not None and hyphened[1][0].isupper()


def is_sentence_start(text: str, start: int) -> bool:
    """Whether a capital at `start` may be due to the start of a sentence."""
    before = text[max(0, start - 4) : start].rstrip("\"'“‘([ \t")
    return not before or before[-1] in ".!?:;\n—–•" or (start < 4 and not before.strip())


def is_no_count(folded: str, start: int, end: int) -> bool:
    """Whether a number word counts nothing without a unit: "one of", "zero-carbon"."""
    friends = get_quantity_words().false_friends
    return folded[start:end] in friends.pronouns | friends.only_with_unit


def is_fraction(folded: str, end: int) -> bool:
    """Whether a number word is part of a fraction or another compound: "two-thirds", "two-way"."""
    return bool(_get_patterns().not_count.match(folded, end))


def is_no_ordinal(text: str, folded: str, start: int, end: int) -> bool:
    """Whether an ordinal is part of a name or an idiom: "First Lady", "first-class", "at first"."""
    if _get_patterns().not_ordinal.match(folded, end):
        return True
    before = find_word_before(folded, start)
    word = folded[start:end]
    following = _NEXT_WORD.match(text, end)
    phrases = get_quantity_words().false_friends.ordinal_idioms
    if f"{before} {word}" in phrases or any(folded.startswith(p, start) for p in phrases):
        return True
    capital_after = following is not None and following[1][0].isupper()
    return capital_after and (text[start].isupper() or text[start].isdigit())


_NO_NOUNS = frozenset(
    "as is was has does its this thus his hers ours us plus minus versus across towards afterwards besides".split()  # noqa: SIM905
)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun in small letters."""
    return (
        word[:1].islower()
        and word not in _NO_NOUNS
        and (word == "people" or (word.endswith("s") and not word.endswith("ss")))
    )
