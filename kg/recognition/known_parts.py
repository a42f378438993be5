"""Names around known ones: "Statistics Ruritania", "ASEAN Secretariat", "NATO Allies", "Outside Ruritania"."""

from collections.abc import Mapping, Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.recognition.chunks import Chunk
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.heads import HeadFinder
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]

_STATES = frozenset(["Country", "Province", "City"])
_LANDS = frozenset(["Country", "Province"])
_SIDES = frozenset(["north", "south", "east", "west", "central", "marina", "downtown"])
_PLACED = frozenset(["in", "near", "around", "outside", "across", ","])
_OF_ADJECTIVES = ("ous", "ful", "less", "locked", "ridden", "ished", "hit", "torn", "stricken")
_NAMES = load_lexicon("names")
_IN_NAMES = _NAMES.get("compass") | _NAMES.get("before_places") | {"royal", "federal", "national"}
_BODIES = frozenset(["IntergovernmentalBody", "Country"])


class KnownParts:
    """Reads names that begin or end with a known country or body; holds no state."""

    def __init__(self, heads: HeadFinder) -> None:
        names = load_lexicon("names")
        self.heads = heads
        self.before_country = names.get_mapping("before_country")
        self.after_country = names.get_mapping("after_country")
        self.countried = names.get("countried")
        self.infix_heads = names.get_mapping("infix_heads")
        self.lone_heads = names.get_mapping("lone_heads")
        self.shared_organs = names.get("shared_organs")
        self.members = names.get("members")
        self.openings = names.get("openings")
        self.new_ones = names.get("new_ones")
        self.given = load_lexicon("given_names").get("given")
        self.parties = names.get("party_words")

    def find_kind(self, tokens: Tokens, start: int, end: int, known: Known) -> str | None:
        """The type of a name by the known one that it begins or ends with; None where that tells nothing."""
        first = known.get(start)
        if first is not None and first[0] == end - 1:
            last = tokens.lower[end - 1]
            if first[1].entry.type == "IntergovernmentalBody" and last in self.shared_organs:
                return "IntergovernmentalBody"
            if first[1].entry.type == "City" and last in _SIDES and first[0] - start == 1:
                plain = not tokens.headline[tokens.parse.sentence_of[start]]
                return "District" if plain else None  # "Zenda South"
            own = self.after_country.get(last) if first[1].entry.type in _LANDS else None
            return own or self.lone_heads.get(
                last
            )  # "Ruritanian Invest", "the Ruritanian Congress"
        if first is not None and first[1].entry.type == "IntergovernmentalBody" and first[0] < end:
            own = self.heads.find_type(tokens, start, end)
            return first[1].entry.type if own == "GovernmentBody" else None  # "UN Refugee Agency"
        central = tokens.lower[start : start + 2] == ["bank", "of"]
        country = next(
            (k for k in range(end - 1, start, -1) if k in known and known[k][0] == end), None
        )
        if country is None or known[country][1].entry.type not in _STATES:
            return None
        if known[country][1].alias_kind == "adjective":
            return None
        state = known[country][1].entry.type == "Country"
        if central and state and country - start - (tokens.lower[country - 1] == "the") == 2:
            return "GovernmentBody"  # unless the gazetteer knows a bank of business
        told = self.before_country.get(" ".join(tokens.lower[start:country]))
        if told is not None:
            return told
        if country - start == 1:
            return "Company" if state and self._is_branch(tokens, start, known) else None
        if tokens.lower[country - 1] not in self.countried:
            return None
        return self.heads.find_type(tokens, start, country)

    def _is_branch(self, tokens: Tokens, start: int, known: Known) -> bool:
        """ "Velmobank Ruritania", "Stanvik Kenya": a word of no dictionary before a country that is nobody's name."""
        country = known[start + 1][1]
        strange = not tokens.is_common(start) and tokens.words[start].istitle()
        headline = tokens.headline[tokens.parse.sentence_of[start]] or start in tokens.datelines
        person = tokens.lower[start] in self.given or tokens.lower[start + 1] in self.given
        listed = start > 0 and tokens.capital[start - 1]
        listed = listed or tokens.lower_at(start - 1) in _PLACED  # "in Tarno Ruritania"
        return strange and not (headline or person or listed or country.ambiguous)

    def _is_party(self, tokens: Tokens, start: int, known: Known) -> bool:
        towns = known[start + 1][1].entry.type in {"City", "Province"}
        return towns and tokens.lower[start] in self.parties

    def find_infix(self, tokens: Tokens, start: int, end: int, known: Known) -> str | None:
        """ "Norvik Airport Velden", "King's College Zenda": a head before the town that tells it from others."""
        town = next(
            (k for k in range(end - 1, start + 1, -1) if known.get(k, (0,))[0] == end), None
        )
        pair = " ".join(tokens.lower[(town or end) - 2 : town])
        if town is not None and town - start > 1 and pair in self.infix_heads:
            return self.infix_heads[pair]  # "Expo Centre Zenda"
        if town is None and not tokens.is_common(end - 1):
            town = end - 1
        if town is None or town - start < 2:
            return None
        return self.infix_heads.get(tokens.lower[town - 1])

    def drop_short_forms(
        self, tokens: Tokens, chunks: Sequence[Chunk], known: Known
    ) -> dict[int, tuple[int, GazetteerMatch]]:
        """Known countries without those that begin a short form: "Ruritania Steel" of "Ruritania Steel Mills Ltd"."""
        led = [c for c in chunks if c.start in known and known[c.start][0] < c.end]
        fulls = {
            _spell(tokens, c.start, end)
            for c in led
            if self.heads.find_type(tokens, c.start, c.end)
            for end in range(known[c.start][0] + 1, c.end)
        }
        short = {c.start for c in led if _spell(tokens, c.start, c.end) in fulls}
        return {start: match for start, match in known.items() if start not in short}

    def find_cut(
        self, tokens: Tokens, start: int, end: int, known: Known
    ) -> tuple[int, int] | None:
        """What belongs to no name: the plural in "NATO Allies", the preposition in "Outside Ruritania"."""
        if tokens.lower[start] in self.openings and start + 1 in known:
            return start, start + 1
        if tokens.lower[start] in self.new_ones and start + 1 in known:
            adjective = known[start + 1][1].alias_kind == "adjective"
            return (start, start + 1) if adjective else None  # "New Ruritanian minister"
        if known.get(start + 1, (0,))[0] == end and (
            _is_doing(tokens, start)
            or self._is_party(tokens, start, known)
            or _describes_land(tokens, start, known)
        ):
            return start, start + 1  # "Enabling Ruritania's farmers", "Democratic Zenda Mayor X"
        if (state := _find_state(tokens, start, end)) is not None:
            return state
        if start not in known:
            return None
        left, match = known[start]
        plural = end - left == 1 and tokens.lower[left] in self.members
        named = match.entry.type in _BODIES and match.alias_kind != "adjective"
        return (left, end) if plural and named else None


def _is_doing(tokens: Tokens, k: int) -> bool:
    """Whether a word that opens a sentence is a participle: "Enabling", "Supporting"."""
    opens = k in tokens.first_of_sentence and tokens.lower[k].endswith("ing")
    return opens and tokens.is_common(k)


def _describes_land(tokens: Tokens, k: int, known: Known) -> bool:
    """Whether a sentence opens with an adjective of the land behind it: "Mountainous Ruritania has"."""
    match = known[k + 1][1]
    opens = k in tokens.first_of_sentence and tokens.is_common(k) and match.entry.type == "Country"
    told = tokens.tags[k] == "JJ" or tokens.lower[k].endswith(_OF_ADJECTIVES)
    return opens and told and match.alias_kind != "adjective" and tokens.lower[k] not in _IN_NAMES


def _find_state(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """ "the Growth Fund of the [Government of Ruritania]": a body and its government are two."""
    for k in range(start + 2, end - 3):
        behind = k + 1 + (tokens.lower[k + 1] == "the")
        if tokens.lower[k] == "of" and tokens.lower[behind : behind + 2] == ["government", "of"]:
            return k, behind
    return None


def _spell(tokens: Tokens, start: int, end: int) -> str:
    """The words in small letters, with and without hyphens alike."""
    return " ".join(word for word in tokens.lower[start:end] if word not in {"-", "–"})


def name_known(start: int, end: int, match: GazetteerMatch) -> Name:
    """The name that a match of the gazetteer is."""
    adjective = match.alias_kind == "adjective"
    return Name(
        start=start,
        end=end,
        type=match.entry.type,
        origin="gazetteer",
        kind=MentionKind.ADJECTIVE if adjective else MentionKind.NAME,
        known_as=match.entry.id,
        choice=match.choice,
    )
