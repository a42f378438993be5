"""Firms by what they are in a deal: "hired Tarka to build it. The contractor", "sold Tarka to Norvik. The seller"."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.tokens import Tokens

Told = Mapping[int, tuple[Mention, int]]
_BACK = 200  # tokens from the deed to the noun
_PHRASE = 6  # tokens of "the listed Zenda takeover target"
_OBJECTS = frozenset(["dobj", "dative"])
_BY = frozenset(["by"])
_FURTHER = frozenset(["of", "for", "that", "who", "in", "-"])  # behind a noun told apart by it
_SHARED = frozenset(["xcomp", "conj", "pcomp", "ccomp", "advcl"])
_COMING = frozenset(["new", "future", "next", "incoming"])  # "the new owner" is who buys
_CLIMBED = 4  # verbs above one whose subject it shares
_BODIES = frozenset(
    "Company Organization Association GovernmentBody ResearchBody MediaOutlet IntergovernmentalBody".split()  # noqa: SIM905
)
# The deeds that give somebody a part, the likelier first, and what one is of them.
_DEEDS = {
    "contractor": (
        ("hiring_verbs", "object"),
        ("awarding_verbs", "given"),
        ("building_verbs", "subject"),
        ("winning_verbs", "subject"),
    ),
    "buyer": (("buying_verbs", "subject"), ("selling_verbs", "to"), ("ordering_verbs", "subject")),
    "seller": (("selling_verbs", "subject"), ("buying_verbs", "from")),
    "target": (("buying_verbs", "object"), ("selling_verbs", "object")),
    "applicant": (("asking_verbs", "subject"),),
    "customer": (
        ("ordering_verbs", "subject"),
        ("supplying_verbs", "to"),
        ("supplying_verbs", "object"),
        ("receiving_verbs", "from"),
    ),
    "supplier": (("supplying_verbs", "subject"), ("ordering_verbs", "from")),
    "tenant": (("renting_verbs", "subject"), ("letting_verbs", "to")),
    "landlord": (("renting_verbs", "from"), ("letting_verbs", "subject")),
    "winner": (
        ("winning_verbs", "subject"),
        ("awarding_verbs", "given"),
        ("beating_verbs", "subject"),
    ),
    "loser": (
        ("losing_verbs", "subject"),
        ("beating_verbs", "object"),
        ("winning_verbs", "of|over"),
    ),
    "investor": (
        ("raising_verbs", "from"),
        ("investing_verbs", "subject"),
        ("buying_verbs", "subject"),
    ),
    "organiser": (("organising_verbs", "subject"),),
    "partner": (("joining_verbs", "with"),),
    "bidder": (("bidding_verbs", "subject"),),
    "borrower": (("borrowing_verbs", "subject"), ("lending_verbs", "to")),
    "licensee": (("licensing_verbs", "to"),),
    "sponsor": (("sponsoring_verbs", "subject"),),
    "lender": (("lending_verbs", "subject"), ("borrowing_verbs", "from")),
    "owner": (("owning_verbs", "subject"), ("selling_verbs", "to")),
    "host": (("hosting_verbs", "subject"),),
    "donor": (("giving_verbs", "subject"),),
}
_NOUNS = {"buyer": "by", "target": "of", "seller": "from", "owner": "by"}  # "its takeover of Tarka"


@cache
def _read_roles() -> Mapping[str, str]:
    return load_lexicon("nominals").get_mapping("deal_roles")


@cache
def _read(name: str) -> frozenset[str]:
    return load_lexicon("nominals").get(name)


def find_echoed_role(tokens: Tokens, i: int) -> str | None:
    """ "The buyer", "the target's sales": a firm where somebody has bought or will buy one before."""
    role = _read_roles().get(tokens.lower[i])
    if tokens.tags[i] != "NN" or role is None or tokens.lower_at(i + 1) in _FURTHER:
        return None
    k, named = i - 1, tokens.lower_at(i + 1) == "," and any(tokens.capital[i + 2 : i + 3])
    while i - k < _PHRASE and (
        tokens.tags[k] in {"HYPH", "JJS"}
        or tokens.lower[k] in _read("words_before_roles")
        or (named and tokens.tags[k] in {"JJ", "VBG", "NN"})  # "the losing bidder, Norvik,"
    ):
        k -= 1
    if tokens.lower_at(k) not in {"the", "this", "that"}:
        return None
    if role == "target" and not _is_said_of_firm(tokens, i):
        return None
    return "Company"


def _is_said_of_firm(tokens: Tokens, i: int) -> bool:
    """ "The target's sales", "the target has 20 mills": no aim has or makes anything."""
    parse = tokens.parse
    does = parse.lemmas[parse.heads[i]] in _read("doings_of_targets")
    return (parse.deps[i] == "nsubj" and does) or tokens.lower_at(i + 1) in {"'s", "’s"}


def find_party(tokens: Tokens, head: int, told: Told) -> tuple[Mention, int] | None:
    """Who has the part in the last deed that gives it, before the noun at `head`; with its chain."""
    role = _read_roles().get(tokens.lower[head])
    if role is None:
        return None
    if role == "owner" and tokens.lower[head - 1] in _COMING:
        role = "buyer"
    deeds = [(_read(verbs), place) for verbs, place in _DEEDS[role]]
    for k in range(head - 1, max(head - _BACK, -1), -1):
        if tokens.parse.tags[k][:1] == "V":
            verb = tokens.parse.read_verb(k).lower()
            places = [place for verbs, place in deeds if verb in verbs]
            found = _find_first(tokens.parse, k, places, told)
        else:
            found = _find_by_noun(tokens.parse, k, _NOUNS.get(role, ""), told)
        if found is not None:
            return found
    return None


def _find_first(
    parse: Parse, verb: int, places: Iterable[str], told: Told
) -> tuple[Mention, int] | None:
    """The first firm or body in one of some places of the verb."""
    found = (k for place in places for k in _list_place(parse, verb, place))
    return next((told[k] for k in found if k in told and _is_body(told[k][0])), None)


def _list_place(parse: Parse, verb: int, place: str) -> Iterator[int]:
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    passive = passive or parse.deps[verb] == "acl"
    if place == "subject":
        yield from _list_behind(parse, verb, _BY) if passive else _list_actors(parse, verb)
    elif place == "object":
        yield from _list_objects(parse, verb, passive=passive)
    elif place == "given":
        yield from (c for c in parse.children[verb] if parse.deps[c] in {"nsubjpass", "dative"})
        yield from _list_behind(parse, verb, frozenset(["to"]))
    else:
        yield from _list_behind(parse, verb, frozenset(place.split("|")))


def _list_objects(parse: Parse, verb: int, *, passive: bool) -> Iterator[int]:
    kinds = frozenset(["nsubjpass"]) if passive else _OBJECTS
    yield from (c for c in parse.children[verb] if parse.deps[c] in kinds)
    if passive and parse.deps[verb] == "acl":
        yield parse.heads[verb]


def _list_actors(parse: Parse, verb: int) -> Iterator[int]:
    """The subjects of a verb, or of the one above that it shares them with: "[Norvik] agreed to buy"."""
    for _ in range(_CLIMBED):
        subjects = [c for c in parse.children[verb] if parse.deps[c] in SUBJECTS]
        yield from subjects
        above = parse.heads[verb]
        if not subjects and parse.deps[verb] == "xcomp":  # "hired [Tarka] to build"
            yield from (c for c in parse.children[above] if parse.deps[c] in _OBJECTS and c < verb)
        if subjects or parse.deps[verb] not in _SHARED or above == verb:
            return
        verb = above


def _list_behind(parse: Parse, verb: int, links: frozenset[str]) -> Iterator[int]:
    """What stands behind a preposition of the verb or of its object: "bought it [from Tarka]"."""
    hosts = [verb, *(c for c in parse.children[verb] if parse.deps[c] in _OBJECTS)]
    hosts += [
        inner
        for host in hosts
        for c in parse.children[host]
        if parse.deps[c] in {"prep", "agent", "dative", "advmod"}
        for inner in (c, *(d for d in parse.children[c] if parse.deps[d] == "prep"))
    ]
    for host in hosts:
        if parse.words[host].lower() in links:
            yield from (c for c in parse.children[host] if parse.deps[c] == "pobj")


def _find_by_noun(parse: Parse, noun: int, link: str, told: Told) -> tuple[Mention, int] | None:
    """ "Norvik's takeover of Tarka": who takes over, what is taken."""
    if not link or parse.lemmas[noun] not in _read("takeover_nouns"):
        return None
    owners = [c for c in parse.children[noun] if parse.deps[c] == "poss" and link == "by"]
    found = [*owners, *_list_behind(parse, noun, frozenset([link]))]
    return next((told[k] for k in found if k in told and _is_body(told[k][0])), None)


def _is_body(mention: Mention) -> bool:
    """A firm or body, by name or not: "[it] has sold its mill"."""
    return mention.type in _BODIES
