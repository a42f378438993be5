"""One rule file: its lines, and errors that name file and line."""

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.strictyaml import parse_yaml, read_yaml, require_mapping

# Types that are no types of the ontology: values, titles and phrases.
PSEUDO_TYPES = frozenset(
    ["Post", "Money", "Percent", "Count", "Quantity", "Period", "NP", "Any", "Named", "Title"]
)
# The examples of a rule as the shipped files are laid out.
_EXAMPLES = re.compile(
    r"^    (?:examples|counterexamples|known_failures):.*\n(?:(?:      .*|    -.*| *)\n)*",
    re.MULTILINE,
)


class RuleFile:
    """A file that was read strictly; what its readers share.

    Without `examples` those of the rules are left out unread: a shipped file is three fifths examples.
    """

    def __init__(self, path: Path, ontology: Ontology, *, examples: bool = True) -> None:
        self.path = path
        self.ontology = ontology
        content = read_yaml(path) if examples else _read_without_examples(path)
        self.content = require_mapping(content, path, "a rule file")
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self._ids: dict[str, int] = {}  # the first line of each rule's id
        for n, line in enumerate(self.lines, 1):
            before, found, name = line.partition("id: ")
            if found and not before.strip(" -{"):
                self._ids.setdefault(name.strip(" \"',}"), n)

    def line_of(self, needle: str) -> int:
        """The line, from 1, where the text first stands as a whole; 1 where it does not."""
        known = self._ids.get(needle.removeprefix("id: ")) if needle.startswith("id: ") else None
        if known is not None:
            return known
        found = (n for n, line in enumerate(self.lines, 1) if _has_whole(line, needle))
        return next(found, 1)

    def line_of_text(self, text: str, name: str) -> int:
        """The line of an example of the rule `name`: the first below its id with the whole text.

        The beginning decides where quotation marks make the rest differ.
        """
        first = self.line_of(f"id: {name}")
        for part in (text, text[:40]):
            below = enumerate(islice(self.lines, first - 1, None), first)
            found = next((n for n, line in below if part in line), None)
            if found is not None:
                return found
        return first

    def fail(self, message: str, needle: str = "") -> RuleError:
        """The error to raise, at the line of `needle`."""
        return RuleError(f"{self.path}:{self.line_of(needle) if needle else 1}: {message}")

    def check_keys(self, value: Mapping[str, Any], known: frozenset[str], what: str) -> None:
        """Refuses keys that are not known."""
        for key in value:
            if key not in known:
                raise self.fail(
                    f"unknown key '{key}' in {what}; known are {', '.join(sorted(known))}.",
                    f"{key}:",
                )

    def read_texts(self, value: Any, what: str) -> dict[str, str]:
        """A mapping of names to plain text."""
        mapping = require_mapping(value, self.path, what)
        for key, item in mapping.items():
            if not isinstance(item, str):
                raise self.fail(f"'{key}' in {what} must be plain text.", f"{key}:")
        return dict(mapping)

    def read_confidence(self, value: Any, name: str) -> float:
        """A number above 0 and at most 1."""
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = -1.0
        if not 0.0 < number <= 1.0:
            raise self.fail(f"confidence of '{name}' must be above 0 and at most 1.", f"id: {name}")
        return number

    def read_words(self, value: Any, name: str) -> frozenset[str]:
        """Words as a list or text with commas; "@name" takes the list of that name in the lexicon."""
        items = value if isinstance(value, list) else str(value).split(",")
        words: set[str] = set()
        for item in (" ".join(str(i).split()) for i in items):
            if item.startswith("@"):
                words |= get_list(item[1:])
            elif item:
                words.add(item)
        if not words:
            raise self.fail(f"rule '{name}' has an empty word list; fill it.", f"id: {name}")
        return frozenset(words)

    def read_types(self, words: frozenset[str], name: str) -> tuple[str, ...]:
        """Names of types, sorted; each must be of the ontology or a pseudo-type."""
        for kind in words:
            if kind not in PSEUDO_TYPES and self.ontology.find_type(kind) is None:
                raise self.fail(
                    f"'{kind}' in '{name}' is no type of the ontology; take one.", f"id: {name}"
                )
        return tuple(sorted(words))


def _read_without_examples(path: Path) -> Any:
    """The same lines, empty where examples stand, so that an error names the line of the file."""
    text = path.read_text(encoding="utf-8")
    return parse_yaml(_EXAMPLES.sub(lambda found: "\n" * found[0].count("\n"), text), path)


def _has_whole(line: str, needle: str) -> bool:
    """Whether the needle stands in the line and is no part of a longer word."""
    start = line.find(needle)
    while start >= 0:
        end = start + len(needle)
        around = (line[start - 1 : start], line[end : end + 1])
        if not any(c and (c.isalnum() or c in "_.-") for c in around):
            return True
        start = line.find(needle, start + 1)
    return False


def get_list(name: str) -> frozenset[str]:
    """The shared list of that name: of the words of observations, else of the triggers lexicon."""
    file = "measures" if name in load_lexicon("measures").lists else "triggers"
    return load_lexicon(file).get(name)
