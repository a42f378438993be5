"""Whose figures tell what a sentence says before them: "…, data from X showed", "…, X figures show"."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_WORDS = load_lexicon("scope")
_SOURCES, _SHOWING = _WORDS.get("sources"), _WORDS.get("source_verbs")
_FROM = frozenset(["from", "by", "of"])
_EDGES = frozenset([",", "–", "—", "--"])
_OWN = frozenset(["'s", "’s", "'", "’"])
_LONGEST = 14  # tokens from "data" to the name
_OPENING = 3  # tokens before the first figures of a sentence


def find_figures_of(arguments: ArgumentFinder, sentence: int) -> Mention | None:
    """The organization whose figures close a sentence and show it; None where they open it."""
    parse = arguments.parse
    start, end = parse.sentences[sentence]
    for verb in range(end - 1, start + _OPENING, -1):
        if parse.lemmas[verb] in _SHOWING and parse.tags[verb][:2] == "VB":
            closed = verb + 1 >= end or parse.words[verb + 1] in {".", ",", "”", '"'}
            closed = closed or parse.tags[verb + 1] in {"IN", "NNP"}
            return _find_owner(arguments, start, verb) if closed else None
    return None


def _find_owner(arguments: ArgumentFinder, start: int, verb: int) -> Mention | None:
    parse = arguments.parse
    first = max(start + _OPENING, verb - _LONGEST)
    if parse.lemmas[verb - 1] in _SOURCES:  # "X's preliminary figures show"
        for at in range(verb - 1, first, -1):
            for named in _list_names(arguments, at):
                return named
            if parse.words[at - 1] not in _OWN and parse.tags[at - 1][:2] not in {"JJ", "NN"}:
                return None
    for noun in range(verb - 2, first, -1):
        if parse.lemmas[noun] not in _SOURCES:
            continue
        if _FROM.isdisjoint(w.lower() for w in parse.words[noun + 1 : noun + 3]):
            return None
        if _EDGES.isdisjoint(parse.words[max(start, noun - 3) : noun]):
            return None
        later = (m for t in range(noun + 1, verb) for m in _list_names(arguments, t + 1))
        return next(later, None)
    return None


def _list_names(arguments: ArgumentFinder, end: int) -> Iterator[Mention]:
    """The names of organizations that end right before a token, the longest first."""
    ending = {m for m in arguments.by_token.get(end - 1, ()) if arguments.ranges[m][1] == end}
    for mention in sorted(ending, key=lambda m: arguments.ranges[m][0]):
        if mention.kind is MentionKind.NAME and arguments.fits(mention, ("Organization",)):
            yield mention
