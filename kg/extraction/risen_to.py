"""What a change led to, told by an infinitive: "grew 14 percent to stand at 4 trillion yuan"."""

from kg.extraction.values_beside import ValueFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse

_WORDS = load_lexicon("measures")
_STANDING = frozenset(["stand", "be", "come", "close", "end", "settle", "finish"])
_MOVING = (_WORDS.get("rise_verbs") | _WORDS.get("fall_verbs")) - _STANDING
_ARRIVING = _WORDS.get("arriving_verbs")
_REACHED = frozenset(["dobj", "attr"])
_HANGING = frozenset(["advcl", "xcomp"])


def risen_to(values: ValueFinder, verb: int) -> list[Mention]:
    """The values that an infinitive or participle under the verb of a change tells."""
    parse = values.parse
    found = []
    for inner in parse.children[verb]:
        if parse.tags[inner] not in {"VB", "VBG"}:
            continue
        if parse.lemmas[inner] in _ARRIVING:
            found += [
                v for c in parse.children[inner] if parse.deps[c] == "dobj" for v in values.at(c)
            ]
        elif is_risen_to(parse, inner):
            found += _list_stood_at(values, inner)
    return found


def is_risen_to(parse: Parse, verb: int) -> bool:
    """Whether an infinitive of standing tells what the change above it led to, and no aim."""
    return (
        parse.tags[verb] == "VB"
        and parse.lemmas[verb] in _STANDING
        and parse.words[verb - 1].lower() == "to"
        and parse.deps[verb] in _HANGING
        and parse.lemmas[parse.heads[verb]] in _MOVING
    )


def _list_stood_at(values: ValueFinder, verb: int) -> list[Mention]:
    parse = values.parse
    told = [c for c in parse.children[verb] if parse.deps[c] in _REACHED]
    links = (c for c in parse.children[verb] if parse.words[c].lower() in {"at", "in"})
    told += [c for link in links for c in parse.children[link] if parse.deps[c] == "pobj"]
    return [v for c in told for v in values.at(c) if v.origin != "percent"]
