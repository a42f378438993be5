"""What is the same, and claims put together into statements. The only corpus-wide step."""

from kg.resolution.consolidating import consolidate
from kg.resolution.gathering import gather_clusters
from kg.resolution.known import KnownEntity
from kg.resolution.resolving import list_keys, resolve, resolve_clusters

__all__ = [
    "KnownEntity",
    "consolidate",
    "gather_clusters",
    "list_keys",
    "resolve",
    "resolve_clusters",
]
