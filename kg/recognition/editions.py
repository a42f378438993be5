"""Editions of occasions: the year or ordinal before a name, the year or place behind it."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.period import is_year
from kg.recognition.apposed_names import name_apposed
from kg.recognition.counted_works import read_ordinal
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_DATED = frozenset(["plan", "vision", "agenda", "strategy", "roadmap", "act", "bill", "budget"])
_BESIDE = 3  # words from the year to the verb: "2024 will also be"


class EditionReader:
    """Tells by the year behind a name, and by what is done there, that it is an occasion's."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.taking_place = names.get("edition_verbs")
        self.between = names.get("edition_between")
        self.coming = names.get("edition_goers")

    def tells_occasion(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "at NORVEX 2025", "Norvista 2025 took place": where somebody is, or what is held."""
        if end >= len(tokens.words) or not is_year(tokens.words[end]):
            return False
        return self._is_there(tokens, start, end) or self._is_held(tokens, end + 1)

    def _is_there(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "spoke at Norvista 2025", "took part in NORVEX 2025"; "at Norvik 2019-2021" are years of work."""
        before = start - 1 - (tokens.lower_at(start - 1) == "the")
        there = (
            tokens.lower_at(before) in {"at", "during"} or tokens.lemma_at(before) in self.coming
        )
        joined = tokens.lemma_at(before - 1) in {"part", "participate", "exhibit"}
        there = there or (tokens.lower_at(before) == "in" and joined)
        beside = tokens.lower_at(before - 1) in {"sidelines", "margins"}
        there = there or (tokens.lower_at(before) == "of" and beside)
        worked = tokens.lemma_at(before - 1) == "work"
        # "at Norvik 2023 results": the year of something else
        other = "".join(tokens.tags[end + 1 : end + 2]) in {"NN", "NNS", "JJ"}
        dashed = tokens.lower_at(end + 1) in {"-", "–", "to"}
        return there and not (worked or other or dashed)

    def _is_held(self, tokens: Tokens, k: int) -> bool:
        """ "took place", "will be held", "brought together" right behind the year."""
        k += tokens.lower_at(k) == ","
        stop = min(k + _BESIDE, len(tokens.words) - 1)
        while k < stop and tokens.lower[k] in self.between:
            k += 1
        pair = f"{tokens.lemma_at(k)} {tokens.lower_at(k + 1)}"
        return pair in self.taking_place or tokens.lemma_at(k) in self.taking_place


def fit_edition(
    tokens: Tokens,
    start: int,
    end: int,
    kind: str,
    known: dict[int, tuple[int, GazetteerMatch]],
) -> tuple[int, int]:
    """A leading year or ordinal belongs to events and plans only; a place in brackets joins the name."""
    if kind not in {"Event", "Agreement"}:
        numbered = kind == "EconomicZone"  # "the 2nd Organized Industrial Zone"
        while start < end - 1 and tokens.words[start][:1].isdigit():
            if numbered and tokens.words[start].endswith(("st", "nd", "rd", "th")):
                break
            start += 1
    dated = kind == "Event" or not _DATED.isdisjoint((tokens.lower[start], tokens.lower[end - 1]))
    if dated and end < len(tokens.words) and is_year(tokens.words[end]):
        end += 1  # "Smart Harbour Summit 2026", "National Development Plan 2030"
    if kind in {"Event", "Company"} and end + 2 < len(tokens.words) and tokens.lower[end] == "(":
        close = known[end + 1][0] if end + 1 in known else None
        acronym = "".join(w[0] for w in tokens.words[start:end] if w[:1].isupper())
        declared = tokens.words[end + 1] == acronym  # "Public Investment Fund (PIF)"
        if close is not None and tokens.lower[close] == ")" and not declared:
            return start, close + 1
    return start, end


def find_edition_end(tokens: Tokens, name: Name, kind: str) -> int:
    """Where a decided name ends: an occasion's behind its year, "Norvista 2025"."""
    dated = kind == "Event" and name.end < len(tokens.words) and is_year(tokens.words[name.end])
    return name.end + dated


def part_editions(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """Names with the ordinal of another edition as part: "the [1st TIF]" beside the "16th Tarka Fair (TIF)"."""
    names = name_apposed(tokens, names)
    editions: dict[str, int] = {}
    for name in names:
        number = read_ordinal(tokens, name.start) if name.type == "Event" else None
        behind = name.end + 1 < len(tokens.words)
        if number is not None and behind and tokens.lower_at(name.end) == "(":
            editions[tokens.words[name.end + 1]] = number
    if not editions:
        return list(names)
    return [_take_ordinal(tokens, name, editions) for name in names]


def _take_ordinal(tokens: Tokens, name: Name, editions: dict[str, int]) -> Name:
    own = editions.get(tokens.words[name.start]) if name.end - name.start == 1 else None
    number = read_ordinal(tokens, name.start - 1) if own is not None and name.start else None
    if number is None or number == own:
        return name
    return replace(name, start=name.start - 1, type="Event", origin="context")
