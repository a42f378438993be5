"""Whether a relative clause tells of one thing or of several: "a chain of restaurants that has eight branches"."""

from collections.abc import Sequence

from kg.model.parse import SUBJECTS
from kg.recognition.tokens import Tokens

_PRONOUNS = frozenset(["that", "which"])


def give_clauses_back(
    words: Sequence[str], tags: Sequence[str], heads: list[int], deps: Sequence[str]
) -> None:
    """Hangs a clause with a singular verb on the noun that has the plural before it, where the parser has not."""
    for token, dep in enumerate(deps):
        if dep in SUBJECTS and tags[token] == "WDT" and words[token] in _PRONOUNS:
            verb = heads[token]
            plural = heads[verb]
            if deps[verb] != "relcl" or not _is_singular(words, tags, token, verb):
                continue
            noun = _find_whole(words, tags, heads, plural)
            heads[verb] = plural if noun is None else noun


def find_singular(tokens: Tokens, head: int, token: int) -> int | None:
    """The noun that a clause tells of, `head` or what has it; None where that cannot be found."""
    parse = tokens.parse
    verb = parse.heads[token]
    if tokens.tags[head] != "NNS" or parse.deps[token] not in SUBJECTS:
        return head
    if tokens.lower[token] not in _PRONOUNS:
        return head
    if not _is_singular(tokens.words, tokens.tags, token, verb):
        return head
    return _find_whole(tokens.words, tokens.tags, parse.heads, head)


def _find_whole(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int], plural: int
) -> int | None:
    """ "[A chain] of restaurants"."""
    link = heads[plural]
    noun = heads[link]
    of = words[link] == "of" and link < plural and tags[noun] == "NN" and noun < link
    return noun if of and tags[plural] == "NNS" else None


def _is_singular(words: Sequence[str], tags: Sequence[str], token: int, verb: int) -> bool:
    """ "has", "was sold", "is based": the first finite verb behind the pronoun."""
    k = token + 1
    while k < verb and tags[k] in {"RB", "RBR"}:
        k += 1
    return k <= verb and (tags[k] == "VBZ" or words[k] == "was")
