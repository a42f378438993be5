"""The vocabulary as Python values; the only reader of the ontology folder."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology_source import Source, read_source
from kg.resources import get_data_folder, list_domain_files

TERMS = "https://w3id.org/newskg/ontology#"
DEFAULT_BASE = "https://w3id.org/newskg/id/"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityType:
    """A class of entities. `name` is the IRI without the namespace ("LandPort").

    `parent` is the direct superclass or None; `family` names the types that may be the same thing;
    `folder` is the first part of minted IRIs ("land-port"); `ner_labels` are the labels of spaCy's
    English models that mean this type by default.
    """

    name: str
    label: str
    comment: str
    parent: str | None
    family: str
    folder: str
    ner_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A property that statements can have. `name` is the IRI without the namespace ("holdsPost").

    `domain` and `range` are type names, any of which will do, subtypes included; `range` is empty
    where `takes_literal` (a date). `qualifiers` are all that a statement can carry, the common and
    the defining ones included; statements that differ in a defining one are different statements.
    `at_most_one` is "ever" or "at a time" where a thing has one value in the world, else "".
    """

    name: str
    label: str
    comment: str
    example: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    takes_literal: bool
    symmetric: bool
    transitive: bool
    defining_qualifiers: tuple[str, ...]
    qualifiers: tuple[str, ...]
    at_most_one: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """Types and predicates, in the order of the file.

    `digest` is the SHA-256 of the folder's Turtle files. `labels` has the English label of every
    term, those of the graph's frame ("evidence") included. Questions about a kind that is no type
    are answered with False, so that "" may be asked about.
    """

    types: Mapping[str, EntityType]
    predicates: Mapping[str, Predicate]
    labels: Mapping[str, str]
    common_qualifiers: tuple[str, ...]
    ignored_ner_labels: frozenset[str]
    digest: str
    _lineages: Mapping[str, tuple[str, ...]]
    _subjects: Mapping[str, frozenset[str]]
    _objects: Mapping[str, frozenset[str]]
    _pairs: Mapping[str, frozenset[tuple[str, str]]]
    _ner_types: Mapping[str, str]

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or a subtype of it."""
        return ancestor in self._lineages.get(kind, ())

    def lineage(self, kind: str) -> tuple[str, ...]:
        """The type and its supertypes, from itself to the root; empty where it is no type."""
        return self._lineages.get(kind, ())

    def find_type(self, name: str) -> EntityType | None:
        """The type of exactly that name, or None."""
        return self.types.get(name)

    def get_type(self, name: str) -> EntityType:
        """The type of that name; raises OntologyError with the names nearest to it."""
        found = self.types.get(name)
        if found is None:
            raise OntologyError(_describe_missing("type", name, self.types))
        return found

    def get_predicate(self, name: str) -> Predicate:
        """The predicate of that name; raises OntologyError with the names nearest to it."""
        found = self.predicates.get(name)
        if found is None:
            raise OntologyError(_describe_missing("predicate", name, self.predicates))
        return found

    def accepts_subject(self, predicate: str, kind: str) -> bool:
        """Whether a thing of that kind can be the subject; raises as get_predicate does."""
        try:
            return kind in self._subjects[predicate]
        except KeyError:
            return bool(self.get_predicate(predicate))

    def accepts_object(self, predicate: str, kind: str) -> bool:
        """Whether a thing of that kind can be the object; never, where the object is a literal."""
        try:
            return kind in self._objects[predicate]
        except KeyError:
            return bool(self.get_predicate(predicate))

    def accepts_pair(self, predicate: str, subject_kind: str, object_kind: str) -> bool:
        """Whether subject and object of those kinds go together: no company is part of a port."""
        pairs = self._pairs.get(predicate)
        if pairs is not None:
            return (subject_kind, object_kind) in pairs
        return self.accepts_subject(predicate, subject_kind) and self.accepts_object(
            predicate, object_kind
        )

    def type_of_ner_label(self, label: str) -> str | None:
        """The type that a spaCy entity label means by default; None where it means none."""
        return self._ner_types.get(label)

    def most_specific(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """The kinds without a subtype among them, sorted; more than one where they disagree."""
        given = set(kinds) & self.types.keys()
        above = {ancestor for kind in given for ancestor in self._lineages[kind][1:]}
        return tuple(sorted(given - above))


def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology of a folder, by default the shipped one with the terms of the domain, if there is one.

    Each is read once a process. Raises OntologyError where kg.ttl is missing, is no Turtle, or
    contradicts itself.
    """
    more = list_domain_files("*.ttl") if folder is None else []
    return _load((folder or get_data_folder("ontology")).resolve(), tuple(more))


@lru_cache(maxsize=8)
def _load(folder: Path, more: tuple[Path, ...]) -> Ontology:
    source = read_source(folder, TERMS, more)
    lineages = {name: _trace_lineage(source, name) for name in source.names("owl:Class")}
    types = {
        name: _make_type(source, lineage)
        for name, lineage in lineages.items()
        if any(source.values(ancestor, "identityFamily") for ancestor in lineage)
    }
    common = tuple(sorted(source.values(source.HEADER, "commonQualifier")))
    predicates = {
        name: _make_predicate(source, name, common)
        for name in source.facts
        if "predicate" in source.values(name, "usedAs")
    }
    below = {name: frozenset(k for k in types if name in lineages[k]) for name in types}
    _check_classes(predicates, below)
    return Ontology(
        types=types,
        predicates=predicates,
        labels={n: source.text(n, "rdfs:label") for n in source.facts if ":" not in n},
        common_qualifiers=common,
        ignored_ner_labels=frozenset(source.values(source.HEADER, "ignoredNerLabel")),
        digest=source.digest,
        _lineages={name: lineages[name] for name in types},
        _subjects={p.name: _gather(below, p.domain) for p in predicates.values()},
        _objects={p.name: _gather(below, p.range) for p in predicates.values()},
        _pairs=_pair_kinds(source, predicates, below),
        _ner_types={label: t.name for t in types.values() for label in t.ner_labels},
    )


def _trace_lineage(source: Source, name: str) -> tuple[str, ...]:
    lineage = [name]
    while parents := _name_parents(source, lineage[-1]):
        if len(parents) > 1 or parents[0] in lineage:
            raise OntologyError(
                f"The class kg:{lineage[-1]} needs one superclass that is not below it, "
                f"not {', '.join(parents)}; mend its rdfs:subClassOf in kg.ttl."
            )
        lineage.append(parents[0])
    return tuple(lineage)


def _name_parents(source: Source, name: str) -> list[str]:
    return [parent for parent in source.values(name, "rdfs:subClassOf") if ":" not in parent]


def _make_type(source: Source, lineage: tuple[str, ...]) -> EntityType:
    def inherit(term: str) -> str | None:
        return next((v for kind in lineage for v in source.values(kind, term)), None)

    name = lineage[0]
    kebab = "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
    return EntityType(
        name=name,
        label=source.text(name, "rdfs:label"),
        comment=source.text(name, "rdfs:comment"),
        parent=lineage[1] if len(lineage) > 1 else None,
        family=inherit("identityFamily") or kebab,
        folder=inherit("iriFolder") or kebab,
        ner_labels=source.values(name, "nerLabel"),
    )


def _make_predicate(source: Source, name: str, common: tuple[str, ...]) -> Predicate:
    kinds = source.values(name, "rdf:type")
    defining = source.values(name, "definingQualifier")
    own = (*defining, *source.values(name, "qualifier"))
    literal = "owl:DatatypeProperty" in kinds
    return Predicate(
        name=name,
        label=source.text(name, "rdfs:label"),
        comment=source.text(name, "rdfs:comment"),
        example=source.text(name, "skos:example"),
        domain=source.members(name, "rdfs:domain"),
        range=() if literal else source.members(name, "rdfs:range"),
        takes_literal=literal,
        symmetric="owl:SymmetricProperty" in kinds,
        transitive="owl:TransitiveProperty" in kinds,
        defining_qualifiers=defining,
        qualifiers=(*own, *(q for q in common if q not in own)),
        at_most_one=next(iter(source.values(name, "atMostOne")), ""),
    )


def _check_classes(predicates: Mapping[str, Predicate], types: Mapping[str, object]) -> None:
    for predicate in predicates.values():
        named = (*predicate.domain, *predicate.range)
        missing = [kind for kind in named if kind not in types]
        if missing or not predicate.domain or not (predicate.range or predicate.takes_literal):
            raise OntologyError(
                f"The predicate kg:{predicate.name} needs a domain and a range of entity types "
                f"(unknown: {', '.join(missing) or 'none'}); mend it in kg.ttl."
            )


def _gather(below: Mapping[str, frozenset[str]], kinds: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(below[kind] for kind in kinds))


def _pair_kinds(
    source: Source, predicates: Mapping[str, Predicate], below: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[tuple[str, str]]]:
    """The pairs that owl:allValuesFrom leaves, for the predicates that some class restricts."""
    pairs: dict[str, frozenset[tuple[str, str]]] = {}
    for name, predicate, kinds in source.restrictions():
        if predicate not in pairs:
            known = predicates[predicate]
            subjects, objects = _gather(below, known.domain), _gather(below, known.range)
            pairs[predicate] = frozenset((s, o) for s in subjects for o in objects)
        allowed = _gather(below, kinds)
        pairs[predicate] = frozenset(
            (s, o) for s, o in pairs[predicate] if s not in below[name] or o in allowed
        )
    return pairs


def _describe_missing(what: str, name: str, known: Mapping[str, object]) -> str:
    folded = {key.casefold(): key for key in known}
    near = difflib.get_close_matches(name.casefold(), folded, n=3, cutoff=0.6)
    hint = f"did you mean {' or '.join(folded[n] for n in near)}?" if near else "see kg.ttl."
    return f"The ontology has no {what} '{name}'; {hint}"
