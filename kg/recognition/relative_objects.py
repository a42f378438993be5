"""Relative clauses hung wrong: "which Lodz-based Norvik opened" is what is opened, "A and B, which owns Y" is B."""

from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_INSIDE = frozenset(["nmod", "det", "compound", "amod", "poss", "nsubj", "dep"])
_OBJECTS = frozenset(["dobj", "attr", "ccomp", "xcomp"])
_ROWS = frozenset(["conj", "appos"])
_ONE = frozenset(["has", "is", "was", "does"])


def mend_relatives(tokens: Tokens) -> Parse | None:
    """The parse with such pronouns as objects of their verb, or None where it has none."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, tag in enumerate(parse.tags):
        subject = parse.heads[k]
        if tag != "WDT" or parse.deps[k] not in _INSIDE or parse.tags[subject][0] != "N":
            continue
        verb = parse.heads[subject]
        relative = parse.deps[subject] == "nsubj" and parse.deps[verb] == "relcl"
        if not relative or not parse.heads[verb] < k < subject < verb:
            continue
        if any(parse.deps[c] in _OBJECTS for c in parse.children[verb]):
            continue  # "which company opened the mill"
        mended = mended or copy_parse(parse)
        mended.deps[k], mended.heads[k] = "dobj", verb
    if mended is not None:
        mended.rehang()
    return mended


def mend_listed(tokens: Tokens) -> Parse | None:
    """The parse with a clause told of one hung on the last of a row of names: "A, B and C, which owns Y"."""
    parse = tokens.parse
    mended: Parse | None = None
    for verb, dep in enumerate(parse.deps):
        first = parse.heads[verb]
        if dep != "relcl" or parse.tags[first][:3] != "NNP" or not _tells_one(parse, verb):
            continue
        pronoun = next((c for c in parse.children[verb] if parse.tags[c] in {"WDT", "WP"}), 0)
        last = pronoun - 2
        if parse.words[pronoun - 1] != "," or last <= first or not _is_last(parse, first, last):
            continue
        mended = mended or copy_parse(parse)
        mended.heads[verb] = last
    if mended is not None:
        mended.rehang()
    return mended


def _tells_one(parse: Parse, verb: int) -> bool:
    """Whether a verb is told of one: "which owns", "who has led"."""
    helped = any(parse.words[c] in _ONE for c in parse.children[verb] if parse.deps[c][:3] == "aux")
    return helped or parse.tags[verb] == "VBZ" or parse.words[verb] == "was"


def _is_last(parse: Parse, first: int, last: int) -> bool:
    """Whether a name is the last of a row that goes on from another by "and"."""
    if parse.tags[last][:3] != "NNP":
        return False
    k, joined = last, False
    while k != first and parse.deps[k] in _ROWS and parse.heads[k] < k:
        above = parse.heads[k]
        joined = joined or (
            parse.deps[k] == "conj" and any(parse.deps[c] == "cc" for c in parse.children[above])
        )
        k = above
    return k == first and joined
