"""Places at the edges of longer names: "Sri Lanka Ports Authority", "Port of Rotterdam"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.body_places import BodyPlaces, make_inner
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.tokens import Tokens

_SIDES = ("Country", "IntergovernmentalBody", "Region", "Province", "City")
_STATES = ("Country",)
_MEETING = ("Country", "IntergovernmentalBody")
_STATE = frozenset(["state", "government"])
_DESCRIBED = 6  # tokens from "state-owned" to the name: "the state-owned oil and gas firm X"
_BRANCHES = ("Company", "IntergovernmentalBody", "Organization")
_COUNTRY = 3  # words of a country's name: "Papua New Guinea"
_WORKS = ("TransportCorridor", "Facility")
_FIELD_LINKS = frozenset(["for", "on"])
_COUNTIES = frozenset(["county", "township", "borough", "parish"])
_OUTER = ("GovernmentBody", "Facility", "EconomicZone", "Region")

_OF_WAYS = frozenset(
    "standard high new economic oil gas natural development growth multimodal logistics".split()  # noqa: SIM905
)


class InnerPlaceFinder:
    """Finds the known places that begin or end the names of public bodies and facilities."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.ontology = ontology
        self.gazetteer = gazetteer
        self.bodies = BodyPlaces(gazetteer)
        heads = load_lexicon("names").get_mapping("heads")
        self.ways = (
            frozenset(
                word
                for head, kind in heads.items()
                if kind == "TransportCorridor"
                for word in head.split()
            )
            | _OF_WAYS
        )
        names = load_lexicon("names")
        self.owned = names.get("state_owned")
        self.prefixes = names.get("way_prefixes")
        self.lines = names.get("line_heads")
        self.closing = load_lexicon("identity").get("legal_forms") | {")", ""}
        self.openers = names.get("compass") | {"of", "in", "the"}
        self.before_country = names.get_mapping("before_country").keys() | names.get("countried")

    def find(self, tokens: Tokens, names: Sequence[Mention]) -> list[Mention]:
        """Mentions of origin INNER_PLACE, each overlapping its name; none where one stands already."""
        taken = {(m.span.start, m.span.end) for m in names}
        places = {m.text: m for m in names if m.type in SETTLED}
        found = []
        for name in names:
            bounds = tokens.find_range(name.span)
            if bounds is None:
                continue
            if name.type == "TransportCorridor":
                told = name.origin == "context"  # "the [Tarn-Zenda] and Velm-Hentz lines"
                inner = self._find_ends(tokens, *bounds, places, described=told)
            elif name.kind is MentionKind.NOMINAL:
                inner = self._find_in_phrase(tokens, *bounds, places)
            elif name.type in {"Agreement", "Event"}:
                kinds = _SIDES if name.type == "Agreement" else _MEETING
                inner = self._find_sides(tokens, *bounds, places, kinds)
            else:
                held = self._holds_place(name)
                inner = self._find_at_edges(tokens, *bounds, places, name.type) if held else []
                if not inner and name.type == "GovernmentBody":
                    of_body = self.bodies.find(tokens, *bounds, places)
                    inner = [of_body] if of_body is not None else []
                if name.type == "Company" and self._is_state_owned(tokens, bounds[0]):
                    inner = self._find_state(tokens, *bounds, places)
                elif name.type in _BRANCHES:
                    inner = self._find_last(tokens, *bounds, places)
            for mention in inner:
                if (mention.span.start, mention.span.end) not in taken:
                    taken.add((mention.span.start, mention.span.end))
                    found.append(mention)
        return found

    def _holds_place(self, name: Mention) -> bool:
        """A known region is no part of what its name ends with: "North America"."""
        if name.type == "Region" and name.known_as is not None:
            return False
        return any(self.ontology.is_a(name.type, kind) for kind in _OUTER)

    def _is_state_owned(self, tokens: Tokens, start: int) -> bool:
        """ "state-owned [Ruritania Oil]", "the state-run carrier [Ruritanian Air]"."""
        k = start - 1
        while k > max(start - _DESCRIBED, 0) and tokens.lower[k] not in _STATE:
            said = tokens.words[k] in {"-", "–"} or tokens.lower[k] in self.owned
            if not said and (tokens.capital[k] or tokens.tags[k][0] not in {"N", "J"}):
                return False
            k -= 1
        return k >= 0 and tokens.lower[k] in _STATE

    def _find_state(
        self, tokens: Tokens, start: int, end: int, places: dict[str, Mention]
    ) -> list[Mention]:
        """The country that the name of a firm begins or ends with: "[Ruritania] Oil", "Bank of [Ruritania]"."""
        edges = [(start, k) for k in range(end - 1, start, -1)]
        edges += [(k, end) for k in range(start + 1, end)]
        found = (self._make(tokens, a, b, places, _STATES) for a, b in edges)
        return [m for m in found if m is not None and m.type == "Country"][:1]

    def _find_last(
        self, tokens: Tokens, start: int, end: int, places: dict[str, Mention]
    ) -> list[Mention]:
        """The country that the name of a branch ends with: "Norvik [Kenya]", "Norvik ([Sri Lanka]) Ltd"."""
        while end > start + 1 and tokens.lower[end - 1].strip(".") in self.closing:
            end -= 1
        first = max(start + 1, end - _COUNTRY)
        found = (self._make(tokens, k, end, places, _STATES) for k in range(first, end))
        named = (m for m in found if m is not None and m.kind is MentionKind.NAME)  # no "Turk"
        return [m for m in named if m.type == "Country"][:1]

    def _find_ends(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: dict[str, Mention],
        *,
        described: bool,
    ) -> list[Mention]:
        """ "the Tarn-Zenda railway": the ends of a line; strange ones only of what is called after no people."""
        cuts = self._find_cuts(tokens, start, end)
        if not cuts or tokens.lower[start] in self.prefixes:
            return []
        last = cuts[-1] + 1
        while last < end and tokens.capital[last] and not self._is_of_way(tokens, cuts[-1], last):
            last += 1
        borders = list(zip([start, *(k + 1 for k in cuts)], [*cuts, last], strict=True))
        if not all(a < b and tokens.capital[a] for a, b in borders):
            return []
        found = [self._make(tokens, a, b, places) for a, b in borders]
        described = described or tokens.words[end - 1].islower()  # "the Tarn-Zenda line"
        strange = not any(found) and (
            tokens.lower[end - 1] not in self.lines
            or any(tokens.is_common(k) for a, b in borders for k in range(a, b))
        )
        several = len(cuts) > 1  # ends of a way: no name of a person has so many
        if strange or not (described or several or all(found)):
            return []
        return [
            mention or make_inner(tokens, a, b, "City")
            for mention, (a, b) in zip(found, borders, strict=True)
        ]

    def _is_of_way(self, tokens: Tokens, cut: int, k: int) -> bool:
        """ "Tarn-Zenda [Railway]", "the Tarn-Zenda [SGR] branch": what is told of the way behind its last end."""
        letters = tokens.words[k].isupper() and not tokens.words[k - 1].isupper() and k > cut + 1
        return letters or tokens.lower[k] in self.ways

    def _find_cuts(self, tokens: Tokens, start: int, end: int) -> list[int]:
        """The hyphens between the ends, not that of "the Tarn-Zenda High-Speed Railway"."""
        cuts = [k for k in range(start, end) if tokens.words[k] in {"-", "–"}]
        if not cuts:
            return []
        kind = range(cuts[0] + 2, end)
        stop = next((k for k in kind if tokens.lower[k] in self.ways), end)
        return [k for k in cuts if k < stop]

    def _find_sides(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: dict[str, Mention],
        kinds: tuple[str, ...],
    ) -> list[Mention]:
        """ "the Ruritania-Tarn Trade Agreement": the two that a treaty is named after."""
        cut = next((k for k in range(start, end) if tokens.words[k] in {"-", "–"}), None)
        if cut is None or "of" in tokens.lower[start:cut]:  # "session of the Kenya-Peru Council"
            return []
        opening = range(start, cut) if kinds == _MEETING else (start,)  # "the 12th Kenya-Peru"
        firsts = (self._make(tokens, k, cut, places, kinds) for k in opening)
        first = next((m for m in firsts if m is not None), None)
        lasts = (self._make(tokens, cut + 1, k, places, kinds) for k in range(end - 1, cut + 1, -1))
        second = next((m for m in lasts if m is not None), None)
        return [first, second] if first is not None and second is not None else []

    def _find_at_edges(
        self, tokens: Tokens, start: int, end: int, places: dict[str, Mention], kind: str
    ) -> list[Mention]:
        edges = [(start, k) for k in range(end - 1, start, -1)]
        if kind == "Region":
            edges = []  # "Washington area" reaches beyond Washington
        openers = self.openers
        if kind == "GovernmentBody":  # "Statistics Ruritania"
            openers = openers | self.before_country
        edges += [(k, end) for k in range(start + 1, end) if tokens.lower[k - 1] in openers]
        if kind == "GovernmentBody":  # "State Committee of [Ruritania] for Forestry"
            fields = [k for k in range(start + 2, end) if tokens.lower[k] in _FIELD_LINKS]
            edges += [
                (k, f) for f in fields for k in range(start, f) if tokens.lower[k - 1] == "of"
            ]
        for first, last in edges:
            if kind == "GovernmentBody" and tokens.lower_at(last) in _COUNTIES:
                continue  # "Tarn County Council" is of the county
            if _goes_on(tokens, last):
                continue  # "China-Kazakhstan base" is of no single place
            mention = self._make(tokens, first, last, places)
            if mention is not None:
                return [mention]
        return []

    def _find_in_phrase(
        self, tokens: Tokens, start: int, end: int, places: dict[str, Mention]
    ) -> list[Mention]:
        """ "a historic [Zenda] paper mill", "its [Ruritanian] mill": the place that a phrase tells first."""
        first = next((k for k in range(start, end - 1) if tokens.capital[k]), None)
        if first is None or tokens.words[first + 1] in {"-", "–"}:
            return []
        opens = tokens.parse.sentences[tokens.parse.sentence_of[first]][0] == first
        if opens and tokens.is_common(first):
            return []  # "Tyre factories": a capital of the sentence
        lasts = range(end - 1, first, -1)
        found = (self._make(tokens, first, k, places) for k in lasts if tokens.capital[k - 1])
        return [m for m in found if m is not None][:1]

    def _make(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: dict[str, Mention],
        kinds: tuple[str, ...] = SETTLED,
    ) -> Mention | None:
        """The place that these tokens name: one of the text, else a known one."""
        text = tokens.slice(start, end)
        told = places.get(text)
        kind, known, how = "", None, MentionKind.NAME
        if told is not None:
            kind, known, how = told.type, told.known_as, told.kind
        else:
            entries = self.gazetteer.find_by_name(text)
            if not entries or text in entries[0].ambiguous or entries[0].type not in kinds:
                return None
            kind, known = entries[0].type, entries[0].id
            how = MentionKind.ADJECTIVE if text in entries[0].adjectives else how
        return make_inner(tokens, start, end, kind, how=how, known_as=known)


def find_works(mentions: Sequence[Mention], ontology: Ontology) -> list[Mention]:
    """Works that are described and not named: "the Tarn-Zenda railway", "its Zenda paper mill"."""
    nominals = (m for m in mentions if m.kind is MentionKind.NOMINAL)
    return [m for m in nominals if any(ontology.is_a(m.type, kind) for kind in _WORKS)]


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Whether another place may follow: "China and Peru", not "Peru and the state"."""
    joint = tokens.words[last] if last < len(tokens.words) else ""
    return joint in {"-", "–"} or (joint in {"and", "&"} and tokens.lower_at(last + 1) != "the")
