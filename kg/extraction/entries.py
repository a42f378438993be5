"""What lines with a label are told of: "Capacity: 50 MW", "Owner: Norvik", below the name of a plant."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_LABEL = 6  # tokens of a label before its colon
_LONG = 45  # tokens of such a line
_FINITE = frozenset(["VBZ", "VBP", "MD"])
_NAMING = frozenset(["name", "project", "plant", "company", "facility", "venture", "firm"])
_HEADED = (*WORKS_AND_ZONES, "Company", "Event", "ResearchBody", "Association")
_FIRM = ("Company", "ResearchBody", "Association")
_OF_FIRMS = load_lexicon("labels").get("of_firms")
_UP = 14  # lines up to the heading


def find_label(sentence: int, arguments: ArgumentFinder) -> int | None:
    """The colon of a line that is a label and what it tells, and no sentence."""
    parse, paragraphs = arguments.parse, arguments.recognized.paragraph_of
    if sentence and paragraphs[sentence] == paragraphs[sentence - 1]:
        return None
    start, end = parse.sentences[sentence]
    colon = next((k for k in range(start, min(start + _LABEL, end)) if parse.words[k] == ":"), None)
    if colon is None or colon in {start, end - 1} or end - start > _LONG:
        return None
    told = any(parse.tags[k] in _FINITE for k in range(colon, end))
    return None if told or '"' in parse.words[colon:end] else colon


def find_entry(arguments: ArgumentFinder, token: int) -> Mention | None:
    """What the line at `token` is told of: "Name: X" above, the heading's only thing, or the text's."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    colon = find_label(sentence, arguments)
    if colon is None:
        return None
    last = parse.words[colon - 1].lower()
    for above in range(sentence - 1, max(sentence - _UP, -1), -1):
        told = find_label(above, arguments)
        start, end = parse.sentences[above]
        if told is None:
            heading = _find_only(start, end, _HEADED, arguments)
            return heading or _find_main(last, arguments)
        if parse.words[told - 1].lower() in _NAMING:
            return _find_only(told + 1, end, _HEADED, arguments)
    return None


def _find_only(
    start: int, end: int, kinds: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The only named thing of these kinds in a line that is short."""
    found = {
        arguments.find_first(m): m
        for k in range(start, end)
        for m in arguments.by_token.get(k, ())
        if m.kind is MentionKind.NAME and arguments.fits(m, kinds)
    }
    return next(iter(found)) if len(found) == 1 and end - start <= _LABEL * 2 else None


def _find_main(label: str, arguments: ArgumentFinder) -> Mention | None:
    """The only firm, or the only works, that the headline names: "Project facts"."""
    kinds = _FIRM if label in _OF_FIRMS else WORKS_AND_ZONES
    end = arguments.parse.sentences[0][1]
    found = {
        arguments.find_first(m)
        for k in range(end)
        for m in arguments.by_token.get(k, ())
        if arguments.fits(m, kinds) and m.kind in {MentionKind.NAME, MentionKind.NOMINAL}
    }
    return next(iter(found)) if len(found) == 1 else None
