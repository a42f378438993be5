"""Capitals that the model takes for names and that name nothing."""

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_SUFFIXES = load_lexicon("names").get("company_suffixes")


def is_no_name(tokens: Tokens, name: Name) -> bool:
    """A legal form alone ("the carrier LLP"), or a heading behind its letter ("E. Messages")."""
    words = tokens.lower[name.start : name.end]
    if all(word in _SUFFIXES for word in words):
        return True
    first, last = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
    whole = first == name.start and name.end == last
    lettered = len(words) > 1 and len(words[0]) == 2 and words[0][1] == "."
    return whole and lettered and all(tokens.is_common(k) for k in range(first + 1, last))
