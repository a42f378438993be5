"""The place that a body's name begins with, known only by the text: "Amory" of "the Amory Board of Aldermen"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_PLACES = ("City", "District", "Province")


def find_told_inside(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The town, county or province told elsewhere whose whole name the body at a token begins with."""
    bodies = [
        m
        for m in arguments.by_token.get(token, ())
        if m.type == "GovernmentBody"
        and m.kind is MentionKind.NAME
        and arguments.ranges[m][0] == token
    ]
    if not bodies:
        return None
    name = max(bodies, key=lambda m: m.span.end).text
    told = [
        m
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.NAME and m.type in _PLACES and name.startswith(f"{m.text} ")
    ]
    longest = max(told, key=lambda m: (len(m.text), -m.span.start), default=None)
    return longest if longest is None else arguments.find_first(longest)
