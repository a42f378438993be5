"""Relative pronouns hung on the subject behind: in "which Lodz-based Norvik opened" it is what is opened."""

from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_INSIDE = frozenset(["nmod", "det", "compound", "amod", "poss", "nsubj", "dep"])
_OBJECTS = frozenset(["dobj", "attr", "ccomp", "xcomp"])


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
