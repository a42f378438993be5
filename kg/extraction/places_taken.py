"""Whose place somebody takes, told without a verb for it: "named X its head in place of Y", "as successor to Y"."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.pattern_gaps import skip_honorifics
from kg.extraction.title_gaps import skip_title
from kg.model.claim import Modality
from kg.model.mention import Mention

_PLACES = (["in", "place", "of"], ["in", "lieu", "of"])
_PERSON = ("Person",)
_SUCCESSORS = frozenset(["successor", "replacement"])


def find_places_taken(
    arguments: ArgumentFinder, naming: frozenset[str]
) -> Iterator[tuple[Mention, Mention, int, Modality]]:
    """Who is named before, whose place it is, the token that tells it, and that it is so."""
    parse = arguments.parse
    for token, word in enumerate(parse.words):
        lower = [w.lower() for w in parse.words[token : token + 3]]
        if lower in _PLACES:
            behind = token + 3
        elif word.lower() in _SUCCESSORS and parse.words[token + 1 : token + 2] in (
            ["to"],
            ["for"],
            ["of"],
        ):
            behind = token + 2
        else:
            continue
        person = skip_honorifics(skip_title(behind, arguments), arguments)
        old = arguments.find_name(person, _PERSON)
        new = _find_named(token, naming, arguments)
        if old is not None and new is not None and old != new:
            yield new, old, token, Modality.ACTUAL


def _find_named(token: int, naming: frozenset[str], arguments: ArgumentFinder) -> Mention | None:
    """The only person told between the last verb of naming and a token, or who stands before the verb."""
    parse = arguments.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    verb = next((k for k in range(token - 1, first, -1) if parse.words[k] in naming), None)
    if verb is None:
        return None
    behind = [m for k in range(verb, token) if (m := arguments.find_name(k, _PERSON)) is not None]
    if len(behind) == 1:
        return behind[0]
    before = [m for k in range(first, verb) if (m := arguments.find_name(k, _PERSON)) is not None]
    return before[0] if not behind and len(before) == 1 else None
