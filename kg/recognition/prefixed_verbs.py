"""Verbs behind a prefix that the parser takes for a word of its own: "Norvik [co]-hosted it", "she [co]-founded it"."""

from kg.model.parse import SUBJECTS, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_PREFIXES = frozenset(["co", "re", "pre", "mass", "fast", "out", "over", "hand", "back"])
_HYPHENS = frozenset(["-", "–", "‑"])
_VERBAL = frozenset(["VBD", "VBZ", "VBP"])
_NOMINAL = frozenset(["NN", "NNP", "NNS", "NNPS", "PRP"])
_LEFT = frozenset(["compound", "nmod", "nsubj", "amod", "poss"])
_BEING = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_LOWER = frozenset(["relcl", "acl", "conj", "ccomp", "advcl"])  # clauses that hang on others


class PrefixMender:
    """Lets the verb take the place of its prefix, in sentences and clauses that hang on the prefix."""

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such verbs, or None where it has none."""
        parse = tokens.parse
        mended: Parse | None = None
        for k, word in enumerate(tokens.lower):
            if word in _PREFIXES and _is_split(parse, k):
                mended = mended or copy_parse(parse)
                make = _make_verb if parse.deps[k] == "ROOT" else _make_clause
                (_make_passive if _is_passive(parse, k) else make)(mended, k)
        if mended is not None:
            mended.rehang()
        return mended


def _is_split(parse: Parse, k: int) -> bool:
    """Whether a hyphen and a finite verb are joined to the word, on which its sentence or clause hangs."""
    lower = parse.deps[k] in _LOWER and parse.tags[k][:1] == "V"
    if k < 1 or k + 2 >= len(parse.words) or not (lower or parse.deps[k] == "ROOT"):
        return False
    joined = parse.ends[k] == parse.starts[k + 1] and parse.ends[k + 1] == parse.starts[k + 2]
    if _is_passive(parse, k):
        return joined and parse.words[k + 1] in _HYPHENS
    verb = parse.tags[k + 2] in _VERBAL or (lower and parse.tags[k + 2] == "VBN")
    before = parse.tags[k - 1] in _NOMINAL or (lower and parse.deps[k] == "conj")
    return joined and parse.words[k + 1] in _HYPHENS and verb and before


def _is_passive(parse: Parse, k: int) -> bool:
    """ "was [co]-founded", where the sentence hangs on the prefix."""
    told = parse.deps[k] == "ROOT" and parse.words[k - 1].lower() in _BEING
    return told and parse.tags[k][:1] == "V" and parse.tags[k + 2] == "VBN"


def _make_passive(parse: Parse, k: int) -> None:
    """The participle takes the place of its prefix, and the subject of its auxiliary."""
    verb, auxiliary = k + 2, k - 1
    for token, head in enumerate(parse.heads):
        if head in {k, k + 1, auxiliary} and token not in {k, k + 1, verb}:
            parse.heads[token] = verb
            subject = parse.deps[token] in SUBJECTS
            parse.deps[token] = "nsubjpass" if subject else parse.deps[token]
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    for token, dep in ((k, "prefix"), (k + 1, "punct"), (auxiliary, "auxpass")):
        parse.heads[token], parse.deps[token] = verb, dep


def _make_clause(parse: Parse, k: int) -> None:
    """What hangs on the prefix or the hyphen hangs on the verb, and that where the prefix hung."""
    verb, described = k + 2, parse.heads[k + 2]
    if parse.deps[verb] == "amod" and described > verb:  # "and co-founded [Norvik Group]"
        parse.heads[described], parse.deps[described] = verb, "dobj"
    for token, head in enumerate(parse.heads):
        if head in {k, k + 1} and token not in {k, k + 1, verb}:
            parse.heads[token] = verb
    parse.heads[verb], parse.deps[verb] = parse.heads[k], parse.deps[k]
    if parse.tags[verb] == "VBN" and parse.words[verb + 1 : verb + 2] != ["by"]:
        parse.tags[verb] = "VBD"
    for token, dep in ((k, "prefix"), (k + 1, "punct")):
        parse.heads[token], parse.deps[token] = verb, dep


def _make_verb(parse: Parse, k: int) -> None:
    verb = k + 2
    for token, head in enumerate(parse.heads):
        if head in {k, k + 1} and token not in {k, k + 1, verb}:
            parse.heads[token] = verb
    subject = k - 1
    for token in range(k):
        if parse.heads[token] == verb and parse.deps[token] in _LEFT:
            near = token == subject
            parse.heads[token] = verb if near else subject
            parse.deps[token] = "nsubj" if near else parse.deps[token]
    parse.heads[verb], parse.deps[verb] = verb, "ROOT"
    for token, dep in ((k, "prefix"), (k + 1, "punct")):
        parse.heads[token], parse.deps[token] = verb, dep
