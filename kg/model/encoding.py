"""Documents, outcomes and readings as bytes and back: for other processes, journals and caches.

JSON, compressed where it is large; no pickle, so that reading it runs nothing.
"""

import base64
import json
import struct
import zlib
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.ids import format_digest
from kg.model.signature import Signature

_DOCUMENT = TypeAdapter(Document)
_OUTCOME = TypeAdapter(Outcome)
_READING = TypeAdapter(Reading)
_MAX_INFLATED = 1 << 30  # bytes: more than any document within the limits gives
_LENGTH = struct.Struct(">Q")
_FAST = 1  # of zlib: the higher levels take three times as long for a tenth less


class EncodingError(ValueError):
    """Bytes that are not what was written: cut short, or of another version of kg."""


def format_document(document: Document) -> bytes:
    """The document with its text."""
    return zlib.compress(_DOCUMENT.dump_json(document), _FAST)


def parse_document(data: bytes) -> Document:
    """The document again; raises EncodingError."""
    try:
        return _DOCUMENT.validate_json(inflate(data))
    except ValidationError as error:
        raise EncodingError("these bytes are no document") from error


def digest_content(document: Document) -> str:
    """A digest of all that a reading depends on but the document's identifier."""
    text = _DOCUMENT.dump_json(replace(document, identifier="")).decode()
    return format_digest(text, length=32)


def format_outcome(outcome: Outcome) -> bytes:
    """One line of JSON."""
    return _OUTCOME.dump_json(outcome)


def parse_outcome(data: bytes) -> Outcome:
    """The outcome again; raises EncodingError."""
    try:
        return _OUTCOME.validate_json(data)
    except ValidationError as error:
        raise EncodingError("these bytes are no outcome") from error


def format_reading(reading: Reading) -> bytes:
    """The reading without its document."""
    known = reading.signature
    signed = known and {"size": known.size, "minima": base64.b64encode(known.minima).decode()}
    rest = _READING.dump_json(reading, exclude={"document", "signature"})
    return json.dumps(signed).encode() + b"\n" + zlib.compress(rest, _FAST)


def parse_reading(document: Document, data: bytes) -> Reading:
    """The reading again, of its document; raises EncodingError."""
    signed, _, rest = data.partition(b"\n")
    try:
        known = json.loads(signed)
        signature = known and Signature(
            size=known["size"], minima=base64.b64decode(known["minima"], validate=True)
        )
        text = b'{"document":' + _DOCUMENT.dump_json(document) + b"," + inflate(rest)[1:]
        return replace(_READING.validate_json(text), signature=signature)
    except (ValueError, KeyError, TypeError) as error:
        raise EncodingError("these bytes are no reading") from error


def inflate(data: bytes) -> bytes:
    """What was compressed; raises EncodingError for broken bytes and for bombs."""
    machine = zlib.decompressobj()
    try:
        found = machine.decompress(data, _MAX_INFLATED)
    except zlib.error as error:
        raise EncodingError("these bytes are not what was written") from error
    if not machine.eof:
        raise EncodingError("these bytes are cut short")
    return found


def pack_parts(*parts: bytes) -> bytes:
    """Several byte strings as one."""
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def unpack_parts(data: bytes) -> list[bytes]:
    """The byte strings again; raises EncodingError."""
    parts, at = [], 0
    while at < len(data):
        if len(data) - at < _LENGTH.size:
            raise EncodingError("these bytes are cut short")
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        if len(data) - at < length:
            raise EncodingError("these bytes are cut short")
        parts.append(data[at : at + length])
        at += length
    return parts
