"""Words that begin no name and yet stand inside some: "Nigeria LNG Ltd", "Zenda FM", "Uljanik Mar", "Terminal 3"."""

import re
from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.family_names import is_given_month
from kg.recognition.firms_fields import is_inner_field
from kg.recognition.tokens import Tokens

_WAYS = [
    "line",
    "berth",
    "route",
    "pier",
    "section",
    "highway",
    "interstate",
    "motorway",
    "expressway",
]
_NUMBERED = frozenset(["phase", "terminal", "unit", "block", "zone", *_WAYS])
# "Tarka Hub 3", "Hentz Mill 2": works that a name stands before.
_WORKS = frozenset(
    "hub quay pier berth park mill mine plant works tower complex warehouse bridge tunnel jetty dock reactor".split()  # noqa: SIM905
)
_ROADS = frozenset(["road", "roads", "ring", "loop", "link"])
_NO_YEAR = 3  # digits of a number that counts works
# "National Road 9", but no house: "Station Road 9"
_PUBLIC = frozenset(
    "national provincial state federal county regional departmental interstate trunk ring radial rural".split()  # noqa: SIM905
)
_INNER_WORDS = frozenset(["it", "ai", "no", "phase", "sme", "smes"])
_STATIONS = frozenset(["tv", "fm"])
_LAST = frozenset(["internet"])  # what firms call themselves by, never at the beginning
_MONTHS = frozenset(["jan", "mar", "jun", "jul", "sep", "dec"])
_LETTER = re.compile(r"[A-Z]\.")


class InnerWords:
    """Tells whether a name goes on with a capital or number; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.particles, self.not_names = names.get("particles"), names.get("not_names")
        self.suffixes = names.get("company_suffixes")
        kinds = names.get_mapping("heads")
        self.events = frozenset(head for head, kind in kinds.items() if kind == "Event")
        firms = {head for head, kind in kinds.items() if kind == "Company"}
        self.wares = firms & self.not_names - _STATIONS  # "LNG" is what firms call themselves by

    def continues(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether the name that begins at `start` and has come to i takes in token i."""
        word = tokens.words[i]
        if tokens.capital[i]:
            return (
                tokens.lower[i] not in self.not_names
                or self.is_word(tokens, i)
                or tokens.lower[i] in _STATIONS
                or (tokens.tags[i].startswith("NNP") and tokens.lower[i] in _INNER_WORDS)
                or self._closes_firm(tokens, start, i)
                or (tokens.tags[i - 1][:2] == "NN" and is_inner_field(tokens, i))
                or self._leads_to_occasion(tokens, i)
                or _closes_name(tokens, start, i)
            )
        # "Phase 2", "Terminal 3": a number directly after a capital
        local = tokens.lower[i - 1] == "local" and i - start > 1  # "Steelworkers Local 1005"
        if not word.isdigit() or len(word) > 3 + local:
            return False
        road = tokens.lower[i - 1] in _ROADS and tokens.lower[i - 2] in _PUBLIC and i - start > 1
        firm = i > start and tokens.lower_at(i + 1) in self.suffixes  # "Norvik Wind 2 Co."
        works = tokens.lower[i - 1] in _WORKS and i - start > 1 and len(word) < _NO_YEAR
        return local or road or firm or works or tokens.lower[i - 1] in _NUMBERED

    def is_word(self, tokens: Tokens, i: int) -> bool:
        """ "Ventos do Mar Energia": the short name of a month behind a particle is a word like others."""
        if tokens.lower[i - 1] in self.particles:
            return tokens.capital[i + 1 : i + 2] == [True]
        short = len(tokens.words[i]) == 3 and tokens.capital[i - 1]  # "Uljanik Mar", not "Mar 5"
        following = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
        month = short and tokens.lower[i] in _MONTHS
        named = following.istitle() and following.isalpha() and not tokens.is_common(i + 1)
        return (month and (following[:1].islower() or named)) or (
            short and is_given_month(tokens, i)
        )

    def _leads_to_occasion(self, tokens: Tokens, i: int) -> bool:
        """ "the Zenda CEO Forum", "Tarn LNG Summit": letters that are no name but in an occasion's."""
        short = tokens.words[i].isupper() and tokens.capital[i + 1 : i + 2] == [True]
        return short and tokens.lower_at(i + 1) in self.events

    def _closes_firm(self, tokens: Tokens, start: int, i: int) -> bool:
        """ "Nigeria LNG" where the text has "Nigeria LNG Ltd" too, or lets it act; but "Asian LNG prices"."""
        if tokens.lower[i] not in self.wares:
            return False
        following = tokens.tags[i + 1] if i + 1 < len(tokens.tags) else ""
        if tokens.lower_at(i + 1) in self.suffixes or following in {"MD", "POS"}:
            return True
        words = tokens.words[start : i + 1]
        return any(
            tokens.words[k - len(words) : k] == words
            for k in range(len(words), len(tokens.words))
            if tokens.lower[k] in self.suffixes
        )


def _closes_name(tokens: Tokens, start: int, i: int) -> bool:
    """ "set up by Norvik Internet, a German firm"; but "the Kenyan Internet market", "Norvik Internet users"."""
    if tokens.lower[i] not in _LAST or i == start or tokens.tags[i - 1] != "NNP":
        return False
    following = tokens.tags[i + 1] if i + 1 < tokens.size else ""
    return following[:1] not in {"N", "J"} and not tokens.words[i - 1].isupper()


def is_taken_up_again(tokens: Tokens, start: int, end: int) -> bool:
    """ "runs Platform G. | Platform G grew": a letter and the full stop of the sentence, and the same name."""
    size = end - 1 - start
    return (
        size > 0
        and _LETTER.fullmatch(tokens.words[end - 1]) is not None
        and tokens.words[end : end + size] == tokens.words[start : end - 1]
    )


_STATES = frozenset(["republic", "kingdom", "sultanate", "emirate", "principality"])


def closes_state(tokens: Tokens, start: int, end: int, heads: Container[str]) -> bool:
    """ "the Republic of Ruritania | Le Quang Thanh": a state's full name ends with the country.

    Unless the name of a body goes on: "Republic of Ruritania Navy".
    """
    words = tokens.lower[start:end]
    if "of" not in words or tokens.capital[end : end + 1] != [True]:
        return False
    form = words.index("of") - 1
    return form >= 0 and words[form] in _STATES and tokens.lower[end] not in heads
