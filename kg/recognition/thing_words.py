"""Names that end in a word for a thing: "Zenda Jet" and "Tarka Shippers" are firms, whatever the model guesses."""

from kg.lexicon import load_lexicon
from kg.recognition.business_field import tells_business
from kg.recognition.firm_fields import FAIR, STRONG, tell_firm
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens
from kg.recognition.told_spots import tell_spot

_GIVEN = load_lexicon("given_names").get("given")
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_PEOPLE = load_lexicon("names").get("person_nouns") | load_lexicon("names").get("person_agents")
_OWNED = load_lexicon("nominals").get("making_works") - {"line", "works", "workshop", "hub"}
_OWNED |= {"fleet", "subsidiary", "export", "output", "shipment", "revenue", "profit"}
_OWNING = frozenset(["'s", "’s"])
_AGENTS = ("er", "or", "ist")
_GUESSED = 1.5  # votes for a person that the model and the look of a name have by themselves
_BELIEVED = 0.7  # votes for a person that make a lone word a name
_MORE = 0.5
_LEAST, _MOST = 2, 3  # words of such a name
# Votes for a person that a firm's context outweighs, by how sure it is.
_SURE_OF = {STRONG: 3.5, FAIR: _GUESSED, 0: 0.0}
_WIDE = 2.0  # votes for another type that it outweighs
_SPOT = 3.0  # …and that the context of a place or occasion does


def lean_to_firms(votes: dict[str, dict[str, float]], tokens: Tokens, names: list[Name]) -> None:
    """Firms by their last word, where neither a first name nor the text tells of a person."""
    for name in names:
        found = votes.get(tokens.slice(name.start, name.end))
        if found is None:
            continue
        if not name.type:
            _lean_by_context(found, tokens, name)
        person = found.get("Person", 0.0)
        if name.type or not 0.0 < person <= _GUESSED or person < max(found.values()):
            continue
        if _ends_in_thing(tokens, name) or _owns_works(tokens, name):
            found["Company"] = max(found.get("Company", 0.0), person + _MORE)
    _lean_by_field(votes, tokens, names)


def _lean_by_field(votes: dict[str, dict[str, float]], tokens: Tokens, names: list[Name]) -> None:
    """Names that only the model takes for people's, by the field of their sentences."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for name in names:
        if not name.type:
            text = tokens.slice(name.start, name.end)
            spans.setdefault(text, []).append((name.start, name.end))
    for text, found in votes.items():
        person = found.get("Person", 0.0)
        if not 0.0 < person <= _GUESSED or person < max(found.values()) or text not in spans:
            continue
        firm = found.get("Company", 0.0)
        # a lone word that hardly anything speaks for is no name at all
        strange = text.split()[0].lower() not in _GIVEN and (" " in text or person >= _BELIEVED)
        if strange and tells_business(tokens, spans[text], firm):
            found["Company"] = max(firm, person + _MORE)


def _lean_by_context(found: dict[str, float], tokens: Tokens, name: Name) -> None:
    """By what is told around the name, where neither a first name nor the text tells of a person."""
    given = tokens.lower[name.start] in _GIVEN
    person = found.get("Person", 0.0)
    rest = max((v for k, v in found.items() if k != "Person"), default=0.0)
    spot = tell_spot(tokens, name.start, name.end)
    island_town = spot == "Region" and found.get("City", 0.0) >= rest > 0
    if spot and not island_town and rest <= _SPOT and person <= _GUESSED:
        found[spot] = max(found.get(spot, 0.0), rest + _MORE, person + _MORE, _SPOT)
        return
    told = tell_firm(tokens, name.start, name.end)
    rest = max((v for k, v in found.items() if k not in {"Person", "Company"}), default=0.0)
    sure = person <= _SURE_OF[told] and rest <= _WIDE and (told == STRONG or not given)
    if told and sure:
        found["Company"] = max(found.get("Company", 0.0), person + _MORE, rest + _MORE)


def _owns_works(tokens: Tokens, name: Name) -> bool:
    """ "[Norvik Tarko]'s board machine", where no first name tells of a person."""
    first, end = tokens.lower[name.start], name.end
    if first in _GIVEN or name.end - name.start < _LEAST or tokens.lower_at(end) not in _OWNING:
        return False
    lemmas = [tokens.lemma_at(k) for k in range(end + 1, end + 1 + _MOST)]
    return not _OWNED.isdisjoint(lemmas)


def _is_somebody(tokens: Tokens, k: int) -> bool:
    """Whether a noun for people stands before a name: "the runner X", but not "the builder X"."""
    word = tokens.lower_at(k)
    agent = tokens.tags[k] == "NN" and word.endswith(_AGENTS) and _KINDS.get(word) != "Company"
    return word in _PEOPLE or agent


def _ends_in_thing(tokens: Tokens, name: Name) -> bool:
    words = tokens.lower[name.start : name.end]
    if not _LEAST <= len(words) <= _MOST or not words[0].isalpha() or words[0] in _GIVEN:
        return False
    if _is_somebody(tokens, name.start - 1):
        return False
    last = name.end - 1
    plural = tokens.tags[last] == "NNPS"
    return words[-1].isalpha() and (plural or tokens.is_common(last)) and words[-1] not in _GIVEN
