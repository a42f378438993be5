"""Who does something together, and so is not "it": "Norvik and Tarka formed a venture, and it built a mill"."""

from kg.model.parse import SUBJECTS, Parse
from kg.recognition.referents import Referent

_BEGINNING = frozenset(["set", "form", "establish", "create", "found", "launch", "incorporate"])
_INSIDE = frozenset(["conj", "poss", "compound", "nmod", "amod", "appos", "prep", "pobj"])


def leave_joint(found: list[Referent], token: int, parse: Parse) -> list[Referent]:
    """Those that did nothing together with another one in the sentence or the one before.

    Where others did so in this very sentence, it alone tells who is meant.
    """
    joint = [r for r in found if _is_joint(r, token, parse)]
    alone = [r for r in found if r not in joint]
    here = parse.sentence_of[token]
    if any(r.last_sentence == here for r in joint):
        return [r for r in alone if r.last_sentence == here]
    acting = [r for r in alone if r.object or r.subject or r.last_sentence < here - 1]
    return (alone if acting else []) or found


def leave_founders(found: list[Referent], token: int, parse: Parse) -> list[Referent]:
    """ "Norvik and Tarka set up Zarvo. The company": the one that several begin, and none of them."""
    here = parse.sentence_of[token]
    begun = [r for r in found if r.last_sentence == here - 1 and _is_begun(r, parse)]
    joint = [r for r in found if r.last_sentence == here - 1 and _is_joint(r, token, parse)]
    return begun if len(begun) == 1 and joint else found


def _is_begun(referent: Referent, parse: Parse) -> bool:
    """Whether it was last told as what somebody begins, or beside that."""
    k = referent.last_token
    k = parse.heads[k] if parse.deps[k] == "appos" else k
    verb = parse.heads[k]
    return parse.deps[k] == "dobj" and parse.lemmas[verb] in _BEGINNING


def _is_joint(referent: Referent, token: int, parse: Parse) -> bool:
    last = referent.last_token
    if parse.sentence_of[token] - referent.last_sentence > 1 or last >= token:
        return False
    first = last
    while parse.deps[first] in _INSIDE and parse.heads[first] != first:
        first = parse.heads[first]
    if parse.deps[first] not in SUBJECTS or not parse.tags[first].startswith("NN"):
        return False
    names = [c for c in parse.children[first] if parse.deps[c] == "conj" and c < token]
    joined = any(parse.words[c] == "and" for c in parse.children[first] if parse.deps[c] == "cc")
    verb = parse.heads[first]
    own = any(parse.tags[c] == "PRP$" for name in names for c in parse.children[name])
    apart = parse.heads[token] != verb and verb < token
    return joined and bool(names) and apart and not own  # "Norvik and its units"
