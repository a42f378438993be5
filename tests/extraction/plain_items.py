"""Items of plain text with the facts that they tell, and whether claims are these facts."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("plain")
_SYMMETRIC = frozenset(["competesWith", "connectedTo", "cooperatesWith", "mergesWith", "spouseOf"])
_FACT = re.compile(r"([+?]) ([^|]+)\|([^|]+)\|([^|]+?)(?:\| (actual|planned|possible|negated))?$")
_PLACE = re.compile(r" (?:in|at|near|on|off|outside|of) .*")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her) ")


@dataclass(frozen=True)
class Fact:
    """Subject, predicate, object; `needed` is one that must be found; modality "" is any."""

    needed: bool
    subject: str
    predicate: str
    object: str
    modality: str = ""

    def __str__(self) -> str:
        parts = [self.subject, self.predicate, self.object, self.modality]
        return " | ".join(part for part in parts if part)


@dataclass(frozen=True)
class Item:
    """One text and its facts."""

    name: str
    text: str
    facts: tuple[Fact, ...]


def read_items(path: Path) -> list[Item]:
    """The items of a file, in order."""
    items = []
    for block in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.splitlines()
        found = [_FACT.match(line) for line in lines]
        text = "\n".join(line for line, fact in zip(lines, found, strict=True) if not fact).strip()
        facts = tuple(
            Fact(m[1] == "+", m[2].strip(), m[3].strip(), m[4].strip(), m[5] or "")
            for m in found
            if m
        )
        items.append(Item(name.strip(), text + "\n", facts))
    return items


def read_claims(path: Path) -> list[dict[str, Any]]:
    """Claims as `kg build` writes them, without those of things that the text leaves open."""
    claims = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [c for c in claims if all(_is_known(c[side]) for side in ("subject", "object"))]


def tell(claim: dict[str, Any]) -> str:
    """A claim as a line of an item would have it."""
    subject, thing = claim["subject"]["label"], _name_object(claim["object"])
    return f"{subject} | {claim['predicate']} | {thing} | {claim['modality']}"


def is_fact(claim: dict[str, Any], fact: Fact) -> bool:
    """Whether a claim says this fact, in either direction where that is the same."""
    if claim["predicate"] != fact.predicate or fact.modality not in {"", claim["modality"]}:
        return False
    if fact.predicate == "observes":
        told = _name_object(claim["object"]) == fact.object
        return told and _is_one(claim["subject"], fact.subject)
    if _is_one(claim["subject"], fact.subject) and _is_one(claim["object"], fact.object):
        return True
    turned = _is_one(claim["subject"], fact.object) and _is_one(claim["object"], fact.subject)
    return turned and fact.predicate in _SYMMETRIC


def _is_known(told: dict[str, Any]) -> bool:
    return "type" not in told or bool(told.get("entity"))


def _name_object(told: dict[str, Any]) -> str:
    if "unit" in told:
        return f"{told['value']:.15g} {told['unit']}"
    return str(told.get("label") or told.get("value") or told["text"])


def _is_one(told: dict[str, Any], name: str) -> bool:
    """By the words of the text, or by the graph's name for it, of which an item may tell the last.

    The place behind a thing without a name may be left out: "plant" of "plant in Porto".
    """
    label, word = _normalize(_name_object(told)), _normalize(name)
    text = _normalize(str(told.get("text", "")))
    return word == text or any(f" {n}".endswith(f" {word}") for n in (label, _cut_place(label)))


def _cut_place(label: str) -> str:
    return _PLACE.sub("", label)


def _normalize(name: str) -> str:
    return _ARTICLE.sub("", name.casefold().replace("’", "'").removesuffix("'s").strip(" .,\"'"))
