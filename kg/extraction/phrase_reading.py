"""Phrase patterns of rule files: words, alternatives, mention slots and gaps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from kg.extraction.rule import Item, Restriction, Rule
from kg.extraction.rule_file import PSEUDO_TYPES, RuleFile, get_list
from kg.extraction.verb_forms import find_forms

_ITEM = re.compile(
    r"\{(?P<role>[a-z_]+):\s*(?P<types>[A-Za-z|]+)\}(?P<mark>[?+])?"
    r"|\.\.\.(?P<gap>\d+)|\.\.\.(?P<over>row|np|kind|far|rest|own|title|thing)|(?P<words>[^\s{}?]+|\?)(?P<wopt>\?)?"
)
_MAX_ITEMS, _MAX_GAP, _MAX_VERBS = 24, 6, 80
_PASSIVE = frozenset(["to", "for", "in", "at", "from", "with", "as", "of"])


def read_phrase(file: RuleFile, value: Any, name: str) -> tuple[Item, ...]:
    """The steps of a phrase pattern; RuleError where it cannot be read."""
    if not isinstance(value, str):
        raise file.fail(f"the phrase of '{name}' must be text.", f"id: {name}")
    items = []
    position = 0
    for match in _ITEM.finditer(value):
        if value[position : match.start()].strip():
            raise file.fail(
                f"cannot read '{value[position : match.start()]}' in '{name}'; see kg/rules/README.md.",
                f"id: {name}",
            )
        position = match.end()
        items.append(_read_item(file, match, name))
    if value[position:].strip() or not items or len(items) > _MAX_ITEMS:
        raise file.fail(
            f"the phrase of '{name}' is empty, too long or broken; mend it.", f"id: {name}"
        )
    return tuple(items)


def restrict_items(rule: Rule) -> Rule:
    """The rule with each slot of its pattern told what `where` asks of it."""
    if any(item.role in rule.restrictions for item in rule.items):
        rule = replace(rule, items=tuple(_restrict(item, rule.restrictions) for item in rule.items))
    return _add_forms(rule)


def _add_forms(rule: Rule) -> Rule:
    """The rule with the verb of its first name told in its other forms."""
    items = rule.items
    first = next((n for n, item in enumerate(items) if item.role), None)
    verb = find_acting(items[first:]) if first is not None else None
    if first is None or verb is None or rule.tense or rule.modality or "endTime" in rule.constants:
        return rule
    n = first + verb
    behind = frozenset[str]().union(*(item.words for item in items[n + 1 : n + 3]))
    doer = rule.emit.get("subject") == items[first].role
    if "by" in behind or (not doer and behind & _PASSIVE):  # "X, bought by Y", "X sold to Y"
        return rule
    forms = find_forms(items[n].words)
    return replace(rule, items=(*items[:n], replace(items[n], forms=forms), *items[n + 1 :]))


def find_acting(items: Sequence[Item]) -> int | None:
    """The number of the words that follow the first slot, whatever may be left out between; None where none do."""
    for n in range(1, len(items)):
        item = items[n]
        if item.role:
            return None
        if item.words and not item.optional:
            return None if item.refused or len(item.words) > _MAX_VERBS else n
    return None


def _restrict(item: Item, asked: Mapping[str, Restriction]) -> Item:
    restriction = asked.get(item.role or "")
    return item if restriction is None else replace(item, restriction=restriction)


def _read_item(file: RuleFile, match: re.Match[str], name: str) -> Item:
    if match["role"]:
        types = tuple(match["types"].split("|"))
        for kind in types:
            if kind not in PSEUDO_TYPES and file.ontology.find_type(kind) is None:
                raise file.fail(
                    f"'{kind}' in '{name}' is no type of the ontology; take one.", f"id: {name}"
                )
        return Item(
            role=match["role"],
            types=types,
            optional=match["mark"] == "?",
            many=match["mark"] == "+",
        )
    if match["gap"]:
        if int(match["gap"]) > _MAX_GAP:
            raise file.fail(f"a gap in '{name}' must be at most ...{_MAX_GAP}.", f"id: {name}")
        return Item(gap=int(match["gap"]))
    if match["over"]:
        return Item(over=match["over"])
    return _read_words(match["words"], optional=bool(match["wopt"]))


@cache
def _read_words(written: str, *, optional: bool) -> Item:
    """The step that takes one of the words; most are in many rules."""
    refused = written.startswith("!(")
    text = written[refused:]
    words = text[1:-1] if text.startswith("(") and text.endswith(")") and len(text) > 2 else text
    alternatives: set[str] = set()
    for word in words.split("|") if words != "|" else ["|"]:
        if word.startswith("@"):
            alternatives |= get_list(word[1:])
        else:
            alternatives.add(word)
    return Item(words=frozenset(alternatives), optional=optional, refused=refused)
