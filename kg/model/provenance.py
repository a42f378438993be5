"""What made a graph: versions, digests and options, never time, host or user."""

from dataclasses import dataclass

LICENCE = "license"  # the option that names the licence of a graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The makers of a graph. `id` is "run/" and a digest of all other fields."""

    id: str
    kg_version: str
    spacy_version: str
    model_name: str
    model_version: str
    model_digest: str
    ontology_digest: str
    rules_digest: str
    gazetteer_digest: str
    options: tuple[tuple[str, str], ...] = ()
