"""Names that close what is told of another: "Norvik, a fund backed by [Tarka], has bought Zenda" is Norvik's deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.extraction.free_standing import is_free
from kg.extraction.standing import closes_aside
from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention

_KIND = 2  # small nouns that may close an aside behind its last name: "in the Lima region,"
_SMALL = frozenset(["NN", "NNS"])
_FIRMS, _LIKE = ("Organization",), ("Organization", "Product")
_RELATIVE = (["WDT"], ["WP"])
_ARTICLES = frozenset(["a", "an", "the"])
_PHRASE = 8  # tokens of such a phrase
# What is made is the subject's, and what several do together is done by each.
_NO_FIRMS = frozenset(
    ["consortium", "syndicate", "alliance", "venture", "team", "co-production", "partnership"]
)
_NO_FIRMS |= frozenset().union(
    *(load_lexicon("triggers").get(n) for n in ("works", "goods", "wares"))
)
_LAST = frozenset(["and", "as", "or", "&"])  # ", and X", ", as well as X"


def keep_own(
    ends: Iterable[int],
    position: int,
    arguments: ArgumentFinder,
    binding: Mapping[str, tuple[Mention, ...]],
    *,
    first: bool,
) -> Iterator[int]:
    """The places behind a gap that opens at `position` at which the pattern still tells of its own names.

    `first` where the gap stands right behind the name with which the pattern begins.
    """
    if first and ends_anothers_aside(position, arguments, binding):
        return
    for here in ends:
        if here <= position + 1 or not tells_of_another(position, here, arguments, binding):
            yield here


def ends_anothers_aside(
    position: int, arguments: ArgumentFinder, binding: Mapping[str, tuple[Mention, ...]]
) -> bool:
    """Whether the only name matched so far stands at the end of an aside that a comma closes before a verb.

    Such a name is no subject of the verb behind: a preposition, an owner or an adjective stands before it.
    """
    words, tags = arguments.parse.words, arguments.parse.tags
    comma = position
    while comma < position + _KIND and tags[comma : comma + 1] and tags[comma] in _SMALL:
        comma += 1
    if words[comma : comma + 1] != [","] or len(binding) != 1:
        return False
    name = next(m for found in binding.values() for m in found)
    if comma == position and not closes_aside(position, arguments, binding):
        return False
    if comma > position and tags[comma + 1 : comma + 2] != ["VBD"]:
        return False
    return not is_free(arguments.ranges[name][0], arguments)


def goes_on_within(opening: int, joint: int, arguments: ArgumentFinder) -> bool:
    """Whether a row that goes on at `joint` is one inside the aside that opened before it.

    "Tarka, which was owned by [A], [B] and others" and "Tarka, a unit of [A] and [B]" tell nothing more of what
    Tarka is a member of; behind "Tarka, a unit of [A], and Zenda" the row goes on.
    """
    words = arguments.parse.words
    if words[joint] == "and" and arguments.parse.tags[opening + 1 : opening + 2] in _RELATIVE:
        return True  # only a comma closes the clause
    last = [m for m in arguments.by_token.get(joint - 1, ()) if arguments.ranges[m][1] == joint]
    named = any(m.kind is MentionKind.NAME and arguments.fits(m, _LIKE) for m in last)
    if not named and (last or not words[joint - 1][:1].isupper()):
        return False
    closing = words[joint] == "," and not _LAST.isdisjoint(words[joint + 1 : joint + 2])
    return not closing or "," in words[opening + 1 : joint]


def names_agent(token: int, arguments: ArgumentFinder) -> bool:
    """ "was bought by [Norvik Group], the parent of": what follows such a name describes it, and no subject."""
    lower = arguments.lower
    before = token - 1 - (lower[token - 1 : token] == ["the"])
    if before < 0 or lower[before] != "by":
        return False
    return arguments.find_name(token, _FIRMS) is not None


def tells_of_another(
    position: int,
    here: int,
    arguments: ArgumentFinder,
    binding: Mapping[str, tuple[Mention, ...]],
) -> bool:
    """Whether a pattern would go on inside what is told of another firm that it passes over.

    "Norvik signed a deal with Tarka, [a rival of Zenda]" makes Tarka a rival. What is told of persons stays theirs.
    """
    if "," not in arguments.parse.words[position:here]:
        return False
    sentence = arguments.parse.sentence_of[position]
    if sentence not in arguments.appositions:
        arguments.appositions[sentence] = tuple(_list_described(sentence, arguments))
    if not any(
        start >= position and comma < here <= close
        for start, comma, close in arguments.appositions[sentence]
    ):
        return False
    first = next((m for found in binding.values() for m in found), None)
    return first is not None and not arguments.fits(first, ("Person",))


def _list_described(sentence: int, arguments: ArgumentFinder) -> Iterator[tuple[int, int, int]]:
    """Where the name of a firm begins, and the commas around what it is: "Tarka[,] a rival of Zenda[,]"."""
    words = arguments.parse.words
    first, last = arguments.parse.sentences[sentence]
    for comma in range(first + 1, last - 2):
        opened = words[comma] == "," and words[comma + 1] in _ARTICLES
        if not opened or not words[comma + 2].islower():
            continue
        if _find_head(comma + 2, last, arguments) in _NO_FIRMS:
            continue
        for mention in arguments.by_token.get(comma - 1, ()):
            start, end = arguments.ranges[mention]
            if (
                end == comma
                and mention.kind is MentionKind.NAME
                and arguments.fits(mention, _FIRMS)
            ):
                close = next((k for k in range(comma + 2, last) if words[k] == ","), last)
                yield start, comma, close
                break


def _find_head(start: int, last: int, arguments: ArgumentFinder) -> str:
    """The lemma of the noun that ends the phrase from `start` on: "a listed [consortium] comprising"."""
    head, tags = "", arguments.parse.tags
    for k in range(start, min(start + _PHRASE, last)):
        if tags[k][:2] == "NN":
            head = arguments.parse.lemmas[k]
        elif (head and tags[k] != "HYPH") or tags[k] in {"IN", ","}:
            break
    return head
