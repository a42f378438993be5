"""Reads .jsonl: one JSON object a line, streamed; a bad line fails alone."""

import codecs
import json
from collections.abc import Iterator
from typing import Any

from kg.errors import DocumentError
from kg.model.document import ErrorKind, Outcome
from kg.readers.datelines import parse_published
from kg.readers.decoding import find_decoded
from kg.readers.draft import Draft, make_outcome
from kg.readers.normalizing import clean_identifier
from kg.readers.options import ReadOptions
from kg.readers.plaintext import refuse_encoding
from kg.readers.source import Source, read_bytes, read_lines, refuse_size

_MAX_DIGITS = 1_000  # of an integer; Python's own conversion is quadratic and stops at 4,300
_MAX_IDENTIFIER = 1_000
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # UTF-32 shows by its zero bytes


class _RecordError(ValueError):
    """A line that is JSON but no usable record."""


def read(source: Source, options: ReadOptions) -> Iterator[Draft | Outcome]:
    """A draft or an outcome for each line that is not blank; "file.jsonl#3" is the third line."""
    any_line = False
    for number, line in enumerate(_list_lines(source, options), start=1):
        if line is not None and not line.strip():
            continue
        any_line = True
        identifier = f"{source.identifier}#{number}"
        place = Source(identifier=identifier, ending=source.ending, stream=source.stream)
        try:
            yield _read_line(line, place, options)
        except DocumentError as error:
            yield make_outcome(identifier, ErrorKind(error.kind), str(error))
    if not any_line:
        raise source.fail(ErrorKind.EMPTY, "holds no records; write one JSON object a line.")


def _list_lines(source: Source, options: ReadOptions) -> Iterator[bytes | None]:
    """Lines as the bytes they are; UTF-16 and the like are decoded as a whole and come as UTF-8."""
    lines = read_lines(source, options)
    for first in lines:
        if first is not None and (_is_wide(first) or not _keeps_ascii(options.encoding)):
            yield from _decode_lines(first, source, options)
        else:
            yield first and first.removeprefix(codecs.BOM_UTF8)
            yield from lines


def _decode_lines(first: bytes, source: Source, options: ReadOptions) -> Iterator[bytes]:
    rest = read_bytes(source, options)
    # Whether the first line ended in a line end is no longer known; only one of the two decodes.
    for data in (first + b"\n" + rest, first + rest):
        decoded = find_decoded(data, override=options.encoding)
        if decoded is not None:
            yield from (text.encode("utf-8", "surrogatepass") for text in decoded.text.split("\n"))
            return
    raise refuse_encoding(source, options)


def _is_wide(first: bytes) -> bool:
    """Whether the start of a JSON text is UTF-16 or UTF-32, by its mark or by its zero bytes."""
    return first[:2] in _WIDE_MARKS or b"\x00" in first[:4]


def _keeps_ascii(encoding: str | None) -> bool:
    if encoding is None:
        return True
    try:
        return b"{}\n".decode(encoding) == "{}\n"
    except UnicodeError:
        return False


def _read_line(line: bytes | None, place: Source, options: ReadOptions) -> Draft:
    if line is None:
        raise refuse_size(place, options.max_bytes)
    override = options.encoding if _keeps_ascii(options.encoding) else None
    decoded = find_decoded(line, override=override)
    if decoded is None:
        raise refuse_encoding(place, options)
    record = _parse(decoded.text, place)
    try:
        return _make_draft(record, place, options, decoded.marks)
    except _RecordError as error:
        raise place.fail(ErrorKind.BAD_RECORD, str(error)) from error


def _parse(text: str, place: Source) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_refuse_duplicates,
            parse_constant=_refuse_constant,
            parse_int=_parse_int,
        )
    except _RecordError as error:
        raise place.fail(ErrorKind.BAD_RECORD, str(error)) from error
    except json.JSONDecodeError as error:
        problem = f"is not valid JSON ({error.msg} at column {error.colno}); mend the line."
        raise place.fail(ErrorKind.BAD_JSON, problem) from error
    except ValueError as error:
        raise place.fail(ErrorKind.BAD_JSON, str(error)) from error
    except RecursionError as error:
        problem = "is nested too deep; write a flat JSON object."
        raise place.fail(ErrorKind.BAD_JSON, problem) from error


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = clean_identifier(min(name for name in record if names.count(name) > 1))[:80]
        raise _RecordError(f"has the field '{twice}' twice; keep one.")
    return record


def _refuse_constant(name: str) -> None:
    raise ValueError(f"is not valid JSON ({name} is no JSON number); write null instead.")


def _parse_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"holds a number of more than {_MAX_DIGITS:,} digits; write it as text.")
    return int(digits)


def _make_draft(record: Any, place: Source, options: ReadOptions, marks: tuple[str, ...]) -> Draft:
    if not isinstance(record, dict):
        raise _RecordError("is no JSON object; write one object with a text field a line.")
    text = _find_text(record, "text", options)
    if text is None:
        name = options.get_field("text")
        raise _RecordError(f"has no field '{name}'; add it or say which field holds the text.")
    date = _find_text(record, "date", options)
    return Draft(
        identifier=_find_identifier(record, options) or place.identifier,
        text=text,
        title=_find_text(record, "title", options),
        published=parse_published(date) if date else None,
        url=_find_text(record, "url", options),
        publisher=_find_text(record, "publisher", options),
        marks=marks,
    )


def _find_text(record: dict[str, Any], role: str, options: ReadOptions) -> str | None:
    name = options.get_field(role)
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise _RecordError(f"has a field '{name}' that is no text; write it as a string.")
    return value


def _find_identifier(record: dict[str, Any], options: ReadOptions) -> str | None:
    name = options.get_field("id")
    value = record.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _RecordError(f"has a field '{name}' that is no text or whole number; mend it.")
    identifier = clean_identifier(str(value))
    if len(identifier) > _MAX_IDENTIFIER:
        raise _RecordError(
            f"has an identifier of more than {_MAX_IDENTIFIER:,} characters; shorten it."
        )
    return identifier
