"""Names that reach too far at the start of a sentence, and halves of words that a line broke."""

import re

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_FRONTS = ("VBG", "VBN", "RB", "IN", "VB", "VBD", "VBP", "WRB", "CC")
_TAIL = re.compile(r"[a-z]{2,}")


def mend_doubtful(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, cut where the text has the rest alone, and without broken words."""
    texts = {tokens.slice(n.start, n.end) for n in names}
    mended = []
    for name in names:
        if name.end - name.start == 1 or name.origin == "gazetteer":
            mended.append(name)
        elif not _is_broken(tokens, name):
            mended.append(_cut_front(tokens, name, texts))
    return mended


def _cut_front(tokens: Tokens, name: Name, texts: set[str]) -> Name:
    """ "Funding Norvik raised": a word that only its place gives a capital, before a name of the text."""
    start = name.start
    opens = start in tokens.first_of_sentence or tokens.headline[tokens.parse.sentence_of[start]]
    if not opens or not tokens.is_common(start) or tokens.lower[start] in tokens.capital_words:
        return name
    rest = tokens.slice(start + 1, name.end)
    strange = not all(tokens.is_common(k) for k in range(start + 1, name.end))
    told = tokens.tags[start] in _FRONTS or tokens.lower[start] in tokens.small_words
    if name.type == "Person" or not (told and strange and rest in texts):
        return name
    return Name(start=start + 1, end=name.end, type=name.type, origin=name.origin, kind=name.kind)


def _is_broken(tokens: Tokens, name: Name) -> bool:
    """ "Decem-ber": a word of the dictionary or of the text, with a hyphen where a line ended."""
    if name.end - name.start != 3 or tokens.words[name.start + 1] != "-":
        return False
    left, right = tokens.words[name.start], tokens.words[name.end - 1]
    whole = left + right
    if whole in tokens.words:
        return True
    small = _TAIL.fullmatch(right) is not None and not tokens.is_common(name.end - 1)
    return small and tokens.is_common_word(whole.lower())
