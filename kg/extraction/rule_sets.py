"""All rules of the files, in order, with the indices that matching needs."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from kg.errors import RuleError
from kg.extraction.loading import RuleReader
from kg.extraction.rule import CLAUSE, MEASURE, PHRASE, Rule, RuleSet
from kg.ontology import Ontology, load_ontology
from kg.resources import list_domain_files

RULES_FOLDER = Path(__file__).parents[1] / "rules"
_Key = tuple[str, ...]  # of paths and digests
_sets: dict[bool, tuple[_Key, RuleSet]] = {}  # what was read last, with examples and without
_files: dict[tuple[Path, bool], tuple[_Key, list[Rule]]] = {}  # the rules of a file as it was last


def load_rules(
    folders: Sequence[Path] = (), *, ontology: Ontology | None = None, examples: bool = True
) -> RuleSet:
    """The shipped rules, those of the domain and of more folders, in order; RuleError on any fault or duplicate id.

    What was read before and has not changed since is not read again: rules cannot be changed. Without
    `examples` the shipped rules have none, which takes a third less; all else is the same.
    """
    ontology = ontology or load_ontology()
    paths = sorted(RULES_FOLDER.glob("*.yaml")) + list_domain_files("rules/*.yaml")
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}:1: there is no such folder of rules; check --rules.")
        own = sorted(folder.glob("*.yaml"))
        again = {path.resolve() for path in own}  # a folder of the domain may be named besides
        paths = [path for path in paths if path not in again] + own
    lexicon = sorted((RULES_FOLDER / "lexicon").glob("*.yaml"))
    lexicon += list_domain_files("lexicon/*.yaml")
    told = {p: p.name.encode() + b"\0" + p.read_bytes() for p in (*paths, *lexicon)}
    digest = _digest(told[p] for p in (*paths, *lexicon))
    key = (*map(str, paths), ontology.digest, digest)
    held = _sets.get(examples)
    if held is None or held[0] != key:
        words = _digest(told[p] for p in lexicon)
        signed = [(p, (_digest([told[p]]), ontology.digest, words)) for p in paths]
        read = partial(_read_file, ontology, examples)
        rules = [rule for path, sign in signed for rule in read(path, sign)]
        held = _sets[examples] = key, _index_rules(_refuse_twins(rules), digest)
    return held[1]


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()


def _refuse_twins(rules: list[Rule]) -> list[Rule]:
    """The rules; RuleError where two have the same id."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(
                f"{rule.path}:{rule.line}: the id '{rule.id}' is taken in {seen[rule.id].path}; rename one."
            )
        seen[rule.id] = rule
    return rules


def _read_file(ontology: Ontology, examples: bool, path: Path, sign: _Key) -> list[Rule]:
    """The rules of one file; `sign` is of it, and of ontology and lexicon, on which they stand too."""
    # The files of others are checked by their readers alone, and so read whole.
    whole = examples or path.parent != RULES_FOLDER
    held = _files.get((path, whole))
    if held is None or held[0] != sign:
        held = _files[path, whole] = sign, RuleReader(path, ontology, examples=whole).read()
    return held[1]


def _index_rules(rules: Sequence[Rule], digest: str) -> RuleSet:
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
