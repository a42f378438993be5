"""Mentions and parse to claims: the clause layer and the rules."""

from kg.extraction.extract import Extractor
from kg.extraction.loading import load_rules
from kg.extraction.rule import Rule, RuleSet

__all__ = ["Extractor", "Rule", "RuleSet", "load_rules"]
