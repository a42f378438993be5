"""Figures of a whole country that is told by a word: "car sales rose 5 percent nationwide", "across the country"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_EVERYWHERE = frozenset(["nationwide", "countrywide", "nationally"])
_IN = frozenset(["in", "across", "throughout"])
_LANDS = frozenset(["country", "nation"])
_STOPS = frozenset([";", "while", "but", "whereas", "(", "that", "which", "who"])
_OTHERS = ("Organization", "Place")
_BEST = frozenset(["JJS", "RBS"])
_TELLING = frozenset(["compound", "amod", "prep"])


def find_nation(
    arguments: ArgumentFinder, noun: int, home: Mention | None, *, business: bool
) -> Mention | None:
    """The country whose the measure at `noun` is by such a word behind it or at the sentence's beginning."""
    parse = arguments.parse
    if business and not any(parse.deps[c] in _TELLING for c in parse.children[noun]):
        return None  # "sales rose nationwide": those of a firm as well
    start, end = parse.sentences[parse.sentence_of[noun]]
    if parse.words[start].lower() in _EVERYWHERE:
        return home
    for token in range(noun + 1, end - 1):
        word = parse.words[token].lower()
        if word in _EVERYWHERE:
            return home
        best = parse.tags[token] in _BEST  # "the highest in the country"
        if best or word in _STOPS or _is_told(token, arguments):
            return None
        behind = parse.words[token + 1 : token + 3]
        if word in _IN and behind[:1] == ["the"] and behind[-1] in _LANDS:
            return _find_land(token + 2, arguments) or home
    return None


def _find_land(token: int, arguments: ArgumentFinder) -> Mention | None:
    """What country "the country" takes up."""
    found = arguments.find_all(token, ("Country",))
    return next((arguments.find_first(m) for m in found if m in arguments.resolved), None)


def _is_told(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a firm is named here, or a place told that is no whole country, whose the rest may be."""
    return any(
        arguments.fits(m, _OTHERS)
        and (m.kind is MentionKind.NAME or not arguments.fits(m, ("Country", "Organization")))
        for m in arguments.by_token.get(token, ())
    )
