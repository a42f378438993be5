"""How names are cut short or turned: "GTK" of GlasTekKorn, "Tarn's Office" of the Office of Tarn."""

import re
from functools import lru_cache

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention
from kg.recognition.acronyms import read_initials
from kg.recognition.gazetteer import Gazetteer

_OFFICE_OF = re.compile(r"office of (?:the )?(.+)")
_OFFICE = re.compile(r"(.+?)(?:'s?)? office")
_HUMP = re.compile(r"[A-Z][a-z]+")
_INITIALS = 2  # letters of what may be no name: "Jo"
_HUMPS, _LETTERS = 3, 4  # of a name in one word, and letters of the first that stands for it


# Words of firms' names as they are cut short: "Norvik Tech" is Norvik Technologies.
_CUT = {
    "technologies": "tech",
    "technology": "tech",
    "pharmaceuticals": "pharma",
    "pharmaceutical": "pharma",
    "laboratories": "labs",
    "infrastructure": "infra",
    "telecommunications": "telecom",
    "international": "intl",
    "corporation": "corp",
    "corp.": "corp",
    "incorporated": "inc",
    "inc.": "inc",
    "limited": "ltd",
    "ltd.": "ltd",
    "company": "co",
    "co.": "co",
    "berhad": "bhd",
    "private": "pvt",
    "pvt.": "pvt",
}


_GLUED = re.compile(r"\b((?:[^\W\d_]{1,2}\.)+)(?=[^\W\d_]{3})")  # "D.Tarka", "S.L.Tarka"


@lru_cache(maxsize=1 << 12)
def split_name(text: str) -> tuple[str, ...]:
    """The words of a name in small letters, of those of firms the short ones: "tarka", "corp", "bhd"."""
    spaced = _GLUED.sub(r"\1 ", text)
    words = re.split(r"[\s\-/]+", spaced.replace("’", "'").casefold())
    return tuple(_CUT.get(w, w) for w in words if w)


class FormReader:
    """Tells forms of names of organizations that are no beginning of them; holds no state."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        names, self.gazetteer = load_lexicon("names"), gazetteer
        self.tails = names.get("company_suffixes") | {"group", "holdings", "holding", "company"}
        self.given = load_lexicon("given_names").get("given")
        self.kinds = names.get_mapping("extenders")

    def is_place_alone(self, short: Mention, full: Mention) -> bool:
        """ "Tarn" of "Tarn County", where both are told to be one: towns and counties of a name are two."""
        name, _, kind = full.text.partition(f"{short.text} ")
        alike = short.type == full.type and full.type in SETTLED and not name
        return alike and self.kinds.get(kind.lower()) == full.type

    def is_form(self, short: Mention, full: Mention) -> bool:
        """Whether `short` is such a form of `full`, by their words alone."""
        if " " not in full.text:
            return is_of_humps(short.text, full.text)
        if short.type == full.type == "Company" and " " not in short.text:
            return self._is_founder(short.text, full.text) or self._is_led(short.text, full.text)
        return is_turned_office(short.text, full.text) or leads_with_initials(short.text, full.text)

    def is_inner(self, short: str, full: str) -> bool:
        """ "Marín" of Pilar Marín Soto: the first of two family names, no given name."""
        word = short.casefold()
        inner = len(word) > _INITIALS and word in full.casefold().split()[1:-1]
        return inner and word not in self.given

    def _is_led(self, short: str, full: str) -> bool:
        """ "Velmo" of the "Jiangxi Velmo Furnishing Co., Ltd.": what follows the place that a firm is of."""
        first, *rest = full.split()
        entries = self.gazetteer.find_linked(first) if rest[1:] and rest[0] == short else ()
        return any(entry.type in SETTLED for entry in entries)

    def _is_founder(self, short: str, full: str) -> bool:
        """ "Velmo" of the "Walt Velmo Co.", a firm called as somebody."""
        first, family, *rest = full.casefold().split()
        named = first in self.given and family == short.casefold()
        return named and all(word.rstrip(".") in self.tails for word in rest)


def is_turned_office(short: str, full: str) -> bool:
    """ "Prime Minister's Office" and "Office of the Prime Minister", or what that is called beside it."""
    turned = [_read_office(text.replace("’", "'").casefold()) for text in (short, full)]
    mine, theirs = turned
    if not mine or not theirs or short.startswith("Office") == full.startswith("Office"):
        return False
    return mine == theirs or theirs.startswith(f"{mine} and ")


def _read_office(text: str) -> str:
    match = _OFFICE_OF.fullmatch(text) or _OFFICE.fullmatch(text)
    return match.group(1) if match else ""


def leads_with_initials(short: str, full: str) -> bool:
    """ "TV Boat Show" of the "Tarn Velmo Boat Show": the first words by their letters, the rest alike."""
    letters, _, rest = short.partition(" ")
    if not (rest and letters.isupper() and letters.isalpha() and full.endswith(f" {rest}")):
        return False
    before = full[: -len(rest) - 1]
    return " " in before and len(letters) > 1 and read_initials(before) == letters


def is_of_humps(short: str, full: str) -> bool:
    """ "GTK" and "Glas" of "GlasTekKorn": a name of one word with capitals in it."""
    capitals = "".join(c for c in full if c.isupper())
    if len(capitals) < _HUMPS or full.isupper():
        return False
    first = _HUMP.match(full)
    opening = first is not None and first.group() == short and len(short) >= _LETTERS
    return opening or short == capitals


def is_of_tail(letters: str, full: str) -> bool:
    """Whether an acronym stands for what a body is of: "Committee of the Tarn People's Assembly (TPA)"."""
    parts = full.split(" of ")
    if letters in {read_initials(full), read_initials(full, small=True)}:
        return False
    tails = [" of ".join(parts[n:]).removeprefix("the ") for n in range(1, len(parts))]
    return any(letters == read_initials(tail) for tail in tails)
