"""What is the same, and claims put together into statements. The only corpus-wide step."""

from kg.resolution.consolidating import consolidate
from kg.resolution.resolving import KnownEntity, resolve

__all__ = ["KnownEntity", "consolidate", "resolve"]
