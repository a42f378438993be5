"""How names of the gazetteer are compared with a text: typography does not count."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

# Every replacement is one code point for one, so that offsets stay those of the document.
_SAME_WIDTH = (
    *((space, " ") for space in "\n\t\u00a0\u202f"),
    *((quote, "'") for quote in "’‘ʼ´`"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013"),
)

_BARRED = {"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ħ": "h", "Ħ": "H"}


def simplify(text: str) -> str:
    """The text with plain spaces, quotes and hyphens, of the same length."""
    if text.isascii() and "\n" not in text and "\t" not in text:
        return text
    for written, simple in _SAME_WIDTH:
        text = text.replace(written, simple)
    return text


def list_folded(
    plain: str, find: Callable[[str], Iterable[tuple[int, int, str]]]
) -> list[tuple[int, int, str]]:
    """The hits (start, negative end, name) in a text without the marks on its letters that it does not give itself."""
    folded = fold(plain)
    return [h for h in find(folded) if plain[h[0] : -h[1]] != h[2]] if folded != plain else []


def fold(text: str) -> str:
    """The text without marks on its letters, of the same length: "Việt Nam" is "Viet Nam"."""
    return text if text.isascii() else "".join(map(_fold_letter, text))


@lru_cache(maxsize=1024)
def _fold_letter(letter: str) -> str:
    return _BARRED.get(letter) or unicodedata.normalize("NFD", letter)[0]
