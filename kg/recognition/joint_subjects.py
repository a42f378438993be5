"""Who does something together, and so is not "it": "Norvik and Tarka formed a venture, and it built a mill"."""

from kg.model.parse import SUBJECTS, Parse
from kg.recognition.referents import Referent


def leave_joint(found: list[Referent], token: int, parse: Parse) -> list[Referent]:
    """Those that did nothing together with another one in the sentence or the one before; none only where all did here."""
    alone = [r for r in found if not _is_joint(r, token, parse)]
    if alone:
        return alone
    here = parse.sentence_of[token]
    return [r for r in found if r.last_sentence != here]


def _is_joint(referent: Referent, token: int, parse: Parse) -> bool:
    last = referent.last_token
    if parse.sentence_of[token] - referent.last_sentence > 1 or last >= token:
        return False
    first = parse.heads[last] if parse.deps[last] == "conj" else last
    if parse.deps[first] not in SUBJECTS or not parse.tags[first].startswith("NN"):
        return False
    names = [c for c in parse.children[first] if parse.deps[c] == "conj" and c < token]
    joined = any(parse.words[c] == "and" for c in parse.children[first] if parse.deps[c] == "cc")
    verb = parse.heads[first]
    return joined and bool(names) and parse.heads[token] != verb and verb < token
