"""Firms by what they are in a deal: "hired Tarka to build it. The contractor", "will buy Tarka. The target's sales"."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.tokens import Tokens

Told = Mapping[int, tuple[Mention, int]]
_BACK = 200  # tokens from the deed to the noun
_HAVING = frozenset(
    ["have", "make", "employ", "operate", "run", "own", "report", "post", "earn", "produce", "sell"]
)
_ROLES = ("contractor_nouns", "buyer_nouns", "target_nouns")
_PHRASE = 6  # tokens of "the listed Zenda takeover target"
_GIVEN = frozenset(["to"])
_OBJECTS = frozenset(["dobj", "dative"])


@cache
def _read_lists() -> dict[str, frozenset[str]]:
    words = load_lexicon("nominals")
    verbs = ("hiring_verbs", "awarding_verbs", "buying_verbs")
    return {name: words.get(name) for name in (*_ROLES, *verbs)}


def find_echoed_role(tokens: Tokens, i: int) -> str | None:
    """ "The buyer", "the target's sales": a firm where somebody has bought or will buy one before."""
    lists, word = _read_lists(), tokens.lower[i]
    if tokens.tags[i] != "NN" or word not in lists["buyer_nouns"] | lists["target_nouns"]:
        return None
    k = i - 1
    while i - k < _PHRASE and tokens.tags[k] in {"JJ", "NN", "VBN", "HYPH"}:
        k -= 1
    if tokens.lower_at(k) != "the":
        return None
    if word in lists["target_nouns"] and not _is_said_of_firm(tokens, i):
        return None
    dealt = not lists["buying_verbs"].isdisjoint(tokens.parse.lemmas[max(i - _BACK, 0) : i])
    return "Company" if dealt else None


def _is_said_of_firm(tokens: Tokens, i: int) -> bool:
    """ "The target's sales", "the target has 20 mills": no aim has or makes anything."""
    parse = tokens.parse
    acts = parse.deps[i] == "nsubj" and parse.lemmas[parse.heads[i]] in _HAVING
    return acts or tokens.lower_at(i + 1) in {"'s", "’s"}


def find_party(tokens: Tokens, head: int, told: Told) -> tuple[Mention, int] | None:
    """Who was hired, bought or is buying, told last before the noun at `head`; with its chain."""
    lists, word, parse = _read_lists(), tokens.lower[head], tokens.parse
    if not any(word in lists[name] for name in _ROLES):
        return None
    for verb in range(head - 1, max(head - _BACK, -1), -1):
        if parse.tags[verb][:1] != "V":
            continue
        lemma = parse.lemmas[verb]
        if word in lists["contractor_nouns"]:
            found = _find_hired(parse, verb, lists, told)
        elif lemma not in lists["buying_verbs"]:
            continue
        elif word in lists["target_nouns"]:
            found = next(_list_told(parse, verb, _OBJECTS, told), None)
        else:
            found = next(_list_told(parse, verb, SUBJECTS, told), None) or _find_above(
                parse, verb, told
            )
        if found is not None:
            return found
    return None


def _find_hired(
    parse: Parse, verb: int, lists: Mapping[str, frozenset[str]], told: Told
) -> tuple[Mention, int] | None:
    """ "hired [Tarka]", "awarded the contract to [Tarka]", "[Tarka] was awarded", "[Tarka] won the contract"."""
    lemma = parse.lemmas[verb]
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    if lemma in lists["hiring_verbs"]:
        kinds = frozenset(["nsubjpass"]) if passive else _OBJECTS
        return next(_list_told(parse, verb, kinds, told), None)
    if lemma in lists["awarding_verbs"]:
        given = frozenset(["nsubjpass", "dative"])
        found = next(_list_told(parse, verb, given, told), None)
        links = [c for c in parse.children[verb] if parse.words[c] in _GIVEN]
        behind = (_list_told(parse, c, frozenset(["pobj"]), told) for c in links)
        return found or next((firm for rows in behind for firm in rows), None)
    return None


def _find_above(parse: Parse, verb: int, told: Told) -> tuple[Mention, int] | None:
    """ "[Norvik] agreed to buy": the subject of the verb above."""
    while parse.deps[verb] in {"xcomp", "conj", "pcomp", "ccomp"} and parse.heads[verb] != verb:
        verb = parse.heads[verb]
        if found := next(_list_told(parse, verb, SUBJECTS, told), None):
            return found
    return None


def _list_told(
    parse: Parse, verb: int, deps: frozenset[str], told: Told
) -> Iterator[tuple[Mention, int]]:
    for child in parse.children[verb]:
        if parse.deps[child] in deps and child in told and told[child][0].type == "Company":
            yield told[child]
