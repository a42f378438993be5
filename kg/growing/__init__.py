"""A graph that grows: documents come into a store and go out of it, and its graph follows."""

from kg.growing.store import Growth, Store

__all__ = ["Growth", "Store"]
