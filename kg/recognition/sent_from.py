"""The town that a text is sent from, where its dateline is passed over: "NAIROBI, May 3 (Agency) --"."""

import re

from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.recognition.gazetteer import Gazetteer

_DATELINE = re.compile(
    r"^([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2})(?:, [^()\n]{1,40})? ?\([A-Z][\w/ ]{1,20}\) ?[-–—]{1,2}",
    re.MULTILINE,
)
_TOP = 1000  # characters in which a dateline stands
_CHAIN = -1  # no name's number


def find_sent_from(text: str, gazetteer: Gazetteer) -> tuple[Mention, int] | None:
    """A known town of a dateline, as a mention of a chain of its own."""
    match = _DATELINE.search(text[:_TOP])
    name = match.group(1).title() if match else ""
    known = [e for e in gazetteer.find_linked(name) if e.type == "City" and not e.link_only]
    if match is None or len(known) != 1:
        return None
    span = Span(match.start(1), match.end(1))
    town = Mention(
        span=span,
        text=match.group(1),
        type="City",
        kind=MentionKind.NAME,
        origin="gazetteer",
        known_as=known[0].id,
    )
    return town, _CHAIN
