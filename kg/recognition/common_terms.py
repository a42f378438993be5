"""Terms that texts write with capitals and that name nothing: "a Letter of Intent (LoI)", "a Rights Issue"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_SPLIT = re.compile(r"[-‑]|['’]|[^\s'’‑-]+")
_COMMON = {"NNP": "NN", "NNPS": "NNS"}
_LONGEST = 7  # letters of an acronym
_BRACKET = 3  # tokens of "(FDI)" that a name has behind its term


def _index_terms() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The terms as tokens, the longest first, by each word that they hold."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for term in load_lexicon("terms").get("terms"):
        words = tuple(_SPLIT.findall(term))
        for word in {*words}:
            found[word].append(words)
    return {word: sorted(terms, key=lambda t: (-len(t), t)) for word, terms in found.items()}


_TERMS = _index_terms()


def is_common_term(tokens: Tokens, name: Name) -> bool:
    """Whether a name is (a part of) such a term, or the letters that stand for one in brackets behind it."""
    if name.known_as is not None:
        return False
    end = name.end
    if end - name.start > 2 and "(" in tokens.words[name.start : end]:
        end = tokens.words.index("(", name.start)  # "Information Technology (IT"
        end = end if name.end - end <= _BRACKET else name.end
    if end - name.start == 1 and _stands_for_term(tokens, tokens.words[name.start]):
        return True
    return _is_within(tokens, name.start, end)


def _is_within(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens start to end are all in one term of the text that goes on in no further capitals."""
    for term in _TERMS.get(tokens.lower[start], ()):
        for offset, word in enumerate(term):
            first = start - offset
            last = first + len(term)
            if word != tokens.lower[start] or first < 0 or last < end:
                continue
            if tuple(tokens.lower[first:last]) == term and _stands_alone(tokens, first, last):
                return True
    return False


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """ "Letter of Intent", but not "Norvik | Electric Vehicles", "Electric Vehicles | Ltd"."""
    behind = tokens.capital[last : last + 1] == [True] and tokens.words[last : last + 1] != ["("]
    opens = tokens.parse.sentences[tokens.parse.sentence_of[first]][0]
    before = first > opens and tokens.capital[first - 1] and tokens.words[first - 1].isalpha()
    return not behind and not before


def _stands_for_term(tokens: Tokens, word: str) -> bool:
    """Whether the letters stand in brackets behind a term somewhere in the text: "… (FDI)"."""
    if (
        not 1 < len(word) <= _LONGEST
        or not word[:1].isupper()
        or not any(c.isupper() for c in word[1:])
    ):
        return False
    return any(
        tokens.words[k] == word and tokens.words[k - 1] == "(" and _ends_term(tokens, k - 1, word)
        for k in range(2, len(tokens.words))
    )


def _ends_term(tokens: Tokens, end: int, letters: str) -> bool:
    """Whether a term of these letters ends right before a token, and no name does: "Zenda Free Trade Zone (ZFTZ)"."""
    return any(
        tuple(tokens.lower[max(end - len(term), 0) : end]) == term
        and _stands_alone(tokens, end - len(term), end)
        and _is_spelt_by(letters, term)
        for term in _TERMS.get(tokens.lower[end - 1], ())
    )


def _is_spelt_by(letters: str, term: Sequence[str]) -> bool:
    """ "FDI" by "foreign direct investment": its capitals come in order, the first where a word begins."""
    capitals = [c.lower() for c in letters if c.isupper()]
    spelt = iter("".join(term))
    begins = capitals[0] in {word[0] for word in term}
    return begins and all(letter in spelt for letter in capitals)


def lower_terms(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such terms as common nouns, or None where all that the text has are in names."""
    named = {k for name in names for k in range(name.start, name.end)}
    mended: Parse | None = None
    for k, tag in enumerate(tokens.parse.tags):
        if tag not in _COMMON or k in named or not _is_within(tokens, k, k + 1):
            continue
        mended = mended or copy_parse(tokens.parse)
        mended.tags[k], word = _COMMON[tag], tokens.lower[k]
        many = tag == "NNPS" and mended.lemmas[k] == word
        mended.lemmas[k] = word.removesuffix("s") if many else mended.lemmas[k]
    return mended
