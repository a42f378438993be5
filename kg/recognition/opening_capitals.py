"""A paragraph's first words in capitals, as some papers print them: "FARMERS in Kenya", "HOUSE PRICES rose".

The parser takes them for names. They are given to it with the letters that a sentence has, where the words are
of the dictionary and the text has them in capitals nowhere else.
"""

import re
from collections.abc import Callable, Iterable

from kg.model.document import Span

# Two at most: a longer run is a headline or a label. Four letters: short ones may be acronyms that spell a word.
_RUN = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,})?(?=,? [a-z]+\b(?!\.\w))")
_LEAST = 3  # words that follow, so that a label is none
_DEEDS = re.compile(r"(?<!S) (?:said|says|bought|buys|sold|sells|unveiled|posted|reported)\b")


def write_opening_plainly(
    piece: str,
    text: str,
    is_common: Callable[[str], bool],
    find_known: Callable[[str], Iterable[Span]],
) -> str:
    """A piece of a text, its first words out of capitals where these are print alone; the length stays."""
    run = _RUN.match(piece)
    if run is None or piece.count(" ", run.end()) < _LEAST or _DEEDS.match(piece, run.end()):
        return piece  # "TARGET said" names a firm: one of its kind would have an article
    words = run[0].split(" ")
    printed = all(is_common(w.lower()) and _stands_once(w, text) for w in words)
    if not printed or any(True for _ in find_known(run[0])):
        return piece
    return run[0].capitalize() + piece[run.end() :]


def _stands_once(word: str, text: str) -> bool:
    """Whether a word has its capitals from the opening alone: "NEXT said", and later "shares in NEXT", is a name."""
    return not re.search(rf"(?<=[a-z,] ){word}\b", text)
