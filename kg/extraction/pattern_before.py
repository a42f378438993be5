"""What must stand before the first name of a phrase pattern, laid over tokens from right to left."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.free_standing import is_free
from kg.extraction.pattern_gaps import find_description_start
from kg.extraction.rule import Item
from kg.extraction.rule_words import FREE, find_word_end

CLAUSE_ENDS = frozenset([";", ".", "“", "”", "—", "whose"])


def match_before(items: tuple[Item, ...], start: int, arguments: ArgumentFinder) -> int | None:
    """Literal words and gaps to the left of the anchor, right to left; None where they differ.

    "^" takes no word: neither a preposition nor an owner may stand there, so that the anchor can be
    a subject.
    """
    if not items:
        return start
    if items[0].words == FREE:
        return start if is_free(start, arguments) else None
    floor = arguments.parse.sentences[arguments.parse.sentence_of[start]][0]
    return _walk_back(items, start, floor, arguments)


def _walk_back(
    items: tuple[Item, ...], position: int, floor: int, arguments: ArgumentFinder
) -> int | None:
    """The place where the items begin that end at `position`."""
    if not items:
        return position
    words, plain = arguments.parse.words, arguments.plain
    item, rest = items[-1], items[:-1]
    if item.gap or item.over:
        farthest = max(position - item.gap, floor)
        if item.over:
            farthest = find_description_start(position, floor, arguments)
        for here in range(position, farthest - 1, -1):
            if here < position and words[here] in CLAUSE_ENDS:
                break
            found = _walk_back(rest, here, floor, arguments)
            if found is not None:
                return found
        return None
    if item.refused and position == floor:  # nothing stands there
        return _walk_back(rest, position, floor, arguments)
    for width in (1, 3):  # "re-elected" is three tokens
        here = position - width
        if here >= floor and find_word_end(words, plain, here, item) == position:
            found = _walk_back(rest, here, floor, arguments)
            if found is not None:
                return found
    return _walk_back(rest, position, floor, arguments) if item.optional else None
