"""The nouns that a rule asks for in its slots, or refuses, and what of the found counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.restricting import names_place
from kg.extraction.ware_kinds import lacks_ware_kind, names_ware_by_kind
from kg.extraction.ware_rows import is_ware
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.extraction.clause import Clause
    from kg.extraction.rule import Restriction, Slot

WARES, _SUMS = ("Product",), ("Money",)
_LIST_HEADS = load_lexicon("arguments").get("list_heads")


def find_refused(
    restriction: Restriction | None,
    slot: Slot,
    clause: Clause,
    arguments: ArgumentFinder,
    *,
    wares: bool,
) -> str | None:
    """The noun for which a rule must not fire, up to the first alternative that holds anything."""
    if restriction is None or not restriction.not_nouns:
        return None
    for name in slot.names:
        for token in clause.slot(name):
            if not refuses(restriction, token, arguments):
                continue
            if not (wares and _stands_for_wares(restriction, token, arguments)):
                return arguments.head_lemma(token)
        if clause.slot(name):
            break
    return None


def refuses(restriction: Restriction | None, token: int, arguments: ArgumentFinder) -> bool:
    """Whether a noun is one for which a slot stays empty; a place of that name is not."""
    if restriction is None or not restriction.not_nouns:
        return False
    if lacks_ware_kind(token, arguments.parse, restriction.not_nouns):
        return True
    if _opens(token, arguments) and arguments.lower[token] in restriction.not_nouns:
        return True  # "[Leading] jet makers", whose capital makes a name of it
    if arguments.head_lemma(token) not in restriction.not_nouns:
        return False
    return not names_place(token, arguments)


def _opens(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a word opens its sentence."""
    return arguments.parse.sentences[arguments.parse.sentence_of[token]][0] == token


def _stands_for_wares(restriction: Restriction, token: int, arguments: ArgumentFinder) -> bool:
    """ "a range of [lamps]", "products including [lamps]": what is told behind the refused noun is not refused."""
    if arguments.head_lemma(token) not in _LIST_HEADS:
        return False
    heads = [find_head(m, arguments) for m in arguments.find_all(token, WARES)]
    return bool(heads) and all(
        head != token
        and is_ware(head, arguments)
        and arguments.head_lemma(head) not in restriction.not_nouns
        for head in heads
    )


def names_refused(restriction: Restriction | None, token: int, arguments: ArgumentFinder) -> bool:
    """ "sold [Tarka Bank] to": a name of a refused type where a rule asks for words."""
    return bool(restriction and restriction.not_types) and any(
        m.kind is MentionKind.NAME and arguments.fits(m, restriction.not_types)
        for m in arguments.by_token.get(token, ())
        if restriction
    )


def leave_told(
    found: list[Mention], told: list[Mention], arguments: ArgumentFinder
) -> list[Mention]:
    """What is not told already; of "[coking] coal" and "coal" the first that was read counts."""
    ends = {arguments.ranges[m][1] for m in told if m.origin == "noun phrase"}
    return [
        m
        for m in found
        if m not in told and not (m.origin == "noun phrase" and arguments.ranges[m][1] in ends)
    ]


def find_head(mention: Mention, arguments: ArgumentFinder) -> int:
    """The head of what "a range of lamps" stands for."""
    return arguments.ranges[mention][1] - 1


def allows_noun(restriction: Restriction | None, arguments: ArgumentFinder, token: int) -> bool:
    """Whether a phrase's head is one of the nouns that are asked for, alone or with the word before it."""
    if restriction is None:
        return True
    lemma = arguments.head_lemma(token)
    if not restriction.nouns or lemma in restriction.nouns:
        return True
    parse = arguments.parse
    if names_ware_by_kind(token, parse, restriction.nouns) or (
        "million" in restriction.nouns and _is_sum(token, arguments)
    ):
        return True
    word = parse.words[token].lower()
    # "a ride-hailing firm", which hails no rides; of rare plurals the lemma is not sure
    if parse.tags[token] in {"VBG", "NNS"} and word in restriction.nouns:
        return True
    before = parse.words[token - 1].lower() if token else ""  # "medical devices"
    return f"{before} {lemma}" in restriction.nouns or f"{before} {word}" in restriction.nouns


def _is_sum(token: int, arguments: ArgumentFinder) -> bool:
    """ "$250m", "PLN1bn", "30 million crowns": a sum of money, whose head may be any coin or sign."""
    return any(arguments.fits(m, _SUMS) for m in arguments.by_token.get(token, ()))


def stands_for_more(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a noun may stand for others that are told behind it: "a range of", "products like"."""
    lemma = arguments.head_lemma(token)
    return lemma in arguments.transparent or lemma in _LIST_HEADS


def tells_noun(mention: Mention, noun: int, arguments: ArgumentFinder) -> bool:
    """Whether a phrase found at a word before the noun is that of the noun: "the council's [building arm]"."""
    start, end = arguments.ranges[mention]
    return mention.kind is MentionKind.NOMINAL and start <= noun < end
