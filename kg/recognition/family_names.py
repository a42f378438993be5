"""Words for posts and months in the names of people: "said Jane King, chief of", "said Wang Jun, head of"."""

from collections.abc import Set as AbstractSet

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.model_loading import INITIALS
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")
_NOBODY = load_lexicon("posts").get("nobody_behind") | load_lexicon("posts").get("things_behind")
_PLACES = load_lexicon("posts").get("families_of_places")
_ADDRESSES = load_lexicon("names").get("honorifics") | load_lexicon("names").get("office_holders")
_ADDRESSES |= {"dame", "late", "judge", "senator", "chairman", "chairwoman", "chairperson"}
_DOING = frozenset(
    ["resign", "retire", "die", "marry", "study", "tell", "win", "chair", "lead", "bear"]
)
_SECONDS = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
Known = tuple[int, GazetteerMatch]
_TOWNS = frozenset(["City", "District", "Province"])
_TOWARDS = frozenset(["in", "at", "from", "near", "to", "outside", "around", ",", "-", "–"])
_OWN = frozenset(["she", "he", "her", "his"])
_DESCENT = frozenset(["bin", "bint", "ibn"])
_PARTICLES = _DESCENT | {"al", "el"}
_CHINESE = "Jun"  # a given name behind families whose names are common words: "Lu", "Pan"
_TITLE = 5  # tokens behind a comma in which the other title's head stands
_REACH = 9  # tokens behind the name in which "she" tells that it is a person's


class FamilyNames:
    """Tells such names from titles; holds no state."""

    def __init__(self) -> None:
        self.words = load_lexicon("posts").get("family_names")
        self.given = load_lexicon("given_names").get("given")

    def is_one(self, tokens: Tokens, i: int) -> bool:
        """Whether the token is the family name behind a given one; no further name may follow."""
        named = tokens.words[i].istitle() and tokens.lower[i] in self.words
        given = tokens.lower_at(i - 1) in self.given and tokens.capital[i - 1]
        last = tokens.lower_at(i + 1) in _SECONDS or not any(tokens.capital[i + 1 : i + 2])
        return named and given and last


def is_nobody_behind(tokens: Tokens, start: int, end: int) -> bool:
    """ "VP [Sales]", "Deputy [Leaders]": what stands behind a title's word and holds no post."""
    return tokens.lower[end - 1] in _NOBODY and all(
        tokens.is_common(k) and tokens.lower[k] not in _GIVEN for k in range(start, end)
    )


def is_given_month(tokens: Tokens, i: int) -> bool:
    """ "said Wang Jun, head of": a month's name that the word before belongs to, and no date."""
    dated = any(word[:1].isdigit() for word in tokens.words[i + 1 : i + 3])
    if tokens.lower[i] == "may":  # a month in full, which is told without a day as well
        return not dated and tokens.lower_at(i - 1) in _GIVEN and tokens.capital[i - 1]
    parse = tokens.parse
    joined = parse.deps[i - 1] == "compound" and parse.heads[i - 1] == i
    chinese = tokens.words[i] == _CHINESE and tokens.tags[i - 1] == "NNP"  # "Lu Jun, head of"
    named = not tokens.is_common(i - 1) or chinese
    return joined and not dated and named


def is_person_told(tokens: Tokens, start: int, end: int) -> bool:
    """ "Helen Ward said she", "Dame Helen Ward", "Helen Ward, 58,": a family called as wards or halls are."""
    if (
        end - start != 2
        or tokens.lower[end - 1] not in _PLACES
        or tokens.lower[start] not in _GIVEN
    ):
        return False
    if tokens.lower_at(start - 1) in {"the", "in", "at", "near", "of"}:
        return False
    if tokens.lower_at(start - 1) in _ADDRESSES:
        return True
    k = end + (tokens.lower_at(end) == ",")
    if k > end and (tokens.lower_at(k) == "who" or _is_age(tokens, k)):
        return True
    verb = k == end and tokens.lemma_at(end) in _DOING and tokens.tags[end][:1] == "V"
    last = tokens.parse.sentences[tokens.parse.sentence_of[start]][1]
    owns = not _OWN.isdisjoint(tokens.lower[end : min(end + _REACH, last)])
    return verb or owns


def _is_age(tokens: Tokens, k: int) -> bool:
    """ ", 58,": a number of two digits between commas."""
    age = tokens.lower_at(k)
    return age.isdigit() and len(age) == 2 and tokens.lower_at(k + 1) == ","


def is_full_name_before(tokens: Tokens, end: int) -> bool:
    """Whether a given name and another word in capitals stand right before `end`, and no more."""
    first = end - 2
    return (
        first >= 0
        and tokens.lower[first] in _GIVEN
        and tokens.capital[first]
        and tokens.capital[end - 1]
        and not tokens.is_common(end - 1)
        and not (first and tokens.capital[first - 1] and first not in tokens.first_of_sentence)
    )


def drop_families(tokens: Tokens, known: dict[int, Known]) -> dict[int, Known]:
    """Known names without towns that are families here: "Ricardo Tarn", and "Tarn" later."""
    towns = {k: end for k, (end, match) in known.items() if match.entry.type in _TOWNS}
    named = {
        tokens.words[k]
        for k, end in towns.items()
        if end == k + 1
        and k
        and tokens.lower[k - 1] in _GIVEN
        and tokens.words[k - 1].istitle()
        and k - 1 not in towns
        and tokens.tags[k - 1].startswith("NNP")
        and tokens.lower_at(k - 2) not in _TOWARDS
        and k - 1 not in tokens.datelines
    }
    if not named:
        return known
    families = {
        k
        for k, end in towns.items()
        if end == k + 1
        and tokens.words[k] in named
        and tokens.lower_at(k - 1) not in _TOWARDS
        and k not in tokens.datelines
    }
    return {k: found for k, found in known.items() if k not in families}


def is_given_title(tokens: Tokens, i: int, heads: AbstractSet[str]) -> bool:
    """ "Sultan Ahmed bin Karim, chairman of": a title's word that is a given name of who has another post.

    A ruler is told by one name alone, or with his land and no other post behind it.
    """
    if tokens.lower[i] not in _GIVEN or not tokens.capital[i]:
        return False
    end = i + 1
    while end < tokens.size and (tokens.capital[end] or tokens.lower[end] in _PARTICLES):
        end += 1
    if tokens.lower_at(i + 1) in _PARTICLES and end - i > 2:
        return True  # "Sultan Al Jaber"
    if i and tokens.lower[i - 1] in heads and tokens.lower_at(i + 2) in _DESCENT:
        return True  # "Chief Executive Sultan Ahmed bin Karim"
    behind = tokens.lower[end + 1 : end + _TITLE]
    return end - i > 2 and tokens.lower_at(end) == "," and not heads.isdisjoint(behind)


def is_initial(word: str) -> bool:
    """ "P." of "P. Suresh Rao", "A.K.M." of "A.K.M. Haque"."""
    letters = all(len(p) == 1 and p.isupper() for p in word.split(".")[:-1])
    return word in INITIALS or (word.endswith(".") and letters)
