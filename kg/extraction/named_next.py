"""Who holds a title told first and is named next: "Ruritania's minister said …. X told a radio"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_LEAD = 2  # sentences of headline and lead
_AHEAD = 2  # sentences behind the title's
_SUBJECTS = frozenset(["nsubj"])
_HONORIFICS = 3  # tokens from "By" to a name
_REACH = 8  # tokens from the body to the end of its title
_OWNERS = frozenset(["its", "'s", "’s"])
_OPENING = frozenset(
    ["", ".", "”", ",", ":", "“", '"', "``", "but", "and", "as", "that", "however"]
)


def find_named_next(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The first person that the document names, who speaks as the holder of the title after `token` did.

    Nobody where somebody is named with the title or before it, or where another title, trade or
    body tells who the named one is.
    """
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    if sentence > _LEAD or not _speaks(token, arguments):
        return None
    people = [
        m
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.NAME
        and arguments.fits(m, ("Person",))
        and not _signs(m, arguments)
    ]
    first = min(people, key=lambda m: m.span.start, default=None)
    if first is None:
        return None
    start, end = arguments.ranges[first]
    where = parse.sentence_of[start]
    here = {arguments.find_first(m) for m in people if _tells(m, where, arguments)}
    ahead = sentence < where <= sentence + _AHEAD
    if not ahead or len(here) != 1 or not _stands_plain(start, end, arguments):
        return None
    return first if _says(end - 1, arguments) else None


def _signs(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "By X" with nothing said behind it: who wrote the text."""
    parse = arguments.parse
    start = arguments.ranges[mention][0]
    first, end = parse.sentences[parse.sentence_of[start]]
    opening = first in range(start - _HONORIFICS, start) and parse.words[first].lower() == "by"
    return opening and not any(tag in FINITE for tag in parse.tags[first:end])


def _tells(mention: Mention, sentence: int, arguments: ArgumentFinder) -> bool:
    return arguments.parse.sentence_of[arguments.ranges[mention][0]] == sentence


def _speaks(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a title behind the token, or further on with its owner, is what its sentence says something of."""
    parse = arguments.parse
    return any(
        m.kind is MentionKind.POST and parse.deps[k] in _SUBJECTS
        for k in range(token, parse.sentences[parse.sentence_of[token]][1])
        for m in arguments.by_token.get(k, ())
        if k < token + _REACH or parse.words[arguments.ranges[m][0] - 1] in _OWNERS
    )


def _stands_plain(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether nothing beside the name says who that is."""
    words, tags, lemmas = arguments.parse.words, arguments.parse.tags, arguments.parse.lemmas
    before = words[start - 1].lower() if start else ""
    told = before in _OPENING or tags[start - 1] == "IN" or lemmas[start - 1] in _load_speech()
    return told and words[end : end + 1] != [","]


def _says(token: int, arguments: ArgumentFinder) -> bool:
    """Whether the name is the subject of a verb of speech."""
    parse = arguments.parse
    verb = parse.heads[token]
    return parse.deps[token] in _SUBJECTS and parse.lemmas[verb] in _load_speech()


def _load_speech() -> frozenset[str]:
    return load_lexicon("scope").get("speech")
