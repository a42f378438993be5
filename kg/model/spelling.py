"""Letters as names are compared by: without their marks."""

import unicodedata


def strip_accents(text: str) -> str:
    """The text in compatibility form (NFKD) without combining marks; it may be shorter."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
