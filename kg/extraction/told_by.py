"""Who says it by a passive or a turn: "as noted by X, …", "This was stated by X.", "“…,” added the chairman, X."."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.pattern_gaps import skip_honorifics
from kg.extraction.title_gaps import skip_title
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_SPEAKERS = ("Agent",)
_SPEECH = load_lexicon("scope").get("speech")
_BEING = frozenset(["was", "is", "were", "been", "being"])
_TAKING_UP = frozenset(["this", "that"])
_TOLD = frozenset(["VBD", "VBZ"])
_CLOSING = frozenset(["”", '"', "''", ","])
_OPENINGS = (["“"], ['"'], ["``"])
_OPENING = 4  # tokens from the start of a sentence to "stated by"


def find_told_by(arguments: ArgumentFinder, sentence: int) -> Mention | None:
    """Whom "as noted by X", "it was noted by X that" names for what the sentence tells."""
    words, tags = arguments.parse.words, arguments.parse.tags
    start, end = arguments.parse.sentences[sentence]
    turned = _find_turned(start, end, arguments) or _find_before_colon(start, arguments)
    if turned is not None:
        return turned
    for verb in range(start + 1, end - 2):
        if not _is_told(verb, arguments):
            continue
        before = [w.lower() for w in words[max(start, verb - 3) : verb]]
        introduced = before[-1:] == ["as"]
        expletive = before[-2:-1] == ["it"] and before[-1] in _BEING and tags[verb] == "VBN"
        closing = words[verb - 3] == ","  # "…, it was announced by X"
        if introduced or (expletive and (closing or "that" in words[verb:end])):
            return _find_speaker(verb + 2, arguments)
    return None


def find_teller_of_last(arguments: ArgumentFinder, sentence: int) -> Mention | None:
    """Who has said the sentence before: "This was stated by X at a briefing."."""
    words = arguments.parse.words
    start, end = arguments.parse.sentences[sentence]
    if words[start].lower() not in _TAKING_UP or words[start + 1 : start + 2] == []:
        return None
    if words[start + 1].lower() not in _BEING | {"has"}:
        return None
    verbs = (k for k in range(start + 2, min(start + _OPENING, end - 2)))
    verb = next((k for k in verbs if _is_told(k, arguments)), None)
    return _find_speaker(verb + 2, arguments) if verb is not None else None


def _find_turned(start: int, end: int, arguments: ArgumentFinder) -> Mention | None:
    """ "“…,” added the Norvik chairman, [X]": behind a title, which the parser takes for what is added."""
    parse = arguments.parse
    for verb in range(start + 2, end - 2):
        told = parse.tags[verb] in _TOLD and parse.lemmas[verb] in _SPEECH
        if told and parse.words[verb - 1] in _CLOSING:
            behind = skip_title(verb + 1, arguments)
            return _find_speaker(verb + 1, arguments) if behind > verb + 1 else None
    return None


def _find_before_colon(start: int, arguments: ArgumentFinder) -> Mention | None:
    """ "[X]: “…”"."""
    words = arguments.parse.words
    for mention in arguments.by_token.get(start, ()):
        begins, end = arguments.ranges[mention]
        quoted = words[end : end + 1] == [":"] and words[end + 1 : end + 2] in _OPENINGS
        if begins == start and quoted and arguments.fits(mention, ("Person",)):
            return mention
    return None


def _is_told(verb: int, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    return parse.lemmas[verb] in _SPEECH and parse.words[verb + 1].lower() == "by"


def _find_speaker(position: int, arguments: ArgumentFinder) -> Mention | None:
    """The name at a position, behind a title or an address: "by [the Minister of Ports, Mr] X"."""
    titled = skip_honorifics(skip_title(position, arguments), arguments)
    start = position + (arguments.parse.words[position].lower() == "the")
    for place in (titled, start, position):
        for mention in arguments.by_token.get(place, ()):
            begins = arguments.ranges[mention][0] == place
            if begins and mention.kind is MentionKind.NAME and arguments.fits(mention, _SPEAKERS):
                return mention
    return None
