"""Larger organizations and their Wikidata items, from name-suggestion-index: link-only rows.

A row stands only where the name tells one item: names of several items, words of the language, names
of people and of places tell none, nor do short acronyms, nor public bodies that name no place.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from cities import Words
from rows import SOURCES, WIKIDATA, Row, add_source, fold, make_id, read_lines

_SOURCE, _LICENCE = "name-suggestion-index (Wikidata)", "BSD-3-Clause"
_TAIL = re.compile(
    r"(?:[,;(]| (?:in|of|based|headquartered|from|for|with|that|operating|serving|which|owned|"
    r"founded|specializing|specialising|located|providing|responsible|active|since|by|on)\b).*$"
)
_LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff .,&'\u2019+/()-]+")
_LARGE = "Large"  # the list of words that tell large organizations
_SHORTEST = 4  # letters of a name of one word
_MOST_ALIASES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A Wikidata item: what its description says, and its names, the label first."""

    description: str
    names: tuple[str, ...]


def read_items(node_modules: Path) -> dict[str, Item]:
    """The Wikidata items that the index knows, by their ids."""
    folder = node_modules / "name-suggestion-index" / "dist"
    told = json.loads((folder / "wikidata" / "wikidata.json").read_text(encoding="utf-8"))
    groups = json.loads((folder / "json" / "nsi.json").read_text(encoding="utf-8"))["nsi"]
    names: dict[str, list[str]] = defaultdict(list)
    for tags in (entry["tags"] for group in groups.values() for entry in group["items"]):
        for key in ("brand", "operator", "network"):
            if item := tags.get(f"{key}:wikidata"):
                forms = (f"{kind}{tail}" for kind in (key, "official_name") for tail in ("", ":en"))
                names[item] += [tags[form] for form in forms if form in tags]
    return {
        item: Item(
            description=facts.get("description", ""),
            names=tuple(dict.fromkeys((facts.get("label", ""), *names[item]))),
        )
        for item, facts in told["wikidata"].items()
    }


def read_nouns() -> dict[str, str]:
    """Entity types by the nouns of sources/organizations.txt; under _LARGE its words for large ones."""
    found: dict[str, str] = {}
    kind = ""
    for cells in read_lines(SOURCES / "organizations.txt"):
        if cells[0].startswith("["):
            kind = cells[0].strip("[]")
        elif kind == _LARGE:
            found[_LARGE] = "|".join((*found.get(_LARGE, "").split("|"), *cells)).strip("|")
        else:
            found |= dict.fromkeys(cells, kind)
    return found


def find_type(description: str, nouns: Mapping[str, str]) -> str:
    """The type that the end of a description's first phrase tells, or ""."""
    words = _TAIL.sub("", description).lower().split()
    ends = (" ".join(words[k:]) for k in range(len(words)))
    return next((nouns[end] for end in ends if end in nouns), "")


def build_organizations(
    items: Mapping[str, Item], others: Sequence[Row], words: Words
) -> list[Row]:
    """The rows; `others` are those of all other tables, whose names mean something else."""
    nouns = read_nouns()
    large = re.compile(rf"\b(?:{nouns.pop(_LARGE)})\b")
    taken = {row.id for row in others}
    linked = {link for row in others for link in row.same_as}
    places = {fold(name) for row in others for name in (row.label, *row.aliases, *row.adjectives)}
    known = {fold(name) for row in others for name in (row.label, *row.aliases)}
    by_name = _index(items)
    rows: dict[str, Row] = {}
    for item, facts in sorted(items.items(), key=lambda pair: int(pair[0][1:])):
        kind = find_type(facts.description, nouns)
        if not kind or WIKIDATA.format(item) in linked:
            continue
        names = [
            name
            for name in _list_names(facts)
            if by_name[fold(name)] == {item}
            and fold(name) not in known
            and is_telling(name, kind, places, words)
            and (" " in name or large.search(facts.description))
        ]
        row_id = make_id(kind, names[0]) if names else ""
        if not names or row_id in taken or row_id in rows:
            continue
        rows[row_id] = Row(
            id=row_id,
            type=kind,
            label=names[0],
            aliases=tuple(names[1 : 1 + _MOST_ALIASES]),
            same_as=(WIKIDATA.format(item),),
            source=_SOURCE,
            licence=_LICENCE,
            link_only=True,
        )
    return list(rows.values())


def link_bodies(bodies: Iterable[Row], items: Mapping[str, Item]) -> list[Row]:
    """The rows with the Wikidata item that alone has their label, and is such a body."""
    by_name = _index(items)
    nouns = read_nouns()
    rows = []
    for row in bodies:
        found = by_name.get(fold(row.label), set())
        if len(found) == 1 and find_type(items[min(found)].description, nouns) == row.type:
            row = add_source(row, WIKIDATA.format(*found), _SOURCE, _LICENCE)
        rows.append(row)
    return rows


def is_telling(name: str, kind: str, places: Set[str], words: Words) -> bool:
    """Whether the name means nothing but a thing of its own."""
    parts = fold(name).split()
    if not parts or (not name[0].isupper() and not name[0].isdigit()):
        return False
    placed = any(
        " ".join(parts[i:k]) in places
        for i in range(len(parts))
        for k in range(i + 1, len(parts) + 1)
    )
    if len(parts) == 1:
        plain = parts[0] in words.common or parts[0] in words.people or placed
        return len(parts[0]) >= _SHORTEST and not plain and not parts[0].isdigit()
    if kind == "GovernmentBody":
        return placed
    rare = [part for part in parts if part not in words.common and not part.isdigit()]
    return bool(rare) or placed


def _index(items: Mapping[str, Item]) -> dict[str, set[str]]:
    """The items of each folded name: those whose label it is, or else those that have it."""
    labels: dict[str, set[str]] = defaultdict(set)
    found: dict[str, set[str]] = defaultdict(set)
    for item, facts in items.items():
        labels[fold(facts.names[0])].add(item)
        for name in _list_names(facts):
            found[fold(name)].add(item)
    return found | labels


def _list_names(facts: Item) -> list[str]:
    """The names in Latin letters, each spelling once."""
    unique: dict[str, str] = {}
    for name in facts.names:
        if _LATIN.fullmatch(name):
            unique.setdefault(fold(name), name)
    return list(unique.values())
