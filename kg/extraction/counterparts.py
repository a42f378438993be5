"""Posts of counterparts told in a sentence of their own: "Minister X came. He met his Peruvian counterpart, Y"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.only_told import read_key
from kg.extraction.pattern_gaps import skip_honorifics
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_POST, _WORD = "holdsPost", "counterpart"
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_FROM = frozenset(["from", "in"])
_OWNERS = frozenset(["his", "her"])
_DESCRIBED = 5  # tokens of "his newly appointed Peruvian" before the word
_PERSON = ("Person",)
_SHARE = 0.95  # of the confidence in the post that is told


def follow_counterparts(
    candidates: list[Candidate], arguments: ArgumentFinder
) -> Iterator[Candidate]:
    """The posts that the counterparts of holders have, where no rule has read one."""
    known = {
        arguments.find_first(c.subject)
        for c in candidates
        if c.rule.predicate == _POST
        and isinstance(c.object, Mention)
        and arguments.fits(c.object, ("Country",))
    }
    for owner, land, other in _find_pairs(arguments):
        if arguments.find_first(other) in known:
            continue
        held = [c for c in candidates if _is_held(c, owner, land, arguments)]
        if held:
            told = min(held, key=lambda c: (-c.confidence, c.token))
            yield replace(
                told,
                subject=other,
                object=land,
                token=arguments.ranges[other][0],
                qualifiers=[q for q in told.qualifiers if q.name == "title"],
                confidence=told.confidence * _SHARE,
            )


def _is_held(
    candidate: Candidate, owner: Mention, land: Mention, arguments: ArgumentFinder
) -> bool:
    """Whether it is a post that the owner has, in another land than the counterpart."""
    if candidate.rule.predicate != _POST or not isinstance(candidate.object, Mention):
        return False
    return (
        candidate.modality is Modality.ACTUAL
        and all(q.name != "endTime" for q in candidate.qualifiers)
        and arguments.fits(candidate.object, ("Country",))
        and arguments.find_first(candidate.subject) == arguments.find_first(owner)
        and read_key(candidate.object, arguments) != read_key(land, arguments)
    )


def _find_pairs(arguments: ArgumentFinder) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Whose counterpart, of which land, and who that is."""
    parse = arguments.parse
    for token, lemma in enumerate(parse.lemmas):
        if lemma != _WORD or parse.tags[token] != "NN":
            continue
        owner = _find_owner(token, arguments)
        land, end = _find_land(token, arguments)
        if owner is None or land is None:
            continue
        end += parse.words[end : end + 1] == [","]
        other = arguments.find_name(skip_honorifics(end, arguments), _PERSON)
        if other is not None:
            yield owner, land, other


def _find_owner(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "[his] Peruvian counterpart", "[Tarko]'s counterpart": who is meant."""
    parse = arguments.parse
    first = max(parse.sentences[parse.sentence_of[token]][0], token - _DESCRIBED)
    for k in range(token - 1, first - 1, -1):
        if parse.words[k].lower() in _OWNERS:
            return arguments.find(k, _PERSON)
        if parse.tags[k] == "POS":
            return arguments.find(k - 1, _PERSON)
    return None


def _find_land(token: int, arguments: ArgumentFinder) -> tuple[Mention | None, int]:
    """The land right before the word, or behind it and "from", and where what tells it ends."""
    parse = arguments.parse
    before = _find_country(token - 1, arguments)
    if before is not None:
        return before, token + 1
    link = token + 1
    if parse.words[link : link + 1] and parse.words[link] in _FROM:
        start = link + 1 + (parse.words[link + 1 : link + 2] == ["the"])
        behind = _find_country(start, arguments)
        if behind is not None:
            return behind, arguments.ranges[behind][1]
    return None, token + 1


def _find_country(token: int, arguments: ArgumentFinder) -> Mention | None:
    told = arguments.by_token.get(token, ())
    return next((m for m in told if m.type == "Country" and m.kind in _KINDS), None)
