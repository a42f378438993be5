"""Verbs of signing that the tagger takes for nouns: "Norvik Ports, Zenda Rail [sign] deal for terminal"."""

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

SIGNING = frozenset(["sign", "ink", "seal", "clinch", "strike", "forge", "conclude"])
DEALS = load_lexicon("triggers").get("deal_nouns")
_NEAR = 4  # tokens behind the verb in which the deal stands: "sign [10-year supply deal]"


def mend_signers(tokens: Tokens) -> Parse | None:
    """The parse with such words as verbs, those before them as their subjects; None where it has none."""
    parse, mended = tokens.parse, None
    for k, word in enumerate(tokens.lower):
        deal = _find_deal(tokens, k) if word in SIGNING else 0
        if deal:
            mended = mended or copy_parse(parse)
            make_signing_verb(mended, k, deal)
            mended.rehang()
    return mended


def _find_deal(tokens: Tokens, k: int) -> int:
    """The deal right behind a bare word of signing that has a name before it; 0 where no headline stands so."""
    parse = tokens.parse
    first, end = parse.sentences[parse.sentence_of[k]]
    misread = parse.tags[k] in {"NN", "NNP"} and tokens.words[k].islower()
    if not misread or k == first or not tokens.capital[k - 1]:
        return 0
    if any(parse.tags[i] in FINITE for i in range(first, end)):
        return 0
    near = range(k + 1, min(k + _NEAR, end))
    return next((i for i in near if tokens.lower[i] in DEALS), 0)


def make_signing_verb(parse: Parse, k: int, deal: int) -> None:
    """The word becomes the root, the deal its object, the names before it its subjects in a row."""
    first, end = parse.sentences[parse.sentence_of[k]]
    roots = [i for i in range(first, end) if parse.heads[i] == i]
    parse.tags[k], parse.lemmas[k] = "VBP", parse.words[k]
    before = [i for i in range(first, k) if parse.heads[i] >= k or parse.heads[i] == i]
    subject = before[0] if before else k - 1
    for i in before:
        parse.deps[i], parse.heads[i] = ("nsubj", k) if i == subject else ("conj", subject)
    for i in range(first, k):
        if parse.heads[i] == subject and parse.deps[i] == "appos":
            parse.deps[i] = "conj"  # "Norvik Ports, Zenda Rail": two, and no second name
    parse.deps[k], parse.heads[k] = "ROOT", k
    parse.deps[deal], parse.heads[deal] = "dobj", k
    for root in roots:
        if root > k and root != deal:
            parse.deps[root], parse.heads[root] = "dep", k
    for i in range(k + 1, end):
        if i != deal and parse.heads[i] < k:  # "deal [to build] a port"
            aim = parse.deps[i] in {"relcl", "acl"}
            parse.deps[i], parse.heads[i] = ("acl", deal) if aim else (parse.deps[i], k)
