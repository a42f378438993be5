"""Tables of pandas, which is not among what kg needs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.rdf.content import GraphContent
from kg.rdf.network import list_nodes
from kg.rdf.table import COLUMNS, list_cells

if TYPE_CHECKING:
    import pandas as pd

_NODE_COLUMNS = ("id", "label", "type", "names", "documents")
_TYPES = {"confidence": "float64", "independent_sources": "int64", "documents": "int64"}


def make_frame(content: GraphContent, of: str) -> "pd.DataFrame":
    """One row a statement ("statements") or one a thing ("things"), by id, texts as they are.

    Raises UsageError for anything else, and where pandas is not installed.
    """
    if of == "statements":
        ordered = sorted(content.statements, key=lambda s: s.id)
        return _make(COLUMNS, [tuple(list_cells(statement)) for statement in ordered])
    if of == "things":
        nodes = list_nodes(content)
        rows = [(n.id, n.label, n.kind, " | ".join(n.names), str(n.documents)) for n in nodes]
        return _make(_NODE_COLUMNS, rows)
    raise UsageError(f"There is no table of {of!r}; choose 'statements' or 'things'.")


def _make(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> "pd.DataFrame":
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(
            "pandas is not installed, and tables need it; run pip install 'newskg[pandas]'."
        ) from error
    frame = pd.DataFrame.from_records(rows, columns=list(columns))
    return frame.astype({name: kind for name, kind in _TYPES.items() if name in columns})
