"""Whom a noun for a firm is said of, by what stands beside it, where the parse does not tell it.

"online retailer [Norvik]", "[Norvik] (NVK), one of Peru's oldest shipping groups, grew", "[Norvik] is now a trader".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.firm_fields import FIRMS
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.extraction.clause import Clause

_WORDS = load_lexicon("fields")
_OPENING, _BEHIND = _WORDS.get("opens_description"), _WORDS.get("ends_description")
_BEING, _BETWEEN = _WORDS.get("being"), _WORDS.get("between_being")
_PHRASE = ("NN", "JJ", "VBG", "VBN", "HYPH", "DT", "POS", "CD", "RB", "CC")  # tags of a description
_BREAKS = frozenset([",", "–", "—", "("])
_LISTING = frozenset([",", "and", "&", "or"])
_LONGEST = 16  # tokens of a description
_BRACKETS = 8
_FIRM = ("Company", "MediaOutlet")


def tell_firms(clauses: list[Clause], arguments: ArgumentFinder) -> None:
    """Gives nouns for firms their bearers where the parse has none."""
    for clause in clauses:
        if clause.kind == "noun" and not clause.bearers and clause.lemma.lower() in FIRMS:
            clause.bearers.extend(_find_bearers(clause.token, arguments))
        if clause.kind == "noun" and (name := _find_behind_goods(clause.token, arguments)):
            first, end = arguments.ranges[name]
            clause.bearers[:], clause.prepositions["of"] = [end - 1], [first - 1]


def _find_behind_goods(token: int, arguments: ArgumentFinder) -> Mention | None:
    """ "the maker of hearing aids [Norvik]": the name behind what it makes, which the noun was read to stand for."""
    if arguments.lower[token + 1 : token + 2] != ["of"]:
        return None
    for mention in arguments.by_token.get(token, ()):
        if mention.kind is MentionKind.NOMINAL and arguments.ranges[mention][1] == token + 1:
            name = arguments.find_first(mention)
            start, _ = arguments.ranges.get(name, (0, 0))
            behind = token + 2 < start <= token + _LONGEST
            if behind and name.kind is MentionKind.NAME and arguments.fits(name, _FIRM):
                return name if _is_goods(arguments, token + 2, start) else None
    return None


def _is_goods(arguments: ArgumentFinder, start: int, end: int) -> bool:
    """Whether only words for goods stand there."""
    tags, words = arguments.parse.tags[start:end], arguments.parse.words[start:end]
    return all(
        tag.startswith(_PHRASE) and word.islower() for tag, word in zip(tags, words, strict=True)
    )


def _find_bearers(token: int, arguments: ArgumentFinder) -> list[int]:
    named = _find_behind(token, arguments)
    if named:
        return named
    start = _find_start(token, arguments)
    if start is None or not _closes(token + 1, arguments):
        return []
    host = _find_host(start, arguments)
    return [arguments.ranges[host][1] - 1] if host else []


def _find_behind(token: int, arguments: ArgumentFinder) -> list[int]:
    """The names right behind: one behind a singular, a row behind a plural."""
    words, many = arguments.parse.words, arguments.parse.tags[token] == "NNS"
    found: list[int] = []
    k = token + 1
    while (mention := _take_firm(k, arguments)) is not None:
        k = arguments.ranges[mention][1]
        found.append(k - 1)
        if not many:
            break
        while k < len(words) and words[k] in _LISTING:
            k += 1
    return found


def _take_firm(first: int, arguments: ArgumentFinder) -> Mention | None:
    """The firm's name that begins at a token."""
    for mention in arguments.by_token.get(first, ()):
        named = mention.kind is MentionKind.NAME and arguments.ranges[mention][0] == first
        if named and arguments.fits(mention, _FIRM):
            return mention
    return None


def _find_start(token: int, arguments: ArgumentFinder) -> int | None:
    """Where the description that ends at `token` begins: behind a comma or "is", with an article or the like."""
    parse = arguments.parse
    first = max(parse.sentences[parse.sentence_of[token]][0], token - _LONGEST)
    for k in range(token - 1, first, -1):
        word = parse.words[k].lower()
        if word in _BREAKS or word in _BEING or word in _BETWEEN:
            # "its Steel Works, Tyre Works, and shipping businesses" is a row
            named = parse.tags[k + 1] == "NNP" and "," not in parse.words[k + 1 : token]
            named = named and not _is_joined(k + 1, arguments)
            if named or parse.words[k + 1].lower() in _OPENING:
                return k + 1
            if word != ",":
                return None
        elif word != "of" and not parse.tags[k].startswith(_PHRASE):
            return None
    return None


def _is_joined(first: int, arguments: ArgumentFinder) -> bool:
    """ "between A, [B] and Tarn's Velmo mining company": a firm of a row, and no description of the one before."""
    mention = _take_firm(first, arguments)
    return mention is not None and _goes_on(arguments.ranges[mention][1], arguments)


def _goes_on(end: int, arguments: ArgumentFinder) -> bool:
    return arguments.parse.words[end : end + 1] == ["and"]


def _closes(behind: int, arguments: ArgumentFinder) -> bool:
    """Whether the description ends before a token."""
    words = arguments.parse.words
    return behind >= len(words) or words[behind].lower() in _BEHIND


def _find_host(start: int, arguments: ArgumentFinder) -> Mention | None:
    """The firm that a description from `start` on tells of, brackets between them passed over."""
    words = arguments.parse.words
    k = start - 1
    while k > 0 and words[k].lower() in _BETWEEN:
        k -= 1
    if words[k].lower() not in _BEING and words[k] not in _BREAKS:
        return None
    k -= 1
    if k > 0 and words[k] == ")":
        opened = next((j for j in range(k, max(k - _BRACKETS, 0), -1) if words[j] == "("), 0)
        k = opened - 1
    for mention in arguments.by_token.get(k, ()):
        named = mention.kind is MentionKind.NAME and arguments.ranges[mention][1] == k + 1
        if named and arguments.fits(mention, _FIRM):
            return mention
    return None
