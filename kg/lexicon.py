"""The only reader of the word lists in kg/rules/lexicon: named lists of lower-case words and phrases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.resources import list_domain_files
from kg.strictyaml import read_yaml, require_mapping

FOLDER = Path(__file__).parent / "rules" / "lexicon"


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of one file, by name. A list may hold phrases of several words."""

    path: Path
    lists: Mapping[str, frozenset[str]]
    mappings: Mapping[str, Mapping[str, str]]

    def get(self, name: str) -> frozenset[str]:
        """The words of a list; RuleError names the lists there are."""
        if name not in self.lists:
            known = ", ".join(sorted(self.lists))
            raise RuleError(f"{self.path}:1: there is no list '{name}'; there are {known}.")
        return self.lists[name]

    def get_mapping(self, name: str) -> Mapping[str, str]:
        """The word → value mapping of that name; RuleError names the mappings there are."""
        if name not in self.mappings:
            known = ", ".join(sorted(self.mappings))
            raise RuleError(f"{self.path}:1: there is no mapping '{name}'; there are {known}.")
        return self.mappings[name]


def _split_words(value: Any, path: Path, name: str) -> Iterable[str]:
    """A list may be written as a YAML list, or as text with commas."""
    items = value if isinstance(value, list) else str(value).split(",")
    for item in items:
        word = " ".join(str(item).split())
        if not word:
            raise RuleError(f"{path}:1: the list '{name}' holds an empty word; take it out.")
        yield word


def _invert(value: Mapping[str, Any], path: Path, name: str) -> dict[str, str]:
    """{City: "city, town"} becomes {"city": "City", "town": "City"}; a word may stand only once."""
    result: dict[str, str] = {}
    for target, words in value.items():
        for word in _split_words(words, path, name):
            if word in result:
                raise RuleError(
                    f"{path}:1: '{word}' stands twice in '{name}' ({result[word]}, {target}); keep one."
                )
            result[word] = target
    return result


def read_lexicon(path: Path) -> dict[str, Any]:
    """The content of a lexicon file; words of the domain's file of that name are added to shipped ones."""
    content = dict(require_mapping(read_yaml(path), path, "a lexicon file"))
    if path.parent == FOLDER:
        for more in list_domain_files(f"lexicon/{path.name}"):
            added = require_mapping(read_yaml(more), more, "a lexicon file")
            content = _add(content, added, more)
    return content


def _add(content: Mapping[str, Any], added: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Both in one: lists join lists; in a mapping a word goes over to the target that adds it."""
    joined = dict(content)
    for key, value in added.items():
        held = content.get(key)
        if held is None:
            joined[key] = value
        elif isinstance(held, dict) != isinstance(value, dict):
            raise RuleError(f"{path}:1: '{key}' is of another form in kg; write it as it is there.")
        elif isinstance(held, dict):
            joined[key] = _add_targets(held, value, path, key)
        else:
            joined[key] = [*_split_words(held, path, key), *_split_words(value, path, key)]
    return joined


def _add_targets(
    held: Mapping[str, Any], added: Mapping[str, Any], path: Path, name: str
) -> dict[str, list[str]]:
    words = {target: list(_split_words(value, path, name)) for target, value in held.items()}
    taken = {word for value in added.values() for word in _split_words(value, path, name)}
    kept = {target: [w for w in own if w not in taken] for target, own in words.items()}
    for target, value in added.items():
        kept[target] = [*kept.get(target, ()), *_split_words(value, path, name)]
    return {target: own for target, own in kept.items() if own}


def read_word_lists(path: Path) -> WordLists:
    """Reads a lexicon file: each key is a list of words, or a mapping target → words (inverted)."""
    lists: dict[str, frozenset[str]] = {}
    mappings: dict[str, Mapping[str, str]] = {}
    for name, value in read_lexicon(path).items():
        if isinstance(value, dict):
            mappings[name] = _invert(value, path, name)
        else:
            lists[name] = frozenset(_split_words(value, path, name))
    return WordLists(path, lists, mappings)


@cache
def load_lexicon(name: str) -> WordLists:
    """The shipped lexicon file of that name, without ending ("names", "posts"), read once."""
    path = FOLDER / f"{name}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.yaml")))
        raise RuleError(f"{path}:1: there is no such lexicon; there are {known}.")
    return read_word_lists(path)
