"""Rows of things with their places: in "owns a mill in Zenda, a dairy in Hentz and a bakery in Tarn" all are owned."""

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_NOUNS = frozenset(["NN", "NNS"])
_NEW = frozenset(["a", "an", "another", "one"])
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_AT = frozenset(["in", "at", "near"])
_PLACING = _AT | {"of", "on", "from", "across"}
_WORKS = frozenset(["Facility", "TransportCorridor", "LogisticsHub", "Port", "LandPort", "Airport"])
_INSIDE = frozenset(["DT", "JJ", "NN", "VBG", "HYPH", "CD", "VBN"])
_REACH = 14  # tokens behind a place to "and a bakery in Tarn"
_DONE = frozenset(["dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr"])


def mend_rows(tokens: Tokens) -> Parse | None:
    """The parse with such rows as conjuncts, or None where it takes none for what its place is."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, dep in enumerate(parse.deps):
        if parse.tags[k] not in _NOUNS or not _is_thing(parse, k):
            continue
        first = _find_first(parse, k) if dep == "appos" and _goes_on(parse, k) else None
        first = _find_joined(parse, k) if first is None else first
        first = _find_beside_place(parse, k) if first is None else first
        if first is not None:
            mended = mended or copy_parse(parse)
            _rehang(mended, k, first)
    if mended is not None:
        mended.rehang()
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


def _find_joined(parse: Parse, token: int) -> int | None:
    """The thing before "and": "a [mill] in Zenda and mines in Hentz", where the parser joins the wrong ones."""
    if parse.words[token + 1 : token + 2] not in (["in"], ["at"], ["near"]):
        return None
    if parse.tags[token + 2 : token + 3] not in (["NNP"], ["NNPS"]):
        return None
    start = _find_phrase(parse, token)
    if parse.words[start - 1 : start] != ["and"] or parse.tags[start - 2][:3] != "NNP":
        return None
    place = start - 2
    while parse.tags[place - 1][:3] == "NNP" or parse.words[place - 1] in {",", "and"}:
        place -= 1
    preposition = place - 1
    told = parse.words[preposition] in _AT and parse.tags[preposition - 1] in _NOUNS
    first = preposition - 1
    wrong = parse.heads[token] in {*range(place, start), preposition} or (
        parse.deps[token] == "conj" and parse.tags[parse.heads[token]][:1] == "V"
    )
    return first if told and wrong and _is_thing(parse, first) else None


def _find_beside_place(parse: Parse, token: int) -> int | None:
    """The works whose place the parser joins others to: "the [roads] of Zenda and a substation"."""
    place = parse.heads[token]
    preposition = parse.heads[place]
    first = parse.heads[preposition]
    if parse.deps[token] != "conj" or parse.deps[place] != "pobj" or place > token:
        return None
    if parse.words[preposition].lower() not in _PLACING or not first < preposition:
        return None
    named = parse.tags[place][:3] == "NNP" and parse.tags[first] in _NOUNS
    works = all(_KINDS.get(parse.lemmas[k]) in _WORKS for k in (first, token))
    start = min((c for c in parse.children[token] if c < token), default=token)
    joined = parse.words[start - 1 : start] == ["and"] and _is_new(parse, token)
    return first if named and works and joined and parse.deps[first] in _DONE else None


def _find_phrase(parse: Parse, token: int) -> int:
    """Where the noun phrase of a token begins."""
    k = token
    while k > 0 and parse.tags[k - 1] in _INSIDE:
        k -= 1
    return k


def _rehang(parse: Parse, token: int, first: int) -> None:
    """Makes a noun a conjunct of the first, with what describes it and where it is."""
    start = _find_phrase(parse, token)
    places = [k for k in range(first, start) if parse.heads[k] == token]
    for k in places:  # "in [Zenda] and assembly plants": the parser hangs the town on the plants
        parse.deps[k], parse.heads[k] = "pobj", first + 1
    for k in range(start, token):
        if not start <= parse.heads[k] <= token:
            parse.deps[k], parse.heads[k] = "compound", token
    parse.deps[token], parse.heads[token] = "conj", first
    if parse.words[token + 1] in _AT and parse.deps[token + 1] == "prep":
        parse.heads[token + 1] = token


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
    return _KINDS.get(parse.lemmas[token]) not in SETTLED


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
    if again == tokens.lemma_at(start - 2) and _KINDS.get(again) not in SETTLED:
        return True
    return any(
        words[k] == "and" and words[k + 1] in _NEW for k in range(placed + 1, len(words) - 1)
    )
