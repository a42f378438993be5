"""The messages between a server and the processes that answer: a header in JSON, then bytes.

Nothing is pickled: neither side can make the other run anything.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO

_SIZES = struct.Struct(">II")
SIZES = _SIZES.size


def pack(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """One message."""
    head = json.dumps(header).encode()
    return _SIZES.pack(len(head), len(body)) + head + body


def unpack_sizes(data: bytes) -> tuple[int, int]:
    """Bytes of the header and of the body, from the first SIZES bytes of a message."""
    head, body = _SIZES.unpack(data)
    return head, body


def parse_header(data: bytes) -> dict[str, Any]:
    """The header of a message."""
    header: dict[str, Any] = json.loads(data)
    return header


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message; None at the end."""
    sizes = stream.read(SIZES)
    if len(sizes) < SIZES:
        return None
    head, body = unpack_sizes(sizes)
    return parse_header(stream.read(head)), stream.read(body)
