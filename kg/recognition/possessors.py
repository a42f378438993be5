"""Whose "its" is where a noun stands between: "Norvik's plan is part of its drive", "Norvik's cuts in its mills"."""

from collections.abc import Container, Mapping

from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.ontology import Ontology
from kg.recognition.coreference_words import CoreferenceWords

_NOUNS = frozenset(["NN", "NNS"])
_OWNERS = frozenset(["NNP", "NNPS"])
_CLIMBED = 8  # heads from a possessive up to the noun whose owner is meant
_OWNING = ("Organization", "Country")
_APART = frozenset(["with", "by", "from", "against"])  # "a deal in Tarka's land with its partner"
_SERVED = frozenset(["Event", "Sector"])  # has members and a theme, but no mills
_FIRMS = frozenset(["Company", "Facility"])
_DEALING = {  # from those who had it, to those who have it now
    "from": frozenset(["buy", "acquire", "purchase", "take", "snap"]),
    "to": frozenset(["sell", "hand", "return", "transfer", "pass"]),
}
_DEALS = frozenset(
    ["buyout", "purchase", "acquisition", "takeover", "demerger", "separation", "spin-off", "split"]
)
_HOLDERS = frozenset(
    ["founder", "cofounder", "co-founder", "owner", "co-owner", "shareholder", "parent", "backer"]
) | {"creditor", "holder", "proprietor", "stakeholder"}
_RULERS = ("GovernmentBody", "IntergovernmentalBody", "Country")
_LEAVES = frozenset(["licence", "license", "permit", "permission", "approval", "clearance"])
_STANDING = frozenset(["dobj", "pobj", "nsubj", "nsubjpass", "dative"])
Told = Mapping[int, tuple[Mention, int]]


def find_owner(parse: Parse, noun: int, told: Told, ontology: Ontology) -> int | None:
    """The firm, body or country told before a noun as its owner: "[Norvik]'s plans"."""
    if parse.tags[noun] not in _NOUNS:
        return None
    owners = (c for c in parse.children[noun] if parse.deps[c] == "poss" and c in told)
    return next((c for c in owners if _may_own(told[c][0], ontology)), None)


def find_owner_between(
    parse: Parse, token: int, told: Told, ontology: Ontology, taking: Container[str]
) -> int | None:
    """The owner of the noun that a possessive hangs on: "[Norvik]'s failure to sell its mill".

    None where it is a noun of `taking`: "Norvik rejected Tarka's bid for its mill".
    """
    k = token
    for _ in range(_CLIMBED):
        above = parse.heads[k]
        if parse.words[k].lower() in _APART:
            return None
        if above == k or (parse.tags[above][:1] == "V" and parse.deps[above] != "acl"):
            return None
        owner = find_owner(parse, above, told, ontology) if above < token else None
        if owner is not None:
            return None if parse.lemmas[above] in taking else owner
        k = above
    return None


def has_strange_owner(parse: Parse, token: int, told: Told) -> bool:
    """ "the Centre's target to trim its deficit": whose the noun above is, the text does not tell as a thing."""
    k = token
    for _ in range(_CLIMBED):
        k = parse.heads[k]
        if parse.tags[k] in _NOUNS and k < token:
            owners = (c for c in parse.children[k] if parse.deps[c] == "poss" and c < token)
            if any(_is_strange(parse, c, told) for c in owners):
                return True
        if parse.heads[k] == k or (parse.tags[k][:1] == "V" and parse.deps[k] != "acl"):
            break
    subjects = parse.list_subjects(k) if parse.tags[k][:1] == "V" else []
    owners = (c for s in subjects if s < token for c in parse.children[s])
    return any(parse.deps[c] == "poss" and _is_strange(parse, c, told) for c in owners)


def _is_strange(parse: Parse, owner: int, told: Told) -> bool:
    """Whether a name, or a word with a capital, is of nothing that the text has told."""
    unnamed = owner not in told or told[owner][0].kind is MentionKind.NOMINAL
    return parse.tags[owner] in _OWNERS and unnamed


def find_receiver(parse: Parse, token: int, told: Told, giving: Container[str]) -> int | None:
    """Who is given something to do it: "granted [Norvik] a permit to run its mine"."""
    k = token
    for _ in range(_CLIMBED):
        infinitive = parse.tags[k] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[k])
        above = parse.heads[k]
        if infinitive:
            given = above if parse.tags[above][:1] == "V" else parse.heads[above]
            return _find_given(parse, given, k, told) if parse.lemmas[given] in giving else None
        if above == k:
            return None
        k = above
    return None


def find_bought(parse: Parse, token: int, told: Told) -> int | None:
    """What is bought from those who hold it, or sold to them: "bought [Tarka] from its founders"."""
    holder = parse.heads[token]
    parent = "parent" in parse.words[token + 1 : max(holder, token + 3) + 1]
    if parse.lemmas[holder] not in _HOLDERS and not parent:
        return None
    named = parse.deps[holder] in {"compound", "nmod"}  # "its founder Jane Doe"
    link = parse.heads[parse.heads[holder] if named else holder]
    above = parse.heads[link]
    hung = parse.tags[above][:1] == "N"  # the parser hangs "from" on what is bought
    leaving = parse.words[link].lower() == "from"
    if leaving and (left := _find_dealt_of(parse, above, token, told)) is not None:
        return left
    verb = parse.heads[above] if hung else above
    if parse.lemmas[verb] not in _DEALING.get(parse.words[link].lower(), ()):
        return None
    objects = [above] if hung else parse.children[verb]
    dealt = (c for c in objects if parse.deps[c] in {"dobj", "nsubjpass"} and c < token)
    return next((c for c in dealt if c in told), None)


def _find_dealt_of(parse: Parse, noun: int, token: int, told: Told) -> int | None:
    """ "the buyout of [Tarka] from its parent": what such a noun, or a verb that has it, is about."""
    nouns = [noun, parse.heads[noun], *parse.children[noun]]
    links = [
        c
        for n in nouns
        if parse.lemmas[n] in _DEALS
        for c in parse.children[n]
        if parse.words[c] == "of" and c < token
    ]
    return next((k for c in links for k in parse.children[c] if k in told and k < token), None)


def find_judged(
    parse: Parse, token: int, told: Told, ontology: Ontology, words: CoreferenceWords
) -> int | None:
    """Whom a state or its body deals with about its own: "fined [Norvik] over its bid for Tarka".

    Told by the verb, or by what firms alone do: no watchdog has "its takeover of Tarka".
    """
    noun = parse.heads[token]
    bought = parse.lemmas[noun] in words.firm_deals or parse.lemmas[noun] in words.purchases
    k = noun
    for _ in range(_CLIMBED):
        if parse.tags[k][:1] == "V" and not (k == parse.heads[noun] and parse.deps[noun] == "dobj"):
            subjects = [c for c in parse.list_subjects(k) if c < token]
            if subjects and subjects[-1] not in told:
                return None
            ruler = subjects and told[subjects[-1]][0].type
            if ruler and not any(ontology.is_a(ruler, kind) for kind in _RULERS):
                return None
            if ruler:
                judged = bought or parse.lemmas[k] in words.judging
                judged = judged or not _LEAVES.isdisjoint(parse.words[subjects[-1] : token])
                return _find_firm_between(parse, subjects[-1], token, told) if judged else None
        k = parse.heads[k]
    return None


def _find_firm_between(parse: Parse, first: int, token: int, told: Told) -> int | None:
    """The only firm that stands for itself between two tokens."""
    firms = [
        k
        for k in range(first + 1, token)
        if k in told and told[k][0].type == "Company" and parse.deps[k] in _STANDING
    ]
    return firms[0] if len({told[k][1] for k in firms}) == 1 else None


def _find_given(parse: Parse, verb: int, before: int, told: Told) -> int | None:
    """The one told as receiver of a verb between it and a token: behind "to", or right behind it."""
    told_to = [c for k in range(verb, before) if parse.words[k] == "to" for c in parse.children[k]]
    straight = [c for c in parse.children[verb] if parse.deps[c] in {"dative", "iobj"}]
    found = (c for c in [*straight, *told_to] if verb < c < before and c in told)
    return next((c for c in found if told[c][0].kind is MentionKind.NAME), None)


def is_too_thin(mention: Mention, noun: str, kind: str | None, words: CoreferenceWords) -> bool:
    """Whether a deal or an occasion is told to have what only firms have: "the deal … its joint venture"."""
    if mention.type == "Agreement":
        return noun not in words.had_by_deals
    return mention.type in _SERVED and (kind in _FIRMS or noun in words.had_by_agents)


def _may_own(mention: Mention, ontology: Ontology) -> bool:
    named = mention.kind in {MentionKind.NAME, MentionKind.NOMINAL}
    return named and any(ontology.is_a(mention.type, kind) for kind in _OWNING)
