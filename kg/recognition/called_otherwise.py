"""What a noun takes up by a word of its own: "the emirate", "the contractor", "the target"."""

from collections.abc import Iterable

from kg.recognition.deal_roles import find_party
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens
from kg.recognition.told_places import find_place
from kg.recognition.walking import Walk


def find_called_otherwise(
    nominal: Nominal, word: str, recent: Iterable[Referent], walk: Walk
) -> list[Referent]:
    """The places that the word may mean, else the firm that has that part in a deal."""
    places = find_place(word, nominal.end, recent, walk.tokens)
    if found := walk.words.keep_states(places, word):
        return found
    party = find_party(walk.tokens, nominal.head, walk.told)
    return [walk.referents[party[1]]] if party else []


def keep_worded(nominal: Nominal, tokens: Tokens, found: list[Referent]) -> list[Referent]:
    """ "The land port" is the Zenda Land Port, whatever port was told since: all words before it are in the name."""
    before = range(nominal.start, nominal.head)
    words = {tokens.lower[k] for k in before if tokens.tags[k] == "NN" and not tokens.capital[k]}
    named = [r for r in found if r.named and words <= set(r.mention.text.lower().split())]
    return named if words and named else found
