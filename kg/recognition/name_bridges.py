"""Numbers, strokes, small legal forms and half-capital compounds inside names: "Norvik No. 4 Engineering Group"."""

import calendar
import re

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_MARKS = frozenset(["®", "™", "©", "℠"])
_SMALL_PARTS = frozenset(["i", "e", "m", "u", "v", "x"])  # before a hyphen: "e-Trade"
_YEAR = re.compile(r"20\d\d")
_MODEL = re.compile(r"[A-Z]{1,2}\d{2,3}")
_SIZE = re.compile(r"\d{3,4}[A-Z]{0,2}s?")
_OF_CAPITAL = frozenset(["c.v.", "cv", "r.l."])
_LONG = 3  # digits that are no number of a part: "Zenda 2 Dam", no year and no amount
_DATED = frozenset(["Agreement", "Project", "Event"])
_CHAIN = 4  # words of the name of a chain of institutes
_MONTHS = frozenset(name.lower() for name in calendar.month_name)
_ADMINISTERED = (["local", "government"], ["county"], ["district"], ["lga"], ["municipality"])

_TOWN_LINKS = load_lexicon("names").get("town_links")  # "Tarn-sur-Mer", "Velmo-upon-Hentz"


class NameBridges:
    """Tells where a name goes on behind what is neither a capital nor a joining word; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        heads = names.get_mapping("heads")
        self.heads = frozenset(head.split()[-1] for head in heads)
        self.firms = frozenset(head for head, kind in heads.items() if kind == "Company")
        self.dated = frozenset(head.split()[-1] for head, kind in heads.items() if kind in _DATED)
        self.numbered = frozenset(h.split()[-1] for h, k in heads.items() if k == "Facility")
        zones = frozenset(h.split()[-1] for h, k in heads.items() if k == "EconomicZone")
        self.sites = self.numbered | zones
        self.numbered |= names.get("numbered_heads")
        self.suffixes = names.get("company_suffixes")
        self.small_suffixes = names.get("small_suffixes")
        self.tails, self.not_names = names.get_mapping("tails"), names.get("not_names")
        self.for_heads = names.get("for_heads")
        self.topic_marks, self.topics = names.get("topic_marks"), names.get("topics")
        self.of_heads = names.get("of_heads")
        self.campuses, self.chains = names.get("campus_states"), names.get("campus_chains")

    def find_end(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """The end of what belongs to a name that has come to token i, from there on; None if nothing does."""
        campus = tokens.lower[i] in {",", "at"} and self._is_campus(tokens, i, limit)
        return i + 2 if campus else self._pass(tokens, i, limit)

    def _pass(self, tokens: Tokens, i: int, limit: int) -> int | None:
        word = tokens.lower[i]
        if word in {"no", "no.", "nr.", "№"}:
            return self._pass_number(tokens, i, limit)
        if word == "," and tokens.lower[i + 1 : i + 4] == ["s.", "de", "r.l."]:
            return i + 4  # "Norvik, S. de R.L. de C.V."
        if word == "/":
            return self._pass_stroke(tokens, i, limit)
        if word == "-" and _MODEL.fullmatch(tokens.words[i - 1]):
            return self._pass_size(tokens, i, limit)
        if word == "." or word in _MARKS:
            return self._pass_point(tokens, i, limit)
        if word[0].isdigit() and _ORDINAL.fullmatch(word):
            end = self._find_run_end(tokens, i + 1, limit)
            firm = end > i + 2 and tokens.lower[end - 1].rstrip(".") in self.firms
            return end if firm else None  # "China Railway 14th Bureau Group"
        if word.isdigit() and len(word) < _LONG and tokens.capital[i - 1]:
            end = self._find_run_end(tokens, i + 1, limit)
            site = end > i + 1 and tokens.lower[end - 1] in self.sites
            return end if site and tokens.lower[i - 1] not in _MONTHS else None  # "Zenda 2 Dam"
        if _YEAR.fullmatch(word) and tokens.capital[i - 1]:
            end = self._find_run_end(tokens, i + 1, limit)
            return end if end > i + 1 and tokens.lower[end - 1] in self.dated else None
        if word in _SMALL_PARTS and tokens.words[i].islower() and tokens.capital[i - 1]:
            joined = tokens.words[i + 1 : i + 2] == ["-"] and tokens.touches(i)
            joined = joined and tokens.touches(i + 1) and i + 2 < limit and tokens.capital[i + 2]
            return i + 3 if joined else None  # "Norvik i-Park JSC"
        if word == "de" and tokens.lower[i - 1] in self.suffixes and i + 1 < limit:
            return i + 2 if tokens.lower[i + 1] in _OF_CAPITAL else None  # "Norvik S.A. de C.V."
        if word in self.small_suffixes and tokens.capital[i - 1] and tokens.words[i].islower():
            return i + 1  # "Norvik Group plc"
        return None

    def _is_campus(self, tokens: Tokens, i: int, limit: int) -> bool:
        """ "University of California[, Berkeley]", "Indian Institute of Technology[, Madras]": with its seat."""
        if i + 1 >= limit or not (tokens.capital[i - 1] and tokens.capital[i + 1]):
            return False
        comma = tokens.lower[i] == ","
        if comma and tokens.lower_at(i + 2) == "," and any(tokens.capital[i + 3 : i + 4]):
            return False  # in a row, or with its state behind
        if comma and " ".join(tokens.lower[max(i - _CHAIN, 0) : i]) in self.chains:
            return True
        of = next((k for k in (i - 2, i - 3) if k > 0 and tokens.lower[k] == "of"), 0)
        state = " ".join(tokens.lower[of + 1 : i]) in self.campuses
        return state and tokens.words[of - 1] == "University"

    def _pass_size(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """ "Norvik A350[-1000]": the size of a model behind its code."""
        joined = i + 1 < limit and tokens.touches(i - 1) and tokens.touches(i)
        return i + 2 if joined and _SIZE.fullmatch(tokens.words[i + 1]) else None

    def _pass_point(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """ "Norvik Foods Pvt[.] Ltd", "Tarka[®] Solutions": a mark that stands inside a name."""
        nxt = i + 1
        if nxt >= limit or not (tokens.touches(i - 1) and tokens.capital[nxt]):
            return None
        if tokens.lower[i] in _MARKS:
            return None if tokens.lower[nxt] in self.not_names else nxt + 1
        legal = tokens.lower[i - 1] in self.suffixes and tokens.lower[nxt] in self.suffixes
        return nxt + 1 if legal else None

    def _pass_number(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """ "No. 4 Engineering Group" behind "Norvik Railway", "No. 3" behind "Power Plant"."""
        k = i + 1 + (tokens.lower_at(i + 1) == ".")
        if k >= limit or not tokens.words[k][:1].isdigit() or not tokens.capital[i]:
            return None
        end = self._find_run_end(tokens, k + 1, limit)
        headed = end > k + 1 and tokens.lower[end - 1].rstrip(".") in self.heads
        if headed or tokens.lower[i - 1] in self.numbered:
            return end if headed else k + 1
        return None

    def _find_run_end(self, tokens: Tokens, i: int, limit: int) -> int:
        while i < limit and tokens.capital[i]:
            i += 1
        return i

    def _pass_stroke(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """ "Odelu/Ofara Local Government": two places under one administration; "Norvik A/S"."""
        nxt = i + 1
        if nxt >= limit or not (
            tokens.touches(i - 1) and tokens.touches(i) and tokens.capital[nxt]
        ):
            return None
        if len(tokens.lower[i - 1]) == 1 and len(tokens.lower[nxt].rstrip(".")) == 1:
            return nxt + 1
        following = tokens.lower[nxt + 1 : nxt + 3]
        told = any(following[: len(words)] == words for words in _ADMINISTERED)
        return nxt + 1 if told else None

    def pass_compound(
        self, tokens: Tokens, i: int, limit: int, broken: frozenset[int]
    ) -> int | None:
        """ "Norvik Low-[altitude] Economy Park": half a word in small letters, and capitals up to a head."""
        inner = (
            tokens.words[i] == "-"
            and i + 2 < limit
            and tokens.touches(i - 1)
            and tokens.touches(i)
            and tokens.words[i + 1].islower()
            and tokens.lower[i + 1] not in self.tails
            and (tokens.capital[i + 2] or tokens.words[i + 1] in _TOWN_LINKS)
            and i + 2 not in broken
        )
        if not inner:
            return None
        if tokens.words[i + 1] in _TOWN_LINKS and tokens.words[i + 2] == "-":
            far = i + 3 < limit and tokens.capital[i + 3] and i + 3 not in broken
            return i + 4 if far else None
        last = self._find_run_end(tokens, i + 2, len(tokens.words)) - 1
        return i + 3 if tokens.lower[last] in self.heads else None

    def pass_mark(self, tokens: Tokens, i: int, nxt: int, limit: int) -> int | None:
        """ "Committee on COVID-19 Vaccines", "Ministry of Science and ICT": words that make no name alone."""
        ruling = self.of_heads if tokens.lower[i] == "of" else self.topics
        if tokens.lower[nxt] == "ict" and tokens.lower[i - 1] in ruling:
            return nxt + 1
        links = tokens.lower[i] in {"on", "for"} and tokens.lower[i - 1] in self.for_heads
        known = tokens.lower[nxt] in self.topic_marks and nxt + 1 < limit
        return nxt + 2 if links and known and tokens.capital[nxt + 1] else None
