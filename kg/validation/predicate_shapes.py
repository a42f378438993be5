"""Writes the part of shapes.ttl that follows from kg.ttl: kinds of entities, domains and ranges.

`python -m kg.validation.predicate_shapes` brings shapes.ttl up to date after a change of kg.ttl.
"""

from collections.abc import Iterable
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology import Ontology, Predicate, load_ontology
from kg.resources import get_data_folder

_MARK = "do not edit below\n"


def format_predicate_shapes(ontology: Ontology) -> str:
    """The shapes in Turtle without prefixes, in the order of kg.ttl."""
    names = tuple(
        kind
        for kind in ontology.types
        if any(ontology.accepts_subject(predicate, kind) for predicate in ontology.predicates)
    )
    groups = {p.domain for p in ontology.predicates.values()}
    groups |= {p.range for p in ontology.predicates.values() if p.range}
    shapes = {group: "kind-" + "-or-".join(group) for group in sorted(groups)}
    shapes |= {group: "kind-Entity" for group in groups if _expand(ontology, group) == names}
    blocks = [
        f"shape:Named sh:targetClass {_list_terms(names, ' , ')} .",
        "shape:Predicate a sh:NodeShape ;\n"
        f"    sh:in ( {_list_terms(ontology.predicates, ' ')} ) .",
        *(_format_kind(name, _expand(ontology, group)) for group, name in shapes.items()),
    ]
    for predicate in ontology.predicates.values():
        value = "Date" if predicate.takes_literal else shapes[predicate.range]
        blocks.append(_format_predicate(predicate, shapes[predicate.domain], value))
    return "\n" + "\n\n".join(blocks) + "\n"


def write_predicate_shapes(path: Path, ontology: Ontology) -> None:
    """Replace the made part of the shapes file; raises OntologyError where its mark is missing."""
    path.write_text(extend_shapes(path, ontology), encoding="utf-8", newline="\n")


def extend_shapes(path: Path, ontology: Ontology) -> str:
    """The shapes file with the part made from that ontology; raises OntologyError without its mark."""
    head, mark, _ = path.read_text(encoding="utf-8").partition(_MARK)
    if not mark:
        raise OntologyError(f"{path} lacks the line that ends in '{_MARK.strip()}'; put it back.")
    return head + mark + format_predicate_shapes(ontology)


def _expand(ontology: Ontology, group: Iterable[str]) -> tuple[str, ...]:
    return tuple(k for k in ontology.types if any(ontology.is_a(k, above) for above in group))


def _format_predicate(predicate: Predicate, domain: str, value: str) -> str:
    return (
        f"shape:{predicate.name}-subject a sh:NodeShape ;\n"
        f"    sh:targetSubjectsOf kg:{predicate.name} ;\n"
        f"    sh:node shape:{domain} ;\n"
        f"    sh:property shape:{predicate.name}-object ;\n"
        f'    sh:message "the subject of kg:{predicate.name} is {_describe(predicate.domain)}" .\n'
        f"shape:{predicate.name}-object a sh:PropertyShape ;\n"
        f"    sh:path kg:{predicate.name} ;\n"
        f"    sh:node shape:{value} ;\n"
        f'    sh:message "the object of kg:{predicate.name} is {_describe(predicate.range)}" .'
    )


def _describe(kinds: Iterable[str]) -> str:
    return " or ".join(f"a kg:{kind}" for kind in kinds) or "a date in EDTF"


def _list_terms(names: Iterable[str], separator: str) -> str:
    terms = [f"kg:{name}" for name in names]
    lines = [separator.join(terms[i : i + 6]) for i in range(0, len(terms), 6)]
    return f"{separator.rstrip()}\n        ".join(lines)


def _format_kind(name: str, kinds: Iterable[str]) -> str:
    return (
        f"shape:{name} a sh:NodeShape ;\n"
        "    sh:nodeKind sh:IRI ;\n"
        "    sh:property [ sh:path rdf:type ; sh:minCount 1 ;\n"
        f"        sh:in ( {_list_terms(kinds, ' ')} ) ] ."
    )


if __name__ == "__main__":
    write_predicate_shapes(get_data_folder("ontology") / "shapes.ttl", load_ontology())
