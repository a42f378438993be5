"""Lines that tell who somebody is, which look like headlines: "Jane Doe, Chief Executive, Norvik Group"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon

_TITLES = frozenset(head.split()[-1] for head in load_lexicon("posts").get_mapping("heads"))
_NAMES = range(2, 5)  # words of a name
_REACH = 5  # tokens behind the comma in which the title is told


def is_title_line(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a name in capitals, a comma and a title open a line."""
    comma = next((k for k in range(start, min(start + 6, end)) if words[k] == ","), start)
    name = [word for word in words[start:comma] if word[0].isalpha()]
    if len(name) not in _NAMES or not all(word[0].isupper() for word in name):
        return False
    behind = words[comma + 1 : min(comma + 1 + _REACH, end)]
    return not _TITLES.isdisjoint(word.lower() for word in behind) and "," in words[comma + 1 : end]
