"""Several nouns with one value together, or one each: "loans and advances", "profit and revenue rose to A and B"."""

import itertools

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause, spread
from kg.extraction.paired_turns import pair_turns
from kg.extraction.values_beside import ValueFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_WORDS = load_lexicon("measures")
_MEASURES, _CLASSES = _WORDS.get("measure_nouns"), _WORDS.get("numbered_classes")
_LINKS = frozenset(["and", "&", ","])
_INSIDE = frozenset(["NN", "NNS", "JJ", "HYPH", "VBN"])
_BEHIND = FINITE | {"IN", "TO", "RB", "."}
_AMOUNTS = frozenset(["money", "measure", "percent", "number"])
_FAR = 8  # tokens of a row behind its first noun
_IN_TURN = "respectively"
_DIGITS = 2  # of the number of a class


def find_row_end(noun: int, arguments: ArgumentFinder) -> int | None:
    """Where "[loans] and advances" ends: nouns that no rule knows as measures, beside one that names the row."""
    parse = arguments.parse
    if (reached := _pass_classes(noun, arguments) or _pass_kinds(noun, arguments)) is not None:
        return reached
    parts = [t for t in spread(parse.children, parse.deps, noun) if t > noun]
    if not parts or parse.words[noun + 1].lower() not in _LINKS or parts[-1] - noun > _FAR:
        return None
    last, first = parts[-1], noun + 1
    plain = all(
        parse.tags[t] in _INSIDE or parse.words[t].lower() in _LINKS for t in range(first, last)
    )
    plain = plain and all(parse.tags[t] in {"NN", "NNS"} for t in parts)
    told = any(
        m.kind not in {MentionKind.NOMINAL, MentionKind.ADJECTIVE}
        for t in range(first, last + 1)
        for m in arguments.by_token.get(t, ())
    )
    measured = any(parse.lemmas[t] in _MEASURES for t in parts)
    ends = parse.tags[last + 1 : last + 2] == [] or parse.tags[last + 1] in _BEHIND
    if not plain or told or measured or not ends or are_in_turn(last, arguments):
        return None
    return last + 1


def _pass_classes(noun: int, arguments: ArgumentFinder) -> int | None:
    """ "[scope] 1 and 2 emissions": classes with their numbers, taken for what is measured."""
    parse, k = arguments.parse, noun + 1
    while parse.words[k : k + 1] and (parse.words[k].lower() in _LINKS or parse.words[k].isdigit()):
        k += 1
    classed = parse.words[noun].lower() in _CLASSES
    named = k > noun + 1 and parse.words[k - 1].isdigit() and parse.tags[k : k + 1] == ["NNS"]
    return k + 1 if classed and named else None


def _pass_kinds(noun: int, arguments: ArgumentFinder) -> int | None:
    """ "[cash] and cash equivalents": the noun whose kind this one is."""
    parse, head = arguments.parse, arguments.parse.heads[noun]
    before = parse.deps[noun] in {"nmod", "compound"} and noun < head <= noun + _FAR
    row = parse.tags[noun + 1 : noun + 2] == ["CC"]
    plain = all(parse.tags[t] in _INSIDE | {"CC"} for t in range(noun + 1, head))
    return head + 1 if before and row and plain and parse.tags[head] == "NNS" else None


def find_row_start(noun: int, start: int, arguments: ArgumentFinder) -> int:
    """ "[Fee and] commission income": a kind with which a sentence opens, which the parser hangs elsewhere."""
    parse, first = arguments.parse, start - 2
    opens = first >= 0 and parse.sentences[parse.sentence_of[first]][0] == first
    if not opens or start == noun or parse.words[start - 1].lower() not in {"and", "&"}:
        return start
    kind = parse.tags[first] in {"NN", "UH", "NNP", "JJ"} and parse.words[first][1:].islower()
    return first if kind and not arguments.by_token.get(first) else start


def are_in_turn(token: int, arguments: ArgumentFinder) -> bool:
    """Whether several values stand in a row behind a token, one for each of several nouns."""
    parse = arguments.parse
    last = parse.sentences[parse.sentence_of[token]][1]
    if _IN_TURN in (w.lower() for w in parse.words[token:last]):
        return True
    values = [m for t in range(token, last) for m in arguments.by_token.get(t, ())]
    first = next((m for m in values if m.origin in _AMOUNTS), None)
    return first is not None and len(list_row(first, arguments)) > 1


def pair_row(
    values: ValueFinder, clause: Clause, nouns: list[int], anchor: Mention
) -> list[tuple[int, Mention, Mention | None]]:
    """(noun, value, percentage by which it moved) for each of several nouns that move by or to as many values."""
    parse, last = values.parse, values.parse.sentences[clause.sentence][1]
    if len(nouns) < 2 or values.split(anchor):
        return []
    pairs: list[tuple[Mention, Mention | None]] = [*pair_turns(values, clause.token, last)]
    if not pairs:
        row = list_row(anchor, values.arguments)
        pairs = [(m, m if m.origin == "percent" else None) for m in row]
    paired = len(pairs) == len(nouns) and all(parse.tags[n][0] == "N" for n in nouns)
    return [(n, *pair) for n, pair in zip(nouns, pairs, strict=True)] if paired else []


def list_row(value: Mention, arguments: ArgumentFinder) -> list[Mention]:
    """A value and those joined to it: "$8 billion and $1 billion"."""
    parse, ranges = arguments.parse, arguments.ranges
    last = parse.sentences[parse.sentence_of[ranges[value][0]]][1]
    behind = (m for t in range(ranges[value][0], last) for m in arguments.by_token.get(t, ()))
    alike = [m for m in dict.fromkeys(behind) if m.origin in _AMOUNTS]
    row = [value]
    for one, other in itertools.pairwise(alike):
        between = [w.lower() for w in parse.words[ranges[one][1] : ranges[other][0]]]
        if one != row[-1] or between not in (["and"], [","], [",", "and"]):
            break
        row.append(other)
    return row


def find_class_start(start: int, arguments: ArgumentFinder) -> int:
    """ "[Stage 3] loans", "[Tier 1] capital ratio": the class of a thing, its number with it."""
    parse = arguments.parse
    number = parse.words[start - 1] if start > 1 else ""
    numbered = number.isdigit() and len(number) <= _DIGITS
    same = start > 1 and parse.sentence_of[start - 2] == parse.sentence_of[start]
    return start - 2 if numbered and same and parse.words[start - 2].lower() in _CLASSES else start
