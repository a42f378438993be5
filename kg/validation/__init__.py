"""Does a graph have the shape it should have? SHACL, and what SHACL cannot say."""

from kg.validation.report import Finding, Report
from kg.validation.validating import validate_graph

__all__ = ["Finding", "Report", "validate_graph"]
