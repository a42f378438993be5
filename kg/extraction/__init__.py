"""Mentions and parse to claims: the clause layer and the rules."""

from kg.extraction.extract import Extractor
from kg.extraction.rule import Rule, RuleSet
from kg.extraction.rule_sets import load_rules

__all__ = ["Extractor", "Rule", "RuleSet", "load_rules"]
