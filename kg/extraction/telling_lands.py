"""The land of the body that tells a figure: "output fell 3 percent, the Kenyan statistics office said"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_SPEECH = load_lexicon("scope").get("speech")
# Bodies that count what their whole land makes, sells or sees.
_COUNTING = frozenset(["statistics", "statistical", "customs", "tourist", "tourism"])
_BODIES = frozenset(["office", "committee", "service", "board", "agency", "bureau", "institute"])
_BODIES_OF_LANDS = _BODIES | {"authority", "department", "administration", "commission"}
_INSIDE = frozenset(["compound", "nmod", "appos"])
_WIDE = 6  # tokens of the name of such a body


def find_telling_land(arguments: ArgumentFinder, sentence: int) -> Mention | None:
    """The country in front of a body of statistics that is said to tell the sentence."""
    parse, lower = arguments.parse, arguments.lower
    first, last = parse.sentences[sentence]
    if _COUNTING.isdisjoint(lower[first:last]):
        return None
    for noun in range(first, last):
        if parse.lemmas[noun].lower() in _BODIES_OF_LANDS:
            near = range(max(first, noun - _WIDE), noun)
            counting = not _COUNTING.isdisjoint(lower[t] for t in near)
            if counting and _tells(arguments, near, noun):
                return _find_land(arguments, near)
    return None


def _tells(arguments: ArgumentFinder, near: range, noun: int) -> bool:
    """ "…, the Kenyan statistics [office] KBS said", "according to the Kenyan statistics [office]"."""
    parse = arguments.parse
    if "according to" in " ".join(arguments.lower[near.start : noun]):
        return True
    head = parse.heads[noun] if parse.deps[noun] in _INSIDE else noun
    verb = parse.heads[head]
    said = parse.deps[head] in SUBJECTS and parse.tags[verb][:2] == "VB"
    return said and parse.lemmas[verb] in _SPEECH


def _find_land(arguments: ArgumentFinder, near: range) -> Mention | None:
    found = [
        m
        for t in near
        for m in arguments.by_token.get(t, ())
        if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE} and arguments.fits(m, ("Country",))
    ]
    return found[-1] if found else None
