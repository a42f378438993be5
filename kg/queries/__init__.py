"""Named queries: the .rq files of this folder, each with a header that says what it is for."""

from kg.queries.loading import NamedQuery, Parameter, load_queries

__all__ = ["NamedQuery", "Parameter", "load_queries"]
