"""How acronyms stand for names: by initials, or by the beginnings of words."""

import re

_SYLLABIC = 5  # letters of the shortest acronym that is made of beginnings longer than a letter
_SMALL = frozenset(["of", "and", "the", "for", "&", "in", "on", "to", "-", "'s", "’s", "de", "la"])
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_PAIR = re.compile(r"[A-Z]&[A-Z]")
_LEAST, _MOST = 3, 6  # letters of initials with small words among them
_PARTED = 2  # words that such a name has at least


def count_in_order(letters: str, initials: str) -> int:
    """How many of the letters, from the first on, come in order among the initials."""
    position = 0
    for letter in initials:
        if position < len(letters) and letters[position] == letter:
            position += 1
    return position


def read_initials(text: str, *, small: bool = False) -> str:
    """The first letters of the words of a name, in capitals; small words count where `small` is set.

    A word that is letters with full stops gives them all: "USPS" is the U.S. Postal Service, and "UPS" is not.
    """
    words = [w for w in re.split(r"[\s\-/]+", text) if w and (small or w.casefold() not in _SMALL)]
    lettered = (w.replace(".", "") if _DOTTED.fullmatch(w) else w[0] for w in words)
    return "".join(letters for letters in lettered if letters[0].isalnum()).upper()


def read_letters(full: str) -> str:
    """The same with words that are letters themselves in whole: "DPWAL" for "DP World Australia Logistics"."""
    words = [w.replace(".", "") if _DOTTED.fullmatch(w) else w for w in full.split()]
    return "".join(w if w.isupper() and w.isalpha() and len(w) < _MOST else w[:1] for w in words)


def is_short(short: str, full: str) -> bool:
    """ "T&V" for "Tarn & Velmo", "BoT" for the "Bank of Tarn", "BOI" for the "Board of Investment of Tarn"."""
    if _PAIR.fullmatch(short):
        joined = " & " in full or " and " in full
        return joined and read_initials(full).startswith(short.replace("&", ""))
    if not is_acronym(short) or not _LEAST <= len(short) <= _MOST or " of " not in full:
        return False
    before = full.rsplit(" of ", 1)[0]
    letters = short.upper()
    if letters == read_initials(full, small=True):
        return True
    return letters in {read_initials(before), read_initials(before, small=True)}


def is_syllabic(acronym: str, full: str) -> bool:
    """Whether an acronym is made of beginnings of the full name's words: "TAnzania-ZAmbia RAilway"."""
    words = [w.upper() for w in full.replace("-", " ").split() if w[:1].isupper()]
    if len(acronym) < _SYLLABIC or len(words) < _PARTED:
        return False
    reached = {0}
    for n, word in enumerate(words):
        reached = {
            at + length
            for at in reached
            for length in range(0 if n else 1, len(word) + 1)
            if acronym[at : at + length] == word[:length]
        }
    return len(acronym) in reached


def spells(letters: str, full: str) -> bool:
    """Whether capitals are the initials of a full name, or the beginnings of its words."""
    return letters == read_initials(full) or is_syllabic(letters, full)


def is_acronym(text: str) -> bool:
    """Whether a word has the look of an acronym: capitals, two of them at least, "DOTr", "SecexNorma"."""
    return text.isalnum() and sum(c.isupper() for c in text) >= 2 and len(text) <= 15


def is_spelt(short: str, full: str) -> bool:
    """ "Dstl" and "Defence Science and Technology Laboratory": the letters are the initials, whoever stands first."""
    letters = {read_initials(full), read_initials(full, small=True)}
    return is_acronym_like(short) and len(short) < len(full) and short.upper() in letters


def is_acronym_like(text: str) -> bool:
    """An acronym, or one of which only the first letter is a capital: "Dstl"."""
    mixed = text.isalpha() and text.istitle() and _LEAST < len(text) <= _MOST
    return is_acronym(text) or mixed


def is_spelled_out(short: str, full: str) -> bool:
    """ "Bangladesh Investment Development Authority (Bida)": initials that a town is called like."""
    return len(short) > 3 and short.istitle() and short.upper() == read_initials(full)
