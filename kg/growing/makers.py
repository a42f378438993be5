"""What a store's readings and graph were made by: whatever changes there makes them anew."""

from pathlib import Path
from typing import Any

from kg.model.provenance import Run
from kg.ontology import DEFAULT_BASE
from kg.pipeline import BuildOptions


def describe_options(options: BuildOptions) -> dict[str, Any]:
    """The options of a graph as plain values; how documents are read from files is none of them."""
    return {
        "base": options.base,
        "model": options.model,
        "rules": [str(path.absolute()) for path in options.rules],
        "gazetteers": [str(path.absolute()) for path in options.gazetteers],
        "identity": None if options.identity is None else str(options.identity.absolute()),
        "license": options.license,
        "min_confidence": options.min_confidence,
        "provenance": options.provenance,
        "hierarchy": options.hierarchy,
    }


def parse_options(plain: dict[str, Any] | None) -> BuildOptions:
    """The options again; those of kg where nothing is noted."""
    if plain is None:
        return BuildOptions()
    return BuildOptions(
        base=plain.get("base", DEFAULT_BASE),
        model=plain["model"],
        rules=tuple(Path(name) for name in plain["rules"]),
        gazetteers=tuple(Path(name) for name in plain["gazetteers"]),
        identity=None if plain["identity"] is None else Path(plain["identity"]),
        license=plain.get("license"),
        min_confidence=plain["min_confidence"],
        provenance=plain["provenance"],
        hierarchy=plain["hierarchy"],
    )


def parse_run(plain: dict[str, Any]) -> Run:
    """A run that was noted as plain values."""
    return Run(**{**plain, "options": tuple((name, value) for name, value in plain["options"])})
