"""What a text goes on about though it never names it: "The company makes games. Other titles include …"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import OPEN, Mention, MentionKind

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "poss"])
_OF_MANY = frozenset(["their", "theirs", "them"])  # "consumers raised [their] spending"
_BACK = 2  # sentences in which it must have acted


def find_open_topic(
    token: int, kinds: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The nearest earlier subject or owner, "the company" or "it", that stands for nothing named."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    found = None
    for mention in arguments.recognized.mentions:
        if mention.kind not in {MentionKind.NOMINAL, MentionKind.PRONOUN}:
            continue
        if mention.text.lower() in _OF_MANY:
            continue
        _, end = arguments.ranges[mention]
        if not 0 < sentence - parse.sentence_of[end - 1] <= _BACK:
            continue
        if parse.deps[end - 1] in _SUBJECTS:
            is_open = mention.origin == OPEN and arguments.fits(mention, kinds)
            found = mention if is_open else arguments.open.take(mention, kinds) or found
    return found
