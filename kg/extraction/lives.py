"""What the brackets after a name tell of a life: "Jane Doe (12 May 1850 in Tarka – 1910)"."""

import re

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import BORN, DIED, Mention, MentionKind

_LEAD = re.compile(
    r"[\s,:;]*(?:born|b\.)?[\s,:]*(?:(?:on|at|in|near)\s)?(?:the\s)?(?:(?:small\s)?(?:town|city|village) of\s)?",
    re.IGNORECASE,
)
_PART = re.compile(r"[-‐‑–—;]|\b(?:died|d\.)", re.IGNORECASE)
_REACH = 400  # characters from a date back to its bracket

OF_LIVES = frozenset(["@born", "@died", "@birthplace"])
Life = dict[str, Mention]  # by these names


def find_lives(arguments: ArgumentFinder) -> dict[int, Life]:
    """First token of a person's name → what the brackets after it tell."""
    mentions = arguments.recognized.mentions
    people = [m for m in mentions if m.kind is MentionKind.NAME and arguments.fits(m, ("Person",))]
    lives: dict[int, Life] = {}
    for date in (m for m in mentions if m.origin in {BORN, DIED}):
        opening = _find_opening(arguments.text, date.span.start)
        before = [p for p in people if p.span.end <= opening and not _is_inside(arguments.text, p)]
        if opening < 0 or not before:
            continue
        life = lives.setdefault(arguments.ranges[before[-1]][0], {})
        life["@born" if date.origin == BORN else "@died"] = date
        if date.origin == BORN:
            place = _find_birthplace(arguments, opening, date)
            if place is not None:
                life["@birthplace"] = place
    return lives


def _find_opening(text: str, position: int) -> int:
    """Where the bracket around the place opens, -1 if there is none."""
    depth = 0
    for k in range(position - 1, max(position - _REACH, -1), -1):
        depth += (text[k] == ")") - (text[k] == "(")
        if depth < 0:
            return k
    return -1


def _is_inside(text: str, name: Mention) -> bool:
    """Whether a name stands in brackets itself: another form of the name before them."""
    line = text.rfind("\n", 0, name.span.start) + 1
    return text.count("(", line, name.span.start) > text.count(")", line, name.span.start)


def _find_birthplace(arguments: ArgumentFinder, opening: int, date: Mention) -> Mention | None:
    """The place told right before or after the date of birth, or after the bracket's "born"."""
    text = arguments.text
    closing = text.find(")", date.span.end)
    part = _PART.search(text, date.span.end, closing if closing > 0 else len(text))
    limit = part.start() if part else closing
    for mention in arguments.recognized.mentions:
        if not opening < mention.span.start < limit or mention.kind is not MentionKind.NAME:
            continue
        if not arguments.fits(mention, ("Place",)):
            continue
        lead = date.span.end if mention.span.start > date.span.start else opening + 1
        if _LEAD.fullmatch(text, lead, mention.span.start):
            return mention
    return None
