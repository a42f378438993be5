"""Fields that a holder of a state's post looks after: "the Minister of State in charge of [Mining]"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_IN_CHARGE = ("in", "charge", "of")
_OF_STATES = ("minister", "secretary", "commissioner", "governor", "mayor", "premier", "councillor")
_REACH = 12  # tokens from the title to its charge: "in the Ministry of Natural Resources"


def is_charge(body: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a name behind "in charge of" tells what a minister or the like, told right before, looks after."""
    parse, (start, _) = arguments.parse, arguments.ranges[body]
    if body.type == "GovernmentBody":
        return False
    before = [k for k in range(max(start - 5, 0), start) if parse.words[k] not in {"the", "-"}]
    if tuple(parse.words[k].lower() for k in before[-3:]) != _IN_CHARGE:
        return False
    floor = max(parse.sentences[parse.sentence_of[start]][0], before[-3] - _REACH)
    return any(
        m.kind is MentionKind.POST and any(word in m.text.lower() for word in _OF_STATES)
        for k in range(floor, before[-3])
        for m in arguments.by_token.get(k, ())
    )
