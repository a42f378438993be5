"""Words that a text defines for a name: "Norvik Energy, Inc. (the "Company")", and "the Company" after it."""

from collections.abc import Iterator, Mapping

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.recognition.appositions import Link, Upcoming
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_QUOTES = frozenset(["“", '"', "``", "”", "''", "‘", "'"])
_REACH = 14  # tokens of the brackets behind a name
_KINDS = load_lexicon("nominals").get_mapping("nominals")


def find_defined(
    tokens: Tokens, upcoming: Upcoming, last_tokens: Mapping[int, int]
) -> dict[str, tuple[Mention, int]]:
    """Each word so defined, in small letters → the name before the brackets, and its chain."""
    found: dict[str, tuple[Mention, int]] = {}
    if "(" not in tokens.words:
        return found
    for mention, chain, start in upcoming:
        end = last_tokens.get(start, start) + 1
        if mention.kind is MentionKind.NAME and tokens.lower_at(end) == "(":
            for word in _list_defined(tokens, end):
                found.setdefault(word, (mention, chain))
    return found


def _list_defined(tokens: Tokens, opening: int) -> Iterator[str]:
    """The nouns in capitals and quotation marks, or behind "the", in the brackets that open there."""
    depth = 0
    for k in range(opening, min(opening + _REACH, len(tokens.words))):
        word = tokens.words[k]
        depth += (word == "(") - (word == ")")
        if depth == 0 and tokens.lower_at(k + 1) != "(":
            return
        before = tokens.words[k - 1]
        quoted = before in _QUOTES and tokens.lower_at(k + 1) in _QUOTES
        told = quoted or (tokens.lower[k - 1] == "the" and tokens.lower_at(k + 1) == ")")
        if told and tokens.capital[k] and tokens.lower[k] in _KINDS:
            yield tokens.lower[k]


def find_by_term(
    nominal: Nominal, tokens: Tokens, defined: Mapping[str, tuple[Mention, int]]
) -> Link | None:
    """What "the Company" was defined to be, in capitals and without anything beside it."""
    word = tokens.lower[nominal.head]
    told = defined.get(word)
    alone = nominal.end - nominal.start == 1 and nominal.definite
    if told is None or not alone or not tokens.capital[nominal.head]:
        return None
    mention, chain = told
    return Link(mention, mention.type, "defined in brackets", 0.95, chain)
