"""How annotations are made, read from conventions.yaml beside this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.strictyaml import read_yaml, require_mapping

_PATH = Path(__file__).with_name("conventions.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """What annotations ask for once, leave to be inferred, or do not ask for; see the file.

    `families` gives each predicate those that are near it, itself included.
    """

    either_way: frozenset[str]
    chained: frozenset[str]
    chained_with: str
    only_in_use: frozenset[str]
    families: Mapping[str, frozenset[str]]
    titled: str
    measured: str
    empty_words: frozenset[str]


@cache
def load_conventions() -> Conventions:
    """The conventions that ship with kg, read once."""
    data = require_mapping(read_yaml(_PATH), _PATH, "the file")
    families: dict[str, frozenset[str]] = {}
    for words in data["families"].values():
        for name in _split(words):
            families[name] = families.get(name, frozenset()) | _split(words)
    return Conventions(
        either_way=_split(data["either_way"]),
        chained=_split(data["chained"]),
        chained_with=data["chained_with"],
        only_in_use=_split(data["only_in_use"]),
        families=families,
        titled=data["titled"],
        measured=data["measured"],
        empty_words=_split(data["empty_words"]),
    )


def _split(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(","))
