"""Parties told by what stands before them: "the ruling [ZLP]", "a lawmaker from the [ZLP]", "a [Republican]"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_PARTISANS, _GIVEN = _NAMES.get("partisans"), load_lexicon("given_names").get("given")
_LEANINGS, _WINGS = _NAMES.get("party_leanings"), _NAMES.get("party_wings")
_SIDES = _NAMES.get("party_sides")
_MEMBERS = _NAMES.get("party_seats") | _NAMES.get("party_members")
_LANDS, _PARTS = _NAMES.get("party_lands"), _NAMES.get("party_parts")
_LINKS = frozenset(["of", "from", "for", "with", "in", "within", "representing"])
_OWNERS = frozenset(["the", "'s", "’s", "its", "their", "his", "her", "our", "whose", "then"])
_BEHIND = frozenset([",", ".", ";", "from", "of", "who", "and", "in", "but", "representing", "("])
_DESCRIBING = frozenset(["JJ", "HYPH", "NN", "RB", "VBN"])
_ARTICLES = frozenset(["a", "an", "the", "another"])
_LONGEST = 6  # tokens of a person's name behind such a word
_GROUPS = frozenset(["coalition", "family", "dynasty", "clan", "junta", "elite", "bloc", "council"])


def tells_party(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words before tokens start to end say that they name a party."""
    if tokens.lower_at(end) in _GROUPS:
        return False
    if is_partisan(tokens, start, end):
        return True
    lettered = _is_lettered(tokens, start, end)
    if lettered and tokens.lower_at(end) in _PARTS and tokens.capital[end + 1 : end + 2] == [True]:
        return True  # "ZLP candidate Jane Doe"
    before = _pass_leanings(tokens, start)
    if before < start - 1:
        sure = lettered or tokens.lower_at(before) in _OWNERS
        return sure and _is_led(tokens, before + 1, start, lettered)
    return lettered and _is_seated(tokens, start - 1)


def _is_lettered(tokens: Tokens, start: int, end: int) -> bool:
    """ "ZLP", "ZLP-N", "ZfD": initials that are no land's."""
    word = tokens.words[start]
    capitals = sum(letter.isupper() for letter in word)
    short = end - start == 1 or (end - start == 3 and tokens.words[start + 1] == "-")
    return short and capitals > 1 and word.isalpha() and word not in _LANDS


def _pass_leanings(tokens: Tokens, start: int) -> int:
    """The token before the words that tell where a party stands."""
    k = start - 1
    while k > 0:
        if tokens.lower_at(k - 1) == "-" and (
            tokens.lower[k] in _SIDES or tokens.lower[k] == "wing"
        ):
            k -= 3
        elif tokens.lower[k] in _LEANINGS or tokens.lower[k] in _WINGS:
            k -= 1
        else:
            break
    return k


def _is_led(tokens: Tokens, first: int, start: int, lettered: bool) -> bool:
    """Who rules or opposes is a party; newspapers and think tanks, too, are right-wing, yet seldom in letters."""
    told = set(tokens.lower[first:start])
    return lettered or not told.isdisjoint(_LEANINGS)


def _is_seated(tokens: Tokens, before: int) -> bool:
    """ "a lawmaker [from the] ZLP", "a stalwart [of the] ZLP"."""
    k = before - (tokens.lower_at(before) == "the")
    return tokens.lower_at(k) in _LINKS and tokens.lower_at(k - 1) in _MEMBERS


def find_partisans(tokens: Tokens) -> dict[int, int]:
    """Start → end of "[Republican] [Jane Doe]", "Jane Doe, a first-term [Democrat] from Peru"."""
    found: dict[int, int] = {}
    for k in range(tokens.size):
        start = k - (k > 0 and " ".join(tokens.lower[k - 1 : k + 1]) in _PARTISANS)
        if not _is_partisan_word(tokens, start, k + 1):
            continue
        if end := _find_person(tokens, start, k + 1):
            found |= {start: k + 1, k + 1: end}
        elif is_partisan(tokens, start, k + 1):
            found[start] = k + 1
    return found


def _is_partisan_word(tokens: Tokens, start: int, end: int) -> bool:
    told = " ".join(tokens.lower[start:end]) in _PARTISANS
    return told and all(word.istitle() for word in tokens.words[start:end])


def is_partisan(tokens: Tokens, start: int, end: int) -> bool:
    """ "is a [Republican]", ", a moderate [Democrat] from Zenda", "[Republican] Jane Doe": what somebody is."""
    if not _is_partisan_word(tokens, start, end):
        return False
    if _find_person(tokens, start, end):
        return True
    k = start - 1
    while k > 0 and start - k < _LONGEST and _describes(tokens, k):
        k -= 1
    opens = tokens.lower_at(k) in _ARTICLES and tokens.lower_at(k - 1) in {",", "is", "was", "("}
    return opens and tokens.lower_at(end) in _BEHIND


def _describes(tokens: Tokens, k: int) -> bool:
    small = tokens.words[k].islower() or tokens.words[k] == "-"
    return small and tokens.tags[k] in _DESCRIBING and tokens.lower[k] not in _ARTICLES


def _find_person(tokens: Tokens, start: int, first: int) -> int:
    """Where a name that begins with a given name ends, right behind a party that nothing leads to; 0 for none."""
    end = first
    while end < min(first + _LONGEST, tokens.size) and tokens.capital[end]:
        end += 1
    led = start > 0 and tokens.capital[start - 1] and tokens.lower[start - 1] != "the"
    return end if end - first > 1 and tokens.lower[first] in _GIVEN and not led else 0
