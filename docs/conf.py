"""The settings of Sphinx for `make docs`."""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

from publishing.docstrings import escape_lines  # noqa: E402

import kg  # noqa: E402

project = "kg"
author = "The newskg contributors"
copyright = "the newskg contributors"  # noqa: A001  the name that Sphinx reads
version = release = kg.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = []
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
suppress_warnings = [
    "myst.header",  # pages made for a code host begin where they like
    "misc.highlighting_failure",  # examples write id:city/chongqing, where Turtle asks for a backslash
]
highlight_language = "text"

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_preserve_defaults = True

html_theme = "furo"
html_title = f"kg {release}"
html_static_path = [str(ROOT / "docs" / "publishing" / "static")]
html_css_files = ["kg.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5c94", "color-brand-content": "#0b5c94"},
    "dark_css_variables": {"color-brand-primary": "#7cb8ec", "color-brand-content": "#7cb8ec"},
}


def setup(app: Any) -> None:
    """Docstrings come as they are written and go as Sphinx wants them."""
    app.connect("autodoc-process-docstring", _escape, priority=900)


def _escape(*arguments: Any) -> None:
    lines = arguments[-1]
    lines[:] = escape_lines(lines)
