"""What clauses that describe a noun tell of: "A and B, which own Y": both, as in "the firms that own Y are A and B"."""

from kg.extraction.clause import find_described, spread
from kg.model.parse import SUBJECTS, Parse

_MANY = frozenset(["have", "are", "were", "do"])
_ROWS = frozenset(["conj", "appos"])
_NAMING = {"be": frozenset(["attr"]), "include": frozenset(["dobj"])}


def find_all_described(parse: Parse, noun: int, verb: int) -> list[int]:
    """The noun that a clause describes, or all of whom it is told: its whole row, or those who are named for it."""
    if parse.tags[noun] == "NNS":
        return [*find_described(parse, noun), *_find_named(parse, noun)]
    if parse.tags[noun][:3] != "NNP" or parse.deps[verb] != "relcl" or not _tells_many(parse, verb):
        return find_described(parse, noun)
    first = noun
    while parse.deps[first] in _ROWS and parse.tags[parse.heads[first]][:3] == "NNP":
        first = parse.heads[first]
    row = spread(parse.children, parse.deps, first)
    return row if len(row) > 1 and noun in row else find_described(parse, noun)


def _tells_many(parse: Parse, verb: int) -> bool:
    """Whether a verb is told of several: "which own", "which have opened"."""
    helped = [c for c in parse.children[verb] if parse.deps[c][:3] == "aux"]
    if helped:
        return parse.words[helped[0]] in _MANY
    return parse.tags[verb] == "VBP" or parse.words[verb] == "were"


def _find_named(parse: Parse, noun: int) -> list[int]:
    """ "The firms … are [A] and [B]", "include [A] and [B]", "among the firms … are [A] and [B]"."""
    above = parse.heads[noun]
    wanted: frozenset[str] = frozenset()
    if parse.deps[noun] in SUBJECTS:
        wanted = _NAMING.get(parse.lemmas[above], wanted)
    elif parse.lemmas[above].lower() == "among" and parse.lemmas[parse.heads[above]] == "be":
        above, wanted = parse.heads[above], frozenset(["nsubj", "attr"])
    if any(parse.deps[c] == "neg" for c in parse.children[above]):
        return []
    heads = [c for c in parse.children[above] if parse.deps[c] in wanted]
    names = [c for head in heads for c in spread(parse.children, parse.deps, head)]
    return [c for c in names if parse.tags[c][:3] == "NNP"]
