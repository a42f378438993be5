"""The cleaning of text that every document goes through once, before any offset exists."""

import re
import unicodedata

MAX_MARKS = 30  # combining marks on one character; Unicode's stream-safe form has the same bound

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LINE_BREAKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, DEL, C1
    "\xad\u034f\u061c\u180e"  # soft hyphen and other invisible joiners
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width and bidirectional controls
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufeff\ufff9-\uffff"  # noncharacters, byte order mark, replacement characters
    "\U000e0000-\U000e007f"  # invisible tags
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(1 << 16, 17 << 16, 1 << 16)
    )
    + "]+"
)
# No combining mark is a letter, digit or space, so longer runs of marks all lie in these matches.
_MARK_RUNS = re.compile(rf"[^\w\s]{{{MAX_MARKS + 1},}}")


def normalize_text(text: str) -> tuple[str, bool]:
    r"""The cleaned text, and whether more than line ends, spaces and NFC changed ("sanitized").

    Lines end in \n and stay, every other space is U+0020, the text is in NFC; controls, surrogates,
    noncharacters, U+FFFD and invisible characters are gone. Takes any str, never raises;
    idempotent.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text, removed = _FORBIDDEN.subn("", text)
    if text.isascii():
        return text, removed > 0
    # Python orders marks by insertion: without the bound, NFC is quadratic in a run of marks.
    bounded = _bound_marks(text)
    composed = _bound_marks(unicodedata.normalize("NFC", bounded))
    return composed, removed > 0 or bounded != text


def _bound_marks(text: str) -> str:
    return _MARK_RUNS.sub(_cut_marks, text)


def _cut_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in match.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def clean_identifier(text: str) -> str:
    """The identifier with what cannot be printed safely percent-encoded.

    A file name that is not UTF-8 shows its own bytes ("caf%E9.txt").
    """
    return _FORBIDDEN.sub(_percent_encode, _LINE_BREAKS.sub(_percent_encode, text))


def _percent_encode(match: re.Match[str]) -> str:
    encoded = bytearray()
    for character in match.group():
        code = ord(character)
        escaped_byte = 0xDC80 <= code <= 0xDCFF  # how Python writes an undecodable byte of a path
        encoded += (
            bytes([code - 0xDC00]) if escaped_byte else character.encode("utf-8", "surrogatepass")
        )
    return "".join(f"%{byte:02X}" for byte in encoded)
