"""Figures whose year is told by what they are compared with: "handled 2 million, compared with 1 million in 2023"."""

import re
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.past_rows import find_period, find_tense
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_YEAR = re.compile(r"\d{4}")
_COMPARING = frozenset(["from", "than", "against", "versus", "compared"])
_LONGEST = 14  # tokens from a value to the year with which it is compared
_CLIMBED = 8  # heads above a value
_FURTHER = frozenset([";", "and", "while", "but", "after"])


def settle_year_after(found: Sequence[Candidate], arguments: ArgumentFinder) -> None:
    """Adds the year after that of what a figure of the past is compared with, where the text tells that year, too."""
    told = {
        m.value.edtf: m.value
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)
    }
    for candidate in found if any(_YEAR.fullmatch(edtf) for edtf in told) else ():
        if candidate.modality is not Modality.ACTUAL or find_period(candidate) is not None:
            continue
        year = _find_compared(candidate, arguments)
        period = told.get(str(year + 1)) if year else None
        if period is not None:
            candidate.qualifiers.append(Qualifier(name="period", value=period))


def _find_compared(candidate: Candidate, arguments: ArgumentFinder) -> int:
    """The year behind a figure with which it is compared; 0 without one, or where no past deed is told."""
    value, parse = candidate.object, arguments.parse
    if not isinstance(value, Mention):
        return 0
    start, end = arguments.ranges[value]
    verb = next(iter(parse.list_verbs_above(start, _CLIMBED)), -1)
    if verb < 0 or find_tense(parse, verb) != "VBD" or arguments.lower[start - 1] in _COMPARING:
        return 0
    last = min(end + _LONGEST, parse.sentences[parse.sentence_of[start]][1])
    for token in range(end, last):
        if arguments.lower[token] in _FURTHER:
            return 0
        for mention in arguments.by_token.get(token, ()):
            if isinstance(mention.value, Period):
                year = _YEAR.fullmatch(mention.value.edtf)
                compared = not _COMPARING.isdisjoint(arguments.lower[end:token])
                return int(year[0]) if year and compared else 0
    return 0
