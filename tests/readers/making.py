"""Makes small real files, and reads inputs the way users do."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter

from kg.model.document import Document, Outcome
from kg.readers import ReadOptions, read_documents


def read(*paths: Path | str, options: ReadOptions | None = None) -> list[Document | Outcome]:
    """Everything that reading the paths yields."""
    return list(read_documents([str(path) for path in paths], options=options or ReadOptions()))


def read_document(path: Path, options: ReadOptions | None = None) -> Document:
    """The only document of a path."""
    (result,) = read(path, options=options)
    assert isinstance(result, Document), result
    return result


def read_outcome(path: Path, options: ReadOptions | None = None) -> Outcome:
    """The only outcome of a path that gives no document."""
    (result,) = read(path, options=options)
    assert isinstance(result, Outcome), result
    return result


def list_names(results: list[Document | Outcome]) -> list[str]:
    """The identifiers, in order."""
    return [result.identifier for result in results]


def write(path: Path, content: str | bytes) -> Path:
    """Writes a file with its folders; text as UTF-8 and with its line ends untouched."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def make_pdf(pages: Sequence[Sequence[str] | bytes], *, deflated: int = 0) -> bytes:
    """A PDF whose pages show the lines, or hold raw content; `deflated` times compressed."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            b"<< /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * number)
        )
        content = page if isinstance(page, bytes) else _show_lines(page)
        for _ in range(deflated):
            content = zlib.compress(content, 9)
        filters = b" ".join([b"/FlateDecode"] * deflated)
        head = b"<< /Length %d /Filter [%s] >>" % (len(content), filters)
        objects.append(head + b"\nstream\n" + content + b"\nendstream")
    return _number_objects(objects)


def _show_lines(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252") for line in lines)
    return b"BT /F1 11 Tf 14 TL 60 780 Td\n" + shown + b"ET"


def _number_objects(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(written)


def encrypt_pdf(data: bytes, *, user: str, owner: str) -> bytes:
    """The PDF under passwords."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, owner_password=owner, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def replace_part(archive: bytes, name: str, content: str | bytes) -> bytes:
    """The zip archive with one part exchanged."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return written.getvalue()
