"""Changes that somebody sees: "saw turnover [edge] up", "has seen sales [increase] to 5 million", verbs like nouns."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_SEEING = frozenset(["saw", "seen", "see", "sees", "seeing", "watched"])
_PHRASE = frozenset(["PRP$", "JJ", "NN", "NNS", "HYPH", "VBG", "POS"])
_BEHIND = frozenset(["up", "down", "by", "to", "from", "further", "sharply", "slightly"])
_NUMBER = frozenset(["CD", "$"])
_LONGEST = 6  # tokens of what is seen to change
_MEASURES = load_lexicon("measures")
_VERBS = (
    _MEASURES.get("rise_verbs") | _MEASURES.get("fall_verbs") | {"double", "triple", "quadruple"}
)


def mend_seen_changes(tokens: Tokens) -> Parse | None:
    """The parse with such words as verbs that the seeing leads, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for seeing, word in enumerate(tokens.lower):
        if word not in _SEEING or tokens.tags[seeing][:2] != "VB":
            continue
        verb = _find_verb(tokens, seeing)
        if verb is None:
            continue
        mended = mended or copy_parse(parse)
        _make_verb(mended, seeing, verb)
    if mended is not None:
        mended.rehang()
    return mended


def _find_verb(tokens: Tokens, seeing: int) -> int | None:
    """Where such a word stands behind the noun that it tells of, if it is not read as a verb."""
    parse, lower = tokens.parse, tokens.lower
    start = seeing + 1 + (lower[seeing + 1 : seeing + 2] == ["the"])
    for k in range(start + 1, min(start + _LONGEST, len(lower) - 1)):
        told = parse.tags[k - 1] in {"NN", "NNS"}
        if (
            told
            and lower[k] in _VERBS
            and (lower[k + 1] in _BEHIND or parse.tags[k + 1] in _NUMBER)
        ):
            return None if parse.tags[k] == "VB" and parse.deps[k] == "ccomp" else k
        if parse.tags[k - 1] not in _PHRASE:
            return None
    return None


def _make_verb(parse: Parse, seeing: int, verb: int) -> None:
    """Hangs the noun before it on the verb as its subject, and on it what hung on either side."""
    noun, end = verb - 1, parse.sentences[parse.sentence_of[verb]][1]
    for k in range(seeing + 1, noun):
        if parse.heads[k] in {seeing, verb, noun}:
            parse.heads[k] = noun
            parse.deps[k] = "compound" if parse.deps[k] in {"dobj", "nsubj"} else parse.deps[k]
    for k in range(verb + 1, end):
        if parse.words[k] in {",", ";", "."}:
            break
        if parse.heads[k] in {seeing, noun, verb}:
            parse.heads[k] = verb
    parse.tags[verb], parse.lemmas[verb] = "VB", parse.words[verb].lower()
    parse.deps[verb], parse.heads[verb] = "ccomp", seeing
    parse.deps[noun], parse.heads[noun] = "nsubj", verb
