"""Which names of one document are one thing: brackets, initials, family names, short forms."""

import re
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.spelling import strip_accents
from kg.ontology import Ontology
from kg.recognition.acronyms import (
    count_in_order,
    is_acronym,
    is_short,
    is_syllabic,
    read_initials,
    read_letters,
    spells,
)
from kg.recognition.formal_names import is_other_firm
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.kin_names import find_kin
from kg.recognition.lone_bodies import find_lone
from kg.recognition.main_names import rate_alike
from kg.recognition.names_apart import find_apart, find_declared_apart
from kg.recognition.other_bodies import OtherBodies, is_group
from kg.recognition.short_forms import FormReader, is_of_tail, split_name
from kg.recognition.spelt_pairs import pair_spelt
from kg.recognition.tokens import Tokens
from kg.recognition.works_forms import are_two_works, is_numbered, is_works_form

_LANDS = ("Country", "Region")
_GROUPS = frozenset(["grupa", "grupo", "groupe", "gruppo", "group"])  # before the name of the group
_OF_GAPS = (len(" of "), len(" of the "))  # characters between a body and what it is of
_BORN_LATER = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_NAMED = ("Organization", "Facility", "TransportCorridor", "Project", "EconomicZone")
_FORMED = ("Organization", "Event")
_WORKS = ("Facility", "Project", "TransportCorridor", "Product")
_SYMBOL = re.compile(r"[A-Z0-9_]{1,8}[a-z]?\.[A-Z]{1,3}")  # of a share: "NRVK.MI"
_MODEL = re.compile(r"\b(?:\S*\d\S*|[A-Z][a-z]+[A-Z][A-Za-z]*)$")


@dataclass(frozen=True, slots=True)
class Alias:
    """The name at `index` (in the list given) is the one at `target`, by `reason`."""

    index: int
    target: int
    reason: str
    score: float


class AliasFinder:
    """Links each name to the fullest earlier or later name of the same thing in its document."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.ontology, self.gazetteer = ontology, gazetteer
        names = load_lexicon("names")
        self.generic = names.get("company_suffixes") | {"group", "holdings", "holding", "company"}
        self.heads, self.particles = names.get_mapping("heads"), names.get("particles")
        self.family_first = load_lexicon("given_names").get("family_first")
        self.ends = names.get("branch_ends")
        self.others, self.forms = OtherBodies(ontology), FormReader(gazetteer)

    def _family(self, mention: Mention) -> str:
        kind = self.ontology.find_type(mention.type)
        return kind.family if kind else ""

    def _is_land(self, text: str) -> bool:
        linked = self.gazetteer.find_linked(text)
        return text.casefold() in self.ends or any(e.type in _LANDS for e in linked)

    def find_declared(self, tokens: Tokens, names: list[Mention]) -> list[Alias]:
        """Acronyms that the text declares in brackets: "Ministry of Trade (MOT)"."""
        starts = {m.span.start: n for n, m in enumerate(names)}
        found = []
        for n, mention in enumerate(names):
            if mention.kind is not MentionKind.NAME:
                continue
            after = re.match(
                r"(?:['’]s)?\s?\((?:the |or )?[\"“']?(?=\w)", tokens.text[mention.span.end :][:12]
            )
            if after is None:
                continue
            inner = starts.get(mention.span.end + after.end())
            if inner is None or not tokens.text[names[inner].span.end :].lstrip("\"”'").startswith(
                ")"
            ):
                continue
            nick = names[inner].type == "Person" != mention.type  # "Hobart (“Bart”) C. Quispe"
            nick = nick and not spells(names[inner].text.upper(), mention.text)
            if nick or is_of_tail(names[inner].text, mention.text):
                continue  # "Standing Committee of the Tarn People's Assembly (TPA)"
            told = self._abbreviates(names[inner].text, mention.text)
            told = told or self._may_be_foreign(names[inner], mention)
            pair = (inner, n) if told else pair_spelt(n, inner, names, self.ontology)
            found += [Alias(*pair, "declared in brackets", 0.98)] if pair else []
        return found

    def _may_be_foreign(self, short: Mention, full: Mention) -> bool:
        """A name in another language: "National Transport Agency (ANTT)", "Water Supply Company (Naqua)".

        Anything else in brackets behind a name tells more of it: "Tarka Group (Norvik)".
        """
        if short.known_as is not None or not any(self.ontology.is_a(full.type, k) for k in _NAMED):
            return False
        if full.type == "Company" and _SYMBOL.fullmatch(short.text):
            return True
        brand = short.type == "Company" == full.type and len(split_name(full.text)) > 2
        return is_acronym(short.text) or brand

    def _abbreviates(self, short: str, full: str) -> bool:
        """Whether the letters of the short form stand in order at words of the full one."""
        letters = re.sub(r"[^A-Za-z]", "", short).upper()
        candidates = {read_initials(full), read_initials(full, small=True)}
        if len(letters) < 2 or len(short) >= len(full):
            return False
        if not short.isupper() and short.casefold() not in full.casefold():
            # as many papers write acronyms: "Export Zones Authority (Eza)", "Ports Authority (Portaut)"
            in_order = any(count_in_order(letters, i) == len(letters) for i in candidates)
            spelled = letters in candidates or (in_order and len(letters) > 3)
            return short.istitle() and (spelled or is_syllabic(letters, full))
        if short.casefold() in full.casefold():
            return True
        in_order = any(count_in_order(letters, i) >= len(letters) - 1 for i in candidates)
        return in_order or is_syllabic(letters, full)

    def find(self, names: list[Mention], declared: list[Alias], text: str) -> list[Alias]:
        """All aliases; a name has at most one target, which is fuller than it or stands earlier."""
        apart = find_apart(names, text, self._is_land) | find_declared_apart(
            names, ((a.index, a.target) for a in declared)
        )
        aliases, kin = {alias.index: alias for alias in declared}, find_kin(names, text)
        shorts = {names[alias.index].text: alias.target for alias in reversed(declared)}
        first_of: dict[tuple[str, str], int] = {}
        for n, mention in enumerate(names):
            if n in aliases:
                continue
            if mention.text in shorts and shorts[mention.text] != n and not mention.known_as:
                aliases[n] = Alias(n, shorts[mention.text], "declared in brackets", 0.95)
                continue
            spelled = _spell(mention.text) + "group" * is_group(text, mention)
            key = (mention.known_as or spelled, self._family(mention))
            if key in first_of:
                aliases[n] = Alias(n, first_of[key], "same name", 1.0)
            else:
                first_of[key] = n
        for n, mention in enumerate(names):
            known = mention.known_as and mention.type not in _WORKS  # "Nord Stream 2", the pipeline
            if n in aliases or known:
                continue
            group = is_group(text, mention)
            alias = None if group else self._find_fuller(n, names, aliases, apart, kin)
            if alias is not None:
                aliases[n] = alias
        for n, k in find_lone(names, aliases.keys()).items():
            aliases[n] = Alias(n, k, "short form", 0.75)
        return [aliases[n] for n in sorted(aliases)]

    def _find_fuller(
        self,
        n: int,
        names: list[Mention],
        aliases: dict[int, Alias],
        apart: frozenset[tuple[str, str]],
        kin: frozenset[int],
    ) -> Alias | None:
        mention = names[n]
        best: tuple[float, int, int, str] | None = None
        if are_two_works(mention, names):
            return None
        rated = rate_alike(mention, names, self._is_land)
        for k, other in enumerate(names):
            if k == n or other.kind is not MentionKind.NAME or len(other.text) <= len(mention.text):
                continue
            if k in aliases and aliases[k].reason == "same name":
                continue
            if (mention.text, other.text) in apart:
                continue
            match = self._compare(mention, other)
            if match is None or self._is_of_another_place(n, names, other.text):
                continue
            reason, score = match
            weight = score + rated.get(other.text, 0.0) - (k in kin and reason == "family name")
            rank = (-weight, k > n, abs(k - n) if k < n else k, reason)
            if best is None or rank < (best[0], best[1], best[2], best[3]):
                best, told = (-weight, k > n, rank[2], reason), score
                target = k
        return Alias(n, target, best[3], told) if best else None

    def _is_of_another_place(self, n: int, names: list[Mention], full: str) -> bool:
        """ "the Ministry of Trade of Ruritania" is not the "Ministry of Trade and Industry of Norvia"."""
        following = names[n + 1 : n + 2]
        gap = following[0].span.start - names[n].span.end if following else 0
        if gap not in _OF_GAPS or " of " not in full or names[n].type != "GovernmentBody":
            return False
        place = following[0].known_as or following[0].text
        known = place.casefold() in full.casefold() or following[0].text in full
        return self.ontology.is_a(following[0].type, "Place") and not known

    def _compare(self, short: Mention, full: Mention) -> tuple[str, float] | None:
        """(reason, score) if `short` may be a short form of `full`."""
        mine, theirs = split_name(short.text), split_name(full.text)
        same_family = self._family(short) == self._family(full) or is_numbered(short, full)
        if same_family and _is_subsequence(mine, theirs) and self.others.is_other(short, full):
            return None
        if self.ontology.is_a(full.type, "Person"):
            joined = "-" in short.text
            told = self._compare_person(mine, theirs, joined=joined) if same_family else None
            inner = told is None and same_family and self.forms.is_inner(short.text, full.text)
            return ("family name", 0.8) if inner else told
        if short.text.isupper() and 2 <= len(short.text) <= 8 and len(theirs) > 1:
            initials = read_initials(full.text)
            free = self._is_suffix_free(initials, short.text, theirs)
            if free or short.text in {initials, read_letters(full.text)}:
                return "initials", 0.9
        if len(theirs) > 1 and is_short(short.text, full.text):
            return "initials", 0.85
        return None if not same_family or full.known_as else self._compare_alike(short, full)

    def _compare_alike(self, short: Mention, full: Mention) -> tuple[str, float] | None:
        """The same of two names of one family of types."""
        mine, theirs = split_name(short.text), split_name(full.text)
        alone = self.forms.is_place_alone(short, full)
        if alone or mine == theirs or (theirs[0] in _GROUPS and theirs[1:] == mine):
            return "short form", 0.95
        formed = any(self.ontology.is_a(full.type, k) for k in _FORMED)
        if formed and self.forms.is_form(short, full):
            return "short form", 0.8
        if len(mine) < len(theirs) and theirs[: len(mine)] == mine:
            rest = theirs[len(mine) :]
            if all(w.rstrip(".") in self.generic for w in rest):
                return "short form", 0.95
            if full.type == "Company" and _MODEL.search(full.text):
                return None  # "Norvik" is no short form of the "Norvik X2"
            if self._is_distinctive(mine) and self.ontology.is_a(full.type, "Organization"):
                hyphened = full.text[len(short.text) :][:1] in {"-", "–"}  # "Tarka-Werke"
                score = 0.8 if len(mine) > 1 else 0.65 if hyphened else 0.7
                return "short form", score + self._rate_rest(short, full, rest)
        other = len(mine) == 2 or is_other_firm(mine, theirs, self.generic)
        formal = mine[-1].rstrip(".") in self.generic and other  # "Tarka Ltd" of two
        if len(mine) >= 2 and mine[-1] == theirs[-1] and _is_subsequence(mine, theirs):
            return None if formal else ("short form", 0.75)
        works = any(self.ontology.is_a(full.type, k) for k in _WORKS)
        return ("short form", 0.8) if works and is_works_form(short, full, self.heads) else None

    def _rate_rest(self, short: Mention, full: Mention, rest: tuple[str, ...]) -> float:
        """What else the full name says: "Norvik" is Norvik Motor Company rather than Norvik-Werke."""
        if rest[-1].rstrip(".") in self.generic:
            return 0.05
        return -0.05 if full.text[len(short.text) :].startswith("-") else 0.0

    def _compare_person(
        self, mine: tuple[str, ...], theirs: tuple[str, ...], *, joined: bool
    ) -> tuple[str, float] | None:
        """`joined` tells that a hyphen joins the words of the short form."""
        mine, theirs = (tuple(map(strip_accents, words)) for words in (mine, theirs))
        if theirs[-1] in _BORN_LATER and mine[-1] not in _BORN_LATER:
            theirs = theirs[:-1]
            if len(mine) > 1:
                return None  # father and son
        if mine[-1] in _BORN_LATER and (len(mine) == 1 or theirs[-1] != mine[-1]):
            return None
        if len(mine) == 1 and len(theirs) > 1:
            if mine[0] == theirs[-1]:
                return "family name", 0.95
            if mine[0] == theirs[0]:
                return "family name", 0.9  # family name first, or a given name
        told = mine[0] in self.particles or theirs[0] in self.family_first or joined
        if told and 2 <= len(mine) < len(theirs) and theirs[-len(mine) :] == mine:
            return "family name", 0.9  # "Al-Noaimi", "de Wit", "Chee Keong" of Lim Chee Keong
        closed = len(mine) >= 2 and _is_subsequence(mine, theirs) and mine[-1] == theirs[-1]
        if closed and (mine[0] == theirs[0] or _are_initials(theirs[0])):
            return "shorter name", 0.9
        led = 2 <= len(mine) < len(theirs) and theirs[: len(mine)] == mine and not joined
        return ("shorter name", 0.85) if led and theirs[len(mine)] not in self.particles else None

    def _is_suffix_free(self, initials: str, short: str, theirs: tuple[str, ...]) -> bool:
        """ "CATL" for "Contemporary Amperex Technology Co., Limited": suffixes do not count."""
        suffixes = sum(1 for w in theirs if w.rstrip(".,") in self.generic)
        return suffixes > 0 and initials[: len(initials) - suffixes] == short.upper()

    def _is_distinctive(self, words: tuple[str, ...]) -> bool:
        """A bare head such as "Bank" or "Ministry" tells nothing."""
        return words[-1] not in self.heads or len(words) > 1


def _spell(text: str) -> str:
    """One spelling for "NorvikRail", "Norvik Rail" and "Norvik-Rail"."""
    return re.sub(r"[\s-]", "", text.casefold())


def _are_initials(word: str) -> bool:
    """ "J", "Jo", "M.U.M.": what may be left out before a name."""
    return len(word.rstrip(".")) <= 2 or word.count(".") > 1


def _is_subsequence(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)
