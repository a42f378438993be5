"""The only place that makes an id: slugs and digests of content."""

import hashlib
import json
import re

from kg.model.spelling import strip_accents

_NOT_SLUG = re.compile(r"[^0-9a-z]+")


def format_digest(*parts: object, length: int = 16) -> str:
    """Hex digest of the parts (strings, numbers, None, tuples), independent of process and platform."""
    canonical = json.dumps(parts, ensure_ascii=True, default=str, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:length]


def format_slug(text: str, *, limit: int = 80) -> str:
    """A lower-case ASCII slug ("xie-yuansheng").

    A digest follows where letters are lost that ASCII cannot spell, or the text is long.
    """
    ascii_text = strip_accents(text.casefold())
    slug = _NOT_SLUG.sub("-", ascii_text.replace("'", "").replace("’", "")).strip("-")
    lost = not ascii_text.isascii() and any(ord(c) > 127 and c.isalnum() for c in ascii_text)
    if lost or not slug:
        slug = f"{slug[:limit]}-{format_digest(text, length=8)}".strip("-")
    if len(slug) > limit:
        slug = f"{slug[: limit - 9].rstrip('-')}-{format_digest(text, length=8)}"
    return slug


def format_document_id(identifier: str) -> str:
    """ "document/port-expo-1f3a90c2" for "articles/port-expo.txt": readable, and apart for equal file names."""
    stem = identifier.rstrip("/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    return f"document/{format_slug(stem)}-{format_digest(identifier, length=8)}"
