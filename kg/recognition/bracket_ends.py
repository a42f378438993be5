"""Brackets that the model takes for the end of a sentence: "President Norvik Trade Council (NTC) | X was there"."""

from collections.abc import Sequence

from kg.recognition.acronyms import read_initials

_REACH = 3  # times the letters, in words before the bracket


def is_acronym_behind_name(words: Sequence[str], i: int) -> bool:
    """Whether the brackets that end before word i hold the initials of the words before them."""
    if i < 4 or words[i - 1] != ")" or words[i - 3] != "(":
        return False
    letters = words[i - 2]
    if not (len(letters) > 1 and letters.isupper()) or not words[i][:1].isupper():
        return False
    told = words[max(i - 3 - _REACH * len(letters), 0) : i - 3]
    return any(read_initials(" ".join(told[k:])) == letters for k in range(len(told)))
