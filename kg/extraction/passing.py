"""What may stand between a subject and the verb of a pattern: asides, times, auxiliaries, adverbs.

"Norvik Group, a maker of furniture, signed …", "Norvik Group on Tuesday also agreed to sign …".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.extraction.rule import Item

_SCOPE = load_lexicon("scope")
_TIMES = load_lexicon("phrases").get("passed_times") | {d.lower() for d in _SCOPE.get("named_days")}
_CONTROLS = _SCOPE.get("planned") | _SCOPE.get("possible") | _SCOPE.get("actual")
_BEGINNING = frozenset(["begin", "start", "continue", "consider", "keep"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "'s", "'re", "’s", "being"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve", "’ve"])
_DO = frozenset(["do", "does", "did"])
_CHANGED = frozenset(["previously", "originally", "initially", "formerly", "once", "then"])
_NO_ADVERBS = (
    _CHANGED
    | {"nearly", "almost", "roughly", "approximately", "only", "about", "around"}
    | {"as", "so"}
)
_DENYING = _SCOPE.get("negators") | _SCOPE.get("unsettling_adverbs")
_VERBAL = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
_ASIDES = {",": ",", "—": "—", "–": "–", "--": "--"}
_LONGEST, _COMMAS, _GROUP = 32, 4, 9  # tokens of an aside, commas in it, tokens of a group of verbs
_OPENING = frozenset(
    ["DT", "WDT", "WP", "WP$", "VBN", "VBG", "CD", "JJ", "JJS", "NN", "NNS", "RB", "PRP$"]
)
_LEADING = frozenset(
    ["according", "along", "together", "like", "unlike", "with", "in", "at", "on", "from", "of"]
)
_CUTS = frozenset([";", "“", "”", '"', "(", ")", ":"])
_RELATIVE = frozenset(["WDT", "WP", "WP$", "WRB"])
_AFTER_TIME = frozenset(["on", "in", "at", "earlier", "late", "early"])
# without what they tell the time of
_NO_TIMES = _AFTER_TIME | {"last", "this", "next", "past", "mid"}


def find_predicates(position: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where what is told of a subject begins, the nearest first, behind an aside, a time or both."""
    for behind in (*find_asides(position, arguments), position):
        start = _skip_time(behind, arguments)
        verb = _skip_adverbs(start, arguments)
        if verb < arguments.limits[verb] and arguments.parse.tags[verb] in FINITE:
            yield from dict.fromkeys(k for k in (start, verb) if k != position)


def _skip_adverbs(position: int, arguments: ArgumentFinder) -> int:
    limit = arguments.limits[position]
    while position < limit and is_adverb(position, arguments):
        position += 1
    return position


def skip_inner(verb: int, position: int, arguments: ArgumentFinder) -> int:
    """The place behind an adverb or a day right behind a verb: "is also the owner", "signed on Monday a deal".

    0 where none does, or an adverb that denies or weighs what follows: "is not", "is partly".
    """
    tags = arguments.parse.tags
    if position >= arguments.limits[position] or tags[verb] not in _VERBAL:
        return 0
    if is_adverb(position, arguments) and arguments.plain[position] not in _DENYING:
        return position + 1
    behind = _skip_time(position, arguments)
    return behind if behind > position and tags[behind - 1] != "CD" else 0


def is_adverb(position: int, arguments: ArgumentFinder) -> bool:
    """ "also", "recently", "jointly": what says nothing of how much, nor that it is not so."""
    word = arguments.plain[position]
    return arguments.parse.tags[position] == "RB" and word not in _NO_ADVERBS


def find_asides(position: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where an aside between commas or dashes that begins at `position` may end, the nearest first."""
    words, tags = arguments.parse.words, arguments.parse.tags
    limit = min(arguments.limits[position], position + _LONGEST)
    closing = _ASIDES.get(words[position]) if position + 1 < limit else None
    if closing is None or not _may_open(position + 1, arguments):
        return
    relative, commas = False, 0
    for k in range(position + 1, limit):
        relative = relative or tags[k] in _RELATIVE or words[k] == "that"
        if words[k] in _CUTS or (tags[k] in FINITE and not relative):
            return
        if words[k] == closing and k > position + 1:
            commas += 1
            if commas > _COMMAS:
                return
            yield k + 1


def _may_open(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a description, a clause of its own or a source may begin there, and not the next of a row."""
    return arguments.parse.tags[position] in _OPENING or arguments.plain[position] in _LEADING


def _skip_time(position: int, arguments: ArgumentFinder) -> int:
    """The place behind a day or period at `position`: "on Tuesday", "last week", "earlier this year"."""
    limit, plain, end = arguments.limits[position], arguments.plain, position
    while end < limit and plain[end] in _AFTER_TIME:
        end += 1
    start = end
    while (
        end < limit
        and end - position < _GROUP
        and (plain[end] in _TIMES or (plain[end].isdigit() and (end > start or start > position)))
    ):
        end += 1
    return end if end > position and plain[end - 1] not in _NO_TIMES else position


def find_verb_end(position: int, item: Item, arguments: ArgumentFinder) -> int:
    """The token behind a verb of the item, in whatever tense it stands; 0 where none does.

    "plans to sign", "has also begun building". A passive is none: "was signed".
    """
    plain, tags = arguments.plain, arguments.parse.tags
    limit, last = min(arguments.limits[position], position + _GROUP), ""
    for k in range(position, limit):
        word, tag = plain[k], tags[k]
        told = tag in _VERBAL and (word in item.forms or word in item.words)
        if told and _agrees(tag, word, last, item):
            return k + 1
        if is_adverb(k, arguments) or word in {"not", "n't"}:
            continue
        kind = _read_passed(k, arguments)
        if not kind or (kind == "to" and not last and _follows_verb(position, arguments)):
            return 0
        last = kind
    return 0


def _follows_verb(position: int, arguments: ArgumentFinder) -> bool:
    """ "beat a bid from Norvik [to buy] Zenda Dairy": not so in a headline, "Norvik to buy Zenda Dairy"."""
    parse = arguments.parse
    start = parse.sentences[parse.sentence_of[position]][0]
    return not FINITE.isdisjoint(parse.tags[start:position])


def _agrees(tag: str, word: str, last: str, item: Item) -> bool:
    """Whether a form may stand behind what was passed over last."""
    if not last:
        return tag in {"VBZ", "VBP"} or (tag == "VBD" and word in item.words)
    if last == "have":
        return tag in {"VBN", "VBD"}
    if last in {"be", "begin"}:
        return tag == "VBG"
    return last in {"to", "modal"} and tag in {"VB", "VBP"}


def _read_passed(position: int, arguments: ArgumentFinder) -> str:
    """What kind of word may be passed over on the way to a verb; empty where it is none."""
    word, tag, lemma = (
        arguments.plain[position],
        arguments.parse.tags[position],
        arguments.parse.lemmas[position],
    )
    if tag == "MD" or word in _DO:
        return "modal"
    if word == "to":
        return "to"
    if word in _HAVE and tag in _VERBAL:
        return "have"
    if word in _BE and tag in _VERBAL:
        return "be"
    if lemma in _BEGINNING and tag in _VERBAL:
        return "begin"
    if lemma in _CONTROLS and (tag in _VERBAL or tag == "JJ"):
        return "control"
    return ""


def may_pass(position: int, arguments: ArgumentFinder) -> bool:
    """Whether what stands behind a subject may be passed over: quick, and may be wrong."""
    word, tag = arguments.plain[position], arguments.parse.tags[position]
    return (
        tag in _VERBAL
        or tag in {"MD", "RB", "TO"}
        or word in _ASIDES
        or word in _AFTER_TIME
        or word in _TIMES
    )
