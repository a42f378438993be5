"""All rules of the files, in order, with the indices that matching needs."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
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
    words, digest = _digest(lexicon), _digest([*paths, *lexicon])
    key = (*map(str, paths), ontology.digest, digest)
    if key not in _sets:
        _sets.clear()  # one set of rules is used again and again, seldom two
        _sets[key] = _read_rules(paths, ontology, words, digest)
    return _sets[key]


def _digest(paths: Sequence[Path]) -> str:
    """Of the names and contents of files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read_rules(paths: Sequence[Path], ontology: Ontology, words: str, digest: str) -> RuleSet:
    rules = [rule for path in paths for rule in _read_file(path, ontology, words)]
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(
                f"{rule.path}:{rule.line}: the id '{rule.id}' is taken in {seen[rule.id].path}; rename one."
            )
        seen[rule.id] = rule
    return _index_rules(rules, digest)


def _read_file(path: Path, ontology: Ontology, words: str) -> list[Rule]:
    """The rules of one file, which stand on the ontology and on the lexicon too."""
    key = (_digest([path]), ontology.digest, words)
    if path not in _files or _files[path][0] != key:
        _files[path] = key, RuleReader(path, ontology).read()
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
