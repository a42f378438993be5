"""Nouns that the tagger takes for verbs: "Peru [exports] up 5 pct", "[arrivals] down", "[Work] on it has begun"."""

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_TURNS = frozenset(["up", "down", "flat", "higher", "lower", "at"])
_VERBAL = frozenset(["VBZ", "VBP", "VBD"])
_LEFT = frozenset(["nsubj", "nmod", "amod", "npadvmod", "dep"])
_VALUES = frozenset(["CD", "$"])
_JOINTS = frozenset([",", "and"])
_PERCENTS = frozenset(["percent", "per", "pct", "%", "pc"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their", "'s"])
_GOING_ON = frozenset([",", "that", "which", "at", "in", "near", "outside", "and"])
_SAID_OF = frozenset(["csubj", "nsubj", "nsubjpass", "csubjpass"])
_REACH = 15  # tokens from such a noun to its verb
_NEAR = 2  # tokens behind a turn in which its value stands


class NounMender:
    """Finds them in headlines: sentences that have no other verb."""

    def __init__(self) -> None:
        self.nouns = load_lexicon("names").get("nouns_like_verbs")
        triggers = load_lexicon("triggers")
        self.made = (
            triggers.get("wares") | triggers.get("goods") | load_lexicon("works").get("doings")
        )

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such words as nouns, or None where it has none of them."""
        parse = tokens.parse
        found = [
            k
            for k, word in enumerate(tokens.words)
            if self._is_misread(parse, k, word) or self._is_works(tokens, k) or _opens(parse, k)
        ]
        if not found:
            return None
        mended = copy_parse(parse)
        for k in found:
            _make_noun(mended, k)
        mended.rehang()
        return mended

    def _is_works(self, tokens: Tokens, k: int) -> bool:
        """ "A bromine [works], a jetty", "the desalination [works] that feeds the town": no firm that works."""
        if tokens.lower[k] != "works" or tokens.tags[k] != "VBZ" or k < _NEAR:
            return False
        made = tokens.lower[k - 1] in self.made and tokens.tags[k - 1] in {"NN", "VBG"}
        opened = tokens.lower[k - 2] in _ARTICLES or tokens.tags[k - 2] in {"NN", "JJ"}
        following = tokens.tags[k + 1 : k + 2]
        going_on = tokens.lower_at(k + 1) in _GOING_ON or following in (["VBD"], ["VBZ"], ["MD"])
        return made and opened and going_on

    def _is_misread(self, parse: Parse, k: int, word: str) -> bool:
        verb = parse.tags[k] in _VERBAL and word.lower() in self.nouns
        if not verb and not _has_subject(parse, k):
            return False
        first, end = parse.sentences[parse.sentence_of[k]]
        listed = verb and parse.words[k - 1] in _JOINTS and parse.tags[k + 1 : k + 2] == ["CD"]
        if listed and parse.words[k + 2 : k + 3] and parse.words[k + 2] in _PERCENTS:
            return True  # "farming grew 3 percent, [services] 8 percent"
        if k == first or k + 2 >= end or parse.words[k + 1].lower() not in _TURNS:
            return False
        told = any(parse.tags[t] in _VALUES for t in range(k + 2, min(k + 2 + _NEAR, end)))
        return told and not any(parse.tags[t] in FINITE for t in range(first, k))


def _opens(parse: Parse, k: int) -> bool:
    """ "[Work] on a dam has begun": no bare verb is what something is said of."""
    if parse.tags[k] != "VB" or parse.deps[k] not in _SAID_OF or not parse.words[k][0].isupper():
        return False
    finite = any(
        parse.tags[t] in {"VBZ", "VBD"} and parse.heads[t] in {parse.heads[k], t}
        for t in range(k + 1, min(k + _REACH, len(parse.words)))
    )
    return finite and parse.heads[k] > k and parse.words[k + 1].lower() in {"on", "at", "for"}


def _has_subject(parse: Parse, k: int) -> bool:
    """ "copper [output] down": a noun whose own first part is taken for its subject."""
    before = parse.tags[k] in {"NN", "NNS"} and parse.heads[k - 1] == k
    return before and parse.deps[k - 1] == "nsubj" and parse.tags[k - 1][:2] == "NN"


def _make_noun(parse: Parse, k: int) -> None:
    """What stood before it as its subject describes it."""
    if parse.tags[k] == "VB":
        parse.tags[k], parse.deps[k] = "NN", "nsubj"
    if parse.tags[k] in _VERBAL:
        parse.tags[k], parse.lemmas[k] = "NNS", parse.words[k].lower().removesuffix("s")
    for t in range(k):
        if parse.heads[t] == k and parse.deps[t] in _LEFT:
            parse.deps[t] = "compound"
            for inner in range(t):
                if parse.heads[inner] == t and parse.deps[inner] == "compound":
                    parse.heads[inner] = k
