"""The ledger: what people decided about identity, kept in a file beside the documents."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.model.ids import format_digest
from kg.ontology import Ontology
from kg.strictyaml import Numbered, read_yaml, require_mapping

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*/[0-9a-z]+(?:-[0-9a-z]+)*")
_SECTIONS = ("same", "different", "rename", "retype")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An entity by its id, or with `document` only what that document says of it."""

    id: str
    document: str | None = None

    def __str__(self) -> str:
        return self.id if self.document is None else f"{self.id} @ {self.document}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One decision. `kind` is same, different, rename or retype; `value` the new label or type.

    `where` is file and line, for messages.
    """

    kind: str
    references: tuple[Reference, ...]
    where: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The pins of a file, in its order; equal decisions have an equal `digest`."""

    pins: tuple[Pin, ...] = ()
    digest: str = ""

    @property
    def documents(self) -> frozenset[str]:
        """The documents that references name."""
        return frozenset(r.document for pin in self.pins for r in pin.references if r.document)

    def list_pins(self, kind: str) -> Iterator[Pin]:
        """The pins of a kind, in order."""
        return (pin for pin in self.pins if pin.kind == kind)

    def list_keys(self, ids: Iterable[str]) -> set[str]:
        """The keys that tie a cluster with one of these ids to all that pins on it name.

        Folders do not count, since the type is settled later, nor what an id in a pin has behind the
        name to tell equal names apart.
        """
        own = {entity_id.rsplit("/", 1)[-1] for entity_id in ids}
        return {
            f"pin:{n}"
            for n, pin in enumerate(self.pins)
            if any(own.intersection(_list_heads(r.id)) for r in pin.references)
        }

    def list_unmatched(self, matched: Iterable[str]) -> tuple[str, ...]:
        """A warning for each reference that is not among those `matched` (see Resolution)."""
        known = frozenset(matched)
        return tuple(
            f"{pin.where}: '{reference}' names nothing in these documents; correct the id "
            "(`kg entities` lists them) or delete the line."
            for pin in self.pins
            for reference in pin.references
            if str(reference) not in known
        )


def _list_heads(entity_id: str) -> list[str]:
    """The slug of the id, and what is left of it without its last words."""
    words = entity_id.rsplit("/", 1)[-1].split("-")
    return ["-".join(words[:k]) for k in range(1, len(words) + 1)]


EMPTY_LEDGER = Ledger()


def read_ledger(path: Path, ontology: Ontology) -> Ledger:
    """The ledger of a YAML file with the sections same, different, rename and retype.

    Raises RuleError, naming file and line, for what is malformed and for decisions that contradict
    each other.
    """
    content = require_mapping(read_yaml(path, numbered=True), path, "an identity ledger")
    parser = _Parser(path, ontology)
    pins = tuple(pin for name, value in content.items() for pin in parser.parse(name, value))
    _check_contradictions(pins)
    decisions = sorted({(p.kind, tuple(map(str, p.references)), p.value) for p in pins})
    return Ledger(pins=pins, digest=format_digest(*decisions))


class _Parser:
    """Reads the sections of a file."""

    def __init__(self, path: Path, ontology: Ontology) -> None:
        self.path = path
        self.ontology = ontology

    def parse(self, name: str, value: Any) -> Iterator[Pin]:
        if name not in _SECTIONS:
            raise self._fail(1, f"there is no section '{name}'; there are {', '.join(_SECTIONS)}.")
        if name in ("same", "different"):
            if not isinstance(value, list):
                raise self._fail(_line(value), f"'{name}' must be a list of lists of entities.")
            return (self._parse_group(name, item) for item in value)
        if not isinstance(value, dict):
            raise self._fail(_line(value), f"'{name}' must be lines 'entity: new value'.")
        return (self._parse_value(name, key, item) for key, item in value.items())

    def _parse_group(self, kind: str, item: Any) -> Pin:
        if not isinstance(item, list) or not all(isinstance(i, Numbered) for i in item):
            raise self._fail(_line(item), f"write each '{kind}' as [entity, entity].")
        references = tuple(self._parse_reference(i.text, i.line) for i in item)
        if len(set(references)) < len(references) or len(references) < 2:
            raise self._fail(_line(item), f"'{kind}' needs two or more entities, each once.")
        return Pin(kind=kind, references=references, where=f"{self.path}:{_line(item)}")

    def _parse_value(self, kind: str, key: str, item: Any) -> Pin:
        line = _line(item)
        if not isinstance(item, Numbered) or not item.text.strip():
            raise self._fail(line, f"'{kind}' of {key} needs one text as its value.")
        value = " ".join(item.text.split())
        if kind == "retype" and self.ontology.find_type(value) is None:
            raise self._fail(line, f"the ontology has no entity type '{value}'; use one it has.")
        reference = self._parse_reference(key, line)
        return Pin(
            kind=kind, references=(reference,), where=f"{self.path}:{line}", value=value
        )  # fmt: skip

    def _parse_reference(self, text: str, line: int) -> Reference:
        entity_id, at, document = (part.strip() for part in text.partition(" @ "))
        if not _ID.fullmatch(entity_id) or (at and not document):
            raise self._fail(
                line,
                f"'{text}' is no entity; write its id as `kg entities` shows it "
                "(organization/norvik-group), or with a document behind it (… @ a.txt).",
            )
        return Reference(entity_id, document or None)

    def _fail(self, line: int, message: str) -> RuleError:
        return RuleError(f"{self.path}:{line}: {message}")


def _line(value: Any) -> int:
    """The first line of a value; 1 where it is empty."""
    while isinstance(value, list | dict) and value:
        value = next(iter(value.values() if isinstance(value, dict) else value))
    return value.line if isinstance(value, Numbered) else 1


def _check_contradictions(pins: tuple[Pin, ...]) -> None:
    """Raises RuleError for what is pinned the same and different, or renamed or retyped twice."""
    told: dict[tuple[str, Reference], Pin] = {}
    for pin in pins:
        if pin.value:
            other = told.setdefault((pin.kind, pin.references[0]), pin)
            if other.value != pin.value:
                raise _contradict(pin, other)
    group_of = _join_same(pins)
    for pin in pins:
        if pin.kind != "different":
            continue
        for left, right in itertools.combinations(pin.references, 2):
            if right in group_of[left]:
                pins_of = (p for p in pins if p.kind == "same" and left in p.references)
                raise _contradict(pin, next(pins_of))


def _join_same(pins: tuple[Pin, ...]) -> dict[Reference, set[Reference]]:
    """Each reference with all that the pins make one with it."""
    group_of = {reference: {reference} for pin in pins for reference in pin.references}
    for pin in pins:
        if pin.kind == "same":
            joined = set().union(*(group_of[reference] for reference in pin.references))
            group_of |= dict.fromkeys(joined, joined)
    return group_of


def _contradict(pin: Pin, other: Pin) -> RuleError:
    return RuleError(f"{pin.where}: this contradicts {other.where}; keep one of the two.")
