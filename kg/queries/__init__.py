"""Named queries: the .rq files of this folder, each with a header that says what it is for.

A SELECT has to name its parameters, or the engine takes no values for them. Filters ask
COALESCE(STR(?name), "") and not BOUND(?name), which the engine decides before values are put in.
"""

from kg.queries.loading import NamedQuery, Parameter, load_queries

__all__ = ["NamedQuery", "Parameter", "load_queries"]
