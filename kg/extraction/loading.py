"""Strict reading of rule files: every unknown key, type, role or predicate is an error with file and line."""

import re
from collections.abc import Mapping
from typing import Any

from kg.errors import OntologyError, RuleError
from kg.extraction.examples import check_marked
from kg.extraction.keywords import CONSTANTS
from kg.extraction.phrase_reading import read_phrase, restrict_items
from kg.extraction.rule import (
    CLAUSE,
    KINDS,
    MEASURE,
    PHRASE,
    Example,
    Restriction,
    Rule,
    Slot,
)
from kg.extraction.rule_file import RuleFile
from kg.extraction.shape_names import SHAPES
from kg.strictyaml import require_mapping

_WHERE_KEYS = frozenset(
    [
        "type",
        "not_type",
        "fits",
        "noun",
        "noun_at",
        "not_noun",
        "kind",
        "not_next",
        "not_behind",
        "not_as",
    ]
)
_RULE_KEYS = frozenset(
    [
        "id",
        "note",
        "clause",
        "phrase",
        "measure",
        "emit",
        "where",
        "set",
        "confidence",
        "modality",
        "voice",
        "without",
        "tense",
        "existence",
        "examples",
        "counterexamples",
        "known_failures",
    ]
)
_FILE_KEYS = frozenset(["predicate", "rules", "note"])
_MODALITIES = frozenset(["actual", "planned", "possible", "negated"])
_TENSES = frozenset(["past"])
_EXISTENCE = frozenset(["object", "subject", "undone", "begun", "made", "service"])
_VOICES = frozenset(["active", "passive", "agentless"])


class RuleReader(RuleFile):
    """Reads the rules of one file."""

    def read(self) -> list[Rule]:
        """All rules, in order."""
        content = self.content
        self.check_keys(content, _FILE_KEYS, "the file")
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

    def _rule(self, raw: Mapping[str, Any], predicate: str) -> Rule:
        name = raw.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name):
            raise self.fail(
                "every rule needs an id of lower-case letters, digits, dots and hyphens."
            )
        needle = f"id: {name}"
        self.check_keys(raw, _RULE_KEYS, f"rule '{name}'")
        kinds = [kind for kind in KINDS if kind in raw]
        if len(kinds) != 1:
            raise self.fail(f"rule '{name}' needs exactly one of {', '.join(KINDS)}.", needle)
        readers = {CLAUSE: self._clause, PHRASE: self._phrase, MEASURE: self._measure}
        fields: dict[str, Any] = readers[kinds[0]](raw[kinds[0]], name)
        emit = self.read_texts(raw.get("emit", {}), f"emit of '{name}'")
        rule = Rule(
            id=f"{self.path.stem}/{name}",
            predicate=predicate,
            kind=kinds[0],
            note=str(raw.get("note", "")),
            confidence=self.read_confidence(raw.get("confidence", "0.8"), name),
            emit=emit,
            line=self.line_of(needle),
            path=str(self.path),
            restrictions=self._where(raw.get("where", {}), name),
            constants=self.read_texts(raw.get("set", {}), f"set of '{name}'"),
            modality=self._choice(raw, "modality", _MODALITIES),
            voice=self._choice(raw, "voice", _VOICES),
            tense=self._choice(raw, "tense", _TENSES),
            existence=self._choice(raw, "existence", _EXISTENCE),
            without=self.read_words(raw["without"], name) if "without" in raw else frozenset(),
            examples=self._examples(raw.get("examples", []), name),
            counterexamples=self._examples(raw.get("counterexamples", []), name, because=True),
            known_failures=self._examples(raw.get("known_failures", []), name),
            **fields,
        )
        self._check_roles(rule)
        return restrict_items(rule)

    def _choice(self, raw: Mapping[str, Any], key: str, known: frozenset[str]) -> str | None:
        value = raw.get(key)
        if value is not None and value not in known:
            raise self.fail(
                f"{key} '{value}' of '{raw['id']}' must be one of {', '.join(sorted(known))}.",
                f"id: {raw['id']}",
            )
        return value

    def _phrase(self, value: Any, name: str) -> dict[str, Any]:
        return {"items": read_phrase(self, value, name)}

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
            "verbs": self.read_words(raw["verb"], name) if "verb" in raw else frozenset(),
            "nouns": self.read_words(raw["noun"], name) if "noun" in raw else frozenset(),
            "slots": tuple(slots),
        }

    def _measure(self, value: Any, name: str) -> dict[str, Any]:
        raw = require_mapping(value, self.path, f"measure of '{name}'")
        shape = raw.get("shape")
        if shape not in SHAPES:
            raise self.fail(f"'{name}' needs a shape of {', '.join(SHAPES)}.", f"id: {name}")
        self.check_keys(raw, frozenset(["shape", "verb", "noun", "words"]), f"measure of '{name}'")
        return {
            "shape": shape,
            "verbs": self.read_words(raw["verb"], name) if "verb" in raw else frozenset(),
            "nouns": self.read_words(raw["noun"], name) if "noun" in raw else frozenset(),
            "words": self.read_words(raw["words"], name) if "words" in raw else frozenset(),
        }

    def _where(self, value: Any, name: str) -> dict[str, Restriction]:
        found = {}
        for role, raw in require_mapping(value, self.path, f"where of '{name}'").items():
            conditions = require_mapping(raw, self.path, f"where of '{name}'")
            self.check_keys(conditions, _WHERE_KEYS, name)

            words = {key: self.read_words(raw_words, name) for key, raw_words in conditions.items()}
            none: frozenset[str] = frozenset()
            found[role] = Restriction(
                types=self.read_types(words.get("type", none), name),
                fits=self.read_types(words.get("fits", none), name),
                not_types=self.read_types(words.get("not_type", none), name),
                nouns=words.get("noun", none),
                nouns_at=self.read_types(words.get("noun_at", none), name),
                not_nouns=words.get("not_noun", none),
                kinds=words.get("kind", none),
                not_next=words.get("not_next", none),
                not_behind=self.read_types(words.get("not_behind", none), name),
                not_as=words.get("not_as", none),
            )
        return found

    def _examples(self, value: Any, name: str, *, because: bool = False) -> tuple[Example, ...]:
        if not isinstance(value, list):
            raise self.fail(f"examples of '{name}' must be a list.", f"id: {name}")
        examples = []
        for raw in value:
            entry = raw if isinstance(raw, dict) else {"text": raw}
            self.check_keys(entry, frozenset(["text", "because"]), f"an example of '{name}'")
            text, reason = entry.get("text"), entry.get("because")
            if not isinstance(text, str) or (because and not reason):
                raise self.fail(
                    f"an example of '{name}' lacks its text or its because; add it.", f"id: {name}"
                )
            try:
                check_marked(text)
            except ValueError as error:
                line = self.line_of_text(text, name)
                message = f"{self.path}:{line}: an example of '{name}': {error}."
                raise RuleError(message) from error
            examples.append(Example(text=text, line=self.line_of_text(text, name), because=reason))
        return tuple(examples)

    def _check_roles(self, rule: Rule) -> None:
        if rule.kind == MEASURE:
            return
        roles = {slot.role for slot in rule.slots} | {i.role for i in rule.items if i.role}
        # Anything that holds for a time may have ended: "bought from X".
        known_parts = {
            "subject",
            "object",
            "startTime",
            "endTime",
            *self.ontology.get_predicate(rule.predicate).qualifiers,
        }
        needle = f"id: {rule.id.split('/')[1]}"
        for part in (*rule.emit, *rule.constants):
            if part not in known_parts:
                raise self.fail(
                    f"'{rule.predicate}' takes no '{part}'; take it out of '{rule.id}'.", needle
                )
        for role in rule.restrictions:
            if role not in roles:
                raise self.fail(
                    f"'where' of '{rule.id}' names no role of it: '{role}'; mend one.", needle
                )
        for part in ("subject", "object"):
            if part not in rule.emit:
                raise self.fail(
                    f"emit of '{rule.id}' lacks {part}; name its role.",
                    f"id: {rule.id.split('/')[1]}",
                )
        for part, role in rule.emit.items():
            if role not in roles and role not in CONSTANTS:
                raise self.fail(
                    f"'{part}: {role}' in emit of '{rule.id}' names no role of the rule; mend one.",
                    f"id: {rule.id.split('/')[1]}",
                )
