"""The body that a word before a title takes up: "the Union of Miners is on strike. Union president X"."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.only_told import choose_only
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_BODIES = load_lexicon("triggers").get("bodies_before_titles")
_FIRMS = load_lexicon("triggers").get("firms_before_titles")
_ANY = frozenset(["company", "firm", "group", "business"])
_WORDS = _BODIES | _FIRMS
_BEFORE = frozenset(["said", "says", "told", "added", "by", "with", "and", "to", "”", "''", '"'])
_BACK = 4  # sentences back in which it must be named
_LINKS = frozenset(["of", "for"])


def find_body_alike(arguments: ArgumentFinder, token: int) -> Mention | None:
    """The only body told before whose kind the title at `token` begins with, or has right before it."""
    parse = arguments.parse
    at = _find_word(token, arguments)
    if at is None:
        return None
    word = parse.words[at].lower()
    called = [m for m in _list_near(at, "Organization", arguments) if _is_called(m, word)]
    if called or word not in _FIRMS:
        return choose_only(called, arguments)
    return _find_only_firm(word, at, arguments)


def _list_near(at: int, kind: str, arguments: ArgumentFinder) -> Iterator[Mention]:
    """What is named of a kind shortly before a token, each as it was first told."""
    sentence_of = arguments.parse.sentence_of
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        near = start < at and sentence_of[at] - sentence_of[start] <= _BACK
        if near and mention.kind is MentionKind.NAME and arguments.fits(mention, (kind,)):
            yield arguments.find_first(mention)


def _find_only_firm(word: str, at: int, arguments: ArgumentFinder) -> Mention | None:
    """The only firm told just before, if its name tells no other kind of firm: "Norvik Air grew. Airline boss X"."""
    parse = arguments.parse
    opening = at == parse.sentences[parse.sentence_of[at]][0]
    if not opening and parse.words[at - 1].lower() not in _BEFORE:
        return None  # "a friend, company director X", which is a calling
    only = choose_only(_list_near(at, "Company", arguments), arguments)
    if only is None or not (_WORDS - _ANY - {word}).isdisjoint(only.text.lower().split()):
        return None
    return only


def _find_word(token: int, arguments: ArgumentFinder) -> int | None:
    """The token of such a word, if no name and no owner stands with it."""
    parse = arguments.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    at = token if parse.words[token].lower() in _WORDS else token - 1
    if at < first or parse.words[at].lower() not in _WORDS:
        return None
    if any(m.kind is MentionKind.NAME for m in arguments.by_token.get(at, ())):
        return None
    if at == first:
        return at
    before, tag = parse.words[at - 1], parse.tags[at - 1]
    capital = before[:1].isupper() and at - 1 > first
    return None if capital or tag in {"POS", "JJ", "NN", "NNS", "HYPH"} else at


def _is_called(body: Mention, word: str) -> bool:
    """Whether the word tells what the body is: "Miners' [Union]", "[Union] of Miners"."""
    words = [w.lower() for w in body.text.split()]
    heads = {
        words[-1],
        *(w for w, behind in pairwise(words) if behind in _LINKS),
    }
    return len(words) > 1 and word in heads
