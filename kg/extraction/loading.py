"""Strict reading of rule files: every unknown key, type, role or predicate is an error with file and line."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import OntologyError, RuleError
from kg.extraction.rule import (
    CLAUSE,
    KINDS,
    MEASURE,
    PHRASE,
    Example,
    Item,
    Restriction,
    Rule,
    RuleSet,
    Slot,
)
from kg.lexicon import load_lexicon
from kg.ontology import Ontology, load_ontology
from kg.strictyaml import read_yaml, require_mapping

RULES_FOLDER = Path(__file__).parents[1] / "rules"
SHAPES = (
    "subject-verb-value", "has-measure", "measure-of-value", "counted-object", "change", "rank",
    "value-noun", "length-in-brackets", "value-for-measure",
)
CONSTANTS = frozenset(["@home", "@topic", "@place", "@inside"])
_RULE_KEYS = frozenset(
    ["id", "note", "clause", "phrase", "measure", "emit", "where", "set", "confidence", "modality", "voice",
     "examples", "counterexamples", "known_failures"]
)
_FILE_KEYS = frozenset(["predicate", "rules", "note"])
_ITEM = re.compile(r"\{(?P<role>[a-z_]+):\s*(?P<types>[A-Za-z|]+)\}(?P<opt>\?)?|\.\.\.(?P<gap>\d)|(?P<words>[^\s{}?]+|\?)(?P<wopt>\?)?")
_MAX_ITEMS, _MAX_GAP = 24, 6
_PSEUDO_TYPES = frozenset(["Post", "Money", "Percent", "Count", "Quantity", "Period", "NP", "Any"])


class _FileReader:
    """Reads one rule file."""

    def __init__(self, path: Path, ontology: Ontology) -> None:
        self.path = path
        self.ontology = ontology
        self.lines = path.read_text(encoding="utf-8").splitlines()

    def _line_of(self, needle: str) -> int:
        return next((n for n, line in enumerate(self.lines, 1) if needle in line), 1)

    def fail(self, message: str, needle: str = "") -> RuleError:
        return RuleError(f"{self.path}:{self._line_of(needle) if needle else 1}: {message}")

    def read(self) -> list[Rule]:
        content = require_mapping(read_yaml(self.path), self.path, "a rule file")
        self._check_keys(content, _FILE_KEYS, "the file")
        predicate = content.get("predicate")
        if not isinstance(predicate, str):
            raise self.fail("the file must name its predicate.")
        try:
            self.ontology.get_predicate(predicate)
        except OntologyError as error:
            raise self.fail(str(error), "predicate:") from error
        rules = content.get("rules")
        if not isinstance(rules, list) or not rules:
            raise self.fail("'rules' must be a list with at least one rule.")
        return [self._rule(require_mapping(r, self.path, "a rule"), predicate) for r in rules]

    def _check_keys(self, value: Mapping[str, Any], known: frozenset[str], what: str) -> None:
        for key in value:
            if key not in known:
                raise self.fail(
                    f"unknown key '{key}' in {what}; known are {', '.join(sorted(known))}.", f"{key}:"
                )

    def _rule(self, raw: Mapping[str, Any], predicate: str) -> Rule:
        name = raw.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name):
            raise self.fail("every rule needs an id of lower-case letters, digits, dots and hyphens.")
        needle = f"id: {name}"
        self._check_keys(raw, _RULE_KEYS, f"rule '{name}'")
        kinds = [kind for kind in KINDS if kind in raw]
        if len(kinds) != 1:
            raise self.fail(f"rule '{name}' needs exactly one of {', '.join(KINDS)}.", needle)
        fields: dict[str, Any] = getattr(self, f"_{kinds[0]}")(raw[kinds[0]], name)
        emit = self._texts(raw.get("emit", {}), f"emit of '{name}'")
        rule = Rule(
            id=f"{self.path.stem}/{name}",
            predicate=predicate,
            kind=kinds[0],
            note=str(raw.get("note", "")),
            confidence=self._confidence(raw.get("confidence", "0.8"), name),
            emit=emit,
            line=self._line_of(needle),
            path=str(self.path),
            restrictions=self._where(raw.get("where", {}), name),
            constants=self._texts(raw.get("set", {}), f"set of '{name}'"),
            modality=raw.get("modality"),
            voice=raw.get("voice"),
            examples=self._examples(raw.get("examples", []), name),
            counterexamples=self._examples(raw.get("counterexamples", []), name, because=True),
            known_failures=self._examples(raw.get("known_failures", []), name),
            **fields,
        )
        self._check_roles(rule)
        return rule

    def _texts(self, value: Any, what: str) -> dict[str, str]:
        mapping = require_mapping(value, self.path, what)
        for key, item in mapping.items():
            if not isinstance(item, str):
                raise self.fail(f"'{key}' in {what} must be plain text.", f"{key}:")
        return dict(mapping)

    def _confidence(self, value: Any, name: str) -> float:
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = -1.0
        if not 0.0 < number <= 1.0:
            raise self.fail(f"confidence of '{name}' must be above 0 and at most 1.", f"id: {name}")
        return number

    def _word_list(self, value: Any, name: str) -> frozenset[str]:
        """Words as a list or text with commas; "@name" takes the list of that name in the lexicon."""
        items = value if isinstance(value, list) else str(value).split(",")
        words: set[str] = set()
        for item in (" ".join(str(i).split()) for i in items):
            if item.startswith("@"):
                words |= _get_list(item[1:])
            elif item:
                words.add(item)
        if not words:
            raise self.fail(f"rule '{name}' has an empty word list.", f"id: {name}")
        return frozenset(words)

    def _clause(self, value: Any, name: str) -> dict[str, Any]:
        raw = require_mapping(value, self.path, f"clause of '{name}'")
        if "verb" not in raw and "noun" not in raw:
            raise self.fail(f"the clause of '{name}' needs a verb or a noun.", f"id: {name}")
        slots = []
        for key, role in raw.items():
            if key in {"verb", "noun"}:
                continue
            if not isinstance(role, str):
                raise self.fail(f"slot '{key}' of '{name}' must name a role.", f"id: {name}")
            names = tuple(part.strip() for part in key.rstrip("?").split("|"))
            slots.append(Slot(names=names, role=role, optional=key.endswith("?")))
        return {
            "verbs": self._word_list(raw["verb"], name) if "verb" in raw else frozenset(),
            "nouns": self._word_list(raw["noun"], name) if "noun" in raw else frozenset(),
            "slots": tuple(slots),
        }

    def _phrase(self, value: Any, name: str) -> dict[str, Any]:
        if not isinstance(value, str):
            raise self.fail(f"the phrase of '{name}' must be text.", f"id: {name}")
        items = []
        position = 0
        for match in _ITEM.finditer(value):
            if value[position : match.start()].strip():
                raise self.fail(f"cannot read '{value[position:match.start()]}' in '{name}'.", f"id: {name}")
            position = match.end()
            items.append(self._item(match, name))
        if value[position:].strip() or not items or len(items) > _MAX_ITEMS:
            raise self.fail(f"the phrase of '{name}' is empty, too long or broken.", f"id: {name}")
        return {"items": tuple(items)}

    def _item(self, match: re.Match[str], name: str) -> Item:
        if match["role"]:
            types = tuple(match["types"].split("|"))
            for kind in types:
                if kind not in _PSEUDO_TYPES and self.ontology.find_type(kind) is None:
                    raise self.fail(f"'{kind}' in '{name}' is no type of the ontology.", f"id: {name}")
            return Item(role=match["role"], types=types, optional=bool(match["opt"]))
        if match["gap"]:
            if int(match["gap"]) > _MAX_GAP:
                raise self.fail(f"a gap in '{name}' may be at most ...{_MAX_GAP}.", f"id: {name}")
            return Item(gap=int(match["gap"]))
        text = match["words"]
        words = text[1:-1] if text.startswith("(") and text.endswith(")") and len(text) > 2 else text
        alternatives: set[str] = set()
        for word in words.split("|") if words != "|" else ["|"]:
            if word.startswith("@"):
                alternatives |= _get_list(word[1:])
            else:
                alternatives.add(word)
        return Item(words=frozenset(alternatives), optional=bool(match["wopt"]))

    def _measure(self, value: Any, name: str) -> dict[str, Any]:
        raw = require_mapping(value, self.path, f"measure of '{name}'")
        shape = raw.get("shape")
        if shape not in SHAPES:
            raise self.fail(f"'{name}' needs a shape of {', '.join(SHAPES)}.", f"id: {name}")
        self._check_keys(raw, frozenset(["shape", "verb", "noun", "words"]), f"measure of '{name}'")
        return {
            "shape": shape,
            "verbs": self._word_list(raw["verb"], name) if "verb" in raw else frozenset(),
            "nouns": self._word_list(raw["noun"], name) if "noun" in raw else frozenset(),
            "words": self._word_list(raw["words"], name) if "words" in raw else frozenset(),
        }

    def _where(self, value: Any, name: str) -> dict[str, Restriction]:
        found = {}
        for role, raw in require_mapping(value, self.path, f"where of '{name}'").items():
            conditions = require_mapping(raw, self.path, f"where of '{name}'")
            self._check_keys(conditions, frozenset(["type", "not_type", "noun", "not_noun"]), name)

            def types(key: str, conditions: Mapping[str, Any] = conditions) -> tuple[str, ...]:
                return tuple(sorted(self._word_list(conditions[key], name))) if key in conditions else ()

            for kind in (*types("type"), *types("not_type")):
                if kind not in _PSEUDO_TYPES and self.ontology.find_type(kind) is None:
                    raise self.fail(f"'{kind}' in '{name}' is no type of the ontology.", f"id: {name}")
            found[role] = Restriction(
                types=types("type"),
                not_types=types("not_type"),
                nouns=self._word_list(conditions["noun"], name) if "noun" in conditions else frozenset(),
                not_nouns=self._word_list(conditions["not_noun"], name) if "not_noun" in conditions else frozenset(),
            )
        return found

    def _examples(self, value: Any, name: str, *, because: bool = False) -> tuple[Example, ...]:
        if not isinstance(value, list):
            raise self.fail(f"examples of '{name}' must be a list.", f"id: {name}")
        examples = []
        for raw in value:
            entry = raw if isinstance(raw, dict) else {"text": raw}
            self._check_keys(entry, frozenset(["text", "because"]), f"an example of '{name}'")
            text, reason = entry.get("text"), entry.get("because")
            if not isinstance(text, str) or (because and not reason):
                raise self.fail(f"an example of '{name}' lacks its text or its because.", f"id: {name}")
            examples.append(Example(text=text, line=self._line_of(text[:40]), because=reason))
        return tuple(examples)

    def _check_roles(self, rule: Rule) -> None:
        if rule.kind == MEASURE:
            return
        roles = {slot.role for slot in rule.slots} | {i.role for i in rule.items if i.role}
        for part in ("subject", "object"):
            if part not in rule.emit:
                raise self.fail(f"emit of '{rule.id}' lacks {part}.", f"id: {rule.id.split('/')[1]}")
        for part, role in rule.emit.items():
            if role not in roles and role not in CONSTANTS:
                raise self.fail(
                    f"'{part}: {role}' in emit of '{rule.id}' names no role of the rule.",
                    f"id: {rule.id.split('/')[1]}",
                )


def _get_list(name: str) -> frozenset[str]:
    """The shared list of that name: of the words of observations, else of the triggers lexicon."""
    file = "measures" if name in load_lexicon("measures").lists else "triggers"
    return load_lexicon(file).get(name)


def load_rules(folders: Sequence[Path] = (), *, ontology: Ontology | None = None) -> RuleSet:
    """The shipped rules and those of more folders, in order; RuleError on any fault or duplicate id."""
    ontology = ontology or load_ontology()
    rules: list[Rule] = []
    digest = hashlib.sha256()
    paths = sorted(RULES_FOLDER.glob("*.yaml"))
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}:1: there is no such folder of rules; check --rules.")
        paths += sorted(folder.glob("*.yaml"))
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
        rules.extend(_FileReader(path, ontology).read())
    for path in sorted((RULES_FOLDER / "lexicon").glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{rule.path}:{rule.line}: the id '{rule.id}' is taken ({seen[rule.id].path}).")
        seen[rule.id] = rule
    return index_rules(rules, digest.hexdigest())


def index_rules(rules: Sequence[Rule], digest: str) -> RuleSet:
    """Indexes rules by verb and noun, so that a clause meets only those that may fit."""
    by_verb: dict[str, list[Rule]] = defaultdict(list)
    by_noun: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.kind == CLAUSE:
            for verb in sorted(rule.verbs):
                by_verb[verb].append(rule)
            for noun in sorted(rule.nouns):
                by_noun[noun].append(rule)
    return RuleSet(
        rules=tuple(rules),
        by_verb={k: tuple(v) for k, v in by_verb.items()},
        by_noun={k: tuple(v) for k, v in by_noun.items()},
        phrases=tuple(r for r in rules if r.kind == PHRASE),
        measures=tuple(r for r in rules if r.kind == MEASURE),
        digest=digest,
    )
