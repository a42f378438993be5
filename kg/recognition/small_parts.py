"""Small letters inside names of persons: particles and second parts of given names."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TOWN_TITLES = frozenset(["prince", "king", "queen", "general", "sheikh", "sultan"])
_SAINTS = frozenset(["st.", "st", "ste.", "sainte", "saint"])
_BEFORE_SAINTS = frozenset(
    ["fort", "port", "mount", "lake", "sault", "cap", "bay", "point", "east", "west"]
)
_ARTICLES = frozenset(["al", "el", "ul", "as", "ar", "ad", "bin", "ben", "abu"])
_OPENING = frozenset(
    ["de", "di", "della", "van", "von", "der", "den", "ter", "ten", "bin", "ibn", "bint", "abu"]
)

_ADDRESSES = load_lexicon("names").get("honorifics") | {"sri"}
_TITLES = frozenset(title.split()[-1] for title in load_lexicon("posts").get_mapping("heads"))
_INNER_ADDRESSES = frozenset(["tun", "haji", "hajah", "tengku", "tunku", "tuanku", "datuk"])


def pass_particles(tokens: Tokens, i: int, limit: int, particles: frozenset[str]) -> int | None:
    """The capital behind two particles or one joined by a hyphen: "von der Tarne", "al-Tarni"."""
    if tokens.lower[i] not in particles or i + 2 >= limit:
        return None
    joined = tokens.words[i + 1] == "-" and tokens.touches(i) and tokens.touches(i + 1)
    if (joined or tokens.lower[i + 1] in particles) and tokens.capital[i + 2]:
        return i + 2
    return None


def begins_with_particle(tokens: Tokens, i: int) -> bool:
    """ "mayor [de] Wit", "[al]-Tarni said": a small word before a strange family name, told without a given one."""
    word, nxt = tokens.lower[i], i + 1
    if word == "per":  # "Per Magnus Holm"
        given = range(nxt, min(nxt + 2, len(tokens.words)))
        return len(given) > 1 and all(
            tokens.words[k].istitle() and not tokens.is_common(k) for k in given
        )
    joined = tokens.lower_at(nxt) == "-" and tokens.touches(i) and tokens.touches(nxt)
    nxt += joined
    if word not in (_ARTICLES if joined else _OPENING) or nxt >= len(tokens.words):
        return False
    if tokens.lower[nxt] in _OPENING:  # "von der Tarne"
        nxt += 1
    named = tokens.capital[i - 1 : i] == [True] and tokens.tags[i - 1] != "DT"
    before = named or tokens.lower_at(i - 1) in {"-", "’", "'"}
    strange = nxt < len(tokens.words) and tokens.words[nxt].istitle() and not tokens.is_common(nxt)
    opens = tokens.words[i].islower() or i in tokens.first_of_sentence
    if word == "ten" and tokens.tags[i] == "CD":
        return False  # "ordered [ten] Norvik jets"
    return strange and opens and not before


def is_led_surname(tokens: Tokens, i: int, titles: Container[str]) -> bool:
    """ "President [To] Lam", "envoy [Do] Tuan": a small word with a capital between a title and a strange word."""
    word, given = tokens.words[i], "".join(tokens.words[i + 1 : i + 2])
    small = word.istitle() and len(word) in {2, 3} and word.isalpha()
    if not small or i == 0 or tokens.headline[tokens.parse.sentence_of[i]]:
        return False
    if (word, given) == ("Tan", "Sri"):
        return False  # an honorific of Malaysia
    last = tokens.capital[i + 2 : i + 3] != [True] and tokens.tags[i + 1 : i + 2] == ["NNP"]
    strange = given.istitle() and given.isalpha() and (last or not tokens.is_common(i + 1))
    return strange and tokens.capital[i - 1] and tokens.lower[i - 1] in titles


def is_town_like_title(tokens: Tokens, i: int, places: Container[int]) -> bool:
    """ "[Prince] George, B.C.", "[General] Norvik, Peru": a title's word before a name with its land behind a comma."""
    titled = (
        tokens.lower[i] in _TOWN_TITLES and tokens.capital[i] and i not in tokens.first_of_sentence
    )
    return (
        titled
        and tokens.capital[i + 1 : i + 2] == [True]
        and (tokens.lower_at(i + 2) == "," and i + 3 in places)
    )


def is_inner_saint(tokens: Tokens, i: int) -> bool:
    """ "Fort [St.] James", "Port [Ste.] Anna": a saint within the name of a place."""
    saint = tokens.lower[i] in _SAINTS and tokens.capital[i + 1 : i + 2] == [True]
    return saint and i > 0 and tokens.lower[i - 1] in _BEFORE_SAINTS


def is_inner_address(tokens: Tokens, i: int) -> bool:
    """A word of respect that is part of a name: "Fort [St.] James", "[PT] Norvik", "Tan Sri Zaki [Tun] Tarna"."""
    if is_inner_saint(tokens, i) or tokens.words[i] == "PT":
        return True
    if tokens.lower[i] not in _INNER_ADDRESSES or tokens.capital[i + 1 : i + 2] != [True]:
        return False
    k = i - 1
    while k >= 0 and tokens.capital[k] and tokens.lower[k] not in _ADDRESSES | _TITLES:
        k -= 1
    addressed = k >= 0 and tokens.capital[k] and tokens.lower[k] in _ADDRESSES
    return k < i - 1 - (not addressed)


def find_given_name_end(
    tokens: Tokens, start: int, i: int, limit: int, tails: Container[str]
) -> int | None:
    """ "Choi Seung-woo": a small second part of a name of two words, but not "Norvik-led"."""
    if (
        tokens.words[i] != "-"
        or i + 1 >= limit
        or not (tokens.touches(i - 1) and tokens.touches(i))
    ):
        return None
    part = tokens.words[i + 1]
    if not part.isalpha() or len(part) > 6 or part in tails:
        return None
    return i + 2 if i - start >= 2 or not tokens.is_common(i + 1) else None


def is_clipped(tokens: Tokens, i: int) -> bool:
    """ "Tarnin' Donuts": an apostrophe behind a word that is no plural, and so no possessive."""
    clipped = tokens.words[i] in {"'", "’"} and tokens.touches(i - 1) and not tokens.touches(i)
    quoted = any(word in {"'", "‘", "`"} for word in tokens.words[max(i - 8, 0) : i])
    return clipped and not quoted and tokens.lower[i - 1][-1] not in "sxz"


def are_strange(tokens: Tokens, i: int) -> bool:
    """ "Nguyễn Thị Nhung", which the tagger takes for a verb: two words no dictionary has."""
    return (
        not tokens.is_common(i)
        and tokens.capital[i + 1 : i + 2] == [True]
        and not tokens.is_common(i + 1)
        and tokens.words[i].isalpha()
    )


def find_calling_end(tokens: Tokens, start: int, end: int, callings: Container[str]) -> int:
    """Where the name begins behind "Local Businessman", which only its place gives capitals; else `start`."""
    if start not in tokens.first_of_sentence or end - start < 4:
        return start
    k = start + 1
    called = tokens.lower[k] in callings and tokens.tags[start][:1] in {"J", "N"}
    person = end - k == 3 and not (tokens.is_common(k + 1) and tokens.is_common(k + 2))
    words = tokens.is_common(start) and tokens.is_common(k) and person
    return k + 1 if called and words else start


def is_in_row(tokens: Tokens, start: int) -> bool:
    """Whether a name that begins there goes on a row, or stands behind a plural: "investors [Norvik]"."""
    listed = start > 1 and tokens.words[start - 1] == "," and tokens.capital[start - 2]
    return listed or tokens.tags[start - 1 : start] == ["NNS"]
