"""What names are called in lists and beside news: "the districts of X and Y", "the daily X", "…, reports X."."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.editions import EditionReader
from kg.recognition.maker_phrases import find_maker
from kg.recognition.members import MemberReader
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_CERTAIN, _SURE, _STRONG, _FAIR = 4.0, 3.0, 2.0, 1.0
_LIST_REACH = 24  # tokens back to the noun before a list
_PLACED = frozenset(["City", "District", "Province", "Port", "Airport"])
_BRANDS = frozenset(["brands", "labels"])
_AMONG, _THEM = frozenset(["among", "amongst"]), frozenset(["them", "which", "these"])
_CLOSING = frozenset([".", ",", ";", ""])
_TELLING = frozenset(["report", "write"])
_CARRYING = load_lexicon("names").get("carrier_words")
_ADJECTIVES = frozenset(["JJ", "NNP", "NNPS"])
_ALSO_PEOPLE = frozenset(
    "investor backer shareholder owner co-owner developer publisher trader dealer buyer".split()  # noqa: SIM905
)
_GIVEN = load_lexicon("given_names").get("given")
_HEADS = load_lexicon("names").get_mapping("heads")
_LINKING = frozenset(["link", "connect"])
_ENDS = frozenset(["-", "–", "from", "between", "to"])
PEOPLES = ("ish", "ese", "ian", "ean", "can", "ch", "iss", "man", "ek", "ni", "qi", "ti")
_BEHIND = frozenset(["Association", "ResearchBody", "MediaOutlet"])


def _is_first_end(tokens: Tokens, start: int, end: int, places: frozenset[int]) -> bool:
    """ "links X with Zenda", "connecting X and Zenda"."""
    joined = tokens.lower_at(end) in {"with", "and", "to"} and end + 1 in places
    return joined and tokens.lemma_at(start - 1) in _LINKING and not tokens.capital[start - 1]


class CallingReader:
    """Votes by the nouns that call names in rows, and by who reports; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        names = load_lexicon("names")
        self.ontology = ontology
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        self.list_cues = load_lexicon("nominals").get("list_cues")
        self.firm_lists = names.get("firm_lists")
        self.place_prepositions = names.get("place_prepositions")
        self.media_nouns = names.get("media_nouns")
        self.editions, self.members = EditionReader(), MemberReader(ontology)

    def read(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: frozenset[int],
        found: dict[str, float],
    ) -> None:
        """Adds the votes for the name in tokens start to end; `places` are the tokens of known ones."""
        if self.editions.tells_occasion(tokens, start, end):
            vote(found, "Event", _CERTAIN)
        if self._is_other_end(tokens, start, places) or _is_first_end(tokens, start, end, places):
            vote(found, "City", _STRONG)
        if self._is_among_places(tokens, start, places):
            vote(found, "City", _SURE)
        self._read_list(tokens, start, found)
        self.members.read(tokens, start, found)
        if self._is_called_medium(tokens, start) or is_reporting(tokens, start, end):
            vote(found, "MediaOutlet", _CERTAIN)
        if find_maker(tokens, start) is not None:
            vote(found, "Company", _SURE)  # "the maker of hearing aids X"
        kind = self._find_behind(tokens, end)
        if kind:
            vote(found, kind, _SURE)

    def read_compound(self, tokens: Tokens, end: int, found: dict[str, float]) -> None:
        """ "the Cerro Alba copper mine": a name before a thing is hardly a person's."""
        head = tokens.parse.heads[end - 1]
        if tokens.parse.deps[end - 1] not in {"compound", "nmod"} or not end <= head < end + 4:
            return
        kind = self.nominals.get(tokens.parse.lemmas[head])
        built = kind == "Project" or self.ontology.is_a(kind or "Agent", "Facility")
        if kind and built and not tokens.capital[head]:
            vote(found, kind, _FAIR)
            vote(found, "Person", -_FAIR)

    def _is_other_end(self, tokens: Tokens, start: int, places: frozenset[int]) -> bool:
        """ "links Zenda with X", "between Zenda and X": what a known place has for the other end."""
        if tokens.lower_at(start - 1) not in {"and", "with", "to"} or start - 2 not in places:
            return False
        before = range(max(start - 8, 0), start - 2)
        return any(tokens.lower[k] == "between" or tokens.lemma_at(k) in _LINKING for k in before)

    def _is_among_places(self, tokens: Tokens, start: int, places: frozenset[int]) -> bool:
        """ "in Zenda, Tarn and X": the last of a row of known places."""
        if tokens.lower_at(start - 1) != "and":
            return False
        k = start - 2
        while k >= 0 and (tokens.capital[k] or tokens.lower[k] == ","):
            k -= 1
        inside = tokens.lower_at(k) in self.place_prepositions or tokens.lower_at(k) in {
            "to",
            "from",
        }
        row = range(k + 1, start - 1)
        return inside and any(n in places for n in row) and "," in tokens.lower[k:start]

    def _read_list(self, tokens: Tokens, start: int, found: dict[str, float]) -> None:
        """The plural noun before a list: "counties including A, B and C", "the districts of A, B and C"."""
        for k in range(start - 1, max(start - _LIST_REACH, -1), -1):
            among = tokens.lower[k] in _THEM and tokens.lower_at(k - 1) in _AMONG
            if tokens.lower[k] in self.list_cues or tokens.lower_at(k - 1) == "such" or among:
                noun = k - 1 - (among or tokens.lower_at(k - 1) == "such")
                noun = max(noun - (tokens.lower_at(noun) == ","), 0)
                kind = self.nominals.get(tokens.parse.lemmas[noun])
                if kind and tokens.tags[noun] == "NNS":
                    vote(found, kind, _SURE)
                elif tokens.parse.lemmas[noun] in self.firm_lists and not any(
                    tokens.capital[start + 1 : start + 2]
                ):
                    vote(found, "Company", 1.5 * _FAIR)  # of one word: persons are told by two
                return
            if not (tokens.capital[k] or tokens.lower[k] in {",", "and", "&", "the", "-"}):
                self._read_plural(tokens, k, found)
                return

    def _read_plural(self, tokens: Tokens, k: int, found: dict[str, float]) -> None:
        """ "Italian firms X, Y and Z", "the districts of X and Y"."""
        if tokens.lower[k] == "of" and tokens.tags[k - 1] == "NNS":
            kind = self.nominals.get(tokens.lemma_at(k - 1), "")
            if kind in _PLACED:
                vote(found, kind, _CERTAIN)
            return
        kind = self.nominals.get(tokens.parse.lemmas[k], "")
        if tokens.lower[k] in _BRANDS and tokens.capital[k + 1]:
            vote(found, "Company", _CERTAIN)  # "the shoe brands Jane Doe and X": no persons
        if (
            tokens.tags[k] == "NNS"
            and tokens.capital[k + 1]
            and self.ontology.is_a(kind, "Company")
        ):
            vote(found, kind, _SURE)

    def _is_called_medium(self, tokens: Tokens, start: int) -> bool:
        """ "the Ruritanian daily X", "public broadcaster X": such a noun right before the name."""
        k = start - 1
        return (
            tokens.lower_at(k) in self.media_nouns
            and not tokens.capital[k]
            and tokens.tags[k] in {"NN", "JJ", "RB"}
            and (tokens.lower[k] not in _VAGUE or tokens.lower_at(k - 1) in _NEWS)
        )

    def is_firm_major(self, tokens: Tokens, k: int) -> bool:
        """ "the energy major X" is a firm, "army major X" and "Major X" are persons."""
        small = not tokens.capital[k - 1] or k - 1 in tokens.first_of_sentence
        trade = tokens.tags[k - 1 : k] in (["NN"], ["NNS"], ["NNP"]) and small
        return tokens.words[k] == "major" and trade and tokens.lower[k - 1] not in _FORCES

    def _find_behind(self, tokens: Tokens, end: int) -> str | None:
        """ "the X labor union", "the X think tank": what such a name is, told in small letters behind it."""
        if not 0 < end < len(tokens.words) or tokens.capital[end]:
            return None
        for k in (end, end + 1):
            if tokens.tags[k : k + 1] != ["NN"]:
                return None
            pair = f"{tokens.lower[k]} {tokens.lower_at(k + 1)}"
            kind = self.nominals.get(pair) or self.nominals.get(tokens.parse.lemmas[k])
            if kind:
                return kind if kind in _BEHIND else None
        return None


_FORCES = frozenset(["army", "police", "marine", "marines", "force", "guard", "retired"])
_NEWS = frozenset(["news", "press", "media", "wire"])
_VAGUE = frozenset(
    ["agency", "website", "portal", "station", "channel", "outlet", "paper", "journal", "service"]
)


def is_reporting(tokens: Tokens, start: int, end: int) -> bool:
    """ "…, reports X.": who reports stands behind the verb, at the end of what is told."""
    verb = start - 1 - (tokens.lower_at(start - 1) == "the")
    return (
        tokens.lower_at(end) in _CLOSING
        and tokens.lemma_at(verb) in _TELLING
        and tokens.tags[verb] in {"VBZ", "VBD"}
        and tokens.lower_at(verb - 1) in {",", "”", '"'}
        and verb > 0
    )


def is_backers(tokens: Tokens, k: int, start: int, end: int) -> bool:
    """ "investors [Jane Doe] and John Roe": what people are as well as firms, beside a given name."""
    named = end - start in {2, 3} and tokens.lower[start] in _GIVEN
    return named and tokens.lemma_at(k) in _ALSO_PEOPLE and tokens.lower[end - 1] not in _HEADS


def is_of_one(tokens: Tokens, k: int) -> bool:
    """Whether the noun at k tells of one thing; the tagger takes "startup" for anything."""
    return tokens.tags[k] == "NN" or tokens.lower[k] == "startup"


def is_carrier(tokens: Tokens, k: int) -> bool:
    """Whether the word at k is a line that ships: of a people or a trade, right before a name without ends."""
    if tokens.lower_at(k) not in {"line", "lines"} or k < 1 or k + 1 >= len(tokens.words):
        return False
    before = k - 1
    if (
        tokens.lower[before] in _CARRYING
    ):  # "the shipping line Norvik", not "a shipping line between"
        return tokens.capital[k + 1] and k + 1 not in tokens.first_of_sentence
    land = tokens.capital[before] and tokens.tags[before] in _ADJECTIVES
    first = before - 1 in tokens.first_of_sentence
    opening = before == 0 or first or not tokens.capital[before - 1]
    named = tokens.capital[k + 1] and k + 1 not in tokens.first_of_sentence
    behind = k + 1
    while behind < len(tokens.words) and tokens.capital[behind]:
        behind += 1
    whole = tokens.lower_at(behind) not in _ENDS and "-" not in tokens.words[k + 1]
    return bool(land and opening and named and whole and tokens.words[before].endswith(PEOPLES))


def read_carrier(tokens: Tokens, k: int) -> str:
    """The type of a line that is a firm, or ""."""
    return "Company" if is_carrier(tokens, k) else ""
