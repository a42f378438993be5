"""How nominals take things up: by which word, and with how little beside it."""

from collections.abc import Container, Sequence
from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

NAME_OPENERS = frozenset(["The", "“", '"', "``", "‘", "«", "`"])  # between a kind and its name
_MEASURING = frozenset(["CD", "HYPH", "$", "JJS", "RBS"])
_WHOLE = frozenset(["central bank"])  # no bank is meant by it but one called so
_STOPS = frozenset([".", "!", "?", ":", "”", '"'])


def read_word(tokens: Tokens, nominal: Nominal, anaphoric: Container[str]) -> str:
    """The head's lemma; the whole of "start-up" and "island nation"."""
    head, words = nominal.head, tokens.lower
    pair = " ".join(words[head - 1 : head + 1])
    if pair in anaphoric or (pair in _WHOLE and head > nominal.start):
        return pair
    joined = "".join(words[head - 2 : head + 1])
    whole = words[head - 1 : head] == ["-"] and joined in anaphoric
    return joined if whole else tokens.parse.lemmas[head]


def is_alone(nominal: Nominal, word: str) -> bool:
    """Whether nothing stands in it but its word, which may be of several tokens ("start-up")."""
    return nominal.end - nominal.start == 1 + word.count(" ") + 2 * word.count("-")


def is_rated(tokens: Tokens, nominal: Nominal, rating: Container[str]) -> bool:
    """Whether only words that rate or measure it stand before its word: "the large-scale project"."""
    return all(
        tokens.lower[k] in rating or tokens.tags[k] in _MEASURING
        for k in range(nominal.start, nominal.head)
    )


def is_plain(tokens: Tokens, nominal: Nominal, word: str, rating: Container[str]) -> bool:
    """Whether nothing, or nothing but what rates or measures it, stands in it beside its word."""
    return is_alone(nominal, word) or is_rated(tokens, nominal, rating)


@cache
def _read_verbs() -> frozenset[str]:
    return load_lexicon("names").get("speech_verbs") | {"announce", "report"}


_TITLED = 5  # tokens of "'s chief executive" between a firm and "said"


def is_saying(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether a definite nominal behind a comma, or its head, says what stands before it: ", the firm said"."""
    end = nominal.end
    while end < nominal.end + _TITLED and tokens.lower_at(nominal.end) in {"'s", "’s"}:
        end += 1
        if tokens.lemma_at(end) in _read_verbs():
            break
    if not nominal.definite or tokens.lemma_at(end) not in _read_verbs():
        return False
    sentence = tokens.parse.sentences[tokens.parse.sentence_of[nominal.head]][0]
    before = tokens.words[max(nominal.start - 6, sentence) : nominal.start]
    return "," in before or "”" in before or '"' in before


def may_describe(tokens: Tokens, nominal: Nominal, word: str, *, alone: bool) -> bool:
    """One describing word is allowed ("the Chinese company"), more make it another thing.

    A noun ("the coffee giant") tells which of several it is, and nothing says which, unless one is
    `alone`. A country or city is described at any length: "the Indian Ocean island nation".
    """
    if nominal.type in {"Country", "City"}:
        return True
    if nominal.end - nominal.start > 2 + 2 * ("-" in word):
        return False
    return tokens.tags[nominal.start] not in {"NN", "NNS"} or alone


def is_told_apart(tokens: Tokens, nominal: Nominal) -> bool:
    """ "The company that built the dam": which one it is stands behind it, not before."""
    end = nominal.head + 1
    tags = tokens.tags[end + 1 : end + 2]
    return tokens.lower_at(end) == "that" and tags in (["VBD"], ["VBZ"], ["MD"])


def is_bare(tokens: Tokens, nominal: Nominal, paragraph_of: Sequence[int]) -> bool:
    """Whether names alone describe it: "the firm", "the Ruritanian firm", in a headline "Ruritanian firm"."""
    names = all(tokens.capital[k] for k in range(nominal.start, nominal.head))
    if not names or nominal.plural:
        return False
    return nominal.definite or _stands_in_headline(tokens, nominal.head, paragraph_of)


def _stands_in_headline(tokens: Tokens, k: int, paragraph_of: Sequence[int]) -> bool:
    """Whether token k is in the first line, where that is no sentence."""
    sentence = tokens.parse.sentence_of[k]
    last = tokens.words[tokens.parse.sentences[0][1] - 1]
    return tokens.headline[sentence] or (paragraph_of[sentence] == 0 and last not in _STOPS)
