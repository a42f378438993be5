"""Reads .docx: paragraphs and tables in order, with inserted words and without deleted ones."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.errors import DocumentError
from kg.model.document import ErrorKind
from kg.readers.draft import Draft
from kg.readers.options import ReadOptions
from kg.readers.source import Source, read_bytes
from kg.readers.titles import find_title

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MAX_INFLATION = 5  # times `max_bytes` that all parts together may inflate to
MAX_PARTS = 5_000

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLE_START = b"\xd0\xcf\x11\xe0"  # an old .doc, or a .docx under a password
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset(
    (_FALLBACK, *(_WORD + name for name in ("del", "moveFrom", "instrText", "rPr", "pPr")))
)


def read(source: Source, options: ReadOptions) -> Iterator[Draft]:
    """One draft; DocumentError UNREADABLE for no Word file, TOO_LARGE for a bomb, NO_TEXT."""
    data = read_bytes(source, options)
    if not data:
        raise source.fail(
            ErrorKind.EMPTY, "is empty; give a file with words in it, or leave it out."
        )
    _check_archive(data, source, options)
    document = _open(data, source)
    blocks = [block for block in _list_blocks(document.element.body) if block.strip()]
    if not blocks:
        problem = "holds no text; give a file with words in it, or leave it out."
        raise source.fail(ErrorKind.NO_TEXT, problem)
    text = "\n\n".join(blocks)
    named = document.core_properties.title.strip()
    yield Draft(identifier=source.identifier, text=text, title=named or find_title(text))


def _check_archive(data: bytes, source: Source, options: ReadOptions) -> None:
    if data.startswith(_OLE_START):
        problem = (
            "is an old Word file or has a password; save it as .docx without one and try again."
        )
        raise source.fail(ErrorKind.UNREADABLE, problem)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _refuse(source) from error
    # The archive cannot lie about this: reading stops at the declared size of a part.
    inflated = sum(part.file_size for part in parts)
    if inflated > MAX_INFLATION * options.max_bytes or len(parts) > MAX_PARTS:
        problem = "inflates beyond every sensible size; save it again from its source."
        raise source.fail(ErrorKind.TOO_LARGE, problem)


def _refuse(source: Source) -> DocumentError:
    problem = "is no readable Word file; open it in Word, save it again as .docx and try again."
    return source.fail(ErrorKind.UNREADABLE, problem)


def _open(data: bytes, source: Source) -> "WordDocument":
    from docx import Document  # slow to import, so only when a Word file comes

    try:
        return Document(io.BytesIO(data))
    except Exception as error:  # the parser fails on broken files in every way there is
        raise _refuse(source) from error


def _list_blocks(parent: Any) -> Iterator[str]:
    """The text of each paragraph, and of each table row with " | " between its cells."""
    for element in parent:
        if element.tag == _WORD + "p":
            yield _join_paragraph(element)
        elif element.tag == _WORD + "tr":
            cells = (" ".join(_list_blocks(cell)) for cell in element)
            yield " | ".join(text for text in cells if text.strip())
        elif element.tag not in _SKIPPED and isinstance(element.tag, str):
            yield from _list_blocks(element)  # tables, content controls and the like


def _join_paragraph(element: Any) -> str:
    parts: list[str] = []
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(_WORD)
        if name == "t":
            parts.append(child.text or "")
        else:
            parts.append(_SIGNS.get(name, "") or _join_paragraph(child))
    return "".join(parts)
