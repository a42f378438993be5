"""How names of the gazetteer are compared with a text: typography does not count."""

# Every replacement is one code point for one, so that offsets stay those of the document.
_SAME_WIDTH = (
    *((space, " ") for space in "\n\t\u00a0\u202f"),
    *((quote, "'") for quote in "’‘ʼ´`"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013"),
)


def simplify(text: str) -> str:
    """The text with plain spaces, quotes and hyphens, of the same length."""
    if text.isascii() and "\n" not in text and "\t" not in text:
        return text
    for written, simple in _SAME_WIDTH:
        text = text.replace(written, simple)
    return text
