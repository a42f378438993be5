"""Kinds of things that many readers ask for together."""

WORKS = ("Facility", "Project", "TransportCorridor")  # what is built
WORKS_AND_ZONES = (*WORKS, "EconomicZone")
