"""The look of families and modalities, from style.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.strictyaml import read_yaml, require_mapping

_FALLBACK = "other"
_SHAPES = frozenset({"dot", "square", "diamond", "star", "triangle", "triangleDown", "hexagon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyStyle:
    """How a family is drawn; `light` and `dark` are the colours on a light and a dark page."""

    label: str
    shape: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityStyle:
    """How a modality is drawn; no `dashes` is a solid line, an empty `badge` is the plain case."""

    label: str
    badge: str
    dashes: tuple[int, ...]
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """All looks, in the order of the legend."""

    families: Mapping[str, FamilyStyle]
    modalities: Mapping[str, ModalityStyle]

    def choose_family(self, family: str) -> str:
        """The family itself where it has a look, else the one for everything unknown."""
        return family if family in self.families else _FALLBACK


@lru_cache(maxsize=1)
def load_style() -> Style:
    """The shipped look. Raises RuleError, naming the file, where an entry is not complete."""
    path = Path(__file__).with_name("style.yaml")
    content = require_mapping(read_yaml(path), path, "the style")
    families = {
        name: FamilyStyle(**_read_entry(entry, path, name, {"label", "shape", "light", "dark"}))
        for name, entry in require_mapping(content.get("families"), path, "families").items()
    }
    for name, family in families.items():
        if family.shape not in _SHAPES:
            raise RuleError(
                f"{path}:1: the shape '{family.shape}' of '{name}' cannot be drawn offline; "
                f"choose one of {', '.join(sorted(_SHAPES))}."
            )
    if _FALLBACK not in families:
        raise RuleError(f"{path}:1: the family '{_FALLBACK}' is missing; unknown types need it.")
    modalities = {}
    for name, entry in require_mapping(content.get("modalities"), path, "modalities").items():
        fields = _read_entry(entry, path, name, {"label", "badge", "dashes", "light", "dark"})
        dashes = tuple(int(length) for length in fields.pop("dashes").split())
        modalities[name] = ModalityStyle(dashes=dashes, **fields)
    return Style(families=families, modalities=modalities)


def _read_entry(entry: Any, path: Path, name: str, keys: set[str]) -> dict[str, str]:
    fields = dict(require_mapping(entry, path, f"'{name}'"))
    if set(fields) != keys:
        raise RuleError(f"{path}:1: '{name}' needs exactly the keys {', '.join(sorted(keys))}.")
    return fields
