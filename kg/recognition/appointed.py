"""Whom "he" or "she" means behind the news that somebody is given a post: who is given it, not who gives it."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_NAMING = load_lexicon("triggers").get("naming")
_REACH = 8  # tokens from the verb to the name: "appointed the former ports minister Dr X"


def keep_appointed(
    found: list[Referent], token: int, tokens: Tokens, saying: frozenset[str]
) -> list[Referent]:
    """ "President X has named Y. [She] takes over from Z": of those told, who was named in the sentence before."""
    parse = tokens.parse
    head = parse.heads[token]
    if len(found) < 2 or parse.deps[token] not in SUBJECTS or parse.lemmas[head] in saying:
        return found
    before = parse.sentence_of[token] - 1
    named = [r for r in found if r.last_sentence == before and _is_named(r, tokens)]
    return named if len(named) == 1 else found


def keep_women(found: list[Referent]) -> list[Referent]:
    """ "X met Jane Doe. [She]": who is a woman by her name, before others told in the same sentence."""
    last = max((r.last_sentence for r in found), default=-1)
    women = [r for r in found if r.female and r.last_sentence == last]
    return women or found


def _is_named(referent: Referent, tokens: Tokens) -> bool:
    """Whether a verb of naming stands right before a name, with no other subject between."""
    parse = tokens.parse
    start, _ = tokens.find_cover(referent.mention.span)
    if parse.sentence_of[start] != referent.last_sentence:
        return False
    first = parse.sentences[referent.last_sentence][0]
    return any(
        tokens.lower[k] in _NAMING and not any(parse.deps[i] in SUBJECTS for i in range(k, start))
        for k in range(max(start - _REACH, first), start)
    )
