"""Who does what the verb above a noun only carries: "[X] began work", "[X] is engaged in trade"."""

from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon

_ENGAGED = load_lexicon("scope").get("engaged_verbs")


def list_doers(above: Clause) -> list[int]:
    """The subjects of a verb; of one for having to do with something also those of its passive."""
    if above.passive and not above.subjects and above.lemma in _ENGAGED:
        return list(above.objects)
    return list(above.subjects)
