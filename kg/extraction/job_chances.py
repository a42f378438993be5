"""Work that somebody gets: "employment", "jobs", "job opportunities"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_WORDS = load_lexicon("measures")
_WORK, _CHANCES = _WORDS.get("work_nouns"), _WORDS.get("job_chances")


def is_work(noun: int, parse: Parse) -> bool:
    """Whether a noun is work itself, or the chance of it."""
    return parse.lemmas[noun] in _WORK or is_job_chance(noun, parse)


def is_job_chance(noun: int, parse: Parse) -> bool:
    """ "job [opportunities]", but no "investment opportunities"."""
    kinds = (parse.lemmas[c] for c in parse.children[noun] if c < noun)
    return parse.lemmas[noun] in _CHANCES and not _WORK.isdisjoint(kinds)
