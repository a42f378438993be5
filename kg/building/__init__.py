"""A build whose outputs are files: locked, journaled, taken up where it was stopped."""

from kg.building.building import Built, build_outputs
from kg.building.folder import WorkingFolder, hold_outputs

__all__ = ["Built", "WorkingFolder", "build_outputs", "hold_outputs"]
