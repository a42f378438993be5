"""An article's first words in capitals, as some papers print them: "STATE-RUN Norvik", "POWER DISTRIBUTOR Tarka"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TAILS = frozenset(load_lexicon("names").get_mapping("tails")) | {"run", "held"}
_KINDS = frozenset(
    noun.split()[-1]
    for noun, kind in load_lexicon("nominals").get_mapping("nominals").items()
    if kind == "Company"
)
_SMALL = 3  # letters of an acronym that may spell a word: "AIR"


def find_lead_capitals(tokens: Tokens) -> frozenset[int]:
    """Tokens in capitals that begin a paragraph and tell of what kind the firm behind them is."""
    found: set[int] = set()
    for first, last in tokens.parse.sentences:
        if first in tokens.first_of_sentence and _opens_paragraph(tokens, first):
            found.update(range(first, _find_end(tokens, first, last)))
    return frozenset(found)


def _opens_paragraph(tokens: Tokens, first: int) -> bool:
    return (
        first == 0 or "\n" in tokens.text[tokens.parse.ends[first - 1] : tokens.parse.starts[first]]
    )


def _find_end(tokens: Tokens, first: int, last: int) -> int:
    """The end of the capitals that describe; `first` where there are none, or none behind is written otherwise."""
    end = first
    while end < last and (tokens.words[end].isupper() or tokens.words[end] == "-"):
        end += 1
    if end == last or not tokens.words[end][:1].isalpha():
        return first
    if tokens.words[end].islower():  # "LISTED PROPERTY developer Norvik"
        plain = all(_is_plain(tokens, k) for k in range(first, end))
        return end if plain and tokens.lower[end] in _KINDS else first
    while end > first and not _describes(tokens, end - 1):
        end -= 1
    return end


def _is_plain(tokens: Tokens, k: int) -> bool:
    long = len(tokens.words[k]) > _SMALL and tokens.is_common_word(tokens.lower[k])
    return long or tokens.words[k] == "-"


def _describes(tokens: Tokens, k: int) -> bool:
    """ "POWER [DISTRIBUTOR]", "STATE-[RUN]"."""
    if tokens.lower[k] in _TAILS and tokens.lower_at(k - 1) == "-":
        return True
    return len(tokens.words[k]) > _SMALL and tokens.lower[k] in _KINDS
