"""What stands behind a member of a list and belongs to it: shares, kinds, closing marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

CLOSED: tuple[list[str], ...] = ([], ["."], [")"], [";"])  # what ends a list, or the sentence
_GENITIVES, _JOINTS = [["'s"], ["’s"]], [[","], [";"], ["and"], ["or"], ["&"]]
_QUOTES = [["''"], ["”"], ['"'], ["’"], ["'"]]
_TITLE = 6  # tokens that the rest of a title may have
_SMALL = frozenset(["NN", "FW", "JJ", "NNS"])
_DESCRIBED = 4  # tokens that the kind behind a member may have
_KIND_TAGS = frozenset(["NN", "JJ", "HYPH", "NNS"])
_DESCRIBING = frozenset(["NN", "JJ", "VB"])


def skip_tail(position: int, arguments: ArgumentFinder) -> int:
    """Past what the name before goes on with: "(Corps) of Engineers", and its share, "51%"."""
    parse = arguments.parse
    words = parse.words[position : position + 3]
    if len(words) > 1 and words[1] == "%" and words[0][:1].isdigit():
        return position + 2
    if words[:1] and words[0].startswith(".") and words[1:2] in _JOINTS:
        return position + 1  # "Tarka .com, ..."
    if len(words) > 1 and words[0].isdigit() and words[1:2] in _JOINTS:
        return position + 1  # "Channel 4, ..."
    inner = position + 1 + (words[1:2] == ["the"])
    if words[:1] != ["of"] or not parse.words[inner : inner + 1]:
        return position
    end = inner
    while end < len(parse.words) and parse.words[end][:1].isupper():
        end += 1
    return end if end > inner else position


def skip_kind(position: int, arguments: ArgumentFinder, kinds: frozenset[str]) -> int:
    """Past what kind of thing a member is: "the Tarka [electric car], the Velm [van]", "the Norvik [shops]"."""
    parse = arguments.parse
    end = position
    while end < min(position + _DESCRIBED, len(parse.words)) and (
        parse.words[end] == "-"
        or (parse.words[end].islower() and parse.tags[end][:2] in _DESCRIBING)
    ):
        end += 1
    return end if end > position and parse.words[end - 1] in kinds else position


def pass_kind_words(position: int, arguments: ArgumentFinder) -> int:
    """Behind the words up to a noun that tell of what kind is what follows: "state oil firm [X]"."""
    words, tags = arguments.parse.words, arguments.parse.tags
    after = position
    for k in range(position, min(position + _DESCRIBED, len(words))):
        if tags[k] not in _KIND_TAGS or not (words[k].islower() or words[k] == "-"):
            break
        after = k + 1 if tags[k] == "NN" else after
    return after


def skip_quote(position: int, arguments: ArgumentFinder) -> int:
    """Past a closing mark, and the "'s" of a name that ends in one: "Hentz's, Brivo's and"."""
    words = arguments.parse.words[position : position + 2]
    if words[:1] in _GENITIVES and (words[1:] in _JOINTS or words[1:] in CLOSED):
        return position + 1
    return position + (words[:1] in _QUOTES)


def skip_rest(position: int, arguments: ArgumentFinder) -> int:
    """Past the rest of a title in small letters: "The World['s a Blur], Dusk", "Deja [vu], Dusk"."""
    parse = arguments.parse
    if position >= len(parse.words):
        return position
    word, tag = parse.words[position], parse.tags[position]
    if word in {"'s", "’s"}:
        last = min(position + _TITLE, len(parse.words))
        return next((k for k in range(position, last) if parse.words[k] == ","), position)
    small = word.islower() and tag in _SMALL and parse.words[position + 1 : position + 2] == [","]
    return position + 1 if small else position


def skip_topic(position: int, arguments: ArgumentFinder) -> int:
    """ "A (President, Tea Board) on exports; B": past what a member with brackets speaks on, up to the semicolon."""
    parse = arguments.parse
    if parse.words[position - 1 : position + 1] not in ([")", "on"], [")", "about"]):
        return position
    for k in range(position, parse.sentences[parse.sentence_of[position]][1]):
        if parse.words[k] == ";":
            return k
        if parse.tags[k] in FINITE:
            break
    return position
