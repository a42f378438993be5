"""Examples of what others have: "screens for cars such as the X", whose maker is not who made the screens."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import FINITE

_MAKING = frozenset(["produces"])
_WORDS = load_lexicon("phrases")
_PLURALS = load_lexicon("triggers").get("works_plural")
_COUNTED = load_lexicon("arguments").get("transparent")
_CUES = frozenset(["including", "like", "namely"])
_LEADING = frozenset(["for", "to", "with"])
_KNOWN = _WORDS.get("known_for")  # "known for films such as": one's own
_DERIVED = _WORDS.get("derived_works")  # "adaptations of novels such as"
_SYSTEMS, _CALLED = frozenset(["system", "platform", "software", "app"]), 3
_PRODUCING = frozenset(
    ["distribution", "distributor", "producer", "co-producer", "maker", "creator", "developer"]
)
_DESCRIBING = ("JJ", "NN", "HYPH", "CD", "VBN", "DT", "RB", "PRP$", "POS")
_FARTHEST, _KIND = (
    60,
    8,
)  # tokens from a name back to the word for examples, from there to a preposition
_CONJUNCTS = 6


def drop_examples_of_others(
    candidates: list[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without makers of what stands as an example of what something is made for."""
    return drop_false(candidates, _MAKING, lambda _, thing: _is_of_others(thing, arguments))


def _is_of_others(thing: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a thing is named as an example of others', and is not called a system itself."""
    if thing not in arguments.ranges:
        return False
    start, end = arguments.ranges[thing]
    if not _SYSTEMS.isdisjoint(arguments.parse.words[end : end + _CALLED]):
        return False  # "solutions for cities, including Seattle's [Velm] card system"
    kind = _find_kind(start, arguments)
    return kind is not None and (_stands_behind(kind, arguments) or _hangs_behind(kind, arguments))


def _find_kind(start: int, arguments: ArgumentFinder) -> int | None:
    """The plural before the words for examples that the name at `start` is one of."""
    parse = arguments.parse
    first = parse.sentences[parse.sentence_of[start]][0]
    for k in range(start - 1, max(first, start - _FARTHEST), -1):
        word = parse.words[k].lower()
        if word in _CUES or (word == "as" and parse.words[k - 1].lower() == "such"):
            kind = k - 1 - (word == "as")
            kind -= parse.words[kind] == ","
            kind -= kind > first and parse.tags[kind] == "RB"
            return kind if kind > first and _is_plural(kind, arguments) else None
        if parse.tags[k] in FINITE and parse.words[k].islower():
            return None
    return None


def _is_plural(token: int, arguments: ArgumentFinder) -> bool:
    """ "cameras for cold [weather], such as" tells of the cameras."""
    word = arguments.parse.words[token]
    several = arguments.parse.tags[token] == "NNS" or word in _PLURALS
    return word.islower() and several


def _stands_behind(kind: int, arguments: ArgumentFinder) -> bool:
    """Whether the words before the plural lead to a preposition for whom or what something is made."""
    parse = arguments.parse
    k = kind - 1
    for _ in range(_KIND):
        if k < 1:
            return False
        word, before = parse.words[k].lower(), parse.lemmas[k - 1]
        if word == "of" and before in _DERIVED:
            return True
        if word in _LEADING:
            makes = not _PRODUCING.isdisjoint(parse.lemmas[max(k - _KIND, 0) : k])
            return (
                before not in _KNOWN and not makes
            )  # "producer and sales agent for films such as"
        counted = word == "of" and before in _COUNTED
        if not counted and not parse.tags[k].startswith(_DESCRIBING):
            return False
        k -= 1
    return False


def _hangs_behind(kind: int, arguments: ArgumentFinder) -> bool:
    """The same of the last of a row, by the parse: "for television, studios and brands including"."""
    parse, k = arguments.parse, kind
    for _ in range(_CONJUNCTS):
        if parse.deps[k] != "conj":
            break
        k = parse.heads[k]
    above = parse.heads[k]
    led = k != kind and parse.deps[k] == "pobj" and parse.words[above].lower() in _LEADING
    return led and above > 0 and parse.lemmas[above - 1] not in _KNOWN
