""" "The company will open a mill," said X, head of Norvik: what no one told before is the house of who speaks."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_FIRMS = load_lexicon("nominals").get("said_firms")
_LANDS = ("Country", "Province", "City", "District")
_HOUSES = ("Company", "LogisticsHub", *_LANDS)
_NARROWING = frozenset(["of", "that", "which", "who", "behind", "for", "where", "with"])
_NAMES = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_LEAST = 4  # letters of a word for a kind that a name must share: "port", "bank"


def list_called_houses(arguments: ArgumentFinder) -> Iterator[Mention]:
    """The bare "the company", "the port", "the city" that nothing before in the text can be."""
    parse, told = arguments.parse, set[str]()
    for mention in sorted(arguments.ranges, key=lambda m: m.span):
        start, end = arguments.ranges[mention]
        if mention.kind in _NAMES and mention.type:
            told.add(mention.type)
        called = mention.kind is MentionKind.NOMINAL and mention not in arguments.antecedents
        if not called or end != start + 1 or not arguments.fits(mention, _HOUSES):
            continue
        bare = start > 0 and parse.words[start - 1].lower() == "the"
        narrowed = parse.words[end : end + 1] and parse.words[end].lower() in _NARROWING
        if bare and not narrowed and mention.type not in told and parse.tags[start] == "NN":
            yield mention


def is_house(called: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a body can be called so: a firm "the firm", only a bank "the bank"."""
    if not arguments.fits(body, (called.type or "",)) and not arguments.fits(
        called, (body.type or "",)
    ):
        return False
    word = arguments.parse.lemmas[arguments.ranges[called][0]].lower()
    if arguments.fits(called, _LANDS) or (word in _FIRMS and arguments.fits(body, ("Company",))):
        return True
    return len(word) >= _LEAST and word in body.text.lower()
