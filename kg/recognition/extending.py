"""Names that reach beyond their capitals: "Duqm port", "southern Sri Lanka", "Maho-Omanthai"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import GUESS, SETTLED, MentionKind
from kg.ontology import Ontology
from kg.recognition.extender_marks import is_number, is_of_bloc, is_service, is_told_whole
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.land_branches import join_lands
from kg.recognition.name import Name
from kg.recognition.sessions import SessionFinder
from kg.recognition.tokens import Tokens
from kg.recognition.told_kinds import ToldKinds

_PREMISES = frozenset(["venue", "grounds", "complex", "compound", "premises", "site"])
_PAIRED = frozenset(["LandPort", "EconomicZone"])  # with the names of both their sides
_HUBS = ("Port", "Airport")
_TELLING = frozenset(["the", "annual", "this"])
_RUNNING = frozenset(["runs", "links", "connects", "stretches"])  # taken for nouns behind "line"
_ACROSS = load_lexicon("names").get("town_prefixes")

_ORGANIZING = frozenset(["IntergovernmentalBody", "Association"])
_SHORT = 3  # tokens of a body whose occasion is told by its name


class NameExtender:
    """Extends decided names by lower-case neighbours, and cuts pairs of places."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer) -> None:
        names = load_lexicon("names")
        self.ontology = ontology
        self.gazetteer = gazetteer
        self.municipalities = names.get("municipalities")
        self.extenders = names.get_mapping("extenders")
        self.longest = max(len(words.replace("-", " - ").split()) for words in self.extenders)
        self.compass = names.get("compass")
        self.monuments = names.get("monuments")
        self.sessions, self.kinds = SessionFinder(), ToldKinds(gazetteer)
        self.routes = load_lexicon("nominals").get_mapping("nominals")

    def extend(self, tokens: Tokens, names: list[Name]) -> list[Name]:
        """The names in order; an extended name stands before the place inside it."""
        parts = [part for name in names for part in self._cut_pair(tokens, name, names)]
        cut = join_lands(tokens, parts)
        taken = {k for name in cut for k in range(name.start, name.end)}
        extended: list[Name] = []
        for name in cut:
            longer = (
                self._extend_right(tokens, name, taken)
                or self._extend_over_of(tokens, name)
                or self._extend_to_session(tokens, name)
                or self._extend_left(tokens, name)
            )
            longer = self._take_other_end(tokens, longer, cut)
            if longer is not None:
                extended.append(longer)
                told = ")" in tokens.words[name.end : longer.end]  # a body beside its short name
                if longer.start == name.start and name.type not in SETTLED and not told:
                    continue
                joined = name.origin == "context" and "-" in tokens.words[name.start : name.end]
                if joined and longer.type == "TransportCorridor":
                    continue  # "the Tarn-Zenda highway" tells of no town "Tarn-Zenda"
                if self._is_bare_part(tokens, name, longer, cut):
                    continue
                if longer.type in _HUBS and longer.start < name.start and name.known_as is None:
                    continue  # "the Ruritanian port of Zenda" tells of no town
                if longer.type in {"City", "Province", "District"} and longer.type != "Region":
                    continue
                placed = tokens.lower_at(longer.end) in {"in", "at"}
                if longer.type == "Event" and placed and not told:
                    continue  # it is the session that is in a place
                if name.type == "NaturalFeature":
                    continue  # "Eastern Mediterranean"
                if longer.type == "Region" and name.known_as is None and longer.end > name.end:
                    continue  # "the Makran coast"
            extended.append(name)
        return self.kinds.settle(tokens, extended)

    def _is_bare_part(
        self, tokens: Tokens, name: Name, longer: Name, names: Sequence[Name]
    ) -> bool:
        """ "the Zenda dam" where nothing else tells of a town: only hubs have the name of theirs."""
        built = longer.type in {"Facility", "NaturalFeature"} and longer.end > name.end
        bare = tokens.lower_at(longer.start - 1) == "the" and name.origin in {"context", GUESS}
        if not (built and bare):
            return False
        text = tokens.slice(name.start, name.end)
        return not any(n is not name and tokens.slice(n.start, n.end) == text for n in names)

    def _cut_pair(self, tokens: Tokens, name: Name, names: list[Name]) -> list[Name]:
        """ "from Maho-Omanthai", "the Budapest-Belgrade railway": two places joined by a hyphen."""
        hyphens = [k for k in range(name.start + 1, name.end - 1) if tokens.words[k] in {"-", "–"}]
        if name.origin != "context" or len(hyphens) != 1 or name.type == "Person":
            return [name]
        if tokens.lower[name.start] in _ACROSS:
            return [name]  # "the Trans-Zenda highway" begins at no town
        places = {
            tokens.slice(n.start, n.end) for n in names if self.ontology.is_a(n.type, "Place")
        }
        left, right = (name.start, hyphens[0]), (hyphens[0] + 1, name.end)
        sure = sum(tokens.slice(*part) in places for part in (left, right))
        before = tokens.lower[name.start - 1] if name.start else ""
        following = tokens.parse.lemmas[name.end] if name.end < len(tokens.words) else ""
        if (
            sure == 2
            or (
                sure == 1
                and (
                    before in {"from", "between"}
                    or self.routes.get(following) == "TransportCorridor"
                )
            )
            or (
                before == "from"
                and name.end - name.start == 3
                and not tokens.capital[max(name.start - 2, 0)]
            )
        ):
            return [
                replace(name, start=start, end=end, type="City") for start, end in (left, right)
            ]
        return [name]

    def _extend_right(self, tokens: Tokens, name: Name, taken: set[int]) -> Name | None:
        """A lower-case head after a place or bare name closes it, unless a further noun follows."""
        letters = self._find_letters_end(tokens, name)
        first = letters or name.end + is_number(tokens, name.end)  # "the Tarn 3 wind farm"
        for length in range(self.longest, 0, -1):
            end = first + length
            if end > len(tokens.words) or any(k in taken for k in range(first, end)):
                continue
            kind = self.extenders.get(" ".join(tokens.words[first:end]).replace(" - ", "-"))
            if first > name.end and kind != ("Event" if letters else "Facility"):
                continue
            if kind is None and length == 1 and is_service(tokens, name):
                kind = "TransportCorridor"
            if kind is None or not (
                self._may_close(name, kind)
                or self._is_monument(tokens, name, end)
                or self._is_show(tokens, name, kind)
            ):
                continue
            goes_on = end < len(tokens.words) and tokens.tags[end] in {"NN", "NNS", "NNP"}
            runs = kind == "TransportCorridor" and tokens.lower_at(end) in _RUNNING
            if goes_on and not runs and tokens.lower[end] not in _PREMISES:
                return None
            known = name.known_as if self._is_same_place(name, kind) else None
            if known and kind in {"Province", "District"} and name.type == "City":
                known = self._find_around(tokens.slice(name.start, name.end), kind, known)
            kind = name.type if known == name.known_as and known else kind
            kind = "Region" if is_of_bloc(tokens, name, end) else kind
            return replace(
                name,
                end=end,
                type=kind,
                origin="extended name",
                known_as=known,
                kind=MentionKind.NAME,
            )
        return None

    def _find_letters_end(self, tokens: Tokens, name: Name) -> int:
        """Behind "(NCO)" of "the Norvik Cooperation Organization (NCO) summit", else 0."""
        words = tokens.words[name.end : name.end + 3]
        told = words[:1] == ["("] and words[2:] == [")"] and words[1].isupper()
        return name.end + 3 if told and name.type in _ORGANIZING else 0

    def _is_monument(self, tokens: Tokens, name: Name, end: int) -> bool:
        """ "the Sukarto memorial", "the Mirovsky palace": with the name of a person, or of no sure type."""
        named = name.known_as is None and name.origin != "head noun"
        word = " ".join(tokens.words[name.end : end])
        return named and word in self.monuments and tokens.lower_at(name.start - 1) == "the"

    def _is_show(self, tokens: Tokens, name: Name, kind: str) -> bool:
        """ "the Norvitech trade fair": with a name of no sure type, which nothing else bears."""
        bare = name.origin in {"context", GUESS} and name.known_as is None
        told = name.type != "Person" and not self.ontology.is_a(name.type, "Place")
        return kind == "Event" and bare and told and tokens.lower_at(name.start - 1) in _TELLING

    def _extend_over_of(self, tokens: Tokens, name: Name) -> Name | None:
        """ "the Ruritanian [port of Zenda]": a hub has the name of its town."""
        start = name.start - 2
        if start < 0 or tokens.lower[start + 1] != "of" or name.type not in {"City", "District"}:
            return None
        kind = self.extenders.get(tokens.words[start])
        if kind not in _HUBS or name.kind is MentionKind.ADJECTIVE:
            return None
        label = f"{tokens.words[start].capitalize()} of {tokens.slice(name.start, name.end)}"
        known = self.gazetteer.find_of_type(label, kind)
        return replace(
            name,
            start=start,
            type=kind,
            origin="extended name",
            known_as=known.id if known else None,
        )

    def _extend_to_session(self, tokens: Tokens, name: Name) -> Name | None:
        """ "the 36th session of the [Norvik Council]": an occasion with the name of who meets."""
        found = self.sessions.find(tokens, name.start, name.end, name.type)
        if found is None:
            return None
        start, end = found
        kind = MentionKind.NAME
        return replace(
            name,
            start=start,
            end=end,
            type="Event",
            origin="extended name",
            known_as=None,
            kind=kind,
        )

    def _take_other_end(self, tokens: Tokens, name: Name | None, names: list[Name]) -> Name | None:
        """ "Tarn-[Zenda line]", "Tarn [Zenda port]": a line has the name of both its ends, a hub of both towns."""
        if name is None or name.start < 1:
            return name
        way = name.type == "TransportCorridor"
        crossing = name.type in _PAIRED
        if not (way or crossing or self.ontology.is_a(name.type, "LogisticsHub")):
            return name
        beside = next((n for n in names if n.end == name.start and n.type == "City"), None)
        if beside is not None:
            return replace(name, start=beside.start)
        hyphen = name.start > 1 and tokens.words[name.start - 1] in {"-", "–"}
        if not (way or crossing) or not hyphen:
            return name
        joined = tokens.touches(name.start - 1)
        ends = (
            n.start
            for n in names
            if n.end == name.start - 1
            and self.ontology.is_a(n.type, "Place")
            # "the Tarn - Zenda highway", but "In Tarn - Zenda highway police said"
            and (joined or tokens.lower_at(n.start - 1) == "the")
        )
        return replace(name, start=next(ends, name.start))

    def _may_close(self, name: Name, kind: str) -> bool:
        place = self.ontology.is_a(name.type, "Place")
        if kind == "GovernmentBody":
            return name.type in {"Country", "Province", "City"}
        if kind == "Event":  # "the ASEAN summit"
            short = name.end - name.start < _SHORT or name.known_as is not None
            return name.type in _ORGANIZING and short
        if name.kind is MentionKind.ADJECTIVE:
            return False
        if kind == "Company":
            return name.type in SETTLED or (name.type == "Company" and name.origin == "context")
        if kind == "City" and name.type == "Province":
            return False  # "Henan city" is one of Henan's
        if kind in {"District", "Province", "City"}:
            return name.type in {"District", "Province", "City"}
        if kind == "Facility" and name.type == "TransportCorridor":
            return True  # "Tarn Railway station"
        if kind == name.type == "TransportCorridor":
            return name.end - name.start > 1  # "Southern Railway line", but "the [N3] highway"
        if kind == "ResearchBody":
            return name.origin != "gazetteer" or place
        return place and name.type != "Country"

    def _is_same_place(self, name: Name, kind: str) -> bool:
        """ "Chongqing province" is Chongqing; "Duqm port" is not Hambantota."""
        return kind in {"City", "Province", "District"} and name.known_as is not None

    def _has_parts(self, tokens: Tokens, name: Name) -> bool:
        """ "southern Ruritania", and "the Eastern Mediterranean" in capitals."""
        water = name.type == "NaturalFeature" and name.known_as is not None and name.start > 0
        return name.type in SETTLED or (water and tokens.capital[name.start - 1])

    def _find_around(self, text: str, kind: str, city: str) -> str | None:
        """ "Zenda province" is not the city of Zenda, but "Chongqing province" is Chongqing."""
        if text.lower() in self.municipalities:
            return city
        found = self.gazetteer.find_of_type(text, kind)
        return found.id if found else None

    def _extend_left(self, tokens: Tokens, name: Name) -> Name | None:
        """ "southern Sri Lanka" is a region of its own."""
        start = name.start - 1
        if not self._has_parts(tokens, name) or name.kind is MentionKind.ADJECTIVE or start < 0:
            return None
        if tokens.lower[start] not in self.compass or tokens.words[start] in {"lower", "upper"}:
            return None
        if tokens.words[start].islower() and is_told_whole(tokens, name):
            return None  # "in central Seoul" is in Seoul
        if name.type in {"Province", "District"} and tokens.tags[start - 1 : start] == ["POS"]:
            return None  # "Ruritania's eastern Zenda" is the whole of it
        if start + 1 in tokens.datelines or "\n" in tokens.slice(start, name.end).strip():
            return None
        while (
            start > 0
            and tokens.words[start - 1] in {"-", "and"}
            and (start > 1 and tokens.lower[start - 2] in self.compass)
        ):
            start -= 2
        return replace(name, start=start, type="Region", origin="extended name", known_as=None)
