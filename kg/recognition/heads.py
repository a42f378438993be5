"""The head of a name decides its type: its last words, or the last before "of", "for", "on"."""

import re

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.family_names import is_person_told
from kg.recognition.tokens import Tokens

_BODIES = frozenset(["GovernmentBody", "Company", "Association"])
_ROMAN = re.compile(r"[IVX]{2,5}|[VX]")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?")
_PEOPLES = ("an", "ish", "ch", "ss", "ese", "kh", "ek")  # how what a people is called ends
_DEVELOPMENT_BANK = ["development", "bank", "of"]
_CONTINENTS = frozenset(["america", "africa", "asia", "europe", "states"])
_OWNING = frozenset(["'s", "’s"])
_MANY_OWN = _CONTINENTS | {"region", "continent", "bloc", "world", "group", "union"}
_CHANNELS = frozenset("one two three four five six seven eight nine ten 4 5 7 9 10".split())  # noqa: SIM905
_SHOPS = frozenset(
    ["assembly", "stamping", "engine", "casting", "transmission", "powertrain", "forge"]
)
_KIN = frozenset(["sons", "brothers", "bros", "bros.", "daughters"])
_TREATED = (["on"], ["for"], ["against"], ["concerning"])
_SIDES = frozenset(["north", "south", "east", "west"])


_ROADS = frozenset(["route", "highway", "interstate", "motorway", "expressway", "autobahn"])


def _find_numbered(words: list[str], start: int, end: int) -> str | None:
    """The type of what goes by its number: "Route 12", "Dockworkers Local 88", "Block Z-4"."""
    if end - start < 2 or not words[end - 1][-1:].isdigit():
        return None
    if words[end - 2] == "local" and end - start > 2:
        return "Association"
    if words[start] == "block":
        return "Project"  # of those who look for oil
    return "TransportCorridor" if end - start == 2 and words[start] in _ROADS else None


def _find_formed(words: list[str], start: int, end: int) -> str | None:
    """The type that the form of the whole name tells."""
    if words[start:end][:1] == ["channel"] and words[end - 1] in _CHANNELS:
        return "MediaOutlet"
    if words[start] == "convention" and words[start + 1 : start + 2] in _TREATED:
        return "Agreement"  # "the Convention on Rivers"
    if words[start] == "daily" and end - start == 2:
        return "MediaOutlet"  # "Daily Trust", whatever trusts are else
    if end < len(words) and words[end - 1] in _SHOPS and _is_of_its_town(words, start, end):
        return "Facility"
    if "-" in words[start + 1 : end - 2] and words[end - 1] == "mail":
        return "TransportCorridor"  # the train between two towns
    kind = _find_numbered(words, start, end) or _find_of_states(words, start, end)
    return kind or _find_of_kin(words, start, end)


def _is_of_its_town(words: list[str], start: int, end: int) -> bool:
    """ "Zenda Assembly | of Zenda, Ohio": works called after the town that stands behind them."""
    beside = words[end] in {"of", "in", "at"} and end - start > 1
    return beside and words[end + 1 : end + 2] == words[start : start + 1]


def _find_of_kin(words: list[str], start: int, end: int) -> str | None:
    """ "Salim Tarn and Sons", "Velmo & Brothers for Trade"."""
    for k in range(start + 2, end):
        ends = k + 1 == end or words[k + 1] == "for"
        if words[k] in _KIN and words[k - 1] in {"and", "&"} and ends:
            return "Company"
    return None


def _find_of_states(words: list[str], start: int, end: int) -> str | None:
    """ "International Tea Organization", of states; "Development Bank of Ruritania", one state's own."""
    if "mission" in words[start + 1 : end] and words[start] in {"un", "u.n.", "united", "african"}:
        return "IntergovernmentalBody"
    if words[start] == "international" and words[end - 1] in {"organization", "organisation"}:
        return "IntergovernmentalBody" if end - start > 2 else None
    if words[start : start + 3] == ["first", "national", "bank"]:
        return "Company"  # one of many
    if words[end - 2 : end] == ["national", "bank"] and end - start > 2:
        # the "Czech National Bank" is the state's, the "Zenda National Bank" one of many
        return "GovernmentBody" if words[end - 3].endswith(_PEOPLES) else "Company"
    if words[end - 2 : end] == _DEVELOPMENT_BANK[:2] and start > 1 and words[start - 1] in _OWNING:
        return (
            "Company" if words[start - 2] not in _MANY_OWN else None
        )  # "Kenya's Development Bank"
    own = words[start : start + 3] == _DEVELOPMENT_BANK and words[end - 1] not in _CONTINENTS
    return "Company" if own and end - start > 3 else None


_STATES = frozenset(["ministry", "department", "directorate", "secretariat", "court", "courts"])


class HeadFinder:
    """Looks up the heads of the lexicon in names."""

    def __init__(self, ontology: Ontology) -> None:
        names = load_lexicon("names")
        self.heads = names.get_mapping("heads")
        self.longest = max(len(head.replace("-", " - ").split()) for head in self.heads)
        self.first_heads = names.get_mapping("first_heads")
        self.lone_heads = names.get_mapping("lone_heads")
        self.links = frozenset({"of", *names.get("joiners")})
        self.of_heads = names.get("of_heads") | names.get("for_heads")
        self.suffixes = names.get("company_suffixes")
        self.members = names.get("members_of_bodies")
        self.central = names.get("central_banks")
        self.occasions = names.get("occasion_heads")
        self.ontology = ontology

    def find_bank(self, text: str) -> str | None:
        """The type of a bank that is called after its land: "Bank of Korea" is the state's."""
        return "GovernmentBody" if text.lower() in self.central else None

    def find_type(self, tokens: Tokens, start: int, end: int) -> str | None:
        """The type of the name in tokens start to end by its head, or None."""
        words = tokens.lower
        if is_person_told(tokens, start, end):
            return None
        if kind := _find_formed(words, start, end):
            return kind
        end = self._drop_number(tokens, start, end)
        link = next((k for k in range(start + 1, end - 1) if words[k] in self.links), None)
        if link is not None and words[link - 1] not in self.of_heads:
            last = self._match(words[link + 1 : end])
            if last == "Event":  # "Tea of Ruritania International Conference"
                return last
        if link is not None:
            # "Federation of Chambers of Commerce": the first head governs; a phrase over the link counts first.
            last = self._match(words[link + 1 : end]) if end - link > 2 else None
            first = self._match(words[start:link])
            placed = words[link] == "of" and first and self.ontology.is_a(first, "Place")
            if last in _BODIES and placed:
                return last  # "Port of Zenda Authority"
            for stop in (link + 2, link + 1):
                kind = self._match(words[start : min(stop, end)], shortest=2)
                if kind:
                    return "Event" if self._is_held_between(words, link, end) else kind
            return self._find_before_link(words, start, link, end)
        while end - start > 1 and words[end - 1] in {")", "."}:
            end -= 1
        if end - start > 1 and words[end - 1] in self.suffixes and not self._is_town_s(words, end):
            return "Company"  # with its full stops: "Norvik B.V."
        plain = tokens.words[end - 1] == "AS" and words[end - 2] != "-"  # no "Rur-AS"
        if words[end - 3 : end - 1] == ["a", "/"] or plain:
            return "Company" if end - start > 1 else None  # "A.P. Norvik A/S"
        kind = self._match(words[start:end]) or self._find_branch(words, start, end)
        return kind or self._find_first(words, start, end)

    def _is_town_s(self, words: list[str], end: int) -> bool:
        """ "Zenda City Corporation", "Zenda Municipal Corporation": the town's own."""
        return self.heads.get(" ".join(words[end - 2 : end])) == "GovernmentBody"

    def _find_first(self, words: list[str], start: int, end: int) -> str | None:
        """The type by the words that a name begins with: "Banco Central del Uruguay", "Banco del Norte"."""
        pair = self.first_heads.get(" ".join(words[start : start + 2])) if end - start > 2 else None
        return pair or (self.first_heads.get(words[start]) if end - start > 1 else None)

    def _is_held_between(self, words: list[str], link: int, end: int) -> bool:
        """ "the Forum of Regional Cooperation between Peru and Chile": no body, but where two sides meet."""
        return words[link - 1] in self.occasions and words[end : end + 1] == ["between"]

    def _find_branch(self, words: list[str], start: int, end: int) -> str | None:
        """ "Green Party-Ruritania": a party's in one country."""
        party = end - start > 3 and words[end - 3 : end - 1] == ["party", "-"]
        return "PoliticalParty" if party else None

    def _find_before_link(self, words: list[str], start: int, link: int, end: int) -> str | None:
        """The type by what stands before "of": "Council of Mortgage Lenders" is its members'."""
        first = self._match(words[start:link])
        told = words[link - 1] in _STATES  # "Ministry of Small Industries"
        if first == "GovernmentBody" and words[link] == "of" and words[end - 1] in self.members:
            return first if told else "Association"
        lone = self.lone_heads.get(words[start]) if link - start == 1 else None
        if lone == "GovernmentBody" and words[end - 1] in self.members:
            return "Association"  # "Congress of Ruritanian Trade Unions"
        bank = "Company" if words[link - 1].endswith("bank") else None  # "Eximbank of Peru"
        return lone or first or bank

    def _drop_number(self, tokens: Tokens, start: int, end: int) -> int:
        """Where a name ends without its number or side: "Tarn Steel Plant No. 2", "Norvik Fund II"."""
        last = tokens.words[end - 1]
        if end - start > 2 and (_ROMAN.fullmatch(last) or tokens.lower[end - 1] in _SIDES):
            return end - 1
        if not _NUMBER.fullmatch(last):
            return end
        k = end - 1
        while k > start and tokens.lower[k - 1] in {".", "no", "no.", "nr."}:
            k -= 1
        return k if k - start > 1 else end

    def names_occasion(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a run of capitals that begins with a title is what those in office hold."""
        plain = end - start > 1 and not tokens.headline[tokens.parse.sentence_of[start]]
        return plain and self.find_type(tokens, start, end) == "Event"

    def _match(self, words: list[str], shortest: int = 1) -> str | None:
        """The type of the longest head that the words end in, of at least `shortest` words."""
        for length in range(min(self.longest, len(words)), shortest - 1, -1):
            phrase = " ".join(words[-length:]).replace(" - ", "-")
            kind = self.heads.get(phrase.replace(" ’", "'").replace(" '", "'"))
            if kind is None and length == 1:
                kind = self.heads.get(words[-1].rstrip("."))
            if kind is not None:
                return kind
        return None

    def find_inner_end(self, tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
        """A company's legal suffix inside a run of capitals ends its name: "Tarka Group Lin Haoran"."""
        for k in range(start + 1, end - 1):
            word = tokens.lower[k].rstrip(".")
            if (word in self.suffixes or word in {"group", "holdings"}) and tokens.lower[
                k + 1
            ] not in {
                "of",
                "no",
                "for",
                "&",
                "and",
                "-",
                ",",
            }:
                following = self._match(tokens.lower[k + 1 : end])
                if following is None and end - k - 1 >= 2:
                    return k + 1, k + 1
        return None
