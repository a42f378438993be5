"""The query editor, Yasgui, where it was taken in when kg was packaged (`make editor`)."""

from pathlib import Path

_ASSETS = Path(__file__).parent / "assets"
_OWN = Path(__file__).parent / "templates" / "editor.js"
_FILES = {
    "yasgui.min.js": (_ASSETS / "yasgui.min.js", "text/javascript"),
    "yasgui.min.css": (_ASSETS / "yasgui.min.css", "text/css"),
    "editor.js": (_OWN, "text/javascript"),
}
# Scripts are files of this server; the editor writes styles of its own into the page as it runs.
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def has_editor() -> bool:
    """Whether the editor's files are here."""
    return all(path.is_file() for path, _ in _FILES.values())


def read_asset(name: str) -> tuple[bytes, str] | None:
    """A file of the editor and its type; None for any other name."""
    path, kind = _FILES.get(name, (None, ""))
    return (path.read_bytes(), kind) if path is not None and path.is_file() else None
