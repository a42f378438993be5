"""Names that the gazetteer knows, without those that are words or people's names where they stand."""

from collections.abc import Mapping, Sequence, Set

from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.recognition.family_names import drop_families
from kg.recognition.firm_shapes import FirmShapes
from kg.recognition.gazetteer import Gazetteer, GazetteerMatch
from kg.recognition.outlets import is_told_medium
from kg.recognition.paired_places import PairedPlaces
from kg.recognition.parsing import NamedSpan
from kg.recognition.results_told import tells_results
from kg.recognition.spoken_states import StateReader
from kg.recognition.state_forms import is_country_in_row, is_state_of_town
from kg.recognition.tokens import Tokens
from kg.recognition.wire_marks import is_denied

Known = tuple[int, GazetteerMatch]
_PLACES = frozenset(["GPE", "LOC", "NORP"])
# that hardly anybody is called: countries where a text tells of two others
_AMONG_LANDS = frozenset(["Mali", "Niger", "Guinea", "Turkey", "Ireland", "Congo", "Tonga"])
_INTO = frozenset(["in", "into", "across", "throughout", "inside"])


class KnownNames:
    """Finds them in a document; holds no state."""

    def __init__(self, gazetteer: Gazetteer, shapes: FirmShapes) -> None:
        names = load_lexicon("names")
        self.gazetteer, self.shapes, self.states = gazetteer, shapes, StateReader()
        self.pairs = PairedPlaces(gazetteer)
        self.currency_nouns, self.seats = names.get("currency_nouns"), names.get_mapping("tails")
        self.addresses = names.get("honorifics")
        self.given = load_lexicon("given_names").get("given")

    def find(self, tokens: Tokens, named: tuple[NamedSpan, ...]) -> dict[int, Known]:
        """Gazetteer matches on token borders: start → (end, match). Doubtful ones need the model's word."""
        places = {k for s in named if s.label in _PLACES for k in range(s.start, s.end)}
        known: dict[int, Known] = {}
        left: list[tuple[int, int, GazetteerMatch]] = []
        for match in self.gazetteer.find(tokens.text):
            bounds = tokens.find_range(match.span) or _find_dotted(tokens, match.span)
            if bounds is None or is_denied(tokens, bounds[0]):
                continue
            start, end = bounds
            if match.entry.type == "City" and tells_results(tokens, end):
                continue  # a firm called as its town: "Norvik earnings dip: The mill posted"
            if match.ambiguous and not (
                self._is_meant(tokens, start, end, match, places)
                or is_state_of_town(tokens, start, match, known)
                or is_country_in_row(tokens, start, match, known)
                or self.pairs.is_state(tokens, start, match)
            ):
                left.append((start, end, match))
                continue
            if tokens.lower[end : end + 1] and tokens.lower[end] in self.currency_nouns:
                continue
            known[start] = (end, match)
        known |= self._find_told_again(tokens, left, known)
        return drop_families(tokens, self.shapes.drop_towns(tokens, known))

    def _is_meant(
        self, tokens: Tokens, start: int, end: int, match: GazetteerMatch, places: Set[int]
    ) -> bool:
        """Whether the words around a doubtful name tell that it is the known thing."""
        if match.entry.type == "MediaOutlet":
            return is_told_medium(tokens, start, end)
        seated = tokens.lower_at(end + 1) in self.seats and tokens.words[end] == "-"
        state = match.entry.type == "Country" and self.states.is_state(tokens, start, end)
        return seated or state or start in places or start in tokens.datelines

    def _find_told_again(
        self,
        tokens: Tokens,
        left: Sequence[tuple[int, int, GazetteerMatch]],
        known: Mapping[int, Known],
    ) -> dict[int, Known]:
        """Countries that are told surely elsewhere in the text, or by "in": "into Mali … fighting Mali's rebels".

        A text that has the word as somebody's name too ("Jordan Quispe") leaves them open.
        """
        sure = {match.entry.id for _, match in known.values()}
        bare = [
            (s, e, m)
            for s, e, m in left
            if m.entry.type == "Country" and self._is_bare(tokens, s, e)
        ]
        inside = {m.entry.id for s, _, m in bare if tokens.lower_at(s - 1) in _INTO}
        people = {m.entry.id for s, e, m in left if not self._is_bare(tokens, s, e)}
        lands = {m.entry.id for _, m in known.values() if m.entry.type == "Country"}
        among = {m.entry.id for s, e, m in bare if tokens.slice(s, e) in _AMONG_LANDS}
        told = (sure | inside | (among if len(lands) > 1 else set())) - people
        return {s: (e, m) for s, e, m in bare if m.entry.id in told}

    def _is_bare(self, tokens: Tokens, start: int, end: int) -> bool:
        """No part of a longer name, and nobody addressed: "Jordan Quispe", "Mr Jordan", "Tarna Corp of America"."""
        before = tokens.lower_at(start - 1)
        k = start - 1 - (before == "of")
        named = k >= 0 and tokens.capital[k] and k not in tokens.first_of_sentence
        if named or tokens.capital[end : end + 1] == [True]:
            return False
        return before.rstrip(".") not in self.addresses and before not in self.given


def _find_dotted(tokens: Tokens, span: Span) -> tuple[int, int] | None:
    """ "Firms of the RoK.": a name that closes its sentence and has the full stop within its token."""
    dotted = tokens.text[span.end : span.end + 1] == "."
    return tokens.find_range(Span(span.start, span.end + 1)) if dotted else None
