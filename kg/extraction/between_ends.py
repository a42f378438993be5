"""Places behind "between X and": "moved between Zenda and towns in Asia" tells where an end of the way lies."""

from kg.model.parse import Parse


def lies_beyond(parse: Parse, verb: int, place: int) -> bool:
    """Whether a place that counts for the verb only tells where the second of two ends is."""
    words = [word.lower() for word in parse.words[verb:place]]
    return "between" in words and "and" in words[words.index("between") :]
