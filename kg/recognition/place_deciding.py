"""Which of several places a name means: the document decides, inhabitants only where it says nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, MentionKind, PlaceChoice
from kg.ontology import Ontology
from kg.recognition.gazetteer import Gazetteer, GazetteerEntry, GazetteerMatch
from kg.recognition.governed import GovernedPlaces
from kg.recognition.name import Name
from kg.recognition.paired_places import PairedPlaces
from kg.recognition.place_scene import (
    ABOVE,
    BESIDE,
    COUNTRY,
    NEAR,
    NOTHING,
    SCORES,
    Known,
    PlaceScene,
    Voice,
)
from kg.recognition.tokens import Tokens

_CAPITAL_DISTRICT = re.compile(r"District of|Capital Territory|Federal District|Distrito")
_SCORE_OFTEN = 0.55  # where two places are spoken for and one of them more often
_LARGE = 1000  # thousands of inhabitants of a city that no small one is taken for from afar
_LONGEST_PHRASE = 6  # tokens from "Pakistan's" to the name in "Pakistan's second city of Hyderabad"
_IN_PHRASE = frozenset(["JJ", "JJS", "JJR", "NN", "POS", "IN", "CD", "HYPH", "VBN", "VBG", "RB"])
_SHOWN = 3  # other places that a reason names


class PlaceDecider:
    """Decides which place a name means; holds no state between documents."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.ontology = ontology
        self.gazetteer = gazetteer
        self.governed, self.pairs = GovernedPlaces(gazetteer), PairedPlaces(gazetteer)
        self.kinds = load_lexicon("names").get_mapping("extenders").keys() | {"the"}

    def decide(self, tokens: Tokens, known: Known) -> dict[int, tuple[int, GazetteerMatch]]:
        """The known names, each of an ambiguous one with the entry that the document tells."""
        open_names: dict[str, list[int]] = defaultdict(list)
        doubtful: set[int] = set()
        for start, (_, match) in known.items():
            rivals = self._list_rivals(match)
            if len(rivals) > 1:
                open_names[_spell(tokens, known, start)].append(start)
            if sum(not rival.link_only for rival in rivals) > 1:
                doubtful.add(start)
        if not open_names:
            return self._settle_states(tokens, known)
        scene = PlaceScene(self.gazetteer, known, doubtful)
        decided = dict(known)
        for starts in open_names.values():
            decided |= self._decide_name(tokens, known, scene, sorted(starts))
        return self._settle_states(tokens, decided)

    def _settle_states(self, tokens: Tokens, known: Known) -> dict[int, tuple[int, GazetteerMatch]]:
        """The known names; cities of a state's name that the words beside them make that state."""
        return self.pairs.settle(tokens, self.governed.settle(tokens, known))

    def link(self, tokens: Tokens, names: Sequence[Name], known: Known) -> list[Name]:
        """The names; those that the text shows to be places, with the one place that it tells."""
        unknown = [
            n
            for n, name in enumerate(names)
            if name.known_as is None
            and name.kind is MentionKind.NAME
            and name.type in SETTLED
            and name.start not in known
        ]
        if not unknown:
            return list(names)
        linked = list(names)
        scene = PlaceScene(self.gazetteer, known, set())
        for n in unknown:
            name = names[n]
            found = self._find_unknown(tokens, known, scene, name)
            if found is not None:
                entry, choice = found
                linked[n] = replace(name, known_as=entry.id, type=entry.type, choice=choice)
        return linked

    def _find_unknown(
        self, tokens: Tokens, known: Known, scene: "PlaceScene", name: Name
    ) -> tuple[GazetteerEntry, PlaceChoice] | None:
        text = tokens.slice(name.start, name.end)
        # "City" is what a place is taken for that nothing tells more of.
        kinds = SETTLED if name.type == "City" else {name.type}
        entries = [e for e in self.gazetteer.find_linked(text) if e.type in kinds]
        bounds = name.start, name.end
        beside = self._find_beside(tokens, known, *bounds, entries)
        if beside:
            entries = [e for e in entries if e.id in beside]
        voices = [self._hear(tokens, known, scene, bounds, entry) for entry in entries]
        best = max((voice.level for voice in voices), default=NOTHING)
        leading = [n for n, voice in enumerate(voices) if voice.level == best]
        if len(leading) != 1:
            return None
        entry, reason = entries[leading[0]], voices[leading[0]].reason
        if len(beside) == 1:
            return entry, self._tell(entry, f"{beside[entry.id]} beside it", SCORES[BESIDE], ())
        if best < COUNTRY or (best == COUNTRY and (len(entries) > 1 or text in entry.ambiguous)):
            return None
        return entry, self._tell(entry, reason, SCORES[best], ())

    def _list_rivals(self, match: GazetteerMatch) -> list[GazetteerEntry]:
        """The places that the name may mean; of two that lie in each other the first."""
        single = len(match.candidates) == 1 or match.alias_kind == "adjective"
        if single or match.entry.type not in SETTLED:
            return [match.entry]
        rivals: list[GazetteerEntry] = []
        for entry in match.candidates:
            if entry.type not in SETTLED:
                continue
            above = self._list_above(entry)
            nested = any(r.id in above or entry.id in self._list_above(r) for r in rivals)
            if not nested:
                rivals.append(entry)
        return rivals

    def _list_above(self, entry: GazetteerEntry) -> list[str]:
        return [place.id for place in self.gazetteer.list_above(entry.id)]

    def _decide_name(
        self, tokens: Tokens, known: Known, scene: "PlaceScene", starts: Sequence[int]
    ) -> dict[int, tuple[int, GazetteerMatch]]:
        """The matches of one name: what is told beside one of them holds for those that follow."""
        rivals = self._list_rivals(known[starts[0]][1])
        beside = {
            start: labels
            for start in starts
            if (labels := self._find_beside(tokens, known, start, known[start][0], rivals))
        }
        decided = {}
        for start in starts:
            end, match = known[start]
            nearest = min(
                beside, key=lambda other: (other > start, abs(other - start)), default=None
            )
            labels = beside[nearest] if nearest is not None else {}
            found, choice = self._settle(tokens, known, scene, (start, end), rivals, labels)
            plain = found is rivals[0] and all(rival.link_only for rival in rivals[1:])
            decided[start] = (end, replace(match, entry=found, choice=None if plain else choice))
        return decided

    def _settle(
        self,
        tokens: Tokens,
        known: Known,
        scene: "PlaceScene",
        bounds: tuple[int, int],
        rivals: Sequence[GazetteerEntry],
        labels: Mapping[str, str],
    ) -> tuple[GazetteerEntry, PlaceChoice]:
        """The place meant, and why; `labels` are what stands beside the name, by the rivals it tells."""
        told = [rival for rival in rivals if rival.id in labels]
        if len(told) == 1:
            reason = f"{labels[told[0].id]} beside it"
            return told[0], self._tell(told[0], reason, SCORES[BESIDE], ())
        possible = told or rivals
        seat = any(self._is_seat(rival) for rival in rivals)
        voices = [self._hear(tokens, known, scene, bounds, rival, seat) for rival in possible]
        n, reason, score = self._choose(possible, voices)
        others = [r for r in possible if r is not possible[n] and not r.link_only]
        return possible[n], self._tell(possible[n], reason, score, others)

    def _find_beside(
        self,
        tokens: Tokens,
        known: Known,
        start: int,
        end: int,
        rivals: Sequence[GazetteerEntry],
    ) -> dict[str, str]:
        """The ids of the places that what stands beside the name tells, with its label."""
        entries = [
            e for other in self._list_beside(tokens, known, start, end) for e in other.candidates
        ]
        found: dict[str, str] = {}
        if tokens.lower_at(start - 1) == "," and tokens.lower_at(start - 2) == "county":
            found |= {r.id: "a county" for r in rivals if r.type == "Province"}  # no country's
        for rival in rivals:
            above = self._list_above(rival)
            for entry in entries:
                if entry.id in above or rival.id in self._list_above(entry):
                    found.setdefault(rival.id, entry.label)
        return found

    def _choose(
        self, rivals: Sequence[GazetteerEntry], voices: Sequence[Voice]
    ) -> tuple[int, str, float]:
        """Number, reason and score of the place that is spoken for from afar."""
        first = rivals[0]
        levels = []
        for rival, voice in zip(rivals, voices, strict=True):
            level = voice.level
            small = rival.link_only and (
                level < ABOVE
                or voices[0].level > NOTHING
                or first.prominence >= _LARGE
                or first.type != "City"
            )
            beside_country = first.type == "Country" and rival is not first and level < NEAR
            levels.append(-1 if small or beside_country else level)
        best = max(levels)
        leading = [n for n, level in enumerate(levels) if level == best]
        if len(leading) > 1 and best > NOTHING:
            often = max(voices[n].times for n in leading)
            most = [n for n in leading if voices[n].times == often]
            if len(most) == 1:
                return most[0], voices[most[0]].reason, min(_SCORE_OFTEN, SCORES[best])
            leading = most
        if len(leading) > 1 or best == NOTHING:
            return leading[0], "nothing but its size", SCORES[NOTHING]
        return leading[0], voices[leading[0]].reason, SCORES[best]

    def _hear(
        self,
        tokens: Tokens,
        known: Known,
        scene: "PlaceScene",
        bounds: tuple[int, int],
        rival: GazetteerEntry,
        seat: bool = False,
    ) -> Voice:
        """What the document says for this place at this name."""
        for other in self._list_coordinated(tokens, known, *bounds):
            entry = other.entry
            if entry.type == rival.type == "Province" and entry.within == rival.within:
                return Voice(NEAR, 1, f"{entry.label} named with it")
        return scene.hear(rival, self._list_above(rival), seat)

    def _is_seat(self, entry: GazetteerEntry) -> bool:
        """Whether a city is a capital with a district of its own: Washington, Canberra, Abuja."""
        return entry.type == "City" and any(
            _CAPITAL_DISTRICT.search(place.label) for place in self.gazetteer.list_above(entry.id)
        )

    def _list_beside(
        self, tokens: Tokens, known: Known, start: int, end: int
    ) -> Iterator[GazetteerMatch]:
        """The known names that belong to this one: "X, Anhui", "Anhui's X", "the Chinese city of X"."""
        k = end
        while tokens.lower_at(k) in self.kinds and k < end + 2:
            k += 1
        if tokens.lower_at(k) in {",", "(", "in", "of"}:
            after = k + 1 + (tokens.lower_at(k + 1) == "the")
            if after in known:
                yield known[after][1]
        sentence = tokens.parse.sentences[tokens.parse.sentence_of[start]][0]
        for before in range(start - 1, max(sentence - 1, start - _LONGEST_PHRASE), -1):
            if before not in known:
                continue
            last, match = known[before]
            between = range(last, start)
            if last == start - 1 and tokens.lower_at(last) in {",", "in", "("}:
                yield match
            owned = tokens.lower_at(last) == "'s" or match.alias_kind == "adjective"
            if owned and last <= start and all(tokens.tags[i] in _IN_PHRASE for i in between):
                yield match
            return

    def _list_coordinated(
        self, tokens: Tokens, known: Known, start: int, end: int
    ) -> Iterator[GazetteerMatch]:
        """The known names in a list with this one: "Georgia and Alabama"."""
        if tokens.lower_at(end) in {",", "and", "or"} and end + 1 in known:
            yield known[end + 1][1]
        if start >= 2 and tokens.lower_at(start - 1) in {",", "and", "or"}:
            for before in range(start - 2, max(start - 6, -1), -1):
                if before in known and known[before][0] == start - 1:
                    yield known[before][1]

    def _tell(
        self,
        entry: GazetteerEntry,
        reason: str,
        score: float,
        others: Iterable[GazetteerEntry],
    ) -> PlaceChoice:
        against = [self._spell_out(other) for other in others][:_SHOWN]
        words = f"{reason}, not {' or '.join(against)}" if against else reason
        return PlaceChoice(full=self._spell_out(entry), reason=words, score=score)

    def _spell_out(self, entry: GazetteerEntry) -> str:
        """ "Suzhou, Anhui, China"."""
        return ", ".join((entry.label, *(e.label for e in self.gazetteer.list_above(entry.id))))


def _spell(tokens: Tokens, known: Known, start: int) -> str:
    """One spelling for "SUZHOU" and "Suzhou"."""
    return tokens.slice(start, known[start][0]).casefold()
