"""What a noun takes up by a word of its own: "the emirate", "the contractor", "the target"."""

from collections.abc import Iterable

from kg.recognition.appositions import Link
from kg.recognition.called_nouns import find_so_called
from kg.recognition.deal_roles import find_party
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.sayers import find_sayer
from kg.recognition.spoken_for import find_spoken_for
from kg.recognition.tokens import Tokens
from kg.recognition.told_places import find_place
from kg.recognition.undertakings_told import find_venture
from kg.recognition.walking import Walk

_KINDS_TOO = frozenset(["lender"])  # what a bank is called without any loan

_LEVELS = frozenset(
    [
        "city",
        "county",
        "municipal",
        "provincial",
        "district",
        "town",
        "regional",
        "prefectural",
        "township",
    ]
)


def find_called_otherwise(
    nominal: Nominal, word: str, recent: Iterable[Referent], walk: Walk
) -> list[Referent]:
    """The places that the word may mean, else the firm that has that part in a deal."""
    places = find_place(word, nominal.end, recent, walk.tokens)
    if found := walk.words.keep_states(places, word):
        return found
    party = find_party(walk.tokens, nominal.head, walk.told)
    return [walk.referents[party[1]]] if party else find_venture(nominal, word, recent, walk)


def find_by_part(nominal: Nominal, word: str, found: list[Referent], walk: Walk) -> Link | None:
    """Who says it, or who has the part in a deal that the noun tells."""
    own = find_spoken_for(nominal, word, walk, walk._find_others(nominal.head))
    said = own[0] if own else find_sayer(nominal, walk.tokens, found)
    if said:
        return walk._best([said], nominal.head, "subject of what it says", 0.85)
    dealer = _find_dealer(nominal, word, found, walk)
    return walk._best([dealer] if dealer else [], nominal.head, "its part in a deal", 0.75)


def _find_dealer(
    nominal: Nominal, word: str, found: Iterable[Referent], walk: Walk
) -> Referent | None:
    """Who has the part in a deal that the noun tells, where nothing `found` was called so, and does not act beside."""
    called = any(word in r.called for r in found)
    if called or nominal.plural or word in _KINDS_TOO:
        return None
    party = find_party(walk.tokens, nominal.head, walk.told)
    if nominal.echo:
        so_called = find_so_called(walk.tokens, nominal.head, walk.told, walk.ontology)
        party = so_called or party
    beside = walk._find_others(nominal.head)
    return walk.referents[party[1]] if party and party[1] not in beside else None


def keep_worded(nominal: Nominal, tokens: Tokens, found: list[Referent]) -> list[Referent]:
    """ "The land port" is the Zenda Land Port, whatever port was told since: all words before it are in the name."""
    found = [r for r in found if not _governs_elsewhere(nominal, tokens, r)]
    before = range(nominal.start, nominal.head)
    words = {tokens.lower[k] for k in before if tokens.tags[k] == "NN" and not tokens.capital[k]}
    named = [r for r in found if r.named and words <= set(r.mention.text.lower().split())]
    return named if words and named else found


def _governs_elsewhere(nominal: Nominal, tokens: Tokens, referent: Referent) -> bool:
    """ "The Tarn city government" is not "the Zenda county government" told before, another place's."""
    words = referent.mention.text.split()
    own = {w for w in words if w[:1].isupper() and w.lower() not in _LEVELS}
    told = tokens.words[nominal.start : nominal.head]
    told = [w for w in told if w[:1].isupper() and w.lower() not in _LEVELS]
    levels = _LEVELS.intersection(
        w.lower() for w in (*words, *tokens.words[nominal.start : nominal.head])
    )
    body = nominal.type == "GovernmentBody" and bool(levels)
    return body and bool(own) and bool(told) and own.isdisjoint(told)
