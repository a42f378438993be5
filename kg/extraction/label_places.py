"""The place that a paragraph of a round-up begins with: "Kitwe: Norvik has closed a mill", "HENTZ. A dam burst"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_TOWNS = ("City", "District", "Province", "Country")
_MARKS = frozenset([":", "."])
_SEVERAL = 2  # paragraphs that begin so: one alone is a dateline
_LONGEST = 4  # words of such a place


def find_label(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The place of the paragraph of a token, where several paragraphs begin with a place and a colon."""
    parse, paragraphs = arguments.parse, arguments.recognized.paragraph_of
    labels: dict[int, Mention] = {}
    for sentence, (start, _) in enumerate(parse.sentences):
        paragraph = paragraphs[sentence]
        opening = sentence == 0 or paragraphs[sentence - 1] != paragraph
        place = _find_place(arguments, start) if opening else None
        if place is not None:
            labels[paragraph] = place
    return labels.get(paragraphs[parse.sentence_of[token]]) if len(labels) >= _SEVERAL else None


def _find_place(arguments: ArgumentFinder, start: int) -> Mention | None:
    for mention in arguments.by_token.get(start, ()):
        first, end = arguments.ranges[mention]
        closed = arguments.parse.words[end : end + 1]
        named = mention.kind is MentionKind.NAME and arguments.fits(mention, _TOWNS)
        if first == start and named and end - start <= _LONGEST and closed and closed[0] in _MARKS:
            return mention
    return None
