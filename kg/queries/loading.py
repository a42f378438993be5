"""Reads the named queries and binds their parameters as terms, never as text."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.terms import DATE, MONTH, YEAR, make_edtf, make_iri, make_number, make_string
from kg.stores.graph_store import GraphStore
from kg.stores.results import Results, Table

_FOLDER = Path(__file__).parent
_HEADER = re.compile(r"#\s*(purpose|parameters|columns|example):\s*(.*)")
_PARAMETER = re.compile(r'(\w+) (text|number|date|iri)(?: "([^"]*)")?')
_ON_DEMAND = re.compile(r"^(\s*)#(\w+): ", re.MULTILINE)
_SELECT = re.compile(r"SELECT\b(?P<named>[^{]*)\bWHERE\s*\{")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter. An empty default means that any value will do; None, that one must be given."""

    name: str
    kind: str
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A shipped query. `columns` are what it answers, without the parameters."""

    name: str
    purpose: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: str
    text: str

    def bind(self, values: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
        """The terms of the parameters that have a value, by default or given.

        Raises QueryError for an unknown, missing or bad one.
        """
        known = {parameter.name for parameter in self.parameters}
        for name in values:
            if name not in known:
                takes = ", ".join(sorted(known)) or "no parameters"
                raise QueryError(
                    f"The query '{self.name}' has no parameter '{name}'; it takes {takes}."
                )
        terms = {p.name: self._make_term(p, values.get(p.name, p.default)) for p in self.parameters}
        return {name: term for name, term in terms.items() if term is not None}

    def choose_text(self, given: Iterable[str]) -> str:
        """The query with the lines that count only where a parameter has a value."""
        names = frozenset(given)
        return _ON_DEMAND.sub(lambda line: line[1] if line[2] in names else line[0], self.text)

    def write_sparql(self, values: Mapping[str, str] | None = None) -> str:
        """The query for any SPARQL 1.1 engine: prefixes declared, parameters as a block of terms.

        The engine has to see all graphs as one. Its answer has the parameters as columns too.
        """
        terms = self.bind(values or {})

        def add_values(found: re.Match[str]) -> str:
            names = [name for name in terms if re.search(rf"\?{name}\b", found["named"])]
            if not names:
                return found[0]
            variables = " ".join(f"?{name}" for name in names)
            return f"{found[0]}\n  VALUES ({variables}) {{ ({' '.join(str(terms[n]) for n in names)}) }}"

        return _SELECT.sub(add_values, self.choose_text(terms))

    def run(
        self,
        store: GraphStore,
        values: Mapping[str, str] | None = None,
        *,
        rows: int | None = None,
    ) -> Results:
        """The answer, with the columns that the header names, cut after `rows` rows."""
        terms = self.bind(values or {})
        results = store.query(self.choose_text(terms), substitutions=terms, rows=rows)
        return select_columns(results, self.columns) if isinstance(results, Table) else results

    def _make_term(
        self, parameter: Parameter, value: str | None
    ) -> ox.NamedNode | ox.Literal | None:
        if value is None:
            raise QueryError(
                f"The query '{self.name}' needs --{parameter.name}; example: {self.example}"
            )
        if not value:
            return None
        if parameter.kind == "text":
            return make_string(value)
        try:
            return _make_typed(parameter.kind, value)
        except (ValueError, InvalidOperation) as error:
            raise QueryError(
                f"'{value}' is no {parameter.kind}; '{self.name}' needs one as '{parameter.name}'."
            ) from error


def select_columns(table: Table, columns: tuple[str, ...]) -> Table:
    """The table with these columns alone, in this order."""
    places = [table.variables.index(name) for name in columns]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return Table(variables=columns, rows=rows, cut=table.cut)


@lru_cache(maxsize=1)
def load_queries() -> dict[str, NamedQuery]:
    """All named queries by name, sorted."""
    paths = sorted(_FOLDER.glob("*.rq"))
    return {path.stem: parse_query(path.stem, path.read_text("utf-8")) for path in paths}


def get_query(name: str) -> NamedQuery:
    """The named query; raises QueryError with the names nearest to it."""
    queries = load_queries()
    if name not in queries:
        near = difflib.get_close_matches(name, queries, n=3) or list(queries)
        raise QueryError(f"There is no query named '{name}'; did you mean {' or '.join(near)}?")
    return queries[name]


def parse_query(name: str, text: str) -> NamedQuery:
    """Reads a query with its header; raises QueryError where the header lacks something."""
    found = dict(_HEADER.findall(text))
    missing = {"purpose", "parameters", "columns", "example"} - found.keys()
    if missing:
        raise QueryError(
            f"The query '{name}' lacks '# {sorted(missing)[0]}:' in its header; add it."
        )
    listed = [part.strip() for part in found["parameters"].split(",") if part.strip() != "none"]
    parameters = []
    for part in listed:
        match = _PARAMETER.fullmatch(part)
        if match is None:
            raise QueryError(
                f"The query '{name}' has the parameter '{part}'; write: name text \"default\"."
            )
        parameters.append(Parameter(name=match[1], kind=match[2], default=match[3]))
    strange = {line[2] for line in _ON_DEMAND.finditer(text)} - {p.name for p in parameters}
    if strange:
        raise QueryError(
            f"The query '{name}' has lines for '{min(strange)}', which is no parameter of it; declare it."
        )
    return NamedQuery(
        name=name,
        purpose=found["purpose"].strip(),
        parameters=tuple(parameters),
        columns=tuple(column.strip() for column in found["columns"].split(",")),
        example=found["example"].strip(),
        text=text,
    )


def _make_typed(kind: str, value: str) -> ox.NamedNode | ox.Literal:
    if kind == "number":
        return make_number(Decimal(value))
    if kind == "date":
        day = make_edtf(value)
        if day.datatype not in (DATE, MONTH, YEAR):
            raise ValueError(value)
        return day
    return make_iri(value)
