"""How the names of persons end and go on in many languages: "Petrović", "Sultanova", "Le Van Thanh"."""

import re
from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_NAMES = load_lexicon("given_names")
_GIVEN, _MIDDLE = _NAMES.get("given"), _NAMES.get("middle_names")
_FAMILY_FIRST = _NAMES.get("family_first")
_ENDINGS = re.compile("(?:" + "|".join(sorted(_NAMES.get("family_endings"))) + ")$")
_CLAN = re.compile(r"(?:[OD]['’]|Mc|Mac)[A-Z]\w+$")  # "O'Dell", "MacTarn"
_SPEAKING = load_lexicon("names").get("speech_verbs")
_SHAPED, _MIDDLED, _SPOKEN = 0.8, 2.0, 0.5
_LONG = 6  # letters of a family name that its end tells


class FamilyShapes:
    """Votes for persons; holds no state."""

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds to `found` what the words of a name of two to four words tell."""
        if end - start == 1 and _CLAN.match(tokens.words[start]):
            vote(found, "Person", _SPOKEN)
        if not 2 <= end - start <= 4 or not tokens.words[start][:1].isupper():
            return
        last = tokens.lower[end - 1]
        shaped = len(last) >= _LONG and _ENDINGS.search(last) and not tokens.is_common(end - 1)
        if shaped and tokens.words[end - 1].istitle():
            vote(found, "Person", _SHAPED)
        if end - start > 2 and tokens.lower[start + 1] in _MIDDLE:
            vote(found, "Person", _MIDDLED)
        if tokens.lower[start] in _GIVEN and self._speaks(tokens, start, end):
            vote(found, "Person", _SPOKEN)

    def _speaks(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Jane Doe said", "said Jane Doe"."""
        return tokens.lemma_at(end) in _SPEAKING or tokens.lemma_at(start - 1) in _SPEAKING


def is_of_syllables(tokens: Tokens, words: Sequence[int]) -> bool:
    """ "Le Van Tam", "Bui Thi Hoa": a name of three or four words that the language may have as well."""
    if not 3 <= len(words) <= 4 or not all(tokens.words[k].istitle() for k in words):
        return False
    first, second = (tokens.lower[k] for k in words[:2])
    return second in _MIDDLE or (
        first in _FAMILY_FIRST and all(_is_short(tokens, k) for k in words)
    )


def _is_short(tokens: Tokens, k: int) -> bool:
    return len(tokens.words[k]) <= _LONG
