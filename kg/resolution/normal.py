"""Normal forms of names: what may differ while the name is the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from kg.lexicon import load_lexicon
from kg.model.spelling import strip_accents
from kg.resolution.personal import order_person

_ARTICLE = re.compile(r"^the(?:\s+|-)")
_POSSESSIVE = re.compile(r"(?:'s|')$")
_NOT_WORD = re.compile(r"[^\w&+%]+")
_NOT_HYPHENED = re.compile(r"[^\w-]+|(?<!\w)-|-(?!\w)")
_STROKES = re.compile(r"(?<![^\W_])([a-z])/([a-z])(?![^\W_])")  # "A/S"
# Letters that Unicode takes for letters of their own.
_LETTERS = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
_MANY_FIELDS = 3
_KEPT = 1 << 16  # names whose forms are kept; a name comes again and again
_SMALL = frozenset(["of", "for", "the", "and", "on", "in"])


@lru_cache(maxsize=_KEPT)
def normalize_name(name: str, family: str) -> str:
    """The form under which names of one family are compared.

    Case, accents, punctuation, article and possessive do not count, nor a spelling that the lexicon
    gives as another; of organizations and facilities, whether the head stands before or behind
    ("Ministry of Trade", "Trade Ministry"); of fields, the word "industry" behind; of persons, which
    name stands first where that is known.
    """
    if family == "person":
        hyphens = _NOT_HYPHENED.sub(" ", _fold(name).replace("'", "").replace(".", ""))
        return order_person(hyphens.split()) or name
    words = _respell(_split(name))
    if family in ("organization", "facility", "place"):
        return _turn(words) or name
    if family == "sector" and len(words) > 1 and words[-1] in _list_field_tails():
        words = words[:-1]
    return " ".join(words) or name


@lru_cache(maxsize=_KEPT)
def strip_legal_forms(name: str) -> str:
    """An organization's normal form without legal form, "Group" and the like: "norvik" of "Norvik Group, Ltd."."""
    lexicon = load_lexicon("identity")
    tails = _list_tails()
    words = _respell(_split(name))
    fronts = lexicon.get("legal_fronts")
    length = _find_phrase(words, fronts, front=True)
    words = words[length:]
    while True:
        length = _find_phrase(words, tails, front=False)
        if not length:
            return _turn(words)
        words = words[: len(words) - length]
        while len(words) > 1 and words[-1] == "and":
            words.pop()


@lru_cache(maxsize=_KEPT)
def strip_place(name: str, place: str) -> str:
    """An organization's normal form without the place at an end of its name; "" where none is there.

    "ministry|trade" of "Kenyan Ministry of Trade", "Kenya's Ministry of Trade" and "Ministry of Trade
    of Kenya".
    """
    folded, inner = _fold(name), _fold(place)
    before = re.match(rf"{re.escape(inner)}(?:'s)?\s+(?=\w)", folded)
    if before:
        return _turn(_respell(_words(folded[before.end() :])))
    behind = re.search(rf"\s(?:of|in|for)\s(?:the\s)?{re.escape(inner)}$", folded)
    return _turn(_respell(_words(folded[: behind.start()]))) if behind else ""


@lru_cache(maxsize=_KEPT)
def is_generic(form: str) -> bool:
    """Whether a normal form has no word that tells one thing from another, such as "delta bank"."""
    return not _list_telling(form)


@lru_cache(maxsize=_KEPT)
def is_specific(form: str) -> bool:
    """Whether a public body's normal form hardly fits two states: by a telling word, or by its many fields."""
    field = form.rsplit("|", 1)[-1].split()
    return bool(_list_telling(form)) or sum(word not in _SMALL for word in field) >= _MANY_FIELDS


@cache
def _list_field_tails() -> frozenset[str]:
    return load_lexicon("identity").get("field_tails")


@cache
def _list_common() -> frozenset[str]:
    return load_lexicon("identity").get("generic") | load_lexicon("names").get("topics")


def _list_telling(form: str) -> list[str]:
    common = _list_common()
    words = form.replace("|", " ").split()
    return [word for word in words if word not in common and len(word) > 1 and not word.isdigit()]


@lru_cache(maxsize=_KEPT)
def list_initials(name: str) -> frozenset[str]:
    """The initials of a name, with and without those of its small words: "miit" and "moiit"."""
    words = _split(name)
    large = "".join(w[0] for w in words if w not in _SMALL and w[0].isalpha())
    return frozenset({large, "".join(w[0] for w in words if w[0].isalpha())})


def is_acronym(name: str) -> bool:
    """Whether a name is one word of three capitals or more, with few small letters: "MIIT", "NDRCs"."""
    if not name.replace(".", "").isalpha():
        return False
    capitals = sum(c.isupper() for c in name)
    return capitals >= 3 and capitals * 2 > len(name)


def _fold(name: str) -> str:
    """Small letters without marks, article and possessive."""
    text = name.replace("’", "'").casefold().strip()
    if not text.isascii():
        text = strip_accents(text.translate(_LETTERS)).strip()
    return _POSSESSIVE.sub("", _ARTICLE.sub("", text))


def _words(folded: str) -> list[str]:
    text = _STROKES.sub(r"\1\2", folded.replace("'", "").replace(".", ""))
    return _NOT_WORD.sub(" ", text).split()


def _split(name: str) -> list[str]:
    return _words(_fold(name))


def _respell(words: Iterable[str]) -> list[str]:
    spellings = load_lexicon("identity").get_mapping("spellings")
    return _replace_phrases([spellings.get(word, word) for word in words], spellings)


def _replace_phrases(words: list[str], phrases: Mapping[str, str]) -> list[str]:
    """Each pair of words that stands for others is replaced by them."""
    for k in range(len(words) - 1):
        other = phrases.get(" ".join(words[k : k + 2]))
        if other is not None:
            return [*words[:k], *other.split(), *_replace_phrases(words[k + 2 :], phrases)]
    return words


@cache
def _list_tails() -> frozenset[str]:
    lexicon = load_lexicon("identity")
    return lexicon.get("legal_forms") | lexicon.get("empty_heads")


def _find_phrase(words: Sequence[str], phrases: frozenset[str], *, front: bool) -> int:
    """How many words at the edge are one of the phrases, so that some are left."""
    for length in range(min(4, len(words) - 1), 0, -1):
        edge = words[:length] if front else words[len(words) - length :]
        if " ".join(edge) in phrases:
            return length
    return 0


@cache
def _list_heads() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The heads that turn by each of their words, the longest first."""
    heads = [tuple(head.split()) for head in load_lexicon("identity").get("turning_heads")]
    heads.sort(key=lambda head: (-len(head), head))
    words = {word for head in heads for word in head}
    return {word: tuple(head for head in heads if word in head) for word in words}


def _turn(words: Sequence[str]) -> str:
    """The words with a head that stands before or behind marked as such: "ministry|trade"."""
    by_word = _list_heads()
    heads = {*by_word.get(words[-1], ()), *by_word.get(words[0], ())} if words else set()
    for head in sorted(heads, key=lambda head: (-len(head), head)):
        size = len(head)
        if len(words) <= size:
            continue
        if tuple(words[-size:]) == head and words[0] not in _SMALL:
            return _join_head(head, words[:-size])
        if tuple(words[:size]) == head and words[size] in ("of", "for") and len(words) > size + 1:
            return _join_head(head, words[size + 1 :])
    return " ".join(words)


def _join_head(head: Sequence[str], field: Sequence[str]) -> str:
    portfolios = load_lexicon("identity").get_mapping("portfolios")
    rest = " ".join(word for word in field if word not in _SMALL) or " ".join(field)
    if head[-1] in ("ministry", "department"):
        rest = portfolios.get(rest, rest)
    return f"{' '.join(head)}|{rest}"
