"""Things named between commas behind what they are: "the drug, X, was approved", "Y's malaria vaccine, X."."""

from kg.recognition.tokens import Tokens

_WITHIN = frozenset(["NN", "NNP", "JJ", "JJS", "HYPH", "VBN", "VBG", "CD"])
_OPENING = frozenset(["DT", "PRP$", "POS"])
_OTHERS = frozenset(
    ["of", "behind", "for", "by", "with", "on", "to"]
)  # "the maker of the drug, X,"
_CLOSING = frozenset([",", ".", ")", ";", "-", "–", "—"])
_LONGEST = 5  # tokens from the article to the noun


def find_kind_set_off(tokens: Tokens, start: int, end: int) -> int | None:
    """The noun before the comma before a name that ends at another mark, if it is told as one thing's kind."""
    noun = start - 2
    if noun < 1 or tokens.words[start - 1] != "," or tokens.tags[noun] != "NN":
        return None
    sentence = tokens.parse.sentences[tokens.parse.sentence_of[start]]
    if noun < sentence[0] or (end < sentence[1] and tokens.words[end] not in _CLOSING):
        return None
    k = noun
    while k > sentence[0] and noun - k < _LONGEST and tokens.tags[k] in _WITHIN:
        k -= 1
    if tokens.tags[k] not in _OPENING:
        return None
    before = tokens.lower_at(k - 1)
    return None if tokens.tags[k] != "POS" and before in _OTHERS else noun
