"""What a document, or a few of its sentences, tells alone of a kind: its chamber, the ministry just told."""

from collections.abc import Iterable, Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_RESIDENCES = frozenset(["White", "Blue", "State", "Government"])  # of presidents
_BACK = 1  # sentences back in which the ministry may be told
_CHAMBERS = load_lexicon("names").get("chamber_words")
_MINISTRIES = load_lexicon("names").get("ministry_words")


def read_key(mention: Mention, arguments: ArgumentFinder) -> str:
    """What a thing goes by in one document, its initials too: its id where that is known, else its first name."""
    first = arguments.find_first(mention)
    return first.known_as or mention.known_as or first.text


def choose_only(told: Iterable[Mention], arguments: ArgumentFinder) -> Mention | None:
    """The first of some mentions, if all of them are of one thing."""
    found: dict[str, Mention] = {}
    for mention in told:
        found.setdefault(read_key(mention, arguments), mention)
    return next(iter(found.values())) if len(found) == 1 else None


def find_ministry(arguments: ArgumentFinder, token: int, *, small: bool = False) -> Mention | None:
    """The only ministry or department of the sentence of `token` and the one before.

    With `small` also one told by its field alone, "the transport ministry".
    """
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    first = parse.sentences[max(sentence - _BACK, 0)][0]
    last = parse.sentences[sentence][1]
    bodies = (
        arguments.find_first(m)
        for m in arguments.recognized.mentions
        if first <= arguments.ranges[m][0] < last and arguments.fits(m, ("GovernmentBody",))
    )
    named = (
        m
        for m in bodies
        if (m.kind is MentionKind.NAME or (small and len(m.text.split()) > 1)) and _is_ministry(m)
    )
    return choose_only(named, arguments)


def find_chamber(arguments: ArgumentFinder, _token: int) -> Mention | None:
    """The only chamber of a parliament that the document names: of the longest name, if the others are within it."""
    told = {
        arguments.find_first(m)
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.NAME and arguments.fits(m, ("GovernmentBody",)) and _is_chamber(m)
    }
    if _tells_both(arguments.parse.words):
        return None
    longest = max(told, key=lambda m: (len(m.text), -m.span.start), default=None)
    if longest is None or not all(m.text.removeprefix("the ") in longest.text for m in told):
        return None
    return longest


def _tells_both(words: Sequence[str]) -> bool:
    """ "House Republicans and the Senate": two chambers, whatever they are told by."""
    houses = any(w == "House" and words[k - 1] not in _RESIDENCES for k, w in enumerate(words))
    return houses and "Senate" in words


def _is_chamber(body: Mention) -> bool:
    words = body.text.removeprefix("the ").split()
    return words[-1].lower() in _CHAMBERS and words[0] not in _RESIDENCES


def _is_ministry(body: Mention) -> bool:
    return not _MINISTRIES.isdisjoint(body.text.lower().split())
