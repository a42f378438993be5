"""Whose deed the purpose of a deal is: "the second contract came with X to build a mill": X builds it."""

from collections.abc import Sequence

from kg.extraction.clause import Clause, spread_alike
from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_WORDS = load_lexicon("triggers")
_DEALS = _WORDS.get("works_deals") | _WORDS.get("further_deals")
_WORKS = _WORDS.get("build") | _WORDS.get("operate") | _WORDS.get("deal_works")
_SIGNING, _GIVING = _WORDS.get("sign"), _WORDS.get("giving_deals")
_AWARDING = _WORDS.get("awarding")
_COMING = frozenset(["come", "go", "be", "fall", "pass"])
_RANKED = frozenset(
    ["one", "first", "second", "third", "fourth", "fifth", "last", "other", "another", "latter"]
)


def find_takers(
    parse: Parse, deed: int, above: Clause, subjects: Sequence[int]
) -> list[int] | None:
    """With or to whom the deal above is made that a verb tells the purpose of; None where it tells none."""
    if parse.read_verb(deed) not in _WORKS or not subjects:
        return None
    made = above.lemma in _SIGNING | _GIVING or above.lemma in _COMING
    if not made or not all(_is_deal(parse, noun, above) for noun in subjects):
        return None
    for name in ("with", "to"):
        takers = above.prepositions.get(name) or _find_on_nouns(parse, subjects, name)
        if takers:
            return list(takers)
    return None


def find_receivers(parse: Parse, deed: int) -> list[int]:
    """ "[X] was awarded a contract to build a mill": who is given the deal that an infinitive tells the aim of."""
    noun = parse.heads[deed]
    above = parse.heads[noun]
    if parse.tags[deed] != "VB" or parse.deps[noun] not in {"dobj", "oprd"}:
        return []
    if parse.lemmas[above] not in _AWARDING:
        return []
    return [
        member
        for c in parse.children[above]
        if parse.deps[c] == "nsubjpass"
        for member in spread_alike(parse, c)
    ]


def _is_deal(parse: Parse, noun: int, above: Clause) -> bool:
    """ "the contract", "a third one", "the last of the three": of these, what is signed or awarded is a deal."""
    if parse.lemmas[noun].lower() in _DEALS:
        return True
    ranked = {parse.lemmas[k].lower() for k in (noun, *parse.children[noun])} & _RANKED
    told = parse.lemmas[noun].lower() in _RANKED
    return bool(ranked) and told and above.lemma != "be"


def _find_on_nouns(parse: Parse, nouns: Sequence[int], name: str) -> list[int]:
    """ "a contract [with X] was signed to build"."""
    return [
        end
        for noun in nouns
        for c in parse.children[noun]
        if parse.deps[c] == "prep" and parse.lemmas[c] == name
        for end in parse.children[c]
        if parse.deps[end] == "pobj"
    ]
