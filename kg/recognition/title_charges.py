"""What somebody is in charge of, in capitals behind the title: "X, CEO [Rolling Stock] at Norvik"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_HEADS = frozenset(["ceo", "cfo", "coo", "cto", "cco", "executive", "officer", "president", "head"])
_LINKS = frozenset(["at", "of", "for"])
_AND = frozenset(["and", "&"])
_CHARGED = frozenset(["director", "head", "manager", "lead"])
_OWNERS = frozenset(["'s", "’s", "'", "’"])
_ENDS = frozenset([",", ".", ")", ";", "said", ""])
_NO_FIELDS = frozenset(
    head for head, kind in load_lexicon("names").get_mapping("heads").items() if kind != "Company"
) | load_lexicon("names").get("company_suffixes")
_LONGEST, _BACK = 5, 4  # words of a field, and of a title to the comma before it
_GIVEN = load_lexicon("given_names").get("given")


def pass_charge(tokens: Tokens, head: int, end: int, areas: frozenset[int]) -> int | None:
    """The end of such a field behind a title that ends at `end`; None where another name or no body follows."""
    if tokens.lower[head] not in _HEADS or not any(tokens.capital[end : end + 1]):
        return None
    if not _stands_behind_name(tokens, head):
        return None
    k = end
    while k < end + _LONGEST and (_is_word(tokens, k, areas) or _joins(tokens, k, end)):
        k += 1
    named = tokens.capital[k + 1 : k + 2] == [True] or tokens.lower_at(k + 1) == "the"
    return k if k > end and tokens.lower_at(k) in _LINKS and named else None


def pass_charge_of(tokens: Tokens, head: int, end: int, areas: frozenset[int]) -> int | None:
    """ "X, Director [of Enforcement and Market Oversight], NFA", "Norvik's Director [for Cloud and Data],"."""
    if tokens.lower_at(end) not in {"of", "for"} or not _has_charge(tokens, head):
        return None
    k = end + 1
    while k <= end + _LONGEST and (_is_field(tokens, k, areas) or _joins(tokens, k, end + 1)):
        k += 1
    joined = not _AND.isdisjoint(tokens.lower[end + 1 : k])
    if k == end + 1 or tokens.lower_at(k) not in _ENDS:
        return None
    if _is_owned(tokens, head):
        return k if joined or tokens.lower_at(head - 1) == "vice" else None
    body = k + 1
    while tokens.capital[body : body + 1] == [True] and body not in areas:
        body += 1
    follows = tokens.lower_at(k) == "," and body > k + 1 and tokens.lower_at(body) in _ENDS
    return k if follows and joined and _stands_behind_name(tokens, head) else None


def _has_charge(tokens: Tokens, head: int) -> bool:
    """A title below the head of a body: no "managing director of Norvik"."""
    vice = tokens.lower[head] == "president" and tokens.lower_at(head - 1) == "vice"
    return vice or (tokens.lower[head] in _CHARGED and tokens.lower_at(head - 1) != "managing")


def _is_owned(tokens: Tokens, head: int) -> bool:
    """ "Norvik's current Senior Vice President": whose title it is stands before it."""
    return any(tokens.lower[k] in _OWNERS for k in range(max(head - _BACK, 0), head))


def _is_field(tokens: Tokens, k: int, areas: frozenset[int]) -> bool:
    """A word of the language, but not the last of a body's name: "Head of Trust", no "Norvik Trust"."""
    return (
        tokens.capital[k : k + 1] == [True]
        and k not in areas
        and tokens.is_common(k)
        and tokens.lower[k] not in _GIVEN
        and not (tokens.lower[k] in _NO_FIELDS and tokens.capital[k - 1])
    )


def _is_word(tokens: Tokens, k: int, areas: frozenset[int]) -> bool:
    if tokens.capital[k : k + 1] != [True]:
        return False
    return k in areas or (tokens.is_common(k) and tokens.lower[k] not in _GIVEN)


def _joins(tokens: Tokens, k: int, end: int) -> bool:
    """ "CEO Rail [and] Bus at"."""
    return k > end and tokens.lower_at(k) in _AND and tokens.capital[k + 1 : k + 2] == [True]


def _stands_behind_name(tokens: Tokens, head: int) -> bool:
    """Whether the title is told behind a name and a comma: its holder does not follow."""
    for k in range(head - 1, max(head - 1 - _BACK, 0), -1):
        if tokens.lower[k] == ",":
            return tokens.capital[k - 1]
        if not tokens.capital[k] and tokens.lower[k] != "-":
            return False
    return False
