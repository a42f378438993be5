"""Who says "we" below a heading "About X", as releases end: X."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_ABOUT = "about"
_BODIES = ("Company", "Association", "ResearchBody", "MediaOutlet", "GovernmentBody")
_BEHIND = frozenset([":", ".", "–", "-", "—"])
_PARAGRAPHS = 2  # below a heading that tell of whom it names


def find_described(arguments: ArgumentFinder) -> dict[int, Mention]:
    """Whom each sentence below such a heading is about, up to the next heading."""
    parse, paragraphs = arguments.parse, arguments.recognized.paragraph_of
    found: dict[int, Mention] = {}
    current: Mention | None = None
    heading = 0
    for sentence, (start, end) in enumerate(parse.sentences):
        begins = not sentence or paragraphs[sentence] != paragraphs[sentence - 1]
        if begins and parse.words[start].lower() == _ABOUT:
            current, heading = _find_headed(arguments, start, end), paragraphs[sentence]
        elif current is not None and paragraphs[sentence] - heading > _PARAGRAPHS:
            current = None
        if current is not None:
            found[sentence] = current
    return found


def _find_headed(arguments: ArgumentFinder, start: int, end: int) -> Mention | None:
    """The name that a heading "About X" consists of, or has before a colon."""
    if start + 1 >= end:
        return None
    for mention in arguments.by_token.get(start + 1, ()):
        behind = arguments.ranges[mention][1]
        alone = behind >= end or arguments.parse.words[behind] in _BEHIND
        alone = alone or arguments.text[arguments.parse.ends[behind - 1] :][:1] == "\n"
        if mention.kind is MentionKind.NAME and arguments.fits(mention, _BODIES) and alone:
            return arguments.find_first(mention)
    return None
