"""Rows of things with their places: in "owns a mill in Zenda, a dairy in Hentz and a bakery in Tarn" all are owned."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_NOUNS = frozenset(["NN", "NNS"])
_NEW = frozenset(["a", "an", "another", "one"])
_SETTLED = frozenset(["City", "District", "Province", "Country", "Region"])
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_AT = frozenset(["in", "at", "near"])
_REACH = 14  # tokens behind a place to "and a bakery in Tarn"
_DONE = frozenset(["dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr"])


def mend_rows(tokens: Tokens) -> Parse | None:
    """The parse with such rows as conjuncts, or None where it takes none for what its place is."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, dep in enumerate(parse.deps):
        if dep != "appos" or parse.tags[k] not in _NOUNS:
            continue
        first = _find_first(parse, k)
        if first is not None and _goes_on(parse, k) and _is_thing(parse, k):
            mended = mended or copy_parse(parse)
            mended.deps[k], mended.heads[k] = "conj", first
    if mended is not None:
        mended.children = []
        mended.__post_init__()
    return mended


def _find_first(parse: Parse, token: int) -> int | None:
    """The thing whose place the parser takes the noun for: "a [mill] in Zenda, a dairy"."""
    place = parse.heads[token]
    preposition = parse.heads[place]
    first = parse.heads[preposition]
    placed = parse.deps[place] == "pobj" and parse.deps[preposition] == "prep"
    if not placed or not first < preposition < place < token:
        return None
    if parse.tags[first][:1] == "V":  # "runs a mill [in Zenda], a dairy"
        objects = [c for c in parse.children[first] if parse.deps[c] in _DONE and c < preposition]
        first = objects[-1] if objects else first
    told = parse.tags[first] in _NOUNS and parse.deps[first] in _DONE and _is_new(parse, first)
    return first if told and parse.tags[place][:3] == "NNP" else None


def _goes_on(parse: Parse, token: int) -> bool:
    """Whether the noun is new and another new one follows behind "and"."""
    closed = any(parse.deps[c] == "cc" and parse.words[c] == "and" for c in parse.children[token])
    others = [c for c in parse.children[token] if parse.deps[c] == "conj"]
    return closed and _is_new(parse, token) and any(_is_new(parse, c) for c in others)


def _is_new(parse: Parse, token: int) -> bool:
    """ "a mill", "two mills"."""
    return any(
        parse.words[c].lower() in _NEW or parse.tags[c] == "CD"
        for c in parse.children[token]
        if c < token
    )


def _is_thing(parse: Parse, token: int) -> bool:
    """No town or country: "a mill in Zenda, a town in Hentz and a port on the Tarn"."""
    return _KINDS.get(parse.lemmas[token]) not in _SETTLED


def is_place_in_row(tokens: Tokens, start: int, end: int) -> bool:
    """ "A mill in [Zenda], a dairy in Hentz and a bakery": what follows is another thing, not what Zenda is."""
    if tokens.lower_at(start - 1) not in _AT or tokens.lower_at(end) != ",":
        return False
    if tokens.lower_at(end + 1) not in _NEW and tokens.tags[end + 1 : end + 2] != ["CD"]:
        return False
    words = tokens.lower[end + 2 : end + _REACH]
    placed = next((k for k, word in enumerate(words) if word in _AT), None)
    if placed is None:
        return False
    again = tokens.parse.lemmas[end + 1 + placed]  # "a plant in [Zenda], a second plant in Tarn"
    if again == tokens.lemma_at(start - 2) and _KINDS.get(again) not in _SETTLED:
        return True
    return any(
        words[k] == "and" and words[k + 1] in _NEW for k in range(placed + 1, len(words) - 1)
    )
