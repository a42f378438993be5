"""Who speaks in questions and answers ("Doe: We built a mill.") and in the sections "About Norvik" of a release."""

from collections.abc import Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_LABEL = 4  # tokens that a label has, with its colon
_ASKED, _ANSWERED = frozenset(["Q", "Question"]), frozenset(["A", "Answer"])
_HEADING = 9  # tokens of a line "About …"
_BODIES = ("Organization",)
_LEAD = 3  # paragraphs that tell who is asked


def find_told_speakers(
    arguments: ArgumentFinder, bodies: Mapping[Mention, Mention | None]
) -> dict[int, Mention]:
    """The speaker of each sentence behind a label; a label counts up to the next paragraph that has one."""
    headings = _find_headings(arguments)
    labels = _find_labels(arguments) | dict.fromkeys(headings, "")
    if not labels:
        return {}
    asked = any(label in _ASKED for label in labels.values())
    guest = _find_guest(arguments, bodies) if asked else None
    found: dict[int, Mention] = {}
    current: Mention | None = None
    for sentence in range(min(labels), len(arguments.parse.sentences)):
        if sentence in labels:
            answered = labels[sentence] in _ANSWERED
            named = headings.get(sentence) or _find_named(sentence, arguments)
            current = guest if answered else named
        if current is not None:
            found[sentence] = current
    return found


def _find_labels(arguments: ArgumentFinder) -> dict[int, str]:
    """The labels that paragraphs begin with, by their sentence: "A:", "Doe:"."""
    parse, paragraphs = arguments.parse, arguments.recognized.paragraph_of
    found = {}
    for sentence, (start, end) in enumerate(parse.sentences):
        if sentence and paragraphs[sentence] == paragraphs[sentence - 1]:
            continue
        head = parse.words[start : min(start + _LABEL, end)]
        colon = next((k for k, word in enumerate(head) if word in {":", "."}), 0)
        if colon and (head[colon] == ":" or head[0] in _ASKED | _ANSWERED):
            found[sentence] = head[0] if colon == 1 else ""
    return found


def _find_headings(arguments: ArgumentFinder) -> dict[int, Mention]:
    """The body of each line "About Norvik Group" in a release; below it, "we" is that body."""
    parse, paragraphs = arguments.parse, arguments.recognized.paragraph_of
    found = {}
    for sentence, (start, end) in enumerate(parse.sentences):
        if end - start > _HEADING or parse.words[start].lower() != "about":
            continue
        if paragraphs.count(paragraphs[sentence]) > 1:
            continue
        for mention in arguments.by_token.get(start + 1, ()):
            last = arguments.ranges[mention][1]
            whole = last == end or parse.words[last:end] in ([":"], ["."])
            if mention.kind is MentionKind.NAME and whole and arguments.fits(mention, _BODIES):
                found[sentence] = arguments.find_first(mention)
    return found


def _find_named(sentence: int, arguments: ArgumentFinder) -> Mention | None:
    """The person whose name a label is."""
    start = arguments.parse.sentences[sentence][0]
    named = (m for m in arguments.by_token.get(start, ()) if m.kind is MentionKind.NAME)
    found = next((m for m in named if arguments.fits(m, ("Person",))), None)
    behind = arguments.parse.words[arguments.ranges[found][1]] if found else ""
    return arguments.find_first(found) if found and behind == ":" else None


def _find_guest(
    arguments: ArgumentFinder, bodies: Mapping[Mention, Mention | None]
) -> Mention | None:
    """The only person with a post that the headline and lead name."""
    paragraphs = arguments.recognized.paragraph_of
    found = {
        arguments.find_first(m)
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.NAME
        and paragraphs[arguments.parse.sentence_of[arguments.ranges[m][0]]] < _LEAD
    }
    guests = [m for m in found if m in bodies]
    return guests[0] if len(guests) == 1 else None
