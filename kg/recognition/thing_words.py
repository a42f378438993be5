"""Names that end in a word for a thing: "Zenda Jet" and "Tarka Shippers" are firms, whatever the model guesses."""

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_PEOPLE = load_lexicon("names").get("person_nouns") | load_lexicon("names").get("person_agents")
_OWNED = load_lexicon("nominals").get("making_works") - {"line", "works", "workshop", "hub"}
_OWNED |= {"fleet", "subsidiary", "export", "output", "shipment", "revenue", "profit"}
_OWNING = frozenset(["'s", "’s"])
_AGENTS = ("er", "or", "ist")
_GUESSED = 1.5  # votes for a person that the model and the look of a name have by themselves
_MORE = 0.5
_LEAST, _MOST = 2, 3  # words of such a name


def lean_to_firms(votes: dict[str, dict[str, float]], tokens: Tokens, names: list[Name]) -> None:
    """Firms by their last word, where neither a first name nor the text tells of a person."""
    for name in names:
        found = votes.get(tokens.slice(name.start, name.end), {})
        person = found.get("Person", 0.0)
        if name.type or not 0.0 < person <= _GUESSED or person < max(found.values()):
            continue
        if _ends_in_thing(tokens, name) or _owns_works(tokens, name):
            found["Company"] = max(found.get("Company", 0.0), person + _MORE)


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
