"""Bytes to text: byte order mark, declaration, UTF-8, then a guess; never U+FFFD."""

import codecs
import re
from dataclasses import dataclass

GUESSED = "encoding_guessed"

# UTF-32 goes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As browsers do: a page that declares these means the Windows code page around them.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_WESTERN = frozenset(
    ("cp1250", "cp1252", "cp1254", "cp1257", "iso8859_1", "iso8859_2", "iso8859_15", "latin_1")
)
_CANDIDATES = [
    *("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1251", "koi8_r", "iso8859_5"),
    *("cp1253", "cp1255", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp874"),
]
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_LETTERS = {
    "cp1252": frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþŒœŠšŽž"),
    "cp1250": frozenset(
        "ÁÂĂÄÇČĆĎĐÉĘËĚÍÎĹĽŁŃŇÓÔŐÖŔŘŚŠŞŤŢÚŮŰÜÝŹŽŻßáâăäąĄçčćďđéęëěíîĺľłńňóôőöŕřśšşťţúůűüýźžż"
    ),
}
_SIGNS = frozenset("‘’‚“”„–—…•€£¥§©®™°«»\xa0¡¿·×²³½¼¾ªº´‹›")
_INSIDE_WORDS = frozenset("‘’´–—…·\xa0×")  # the signs that stand between two letters in real words
_MIN_FOREIGN = (
    24  # bytes beyond ASCII below which a guess of another script is no better than chance
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GUESS_SAMPLE = 200_000  # bytes; the guesser's time grows with its input


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and the marks for the report."""

    text: str
    marks: tuple[str, ...] = ()


def find_decoded(
    data: bytes, *, override: str | None = None, declared: str | None = None
) -> Decoded | None:
    """The text of the bytes, or None where no encoding explains them.

    `override` is the user's word and is the only one tried. A declaration that does not fit is
    passed over. What rests on neither of them, a byte order mark nor strict UTF-8 is marked as
    guessed.
    """
    if override is not None:
        return _refuse_damaged(_decode(data, override))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _refuse_damaged(_decode(data[len(mark) :], encoding))
    if declared is not None and (found := _decode_declared(data, declared)) is not None:
        return _refuse_damaged(found)
    if (wide := _find_wide_encoding(data)) is not None:
        return _refuse_damaged(_decode(data, wide), GUESSED)
    if (text := _decode(data, "utf-8")) is not None:
        if b"\x1b$" in data and (japanese := _decode(data, "iso2022_jp")) is not None:
            return Decoded(japanese, (GUESSED,))
        return _refuse_damaged(text)
    return _guess(data)


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        return None


def _decode_declared(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # the declaration itself was read as ASCII, so it is wrong
    wider = _decode(data, _WIDER[name]) if name in _WIDER else None
    return _decode(data, name) if wider is None else wider


def _refuse_damaged(text: str | None, *marks: str) -> Decoded | None:
    """None for text in which an earlier wrong decoding already destroyed many characters."""
    if text is None or text.count("\ufffd") * 200 > len(text):
        return None
    return Decoded(text, marks)


def _find_wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, seen by where the zero bytes of its ASCII characters lie."""
    head = data[:4096]
    if b"\x00" not in head or len(data) < 4:
        return None
    zeros = [head[offset::4].count(0) / max(1, len(head[offset::4])) for offset in range(4)]
    often = tuple(share > 0.4 for share in zeros)
    if len(data) % 4 == 0 and often == (False, True, True, True):
        return "utf-32-le"
    if len(data) % 4 == 0 and often == (True, True, True, False):
        return "utf-32-be"
    if len(data) % 2 == 0 and often == (False, True, False, True):
        return "utf-16-le"
    if len(data) % 2 == 0 and often == (True, False, True, False):
        return "utf-16-be"
    return None


def _guess(data: bytes) -> Decoded | None:
    if data.count(0) * 100 > len(data):
        return None  # no 8-bit text holds so many zero bytes
    western = _decode(data, "cp1252")
    if western is not None and _reads_well(western, "cp1252") and _is_sparse(western):
        return _refuse_rubbish(western)
    encoding = _ask_guesser(data)
    if encoding is None:
        return None
    if encoding in _WESTERN:
        # The guesser mixes up Western code pages in short texts, so the words decide between them.
        for page in ("cp1252", "cp1250"):
            text = _decode(data, page)
            if text is not None and _reads_well(text, page):
                return _refuse_rubbish(text)
        return None
    foreign = sum(byte > 0x7F for byte in data)
    if foreign < _MIN_FOREIGN or foreign * 10 < len(data):
        return None
    return _refuse_rubbish(_decode(data, encoding))


def _ask_guesser(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[:_GUESS_SAMPLE], cp_isolation=_CANDIDATES, threshold=0.3).best()
    return None if best is None else best.encoding


def _is_sparse(text: str) -> bool:
    """Whether letters beyond ASCII stand alone or in twos, as they do in Western languages."""
    letters = _LETTERS["cp1252"]
    return all(
        sum(character in letters for character in run.group()) <= 2
        for run in _HIGH_RUN.finditer(text)
    )


def _reads_well(text: str, page: str) -> bool:
    """Whether the characters beyond ASCII are letters and signs in places where words have them.

    "Wroc³aw" and "ZoÃ«" are words of another encoding.
    """
    letters = _LETTERS[page]
    for run in _HIGH_RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        inside = before.isalpha() and after.isalpha()
        for character in run.group():
            if character in letters:
                if before.islower() and character.isupper():
                    return False
            elif character not in _SIGNS or (inside and character not in _INSIDE_WORDS):
                return False
            before = character
    return True


def _refuse_rubbish(text: str | None) -> Decoded | None:
    """None for a guess that reads like binary data: many controls, or few letters."""
    if text is None:
        return None
    sample = text[:_GUESS_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    readable = sum(character.isalnum() or character.isspace() for character in sample)
    if controls * 100 > len(sample) or readable * 10 < len(sample) * 6:
        return None
    return _refuse_damaged(text, GUESSED)
