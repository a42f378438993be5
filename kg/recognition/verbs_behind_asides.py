"""Verbs that the tagger takes for one more noun behind an aside: "Norvik Foods, a maker of jam, [exports] to Peru"."""

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_VERBS = _NAMES.get("verbs_like_nouns") | _NAMES.get("verbs_in_rows")
_BEHIND = frozenset(["TO", "IN", "CD", "DT", "PRP$", "$"])
_HISSING = ("sses", "ches", "shes", "xes")
_WIDE = 2  # tokens of the shortest aside with its commas


def mend_verbs_behind_asides(tokens: Tokens) -> Parse | None:
    """The parse with such words as verbs of what stands before the aside, or None where there are none."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, word in enumerate(tokens.words):
        if word in _VERBS and parse.tags[k] == "NNS" and _is_verb(parse, k):
            mended = mended or copy_parse(parse)
            _make_verb(mended, k, parse.heads[k])
    if mended is not None:
        mended.rehang()
    return mended


def _is_verb(parse: Parse, k: int) -> bool:
    """Whether the noun hangs on the name that opens its sentence, which else has no verb."""
    root, (first, end) = parse.heads[k], parse.sentences[parse.sentence_of[k]]
    if parse.deps[k] not in {"appos", "conj"} or parse.deps[root] != "ROOT" or k - root <= _WIDE:
        return False
    if parse.words[k - 1] != "," or parse.words[root + 1] != "," or k + 1 >= end:
        return False
    if parse.tags[k + 1] not in _BEHIND or not parse.words[root][:1].isupper():
        return False
    return not any(parse.tags[i] in FINITE for i in range(first, end))


def _make_verb(parse: Parse, k: int, root: int) -> None:
    """Hangs the name as subject on the word at `k`, and what is behind it as it was."""
    word = parse.words[k]
    parse.tags[k], parse.lemmas[k] = "VBZ", word[: -2 if word.endswith(_HISSING) else -1]
    parse.deps[k], parse.heads[k] = "ROOT", k
    parse.deps[root], parse.heads[root] = "nsubj", k
    for i in range(k + 1, len(parse.heads)):
        if parse.heads[i] == root:
            parse.heads[i] = k
            parse.deps[i] = "dobj" if parse.deps[i] == "appos" else parse.deps[i]
