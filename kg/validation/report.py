"""What a validation found, for programs and for people."""

from dataclasses import dataclass

_SHAPES = "https://w3id.org/newskg/shapes#"
_ORDER = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and the words it is about.

    `severity` is SHACL's "Violation", "Warning" or "Info"; `focus`, `path` and `value` are IRIs or
    literals as in N-Triples without the angle brackets; `shape` is the name of the shape or check
    ("statement-evidence"); `label` names the focus for people ("Jane Doe holdsPost Acme Group");
    `quote` is the first passage of a statement.
    """

    severity: str
    focus: str
    path: str | None
    shape: str
    message: str
    value: str | None = None
    label: str | None = None
    quote: str | None = None

    def __str__(self) -> str:
        name = f"{self.focus} ({self.label})" if self.label else self.focus
        value = f", not {self.value}" if self.value else ""
        quote = f": '{self.quote}'" if self.quote else ""
        return f"{self.severity}: {name}: {self.message}{value}{quote}"

    def sort_key(self) -> tuple[object, ...]:
        """Graver ones first, then by focus, shape and value."""
        grave = _ORDER.index(self.severity) if self.severity in _ORDER else len(_ORDER)
        return (grave, self.focus, self.shape, self.path or "", self.value or "", self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`conforms` is whether no finding is a violation; findings are sorted and each stands once."""

    conforms: bool
    findings: tuple[Finding, ...]


def name_shape(iri: str) -> str:
    """The name of a shape: the IRI without the namespace of the shapes that ship with kg."""
    return iri.removeprefix(_SHAPES)
