"""Named queries: the .rq files of this folder, each with a header that says what it is for.

A SELECT has to name the parameters that it uses, or the engine takes no values for them. A line that
begins with `#name:` counts only where that parameter has a value, so that a query without it has no
condition that every row would be held against; as it stands, a file asks for everything.
"""

from kg.queries.loading import NamedQuery, Parameter, load_queries

__all__ = ["NamedQuery", "Parameter", "load_queries"]
