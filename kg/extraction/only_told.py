"""What a document, or a few of its sentences, tells alone of a kind: its country, the ministry just told."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.home import HomeFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_BACK = 1  # sentences back in which the ministry may be told
_MINISTRIES = load_lexicon("names").get("ministry_words")


def find_only_country(arguments: ArgumentFinder, _token: int) -> Mention | None:
    """The only country that the document tells, if nobody just comes there."""
    return HomeFinder(arguments).find_only()


def find_ministry(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only ministry or department of the sentence of `token` and the one before."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    first = parse.sentences[max(sentence - _BACK, 0)][0]
    last = parse.sentences[sentence][1]
    told: dict[str, Mention] = {}
    for mention in arguments.recognized.mentions:
        inside = first <= arguments.ranges[mention][0] < last
        if inside and arguments.fits(mention, ("GovernmentBody",)):
            named = arguments.find_first(mention)
            if named.kind is MentionKind.NAME and _is_ministry(named):
                told.setdefault(named.known_as or named.text, named)
    return next(iter(told.values())) if len(told) == 1 else None


def _is_ministry(body: Mention) -> bool:
    return not _MINISTRIES.isdisjoint(body.text.lower().split())
