"""Who lends money for something to be built: others build it."""

from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_LENDING = load_lexicon("scope").get("lending")
_LOANS = load_lexicon("scope").get("loans")
_AGREEING = frozenset(["pledge", "award", "commit", "allocate"])  # "a loan to X to build"
_LENDERS = frozenset(["bank", "fund"])
_SUMS = load_lexicon("scope").get("sums")


def lends(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells of money given to others: "provided 80 million euros to build Y"."""
    if clause.lemma not in _LENDING | _AGREEING or clause.passive:
        return False
    given = {parse.lemmas[noun] for noun in clause.objects}
    if not given.isdisjoint(_LOANS):
        return clause.lemma in _LENDING or "to" in clause.prepositions
    if clause.lemma in _AGREEING or given.isdisjoint(_SUMS):
        return False
    # "the council approved 5 million euros to build Y" builds, "the bank approved" does not
    return clause.lemma != "approve" or any(
        parse.words[k].lower() in _LENDERS for k in clause.subjects
    )
