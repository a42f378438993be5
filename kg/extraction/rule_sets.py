"""All rules of the files, in order, with the indices that matching needs."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import RuleError
from kg.extraction.loading import RuleReader
from kg.extraction.rule import CLAUSE, MEASURE, PHRASE, Rule, RuleSet
from kg.ontology import Ontology, load_ontology
from kg.resources import list_domain_files

RULES_FOLDER = Path(__file__).parents[1] / "rules"
_sets: dict[tuple[str, ...], RuleSet] = {}  # what was read last, by its paths and digests
_files: dict[Path, tuple[tuple[str, ...], list[Rule]]] = {}  # the rules of a file as it was last


def load_rules(folders: Sequence[Path] = (), *, ontology: Ontology | None = None) -> RuleSet:
    """The shipped rules, those of the domain and of more folders, in order; RuleError on any fault or duplicate id.

    What was read before and has not changed since is not read again: rules cannot be changed.
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
    if key not in _sets:
        _sets.clear()  # one set of rules is used again and again, seldom two
        words = _digest(told[p] for p in lexicon)
        signed = [(p, (_digest([told[p]]), ontology.digest, words)) for p in paths]
        rules = [rule for path, sign in signed for rule in _read_file(path, ontology, sign)]
        _sets[key] = _index_rules(_refuse_twins(rules), digest)
    return _sets[key]


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


def _read_file(path: Path, ontology: Ontology, sign: tuple[str, ...]) -> list[Rule]:
    """The rules of one file; `sign` is of it, and of ontology and lexicon, on which they stand too."""
    if path not in _files or _files[path][0] != sign:
        _files[path] = sign, RuleReader(path, ontology).read()
    return _files[path][1]


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
