"""Where names end in a headline, in which every word has a capital."""

from dataclasses import replace

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens


def _find_body_names(tokens: Tokens, names: list[Name]) -> set[str]:
    """The spellings of names outside headlines, and their beginnings."""
    found: set[str] = set()
    for name in names:
        if not tokens.headline[tokens.parse.sentence_of[name.start]]:
            words = tokens.slice(name.start, name.end).split()
            found.update(" ".join(words[:length]) for length in range(1, len(words) + 1))
    return found


def fit_headlines(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, those of headlines as the text below knows them."""
    if not any(tokens.headline):
        return names
    body = _find_body_names(tokens, names)
    fitted = [_fit_headline(tokens, name, body) for name in names]
    return [name for name in fitted if name is not None]


def _fit_headline(tokens: Tokens, name: Name, body: set[str]) -> Name | None:
    """In a headline every word has a capital: a name ends where the text below knows it no longer."""
    if name.origin == "gazetteer" or not tokens.headline[tokens.parse.sentence_of[name.start]]:
        return name
    for end in range(name.end, name.start, -1):
        if tokens.slice(name.start, end) in body:
            return replace(name, end=end)
    common = [tokens.is_common(k) for k in range(name.start, name.end)]
    return None if any(common) and (name.origin != "head noun" or all(common)) else name
