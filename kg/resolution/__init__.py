"""What is the same, and claims put together into statements. The only corpus-wide step."""

from kg.resolution.consolidating import consolidate
from kg.resolution.gathering import gather_clusters
from kg.resolution.known import KnownEntity
from kg.resolution.ledger import Ledger, read_ledger
from kg.resolution.reprints import add_sources, sign_text
from kg.resolution.resolver import Resolver
from kg.resolution.resolving import resolve, resolve_clusters

__all__ = [
    "KnownEntity",
    "Ledger",
    "Resolver",
    "add_sources",
    "consolidate",
    "gather_clusters",
    "read_ledger",
    "resolve",
    "resolve_clusters",
    "sign_text",
]
