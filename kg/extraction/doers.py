"""Who does what the verb above a noun only carries: "[X] began work", "[X] is engaged in trade"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.clausing import ClauseBuilder

_TAKING_IN = load_lexicon("scope").get("taking_in_nouns")
_ENGAGED = load_lexicon("scope").get("engaged_verbs")


def list_doers(above: Clause) -> list[int]:
    """The subjects of a verb; of one for having to do with something also those of its passive."""
    if above.passive and not above.subjects and above.lemma in _ENGAGED:
        return list(above.objects)
    return list(above.subjects)


def list_owners(builder: ClauseBuilder, noun: int) -> list[int]:
    """Whose "its position as a leader" is; of a noun for taking in, who is taken: "admission of [X] as its unit"."""
    parse = builder.parse
    owners = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
    if parse.lemmas[noun] not in _TAKING_IN:
        return owners
    links = [c for c in parse.children[noun] if parse.deps[c] == "prep" and parse.lemmas[c] == "of"]
    return [t for link in links for t in builder.objects_of(link)] or owners
