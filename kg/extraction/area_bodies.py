"""Bodies of a part of a country: "the provincial Department of Finance", "the state Ministry of Works"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.main_places import find_main_place
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_AREAS = {
    word: tuple(kinds.split("/"))
    for word, kinds in load_lexicon("names").get_mapping("words_of_areas").items()
}


def find_area_word(body: Mention, arguments: ArgumentFinder) -> str:
    """The word right before a body that tells of what part it is; "" where none does."""
    start, _ = arguments.ranges[body]
    word = arguments.parse.words[start - 1] if start else ""
    return word if word in _AREAS else ""


def find_area(word: str, arguments: ArgumentFinder) -> Mention | None:
    """The main place of the kind that such a word tells, if the text has one."""
    found = (find_main_place(arguments, kind) for kind in _AREAS[word])
    return next((place for place in found if place is not None), None)
