"""What persons are called that the tagger takes for verbs: "married to actor Jane Doe", "sold to farmer John Roe"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_CALLINGS = load_lexicon("names").get("person_nouns")
_VERBS = frozenset(["VB", "VBP"])
_OTHERS = frozenset(["JJR", "RBR", "RB"])  # "banker", as if it were a comparative


def mend_callings(tokens: Tokens) -> Parse | None:
    """The parse with such words behind "to" as nouns before their name, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for k in range(1, len(tokens.words) - 1):
        if tokens.lower[k] not in _CALLINGS or parse.tags[k] not in _VERBS | _OTHERS:
            continue
        verb = parse.tags[k] in _VERBS and _leads_name(tokens, k)
        if verb or (parse.tags[k] in _OTHERS and tokens.capital[k + 1]):
            mended = mended or copy_parse(parse)
            _make_noun(mended, k)
    if mended is not None:
        mended.rehang()
    return mended


def _leads_name(tokens: Tokens, k: int) -> bool:
    """Whether such a word stands between "to" and a name that hangs on it."""
    parse, name = tokens.parse, tokens.parse.heads[k + 1]
    named = tokens.capital[k + 1] and parse.tags[k + 1][:3] == "NNP"
    return named and tokens.lower[k - 1] == "to" and k in {name, parse.heads[name]}


def _make_noun(parse: Parse, k: int) -> None:
    """Hangs the name on "to", that on the verb above, and what hung on the word on its name."""
    verb = parse.tags[k] in _VERBS
    parse.tags[k], parse.lemmas[k] = "NN", parse.words[k].lower()
    if not verb:
        return
    name = parse.heads[k + 1] if parse.heads[k + 1] != k else k + 1
    above = parse.heads[k] if parse.heads[k] != k else k - 2
    for child, head in enumerate(parse.heads):
        if head == k and child != name:
            later = parse.deps[child] in {"prep", "punct", "cc", "conj", "advmod", "npadvmod"}
            parse.heads[child] = above if later and child > name else name
    parse.heads[k], parse.deps[k] = name, "compound"
    parse.heads[name], parse.deps[name] = k - 1, "pobj"
    parse.tags[k - 1] = "IN"
    parse.heads[k - 1], parse.deps[k - 1] = above, "prep"
