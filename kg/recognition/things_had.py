"""Things had that the parser takes for others: "has 42 schemes [spread] across", "drew 48 firms, [$6 million] in"."""

from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_HAVING = frozenset(["have", "own", "operate", "run", "control", "hold", "possess", "boast"])
_PLACED = frozenset(
    ["across", "over", "in", "around", "throughout", "among", "between", "along", "at", "through"]
)
_SPREAD = frozenset(
    ["spread", "scattered", "put", "set", "cast", "split", "strewn", "dotted", "cut"]
)
_DONE = frozenset(["VBN", "VBD"])


def mend_things_had(tokens: Tokens) -> Parse | None:
    """The parse with such things as objects, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, dep in enumerate(parse.deps):
        if dep == "ccomp" and _is_spread(parse, k):
            mended = mended or copy_parse(parse)
            noun = k - 1
            mended.heads[noun], mended.deps[noun] = parse.heads[k], "dobj"
            mended.heads[k], mended.deps[k], mended.tags[k] = noun, "acl", "VBN"
        elif dep == "appos" and _is_sum_in_row(parse, k):
            mended = mended or copy_parse(parse)
            mended.deps[k] = "conj"
    if mended is not None:
        mended.rehang()
    return mended


def _is_spread(parse: Parse, k: int) -> bool:
    """ "has 42 schemes [spread] across": a participle that the parser takes for what is had."""
    verb, noun = parse.heads[k], k - 1
    told = parse.tags[k] in _DONE and parse.lemmas[verb] in _HAVING and verb < noun
    if not told or parse.deps[noun] not in {"nsubj", "nsubjpass"} or parse.heads[noun] != k:
        return False
    behind = parse.words[k + 1 : k + 2]
    known = parse.tags[k] == "VBN" or parse.words[k].lower() in _SPREAD
    placed = known and behind != [] and behind[0].lower() in _PLACED
    counted = any(parse.tags[c] == "CD" and c > verb for c in parse.children[noun])
    return placed and counted and not any(parse.deps[c] == "dobj" for c in parse.children[verb])


def _is_sum_in_row(parse: Parse, k: int) -> bool:
    """ "48 firms, [$600 million] in loans and 12,000 jobs": a sum in a row of what is counted."""
    noun = parse.heads[k]
    if parse.tags[k] != "CD" or parse.tags[noun] != "NNS" or parse.deps[noun] != "dobj":
        return False
    start = min([k, *(c for c in parse.children[k] if c < k)])
    row = parse.words[noun + 1 : noun + 2] == [","] and start == noun + 2
    counted = any(parse.tags[c] == "CD" and c < noun for c in parse.children[noun])
    kind = parse.words[k + 1 : k + 2] in (["in"], ["of"])
    last = parse.sentences[parse.sentence_of[k]][1]
    return row and counted and kind and "and" in parse.words[k:last]
